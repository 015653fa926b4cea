"""Rule: a list of sections that is incomplete, out of order or names an unknown one."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, SetKeys, at, at_key
from reportkit.check.mend import listed_anew
from reportkit.check.rule import rule
from reportkit.findings.meant import closest, meant
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
    fix = listed_anew(publication, "report", "sections", _mended(listed))
    for section in AUTHORED:
        if section not in listed:
            yield Issue(
                at_key("report", "sections"),
                f"section {section} is not listed; every report has {', '.join(AUTHORED)}",
                f"add {section} to `sections:`",
                fix=fix,
            )
    for index, section in enumerate(listed):
        if section in listed[:index]:
            first = at("report", "sections", listed.index(section))
            yield Issue(
                at("report", "sections", index),
                f"section {section} is listed twice",
                "delete one of the two",
                related=((first, "listed here first"),),
                fix=fix,
            )
        elif section in GENERATED:
            yield Issue(
                at("report", "sections", index),
                f"section {section} closes every publication by itself",
                "delete it from `sections:`",
                fix=fix,
            )
        elif section not in _KNOWN:
            close = closest(section, _KNOWN)
            known = f"did you mean {close}?" if close else f"known: {', '.join(_KNOWN)}"
            yield Issue(
                at("report", "sections", index),
                f"no section is named {section}",
                known,
                fix=fix if meant(section, _KNOWN) else None,
            )
    yield from _misplaced(listed, fix)


def _mended(listed: tuple[str, ...]) -> tuple[str, ...]:
    """The sections, each once: those that authors write first, none that closes by itself."""
    named = [
        section if section in (*_KNOWN, *GENERATED) else meant(section, _KNOWN) or section
        for section in listed
    ]
    rest = [section for section in named if section not in (*AUTHORED, *GENERATED)]
    return tuple(dict.fromkeys((*AUTHORED, *rest)))


def _misplaced(listed: tuple[str, ...], fix: SetKeys | None) -> Iterator[Issue]:
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
                fix=fix,
            )
        else:
            highest, before = rank, section
