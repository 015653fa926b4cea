"""Rule: a code that is neither the report's own nor among those provided."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.icd10 import excludes
from reportkit.reading.codes import CodeMention, code_mentions
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


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
    for where, own in _own(publication):
        if own != code:
            yield Issue(
                where,
                f"`{own}` is not the code of this folder, {code}",
                f'write "{code}", or move the file to the folder of its code',
            )
    billing, diagnoses = _provided(publication), _diagnoses(publication)
    for text in worded_texts(publication):
        for mention in code_mentions(text):
            where = text.at(mention.start, mention.end)
            if mention.kind == "billing" and mention.code not in billing:
                yield _foreign(where, mention, code)
            elif mention.kind == "diagnosis" and not _is_known(mention.code, diagnoses):
                yield _unprovided(where, mention)


def _foreign(where: At, mention: CodeMention, code: str) -> Issue:
    return Issue(
        where,
        f"`{mention.code}` is neither the code of the report nor provided as related",
        f"write {code}, or have the code added to `related_codes` in input.yaml",
        related=((at("input", "related_codes"), "the related codes provided"),),
    )


def _unprovided(where: At, mention: CodeMention) -> Issue:
    return Issue(
        where,
        f"`{mention.code}` is not a diagnosis that was provided",
        "leave the code out, or have it added to `diagnoses` in input.yaml",
        related=((at("input", "diagnoses"), "the diagnoses provided"),),
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
    add_ons = {
        code
        for edit in (data.add_ons.edits if data.add_ons else ())
        for code in (edit.add_on, edit.primary)
        if code
    }
    base = {data.mpfs.endoscopic_base} if data.mpfs and data.mpfs.endoscopic_base else set()
    return {publication.code, *related, *pairs, *add_ons, *base}


def _diagnoses(publication: Publication) -> tuple[str, ...]:
    """Those provided for the report, and those that a policy lists."""
    data = publication.input
    listed = (code for policy in data.coverage or () for code in policy.diagnoses)
    return (*(row.code for row in data.diagnoses or ()), *listed)


def _is_known(code: str, provided: tuple[str, ...]) -> bool:
    """A code provided, or a heading above one."""
    return any(known == code or excludes(f"{code}.-", known) for known in provided)
