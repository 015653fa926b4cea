"""List insurers that are active in several states, and larger ones of one state."""

from __future__ import annotations

from typing import Final

from reportkit.model.payers.payer import KnownPayer

NATIONAL: Final[tuple[KnownPayer, ...]] = (
    KnownPayer(
        "insurer",
        ("Aetna", "Aetna Better Health", "Aetna Medicare", "CVS Health", "Meritain Health"),
        in_any_case=("Aetna",),
    ),
    KnownPayer(
        "insurer",
        (
            "Cigna",
            "Cigna Healthcare",
            "Cigna Health",
            "Cigna HealthCare",
            "The Cigna Group",
            "Evernorth",
            "Cigna-HealthSpring",
        ),
        in_any_case=("Cigna",),
    ),
    KnownPayer(
        "insurer",
        (
            "UnitedHealthcare",
            "United Healthcare",
            "United Health Care",
            "UnitedHealth Group",
            "UnitedHealth",
            "UHC",
            "Optum",
            "UMR",
            "UnitedHealthcare Community Plan",
            "AARP Medicare Advantage",
        ),
        in_any_case=("UnitedHealthcare",),
        uncertain=("United",),
    ),
    KnownPayer(
        "insurer", ("Elevance Health", "Elevance", "Wellpoint", "Amerigroup", "Carelon", "Anthem")
    ),
    KnownPayer("insurer", ("Humana", "Humana Gold Plus", "CenterWell"), in_any_case=("Humana",)),
    KnownPayer(
        "insurer", ("Kaiser Permanente", "Kaiser Foundation Health Plan"), uncertain=("Kaiser",)
    ),
    KnownPayer(
        "insurer",
        (
            "Centene",
            "Ambetter",
            "WellCare",
            "Health Net",
            "Sunshine Health",
            "Superior HealthPlan",
            "Buckeye Health Plan",
            "Fidelis Care",
            "Peach State Health Plan",
            "Magnolia Health",
        ),
    ),
    KnownPayer("insurer", ("Molina Healthcare",), uncertain=("Molina",)),
    KnownPayer(
        "insurer",
        ("Point32Health", "Harvard Pilgrim", "Harvard Pilgrim Health Care", "Tufts Health Plan"),
    ),
    KnownPayer("insurer", ("Geisinger Health Plan",)),
    KnownPayer("insurer", ("UPMC Health Plan", "UPMC for You")),
    KnownPayer("insurer", ("Oscar Health", "Oscar Insurance"), uncertain=("Oscar",)),
    KnownPayer("insurer", ("EmblemHealth", "ConnectiCare")),
    KnownPayer("insurer", ("HealthPartners",)),
    KnownPayer("insurer", ("Medica Health Plans",), uncertain=("Medica",)),
    KnownPayer("insurer", ("UCare",)),
    KnownPayer("insurer", ("Priority Health",)),
    KnownPayer(
        "insurer",
        ("AmeriHealth", "AmeriHealth Caritas", "Keystone First", "Select Health of South Carolina"),
    ),
    KnownPayer("insurer", ("CareSource",)),
    KnownPayer(
        "insurer", ("Bright Health", "Bright HealthCare", "NeueHealth"), uncertain=("Bright",)
    ),
    KnownPayer("insurer", ("Clover Health",), uncertain=("Clover",)),
    KnownPayer("insurer", ("Devoted Health",), uncertain=("Devoted",)),
    KnownPayer("insurer", ("Alignment Health Plan", "Alignment Healthcare")),
    KnownPayer("insurer", ("SCAN Health Plan",)),
    KnownPayer(
        "insurer",
        ("SelectHealth", "Select Health"),
    ),
    KnownPayer("insurer", ("Sentara Health Plans", "Optima Health")),
    KnownPayer("insurer", ("Providence Health Plan",)),
    KnownPayer("insurer", ("Moda Health", "Moda Health Plan")),
    KnownPayer("insurer", ("PacificSource", "PacificSource Health Plans")),
    KnownPayer("insurer", ("L.A. Care", "LA Care", "L.A. Care Health Plan")),
    KnownPayer("insurer", ("Inland Empire Health Plan", "IEHP")),
    KnownPayer("insurer", ("CalOptima", "CalOptima Health")),
    KnownPayer("insurer", ("Sharp Health Plan",)),
    KnownPayer("insurer", ("Security Health Plan",)),
    KnownPayer("insurer", ("Quartz Health Solutions",)),
    KnownPayer("insurer", ("Dean Health Plan",)),
    KnownPayer("insurer", ("Health Alliance Plan", "Health Alliance Medical Plans")),
    KnownPayer("insurer", ("Healthfirst", "MetroPlus", "MetroPlusHealth")),
    KnownPayer("insurer", ("Independent Health",)),
    KnownPayer("insurer", ("MVP Health Care", "MVP Health Plan")),
    KnownPayer("insurer", ("CDPHP", "Capital District Physicians' Health Plan")),
    KnownPayer("insurer", ("Scott and White Health Plan", "Baylor Scott & White Health Plan")),
    KnownPayer("insurer", ("Mass General Brigham Health Plan", "AllWays Health Partners")),
    KnownPayer("insurer", ("Fallon Health",)),
    KnownPayer("insurer", ("Commonwealth Care Alliance",)),
    KnownPayer("insurer", ("WellSense", "WellSense Health Plan", "BMC HealthNet Plan")),
    KnownPayer("insurer", ("Hometown Health",)),
    KnownPayer("insurer", ("Presbyterian Health Plan",)),
    KnownPayer("insurer", ("AvMed",)),
    KnownPayer("insurer", ("Medical Mutual of Ohio", "Medical Mutual")),
    KnownPayer("insurer", ("Paramount Health Care",)),
    KnownPayer("insurer", ("SummaCare",)),
    KnownPayer("insurer", ("Network Health Plan",)),
    KnownPayer("insurer", ("MultiPlan", "PHCS", "First Health Network")),
    KnownPayer("insurer", ("GEHA", "Government Employees Health Association")),
    KnownPayer("insurer", ("Mutual of Omaha",)),
    KnownPayer("insurer", ("HealthEquity", "Allied Benefit Systems", "WebTPA")),
)
"""Each payer with its names."""
