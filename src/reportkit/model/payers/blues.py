"""List the plans of the Blue Cross Blue Shield Association.

The plans are independent companies that hold a license of the association, most for one state.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.payers.payer import KnownPayer

FEDERATION: Final = KnownPayer(
    "federation",
    (
        "Blue Cross Blue Shield",
        "Blue Cross and Blue Shield",
        "Blue Cross",
        "Blue Shield",
        "BCBS",
        "BCBSA",
        "BlueCross BlueShield",
        "BlueCross",
        "BlueShield",
        "Blue Cross Blue Shield Association",
        "Blue Cross and Blue Shield Association",
        "Blues plans",
        "the Blues",
        "The Blues",
        "Blue plan",
        "Blue plans",
    ),
)
"""All plans together, or one that is not named."""

_FIRM_NAMES: Final = (
    "Blue Cross Blue Shield of",
    "Blue Cross and Blue Shield of",
    "BlueCross BlueShield of",
    "BCBS of",
    "BCBS",
    "Blue Cross of",
    "BlueCross of",
    "Blue Shield of",
)


def _of(place: str, *others: str) -> KnownPayer:
    names = tuple(f"{firm} {place}" for firm in _FIRM_NAMES)
    return KnownPayer(
        "licensee", (*names, f"{place} Blue Cross Blue Shield", *others), part_of=FEDERATION.name
    )


def _named(*names: str, uncertain: tuple[str, ...] = ()) -> KnownPayer:
    return KnownPayer("licensee", names, uncertain=uncertain, part_of=FEDERATION.name)


BLUES: Final[tuple[KnownPayer, ...]] = (
    FEDERATION,
    _named("Health Care Service Corporation", "HCSC"),
    _of("Alabama", "BCBSAL"),
    _of("Arizona", "BCBSAZ", "AZ Blue"),
    _of("Arkansas", "Arkansas Blue Cross"),
    _named("Blue Shield of California"),
    _named("CareFirst", "CareFirst BlueCross BlueShield", "CareFirst Blue Cross Blue Shield"),
    _named(
        "Florida Blue",
        "BCBS of Florida",
        "BCBS Florida",
        "Blue Cross Blue Shield of Florida",
        "Blue Cross and Blue Shield of Florida",
        "BCBSFL",
    ),
    _of("Hawaii", "HMSA", "Hawaii Medical Service Association"),
    _of("Idaho", "Blue Cross Idaho"),
    _of("Illinois", "BCBSIL"),
    _of("Kansas City", "Blue KC"),
    _of("Kansas", "BCBSKS"),
    _of("Louisiana", "BCBSLA", "Louisiana Blue"),
    _of("Massachusetts", "BCBSMA"),
    _of("Michigan", "BCBSM", "Blue Care Network"),
    _of("Minnesota", "BCBSMN", "Blue Plus"),
    _of("Mississippi", "BCBSMS"),
    _of("Montana", "BCBSMT"),
    _of("Nebraska", "BCBSNE", "NEBlue"),
    _of("New Mexico", "BCBSNM"),
    _of("North Carolina", "BCBSNC", "Blue Cross NC"),
    _of("North Dakota", "BCBSND"),
    _of("Oklahoma", "BCBSOK"),
    _of("Rhode Island", "BCBSRI"),
    _of("South Carolina", "BCBSSC"),
    _of("Tennessee", "BCBST"),
    _of("Texas", "BCBSTX"),
    _of("Vermont", "BCBSVT"),
    _of("Wyoming", "BCBSWY"),
    _named("Capital Blue Cross", "Capital BlueCross"),
    _named("Excellus", "Excellus BlueCross BlueShield", "Excellus BCBS", "Univera Healthcare"),
    _named(
        "Highmark",
        "Highmark Blue Cross Blue Shield",
        "Highmark Blue Shield",
        "Highmark BCBS",
        "Highmark Delaware",
        "Highmark West Virginia",
    ),
    _named(
        "Horizon Blue Cross Blue Shield",
        "Horizon BCBSNJ",
        "Horizon BCBS",
        "Horizon Blue Cross Blue Shield of New Jersey",
        "BCBS of New Jersey",
        uncertain=("Horizon",),
    ),
    _named("Independence Blue Cross", "Independence Health Group", uncertain=("Independence",)),
    _named("Premera", "Premera Blue Cross"),
    _named(
        "Regence",
        "Regence BlueShield",
        "Regence BlueCross BlueShield",
        "Regence Blue Cross Blue Shield",
    ),
    _named("Triple-S", "Triple-S Salud"),
    _named("Wellmark", "Wellmark Blue Cross and Blue Shield", "Wellmark BCBS"),
    _named("FEP Blue", "Blue Cross Blue Shield Federal Employee Program", "BCBS FEP"),
)
"""The federation and its plans."""
