"""Rule: a companion service whose line the data of its own code denies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Final

from reportkit.check.claims import Claim, Line, claims
from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.companions import companion_lines, line_remarks
from reportkit.check.issue import at_key
from reportkit.check.remark import Denial
from reportkit.check.rule import Read, agreement_rule
from reportkit.model.base import Unavailable
from reportkit.model.days import day_of
from reportkit.model.input import Site
from reportkit.workspace.publication import Publication

_DATA: Final = "data"


def _lines(publication: Publication) -> Iterator[Fact]:
    """Where the data of a publication stands, and each line of its companion services.

    Lines that the advice itself sets apart are never billed, and so never denied.
    """
    yield Fact(publication.code, publication.code, _DATA, at_key("input", "mpfs"))
    places = [place for site in publication.input.sites or () for place in site.pos]
    day = publication.report.effective.isoformat()
    for claim in claims(publication):
        for line in companion_lines(claim, publication.code):
            if not claim.is_set_apart:
                says = json.dumps([str(claim), line.modifiers, places, day])
                yield Fact(publication.code, line.code, says, claim.at)


@agreement_rule("error", "agreement", _lines)
def denied_companion(facts: Sequence[Fact], read: Read) -> Iterator[Clash]:
    """A companion service is advised with a line that the data in the report of its code denies.

    Why:
        The line of another code is paid by the indicators, limits and places of that code, which
        stand in its own report. `reportkit check` looks at one report and says "no data"; whoever
        bills as advised is denied all the same.

    Bad:
        # coding-specifications
        companion_services:
          - {name: "Destruction by laser, CPT 57513", modifiers: ["50"], note: In the same session.}
        # input (beside)
        mpfs.bilateral: "0"

    Good:
        # coding-specifications
        companion_services:
          - {name: "Destruction by laser, CPT 57513", modifiers: ["50"], note: In the same session.}
        # input (beside)
        mpfs.bilateral: "1"
    """
    for code, said in by_subject(facts).items():
        data = next((fact for fact in said if fact.says == _DATA), None)
        if data is not None:
            for fact in said:
                if fact is not data:
                    yield from _denied(fact, data, read(code))


def _denied(fact: Fact, data: Fact, companion: Publication) -> Iterator[Clash]:
    """What denies the line; nothing where the data of its code cannot be read."""
    told, modifiers, places, day = json.loads(fact.says)
    code = data.publication
    line = Claim(fact.at, (Line(code, tuple(modifiers)),))
    sites = (Site(id="", name="", pos=tuple(places), rank="typical"),)
    effective = day_of(day)
    with suppress(Unavailable):
        own = _in_force(companion, effective) if effective else companion
        for remark in line_remarks(line, own, sites):
            if isinstance(remark, Denial):
                yield Clash(
                    fact,
                    f"the claim {told} is denied by the data of {code}: {remark.why}",
                    "correct the service, say in its note when it is not billed on the same day, "
                    f"or renew the data of {code}",
                    data,
                    f"the data of {code}",
                )


def _in_force(companion: Publication, day: date) -> Publication:
    """The publication of the companion as if it took effect on the day of the advice."""
    report = companion.report.model_copy(update={"effective": day})
    loaded = replace(companion.files["report"], model=report)
    return replace(companion, files={**companion.files, "report": loaded})
