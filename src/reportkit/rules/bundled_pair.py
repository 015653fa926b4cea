"""Rule: two codes presented as reported together, although an edit pairs them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.pairs import Pair, pairs_in_force, quoted
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.modifiers.fee_schedule import OPENS_PAIR
from reportkit.reading.pairs import service_apart, sets_apart
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication

Pairs = dict[frozenset[str], tuple[Pair, ...]]

_CODE = re.compile(r"(?<![\w$.,-])(?:\d{4}[0-9AFTUM]|[A-CEGHJ-MP-V]\d{4})(?!\w|[.,]\d)")
_BILLED = re.compile(r"\b(?:report|bill|claim|cod|submit|pay|paid|charg)\w*\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:with|plus|alongside|besides?|in addition to|on top of)[\s®(]*"
    r"(?:(?:CPT|HCPCS|codes?)[\s®]*)*$",
    re.IGNORECASE,
)
"""What ends just before the second of two codes that stand on one claim."""
_LISTED = re.compile(r"(?:\s|,|&|\+|®|\band\b|\bCPT\b|\bHCPCS\b|\bcodes?\b)+", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:together|both|separately|in addition"
    r"|same (?:day|date|claim|session|encounter|visit))\b",
    re.IGNORECASE,
)
_BESIDE_IT = re.compile(
    r"\b(?:report|bill|claim|submit|pay|paid|charg)\w*\b.{0,60}?"
    r"\b(?:together|separately|in addition|alongside"
    r"|with (?:it|this|the (?:code|procedure|service))"
    r"|(?:on|in) the same (?:day|date|claim|session|encounter|visit))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of another code where the report's own is meant and not named."""
_MODIFIER = re.compile(r"\bmodifiers?\b", re.IGNORECASE)
_TWO_CHARACTERS = re.compile(r"(?<![\w$.,-])(?:\d\d|[A-Z][A-Z0-9])(?!\w|[.,]\d)")
_NEAR = 300
"""Within how many characters of each other two codes can be put on one claim."""
_HELD = ("companion_services", "workflow")
"""Parts of sections in which every code named stands beside the report's own."""


@rule("error", "codes and figures")
def bundled_pair(publication: Publication) -> Iterator[Issue]:
    """Two codes are presented as reported together, although an edit pairs them.

    Why:
        Of a pair of the National Correct Coding Initiative only the column one code is paid:
        never both at indicator 0, both with a modifier made for it at indicator 1. A report
        that sets such codes side by side without a word leads into a denial.

    Bad:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57452 is billed with CPT 57511 when both are done in one session.

    Good:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57452 is bundled with CPT 57511 and is not billed with it.
    """
    pairs = pairs_in_force(publication)
    if not pairs:
        return
    yield from _in_related(publication, pairs)
    if publication.is_written("coding-specifications"):
        yield from _in_companions(publication, pairs)
    if publication.is_written("clinical-context"):
        yield from _in_workflow(publication, pairs)
    for passage in prose_texts(publication):
        if passage.key != "report" and passage.route[0] not in _HELD:
            yield from _in_prose(publication, passage, pairs)


def _in_related(publication: Publication, pairs: Pairs) -> Iterator[Issue]:
    for index, row in enumerate(publication.input.related_codes or ()):
        edits = pairs.get(frozenset((publication.code, row.code)))
        if edits and row.relation in ("companion-e-m", "add-on") and not sets_apart(row.note):
            where = at("input", "related_codes", index, "code")
            yield from _issue(publication.code, row.code, edits, where, _modifiers(row.note))


def _in_companions(publication: Publication, pairs: Pairs) -> Iterator[Issue]:
    for index, service in enumerate(publication.coding.companion_services):
        said = f"{service.name} {service.note}"
        if service_apart(service.name, service.note):
            continue
        where = at("coding-specifications", "companion_services", index, "name")
        named = _modifiers(said)
        if service.modifiers:
            named = {*(named or ()), *service.modifiers}
        for code in dict.fromkeys(_CODE.findall(said)):
            edits = pairs.get(frozenset((publication.code, code)))
            if edits and code != publication.code:
                yield from _issue(publication.code, code, edits, where, named)


def _in_workflow(publication: Publication, pairs: Pairs) -> Iterator[Issue]:
    """A step that is billed by itself is a claim that its code may be."""
    for index, step in enumerate(publication.clinical.workflow):
        if step.included or sets_apart(step.text):
            continue
        for match in _CODE.finditer(step.text):
            edits = pairs.get(frozenset((publication.code, match[0])), ())
            if edits and edits[0].edit.indicator == "0" and match[0] != publication.code:
                where = At("clinical-context", ("workflow", index, "text"), Span(*match.span()))
                yield Issue(
                    where,
                    f"{match[0]} is a step of {publication.code} and not paid beside it: "
                    f"{quoted(edits)}",
                    "write `included: true`, or take the code out of the step",
                    related=((edits[0].at, "the edit"),),
                )


def _in_prose(publication: Publication, passage: Text, pairs: Pairs) -> Iterator[Issue]:
    named = _modifiers(passage.plain)
    row = _row_code(publication, passage)
    if row is not None:
        named = {*(named or ()), row}
    for sentence in passage.sentences:
        text = passage.plain[sentence.start : sentence.end]
        if sets_apart(text) or not _BILLED.search(text):
            continue
        for first, second in _beside(publication.code, text):
            edits = pairs.get(frozenset((first, second[0])))
            if edits:
                place = Span(sentence.start + second.start(), sentence.start + second.end())
                where = passage.at(place.start, place.end)
                yield from _issue(first, second[0], edits, where, named)


def _beside(own: str, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each two codes that a sentence puts on one claim, the second with its place."""
    matches = list(_CODE.finditer(text))
    if len(matches) == 1 and matches[0][0] != own and _BESIDE_IT.search(text):
        yield own, matches[0]
    together = _TOGETHER.search(text) is not None
    for index, first in enumerate(matches):
        for second in matches[index + 1 :]:
            if second.start() - first.end() > _NEAR:
                break
            between = _CODE.sub("", text[first.end() : second.start()])
            if _JOINED.search(between) or (together and _LISTED.fullmatch(between)):
                yield first[0], second


def _row_code(publication: Publication, passage: Text) -> str | None:
    """The modifier of the table's row a passage stands in."""
    match passage.key, passage.route:
        case "coding-specifications", ("modifiers", int(index), *_):
            return publication.coding.modifiers[index].code
    return None


def _modifiers(text: str) -> set[str] | None:
    """The modifiers a text names; None if it does not speak of any, not even by the word."""
    return set(_TWO_CHARACTERS.findall(text)) if _MODIFIER.search(text) else None


def _issue(
    first: str, second: str, edits: tuple[Pair, ...], where: At, modifiers: Collection[str] | None
) -> Iterator[Issue]:
    """What is wrong with two codes side by side, if anything."""
    opened = modifiers is not None and (not modifiers or not OPENS_PAIR.isdisjoint(modifiers))
    if edits[0].edit.indicator == "0":
        said, hint = "not paid together", f"say that {edits[0].edit.column_2} is bundled"
    elif not opened:
        said = "paid together only with a modifier that opens the pair"
        hint = "name it, for example 59 on a procedure or 25 on a visit"
    else:
        return
    related = tuple((edit.at, edit.table) for edit in edits)
    yield Issue(where, f"{second} and {first} are {said}: {quoted(edits)}", hint, related)
