"""Say what kind of service a billing code can be for, by its family."""

from __future__ import annotations

from typing import Final

from reportkit.model.code_families.families import Family, families_of

_OPERATIONS: Final = frozenset(
    {"destruction", "excision", "biopsy", "incision", "repair", "endoscopy", "injection", "therapy"}
)
_KINDS: Final[dict[Family, frozenset[str]]] = {
    "anesthesia": frozenset({"anesthesia"}),
    "surgery": _OPERATIONS,
    "radiology": frozenset({"imaging", "therapy", "biopsy", "injection"}),
    "laboratory": frozenset({"laboratory"}),
    "visit": frozenset({"evaluation"}),
    "therapy": frozenset({"therapy", "evaluation"}),
    "psychotherapy": frozenset({"therapy", "evaluation"}),
    "chiropractic": frozenset({"therapy"}),
    "drug": frozenset({"injection", "supply"}),
    "vaccine": frozenset({"injection", "supply"}),
    "equipment": frozenset({"supply"}),
}
"""Family to the kinds of service its codes are for; a family that has several kinds is left out."""


def service_types_of(code: str) -> frozenset[str]:
    """The kinds of service a code can be for, `other` aside; none where it may be any."""
    families = families_of(code)
    return frozenset(kind for family in families for kind in _KINDS.get(family, ()))
