"""Join the names of payers in the United States, so that prose can be held against the data.

Source: payers named in published coverage policies, the plans that their associations list, and
CMS's lists of programs and contractors. A payer that is not here is not recognised in prose; its
id in the data is checked all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.model.payers.blues import BLUES
from reportkit.model.payers.national import NATIONAL
from reportkit.model.payers.no_payer import NO_PAYER
from reportkit.model.payers.payer import KnownPayer
from reportkit.model.payers.programs import CONTRACTORS, MEDICARE, PROGRAMS
from reportkit.model.payers.specialty import SPECIALTY
from reportkit.model.phrases import Occurrence, Phrases

__all__ = [
    "MEDICARE",
    "PAYERS",
    "UNCERTAIN_NAMES",
    "KnownPayer",
    "payer_names",
    "payer_of",
]

PAYERS: Final[tuple[KnownPayer, ...]] = (
    *NATIONAL,
    *BLUES,
    *PROGRAMS,
    *CONTRACTORS,
    *SPECIALTY,
)
"""All payers known here."""

UNCERTAIN_NAMES: Final[dict[str, KnownPayer]] = {
    name: payer for payer in PAYERS for name in payer.uncertain
}
"""Names that are a payer's only where a sentence says what payers do."""

_NAMES: Final = {name: payer for payer in PAYERS for name in payer.names}
_IN_ANY_CASE: Final = {name: payer for payer in PAYERS for name in payer.in_any_case}
_OF_NAME: Final[dict[str, KnownPayer]] = {
    name.lower(): payer for name, payer in (UNCERTAIN_NAMES | _IN_ANY_CASE | _NAMES).items()
}
_PHRASES: Final[Phrases[KnownPayer | None]] = Phrases(
    {**_IN_ANY_CASE, **dict.fromkeys(NO_PAYER)}, _NAMES
)


def payer_of(name: str) -> KnownPayer | None:
    """The payer a name in the data stands for, in any capitals; None for an unknown name."""
    return _OF_NAME.get(" ".join(name.lower().split()))


def payer_names(text: str) -> Iterator[Occurrence[KnownPayer]]:
    """Where a text names a payer for sure, and which."""
    for name in _PHRASES.find(text):
        if name.value is not None:
            yield Occurrence(name.start, name.end, name.value)
