"""Rule: a global period typed into prose that the fee schedule does not give the code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.modifiers import indicator
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage, passages
from reportkit.workspace.publication import Publication

_DAYS = {"000": 0, "010": 10, "090": 90}
_OF_THE_CODE = re.compile(
    r"\b(?:(?:this|the)\s+(?:code|procedure|service|treatment)|it|its|(?:CPT|HCPCS)\W{0,3}\s*\w{5})"
    r"(?:['’]s)?\b[^.;:,]{0,40}?\bglobal\s+(?:surg\w+\s+)?(?:period|package)\s+(?:of|is|lasts|runs"
    r"|covers|has|for)\s+(?:(?:for|about|of)\s+)?(?P<days>\d{1,3})(?:\s+|-)days?\b",
    re.IGNORECASE,
)


@rule("error", "codes and figures")
def global_period_against_indicator(publication: Publication) -> Iterator[Issue]:
    """A text gives the code another global period than the fee schedule does.

    Why:
        The days of the global period decide which later visits are paid. A typed number that
        disagrees with the indicator was copied from the report of another code.

    Bad:
        # summary
        importance: The code carries a global period of 90 days.

    Good:
        # summary
        importance: The code carries a global period of 10 days.
    """
    mpfs = publication.input.mpfs
    if mpfs is None or mpfs.global_days not in _DAYS:
        return
    days = _DAYS[mpfs.global_days]
    _, meaning = indicator("global_days", mpfs.global_days)
    for where, said in _periods(publication):
        if said != days:
            yield Issue(
                where,
                f"a global period of {said} days is not the one of {publication.report.code}: "
                f"{mpfs.global_days} in {mpfs.release} means {meaning}",
                f"write {days} days, or say whose period it is",
                related=((at("input", "mpfs", "global_days"), "the indicator"),),
            )


def _periods(publication: Publication) -> Iterator[tuple[At, int]]:
    for passage in passages(publication):
        if passage.key != "report":
            for found in _OF_THE_CODE.finditer(passage.plain):
                if not _of_another(passage, found, publication.code):
                    where = At(passage.key, passage.route, Span(*found.span("days")))
                    yield where, int(found["days"])


def _of_another(passage: Passage, found: re.Match[str], own: str) -> bool:
    """Whether the words before the period name another code than the report's own."""
    named = re.findall(r"\b\d{4}[0-9A-Z]\b", passage.plain[found.start() : found.end()])
    return any(code != own for code in named)
