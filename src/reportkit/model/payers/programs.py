"""List public programs that pay for care, and the contractors of Medicare."""

from __future__ import annotations

from typing import Final

from reportkit.model.payers.payer import KnownPayer
from reportkit.model.states import STATES

MEDICARE: Final = KnownPayer(
    "program",
    (
        "Medicare",
        "Original Medicare",
        "Traditional Medicare",
        "Medicare Part A",
        "Medicare Part B",
        "Medicare Part D",
        "Medicare fee-for-service",
        "Medicare FFS",
        "fee-for-service Medicare",
    ),
    in_any_case=("Medicare",),
)
"""Medicare itself, as its fee schedule and edits are its own."""

_STATE_PROGRAMS: Final = (
    "AHCCCS",
    "Arizona Health Care Cost Containment System",
    "ARHOME",
    "ARKids First",
    "Medi-Cal",
    "Health First Colorado",
    "HUSKY Health",
    "HUSKY A",
    "HUSKY B",
    "HUSKY C",
    "HUSKY D",
    "Diamond State Health Plan",
    "DC Healthy Families",
    "Statewide Medicaid Managed Care",
    "Georgia Families",
    "PeachCare for Kids",
    "Med-QUEST",
    "QUEST Integration",
    "HealthChoice Illinois",
    "Hoosier Healthwise",
    "Healthy Indiana Plan",
    "Hoosier Care Connect",
    "Iowa Health Link",
    "Hawki",
    "KanCare",
    "KCHIP",
    "Healthy Louisiana",
    "LaCHIP",
    "MaineCare",
    "Maryland HealthChoice",
    "MassHealth",
    "Healthy Michigan Plan",
    "MIChild",
    "MinnesotaCare",
    "MississippiCAN",
    "MO HealthNet",
    "Healthy Montana Kids",
    "Nevada Check Up",
    "Granite Advantage",
    "NJ FamilyCare",
    "Centennial Care",
    "Turquoise Care",
    "Child Health Plus",
    "NC Health Choice",
    "MyCare Ohio",
    "SoonerCare",
    "Oregon Health Plan",
    "Pennsylvania Medical Assistance",
    "HealthChoices",
    "RIte Care",
    "Rhody Health Partners",
    "Healthy Connections",
    "TennCare",
    "STAR+PLUS",
    "STAR Kids",
    "Green Mountain Care",
    "Dr. Dynasaur",
    "Cardinal Care",
    "FAMIS",
    "Apple Health",
    "Washington Apple Health",
    "Mountain Health Trust",
    "BadgerCare Plus",
    "BadgerCare",
    "ForwardHealth",
    "EqualityCare",
    "Medical Assistance program",
)
"""What states call their Medicaid and children's programs."""

MEDICAID: Final = KnownPayer(
    "state program",
    (
        "Medicaid",
        "Medicaid managed care",
        "managed Medicaid",
        *(f"{state} Medicaid" for state in STATES.values()),
        *_STATE_PROGRAMS,
    ),
    in_any_case=("Medicaid",),
    uncertain=("STAR", "Medical Assistance", "All Kids"),
)
"""Medicaid by its own name and by those the states give it."""

PROGRAMS: Final[tuple[KnownPayer, ...]] = (
    MEDICARE,
    MEDICAID,
    KnownPayer(
        "program",
        ("Medicare Advantage", "Medicare Part C", "Medicare managed care"),
        uncertain=("Part C",),
    ),
    KnownPayer("state program", ("Children's Health Insurance Program", "SCHIP", "CHIP")),
    KnownPayer(
        "program",
        (
            "TRICARE",
            "TRICARE Prime",
            "TRICARE Select",
            "TRICARE for Life",
            "Health Net Federal Services",
            "TriWest",
            "Humana Military",
        ),
        in_any_case=("TRICARE",),
    ),
    KnownPayer(
        "program",
        (
            "Veterans Health Administration",
            "CHAMPVA",
            "Veterans Affairs",
            "Department of Veterans Affairs",
            "VA Community Care",
            "VA health care",
        ),
        uncertain=("VA",),
    ),
    KnownPayer(
        "program",
        ("Workers' Compensation", "Office of Workers' Compensation Programs", "OWCP"),
        in_any_case=(
            "workers' compensation",
            "workers compensation",
            "workers' comp",
            "worker's compensation",
            "workers comp",
        ),
    ),
    KnownPayer("program", ("Indian Health Service",), uncertain=("IHS",)),
    KnownPayer(
        "program",
        (
            "Federal Employees Health Benefits",
            "FEHB",
            "FEHBP",
            "Federal Employees Health Benefits Program",
        ),
    ),
    KnownPayer(
        "program", ("Railroad Medicare", "Palmetto GBA Railroad Medicare"), part_of=MEDICARE.name
    ),
)
"""Programs that pay for care."""

CONTRACTORS: Final[tuple[KnownPayer, ...]] = (
    KnownPayer("contractor", ("Noridian", "Noridian Healthcare Solutions"), part_of=MEDICARE.name),
    KnownPayer("contractor", ("Palmetto GBA", "Palmetto"), part_of=MEDICARE.name),
    KnownPayer(
        "contractor", ("National Government Services",), uncertain=("NGS",), part_of=MEDICARE.name
    ),
    KnownPayer(
        "contractor",
        ("Wisconsin Physicians Service", "WPS Government Health Administrators", "WPS GHA", "WPS"),
        part_of=MEDICARE.name,
    ),
    KnownPayer("contractor", ("Novitas", "Novitas Solutions"), part_of=MEDICARE.name),
    KnownPayer(
        "contractor",
        ("First Coast Service Options", "FCSO"),
        uncertain=("First Coast",),
        part_of=MEDICARE.name,
    ),
    KnownPayer("contractor", ("CGS Administrators", "CGS"), part_of=MEDICARE.name),
)
"""Who handles Medicare's claims by region."""
