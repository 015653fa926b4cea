"""Rule: a code that is neither the report's own nor among those provided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_CODE = r"(?:\d{4}[0-9AFTUM]|[A-CEGHJ-MP-V]\d{4})(?![\w.,]\d|\w)"
_LABELLED = re.compile(
    r"(?<!ZIP )(?<!zip )(?<!postal )\b(?:CPT|HCPCS|[Cc]odes?)\b®?(?:\s+Level\s+II)?"
    rf"(?:\s+codes?)?[\s:#]+{_CODE}(?:(?:\s*,\s*|\s+)(?:(?:and|or|to|through|with)\s+)?{_CODE})*"
)
_ONE = re.compile(rf"\b{_CODE}")


@rule("error", "provided data", waivable=False)
def foreign_code(publication: Publication) -> Iterator[Issue]:
    """A file or a text carries a code that is not the report's and was not provided.

    Why:
        A report that was copied from another code's keeps its numbers, and a claim is then
        billed with them. Other codes may be named when `related_codes` or the edit pairs
        provide them. In prose, only numbers labelled `CPT`, `HCPCS` or `code` are read.

    Bad:
        # summary
        relevance: CPT 57510 is billed for this service.

    Good:
        # summary
        relevance: CPT 57511 is billed for this service.
    """
    code = publication.code
    for where, found in _own(publication):
        if found != code:
            yield Issue(
                where,
                f"`{found}` is not the code of this folder, {code}",
                f'write "{code}", or move the file to the folder of its code',
            )
    allowed = _provided(publication)
    for where, text in _texts(publication):
        for label in _LABELLED.finditer(text):
            for one in _ONE.finditer(text, *label.span()):
                if one[0] not in allowed:
                    yield Issue(
                        At(where.key, where.route, Span(*one.span())),
                        f"`{one[0]}` is neither the code of the report nor provided as related",
                        f"write {code}, or have the code added to `related_codes` in input.yaml",
                        related=((at("input", "related_codes"), "the related codes provided"),),
                    )


def _own(publication: Publication) -> Iterator[tuple[At, str]]:
    yield at("report", "code"), publication.report.code
    yield at("input", "code"), publication.input.code
    if publication.is_written("clinical-context"):
        yield at("clinical-context", "vignette", "code"), publication.clinical.vignette.code


def _provided(publication: Publication) -> set[str]:
    data = publication.input
    related = {row.code for row in data.related_codes or ()}
    pairs = {
        code
        for edits in data.ncci or ()
        for pair in edits.pairs
        for code in (pair.column_1, pair.column_2)
    }
    return {publication.code, *related, *pairs}


def _texts(publication: Publication) -> Iterator[tuple[At, str]]:
    yield at("report", "title"), publication.report.title
    for passage in passages(publication):
        yield At(passage.key, passage.route), passage.plain
