"""Rule: a report of which something that every report needs is not written, or not decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.model.absence import NEEDED
from reportkit.model.sections import AUTHORED
from reportkit.reading.text import printed_texts
from reportkit.workspace.publication import Publication

_OF_ANY_REPORT: Final = frozenset(
    {
        *("a", "an", "and", "for", "in", "of", "on", "the", "to", "with", "new", "draft", "final"),
        *("billing", "code", "codes", "coding", "cpt", "hcpcs", "documentation", "guide", "title"),
        *("guidelines", "information", "overview", "procedure", "publication", "reference"),
        *("report", "reports", "service", "summary", "untitled", "version"),
        *("de", "del", "el", "la", "para", "sin", "sobre", "un", "una", "y", "código", "códigos"),
        *("codificación", "facturación", "guía", "informe", "procedimiento", "resumen", "servicio"),
        "título",
    }
)
"""Words that any report may have in its title, in English and Spanish."""


@rule("warning", "document control")
def unfinished_report(publication: Publication) -> Iterator[Issue]:
    """A report is not written to its end: its title, its readers, a section, or a list of which
    nobody has said whether it is missing.

    Why:
        A draft that an import began has no fault that a rule on words could find, for it says
        nothing. It is ready once a person has written what it promises, and decided what it does
        without.

    Bad:
        # report
        title: Coding report for CPT 57511

    Good:
        # report
        title: Freezing of tissue of the cervix
    """
    yield from _cover(publication)
    report = publication.report
    unwritten = {
        gap.field: index
        for index, gap in enumerate(publication.input.missing)
        if gap.reason == "pending" and gap.field in NEEDED
    }
    sections = [name for name in report.sections if name in AUTHORED and name in unwritten]
    if sections:
        yield Issue(
            at("report", "sections"),
            f"{', '.join(sections)} {'is' if len(sections) == 1 else 'are'} not written",
            f"write sections/{publication.code}/{sections[0]}.yaml, or say in input.yaml why there "
            "is none, in place of `pending`",
            related=tuple(
                (at("input", "missing", unwritten[name], "reason"), f"{name} is pending")
                for name in sections
            ),
        )
    lists = [name for name in unwritten if name not in AUTHORED]
    if lists:
        yield Issue(
            at("input", "missing", unwritten[lists[0]], "reason"),
            f"nobody has said whether there are {' or '.join(lists)}",
            "provide what there is, or say why there is none, in place of `pending`",
            related=tuple(
                (at("input", "missing", unwritten[name], "reason"), f"{name} is pending")
                for name in lists[1:]
            ),
        )


def _cover(publication: Publication) -> Iterator[Issue]:
    """A title that names nothing but the code, and readers of whom none is named."""
    report = publication.report
    for text in printed_texts(publication):
        if (text.key, text.route) != ("report", ("title",)):
            continue
        number = {publication.code.lower(), *report.id.lower().split("-")}
        own = text.words - _OF_ANY_REPORT - number
        if text.words and not any(word.isalpha() for word in own):
            yield Issue(
                at("report", "title"),
                f"the title `{report.title.strip()}` says nothing of the service",
                "write in plain words what the code is for",
            )
    if not any(reader.strip() for reader in report.audience):
        yield Issue(
            at_key("report", "audience"),
            "nobody is named as a reader of the report",
            "name them, such as `[clinicians, billers]`",
        )
