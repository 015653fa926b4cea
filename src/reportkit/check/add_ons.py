"""Tell beside which codes an add-on is paid, by the table of add-on codes that was provided."""

from __future__ import annotations

from dataclasses import dataclass

from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class PaidBeside:
    """The codes one of which has to stand on the claim of an add-on."""

    quarter: str
    codes: tuple[str, ...]
    """Those that the table names, in order."""
    is_whole: bool
    """False where the contractor names codes, too."""


def paid_beside(publication: Publication) -> PaidBeside | None:
    """What the publication's code is paid beside; None for a code that is no add-on."""
    table = publication.input.add_ons
    edits = [edit for edit in table.edits if edit.add_on == publication.code] if table else []
    if table is None or not edits:
        return None
    named = dict.fromkeys(edit.primary for edit in edits if edit.primary is not None)
    is_whole = all(edit.kind == "1" for edit in edits)
    return PaidBeside(table.quarter, tuple(named), is_whole)
