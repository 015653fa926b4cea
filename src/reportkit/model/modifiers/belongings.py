"""List the families of codes on which each family of modifiers goes.

Source: CMS, claims processing manual, by the chapter each line names, and HCPCS level II where
the modifier's own text names its codes. A family that is not here goes on any code.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.code_families.families import families_of
from reportkit.model.code_families.patients import (
    SMALL_INFANT_EXEMPT,
    given_by_side,
    is_of_infants,
)
from reportkit.model.modifiers.belonging import Belonging, Families, never, only
from reportkit.model.modifiers.lookup import modifier_on

_ANESTHESIA: Final = only("anesthesia services", "chapter 12, section 50", "anesthesia")
_DRUGS: Final = Belonging(
    "drugs, biologicals and vaccines",
    "chapter 17, section 40",
    only=frozenset({"drug", "skin substitute", "vaccine"}),
    never=frozenset({"vaccination"}),
)
_EQUIPMENT: Final = only("equipment and supplies", "chapter 20", "equipment", "drug")
_FILMS: Final = Belonging(
    "X-rays",
    "chapter 4, sections 20.6.14 and 20.6.15",
    only=frozenset({"radiology"}),
    never=frozenset(
        {
            *("computed tomography", "magnetic resonance", "ultrasound", "nuclear medicine"),
            "radiation treatment",
        }
    ),
)
_TUMOR_SCANS: Final = only(
    "PET scans of tumors", "national coverage determination 220.6.17", "tumor scan"
)
_OPERATIONS: Final[Families] = frozenset(
    {"surgery", "procedure of medicine", "category III", "hcpcs procedure", "skin substitute"}
)


_LIMBS: Final[Families] = frozenset(
    {
        *("limbs", "skin", "musculoskeletal", "cardiovascular", "nerves", "limb imaging"),
        *("limb medicine", "equipment", "hcpcs procedure", "drug", "category III"),
    }
)
_FINGERS: Final = Belonging(
    "hands",
    "NCCI policy manual, chapter 4",
    only=_LIMBS,
    never=frozenset({"breast", "vaccine", "foot and leg"}),
)
_TOES: Final = Belonging(
    "feet",
    "NCCI policy manual, chapter 4",
    only=_LIMBS,
    never=frozenset({"breast", "vaccine", "hand and arm"}),
)

BELONGINGS: Final[dict[str, Belonging]] = {
    "ambulance": only("ambulance services", "chapter 15, section 30", "ambulance"),
    "anemia drug": only("drugs", "chapter 17, section 80.12", "drug"),
    "anesthesia": _ANESTHESIA,
    "anesthesia by the surgeon": Belonging(
        "surgery", "chapter 12, section 50", only=_OPERATIONS, never=frozenset({"visit"})
    ),
    "assistant": Belonging(
        "surgery", "chapter 12, section 20.4.3", only=_OPERATIONS, never=frozenset({"visit"})
    ),
    "bidding program": _EQUIPMENT,
    "coronary artery": only(
        "coronary interventions", "NCCI policy manual, chapter 11", "coronary intervention"
    ),
    "decision support": only(
        "advanced imaging", "42 CFR 414.94", "computed tomography", "magnetic resonance",
        "nuclear medicine", "hcpcs procedure",
    ),
    "distinct service": never("procedures and tests", "NCCI policy manual, chapter 1", "visit"),
    "dressing": only("dressings", "chapter 20", "equipment"),
    "drug discount": _DRUGS,
    "drug route": Belonging(
        "drugs and biologicals", "chapter 17, section 40", only=frozenset({"drug"})
    ),
    "drug supply": _DRUGS,
    "drug wastage": _DRUGS,
    "equipment": _EQUIPMENT,
    "equipment rental": only("equipment and supplies", "chapter 20", "equipment"),
    "eyelid": only(
        "the eye, the skin and their nerves", "NCCI policy manual, chapter 8", "eye", "skin",
        "nerves", "equipment", "drug", "category III",
    ),
    "finger": _FINGERS,
    "toe": _TOES,
    "foot care": only(
        "foot care", "benefit policy manual, chapter 15", "skin", "hcpcs procedure"
    ),
    "functional limitation": only(
        "codes of functional limitation", "chapter 5, section 10.6", "functional limitation"
    ),
    "global period": never(
        "procedures", "chapter 12, section 40", "visit", "laboratory", "drug", "vaccine",
        "psychotherapy", "anesthesia", "equipment", "ambulance",
    ),
    "habilitation": never(
        "therapy and like services", "HCPCS level II", "surgery", "laboratory", "radiology",
        "anesthesia", "drug",
    ),
    "image": only("imaging and recordings", "chapter 13", "radiology", "medicine"),
    "infant": Belonging(
        "surgery of the series 20100 to 69990 and on the heart",
        "CPT, appendix of modifiers",
        only=frozenset({"surgery", "procedure of medicine", "category III"}),
        never=frozenset({"skin"}),
    ),
    "laboratory": only("laboratory tests", "chapter 16", "laboratory", "hcpcs procedure"),
    "oxygen": only("oxygen and its equipment", "chapter 20, section 130.6", "equipment"),
    "physical status": _ANESTHESIA,
    "prosthesis level": only("prostheses", "chapter 20", "equipment"),
    "quality measure": only("category II codes", "quality program", "category II"),
    "side": never(
        "parts of the body that are two", "chapter 12, section 40.7", "visit", "laboratory",
        "psychotherapy", "vaccine",
    ),
    "skin substitute": only("skin substitutes", "chapter 17", "skin substitute"),
    "split care": never(
        "surgery", "chapter 12, section 40", "visit", "laboratory", "drug", "vaccine",
        "psychotherapy", "anesthesia", "therapy", "equipment", "ambulance",
    ),
    "surgeons": Belonging(
        "surgery", "chapter 12, section 40.8", only=_OPERATIONS, never=frozenset({"visit"})
    ),
    "telehealth": never(
        "services that can be given at a distance", "chapter 12, section 190", "surgery",
        "anesthesia", "laboratory", "drug", "equipment", "ambulance", "skin substitute", "imaging",
        "vaccine",
    ),
    "therapy assistant": only("therapy", "chapter 5, section 20.1", "therapy"),
    "therapy plan of care": only("therapy", "chapter 5, section 20.1", "therapy"),
    "unusual work": never(
        "procedures", "chapter 12, section 20.4.6", "visit", "laboratory", "drug", "vaccine",
        "psychotherapy", "equipment", "ambulance",
    ),
    "vaccine": only("vaccines", "HCPCS level II", "vaccine", "drug"),
}  # fmt: skip
"""Family of modifiers to where it goes."""

OWN_BELONGINGS: Final[dict[str, Belonging]] = {
    "AI": only(
        "the first visit of a stay", "chapter 12, section 30.6.9.1", "first visit of a stay"
    ),
    "AT": only("chiropractic", "chapter 12, section 220", "chiropractic"),
    "CT": only("computed tomography", "chapter 4, section 20.6.12", "computed tomography"),
    **dict.fromkeys(("FX", "FY"), _FILMS),
    **dict.fromkeys(("PI", "PS"), _TUMOR_SCANS),
    **dict.fromkeys(("GG", "GH"), only("mammograms", "chapter 18, section 20", "mammography")),
    **dict.fromkeys(
        ("91", "QW"),
        Belonging(
            "clinical laboratory tests",
            "chapter 16, sections 70.8 and 100.5.1",
            only=frozenset({"laboratory", "hcpcs procedure"}),
            never=frozenset({"surgical pathology"}),
        ),
    ),
    "27": only(
        "visits to a hospital's outpatients", "chapter 4, section 20.6", "outpatient visit"
    ),
    "50": never(
        "procedures on parts of the body that are two", "chapter 12, section 40.7", "visit",
        "laboratory", "psychotherapy", "vaccine", "equipment", "drug", "anesthesia", "ambulance",
    ),
    **dict.fromkeys(
        ("CD", "CE", "CF"), only("laboratory tests", "chapter 16, section 40.6", "laboratory")
    ),
    **dict.fromkeys(
        ("G1", "G2", "G3", "G4", "G5", "G6", "V5", "V6", "V7"),
        only("dialysis", "chapter 8, section 50", "dialysis"),
    ),
    "52": never("procedures and tests", "CPT, appendix of modifiers", "visit", "drug"),
    **dict.fromkeys(
        ("76", "77"),
        never(
            "procedures, since 91 is for a test repeated on purpose",
            "CPT, appendix of modifiers",
            "visit",
            "clinical laboratory",
        ),
    ),
    "53": never(
        "procedures", "chapter 4, section 20.6", "visit", "laboratory", "drug", "vaccine",
        "equipment", "ambulance",
    ),
    **dict.fromkeys(
        ("73", "74"),
        never(
            "procedures with anesthesia", "chapter 4, section 20.6.4", "visit", "laboratory",
            "drug", "vaccine", "psychotherapy", "anesthesia", "imaging", "therapy", "equipment",
        ),
    ),
    **dict.fromkeys(
        ("26", "TC"),
        never(
            "services with two parts", "fee schedule, PC/TC indicator", "visit", "anesthesia",
            "drug", "psychotherapy", "therapy", "vaccine", "equipment", "ambulance", "chiropractic",
        ),
    ),
    "PT": Belonging(
        "colorectal services that screening led to",
        "chapter 18, section 60",
        only=frozenset({"digestive", "anesthesia of the bowel", "endoscopy", "pathology"}),
        never=frozenset({"screening of the bowel"}),
    ),
    "33": never(
        "preventive services", "CPT, appendix of modifiers", "therapy", "psychotherapy", "drug",
        "musculoskeletal", "respiratory", "lymphatic", "mediastinum", "digestive operation",
        "urinary", "endocrine", "nervous", "eye", "ear", "nuclear medicine",
        "radiation treatment", "equipment", "ambulance", "procedure of medicine",
    ),
    **dict.fromkeys(("VP", "LS", "AP"), only(
        "eye care", "HCPCS level II", "eye", "eye examination", "equipment", "visit")),
}  # fmt: skip
"""Modifiers that go on less than their family does."""

_SMALL_INFANTS: Final = Belonging(
    "codes that are not for small infants already", "CPT, codes exempt from modifier 63"
)
_GROWN_UP: Final = Belonging("services of infants", "CPT, appendix of modifiers")


_ELSEWHERE: Final = frozenset({"finger", "toe", "eyelid", "coronary artery"})
"""Families of one kind of code that tell the other line of a pair apart as well."""


_OF_THE_VISIT: Final = frozenset({"93", "95"})
"""Modifiers that say how a visit was held, so that the visit's own line carries them."""

COUNTERPARTS: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(group.split()) for group in ("76 77", "LT RT", "26 TC", "GN GO GP", "93 95", "73 74")
)
"""Modifiers of which each line carries one, so that all of a group go on the same line."""


def goes_on_own_line(modifier: str, code: str) -> bool:
    """Whether a modifier says how this very service was given, so that no other line carries it.

    So do those that only codes of its family take, but a repeated test and parts of the body.
    """
    known = modifier_on(modifier, code)
    if modifier in _OF_THE_VISIT and "visit" in families_of(code):
        return True
    if known is None or modifier == "91" or known.family in _ELSEWHERE:
        return False
    belonging = OWN_BELONGINGS.get(modifier) or BELONGINGS.get(known.family)
    return (
        belonging is not None
        and belonging.only is not None
        and not belonging.only.isdisjoint(families_of(code))
    )


def misfit(modifier: str, code: str) -> Belonging | None:
    """Where a modifier goes, if that is not on this code; None if it may go there."""
    known = modifier_on(modifier, code)
    if known is None:
        return None
    if modifier == "63" and code in SMALL_INFANT_EXEMPT:
        return _SMALL_INFANTS
    if modifier == "63" and not is_of_infants(code):
        return _GROWN_UP
    if modifier == "50" and given_by_side(code):
        return None
    belonging = OWN_BELONGINGS.get(modifier) or BELONGINGS.get(known.family)
    return belonging if belonging is not None and not belonging.takes(code) else None
