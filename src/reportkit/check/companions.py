"""Judge the line of a companion service by the data of its own code, where a report has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportkit.check.claims import STAND_INS, Claim, Line
from reportkit.check.judges import JUDGES_OF_DATA
from reportkit.check.remark import Denial, Remark, Unknown
from reportkit.model.input import ProvidedInput
from reportkit.source.load import Loaded
from reportkit.workspace.publication import Publication

Beside = Callable[[str], Loaded[ProvidedInput] | None]
"""The data of another code; None where no report has any."""


def companion_lines(claim: Claim, code: str) -> Iterator[Line]:
    """The lines of a companion service that are of another code, and of one that is named."""
    if claim.row is None:
        known = {*STAND_INS, code, claim.primary}
        yield from (line for line in claim.lines if line.code not in known)


def companion_remarks(
    claim: Claim, publication: Publication, beside: Beside | None
) -> Iterator[Remark]:
    """What the data of companions says of their lines; without `beside` it is not looked at."""
    for line in companion_lines(claim, publication.code):
        if beside is None:
            yield Unknown(f"{line.code}: `reportkit claims` holds it to the data of its own report")
            continue
        data = beside(line.code)
        if data is None or data.model is None:
            yield Unknown(f"{line.code}: no report has the data of the code")
            continue
        yield from _judged(replace(claim, lines=(line,)), publication, line.code, data)


def _judged(
    claim: Claim, publication: Publication, code: str, data: Loaded[ProvidedInput]
) -> Iterator[Remark]:
    """The remarks of the judges, as of a report of the code at the sites of this one."""
    assert data.model is not None  # noqa: S101 -- asked before
    here = data.model.model_copy(update={"sites": publication.input.sites})
    files = {**publication.files, "input": replace(data, model=here)}
    own = replace(publication, code=code, files=files)
    for look in JUDGES_OF_DATA:
        for remark in look(claim, own):
            why = f"{code}: {remark.why}"
            # No rule of this report reports what the data of another one says.
            yield Denial(why, None) if isinstance(remark, Denial) else Unknown(why)
