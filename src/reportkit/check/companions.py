"""Judge the line of a companion service by the data of its own code, where a report has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportkit.check.claims import STAND_INS, Claim, Line
from reportkit.check.judges import JUDGES_OF_DATA
from reportkit.check.remark import DENIED_COMPANION, Denial, Remark, Unknown
from reportkit.model.input import ProvidedInput, Site
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
            yield Unknown(f"{line.code}: `reportkit agree` holds it to the data of its own report")
            continue
        data = beside(line.code)
        if data is None or data.model is None:
            yield Unknown(f"{line.code}: no report has the data of the code")
            continue
        own = replace(publication, code=line.code, files={**publication.files, "input": data})
        for remark in line_remarks(replace(claim, lines=(line,)), own, publication.input.sites):
            yield _of_companion(line.code, remark, claim)


def line_remarks(
    claim: Claim, own: Publication, sites: tuple[Site, ...] | None
) -> Iterator[Remark]:
    """What the judges say of a line by the data of its own code, given at some sites."""
    data = own.files["input"]
    here = own.input.model_copy(update={"sites": sites})
    given_here = replace(own, files={**own.files, "input": replace(data, model=here)})
    for look in JUDGES_OF_DATA:
        yield from look(claim, given_here)


def _of_companion(code: str, remark: Remark, claim: Claim) -> Remark:
    """A remark with the code it is of; what is never billed beside is no claim to deny."""
    why = f"{code}: {remark.why}"
    if isinstance(remark, Unknown):
        return Unknown(why)
    if claim.is_set_apart:
        return Unknown(f"{why}; the advice says when the two are not billed together")
    return Denial(why, DENIED_COMPANION)
