"""Publication in, pair edits out: those of the provided tables, in force on its effective date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportkit.check.issue import At, at
from reportkit.model.edits import NcciPair
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Pair:
    """An edit with the table it stands in and its place in the input."""

    edit: NcciPair
    quarter: str
    setting: str
    at: At

    @property
    def table(self) -> str:
        """The table as messages name it: NCCI 2024Q3 practitioner."""
        return f"NCCI {self.quarter} {self.setting.replace('-', ' ')}"

    def in_force(self, day: date) -> bool:
        """Whether the edit still holds on a day; a deletion date is its last one."""
        deleted = self.edit.deleted
        return self.edit.indicator != "9" and (deleted is None or deleted >= day)


def pairs(publication: Publication) -> dict[frozenset[str], tuple[Pair, ...]]:
    """The edits of each two codes, one a setting; deleted ones among them."""
    by_codes: dict[frozenset[str], tuple[Pair, ...]] = {}
    for number, table in enumerate(publication.input.ncci or ()):
        for index, edit in enumerate(table.pairs):
            both = frozenset((edit.column_1, edit.column_2))
            where = at("input", "ncci", number, "pairs", index)
            pair = Pair(edit, table.quarter, table.setting, where)
            by_codes[both] = (*by_codes.get(both, ()), pair)
    return by_codes


def pairs_in_force(publication: Publication) -> dict[frozenset[str], tuple[Pair, ...]]:
    """The edits that hold when the publication takes effect, the strictest first."""
    day = publication.report.effective
    live = {
        both: tuple(sorted((edit for edit in edits if edit.in_force(day)), key=_strictness))
        for both, edits in pairs(publication).items()
    }
    return {both: edits for both, edits in live.items() if edits}


def quoted(edits: Sequence[Pair]) -> str:
    """The tables and what they say, for a message."""
    return ", ".join(
        f"{edit.table} has the pair with indicator {edit.edit.indicator}" for edit in edits
    )


def _strictness(pair: Pair) -> str:
    return pair.edit.indicator
