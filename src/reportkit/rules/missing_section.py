"""Rule: a list of sections that is incomplete, out of order or names an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.model.sections import AUTHORED, FROM_DATA, GENERATED
from reportkit.workspace.publication import Publication

_KNOWN = (*AUTHORED, *FROM_DATA)


@rule("error", "structure")
def missing_section(publication: Publication) -> Iterator[Issue]:
    """The report's sections lack one that is required, or one is misplaced or unknown.

    Why:
        Readers find their way by a fixed set of sections in a fixed order. What is left
        out of the list is left out of the publication, without a word.

    Bad:
        # report
        sections: [summary, clinical-context, coding-specifications]

    Good:
        # report
        sections: [summary, billing-overview, clinical-context, coding-specifications]
    """
    listed = publication.report.sections
    for section in AUTHORED:
        if section not in listed:
            yield Issue(
                at_key("report", "sections"),
                f"section {section} is not listed; every report has {', '.join(AUTHORED)}",
                f"add {section} to `sections:`",
            )
    for index, section in enumerate(listed):
        if section in listed[:index]:
            first = at("report", "sections", listed.index(section))
            yield Issue(
                at("report", "sections", index),
                f"section {section} is listed twice",
                "delete one of the two",
                related=((first, "listed here first"),),
            )
        elif section in GENERATED:
            yield Issue(
                at("report", "sections", index),
                f"section {section} closes every publication by itself",
                "delete it from `sections:`",
            )
        elif section not in _KNOWN:
            close = difflib.get_close_matches(section, _KNOWN, n=1)
            known = f"did you mean {close[0]}?" if close else f"known: {', '.join(_KNOWN)}"
            yield Issue(at("report", "sections", index), f"no section is named {section}", known)
    yield from _misplaced(listed)


def _misplaced(listed: tuple[str, ...]) -> Iterator[Issue]:
    """Authored sections come first and in order; those made from data follow as listed."""
    order = {section: rank for rank, section in enumerate(AUTHORED)}
    highest = -1
    before = ""
    for index, section in enumerate(listed):
        rank = order.get(section, len(AUTHORED) if section in FROM_DATA else None)
        if rank is None or section in listed[:index]:
            continue
        if rank < highest:
            yield Issue(
                at("report", "sections", index),
                f"section {section} stands after {before}",
                f"begin `sections:` with {', '.join(AUTHORED)}",
            )
        else:
            highest, before = rank, section
