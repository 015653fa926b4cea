"""Rule: a code that a text describes otherwise than the data does."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.counted_notes import counted_by, counts_as
from reportkit.check.issue import At, Issue, at
from reportkit.check.named_codes import told_beyond, told_by
from reportkit.check.pairs import pairs
from reportkit.check.rule import rule
from reportkit.model.contraries import contrary
from reportkit.reading.predicates import (
    CodePredicate,
    Standing,
    is_held_to_another,
    kept_codes,
    predicates,
    standings,
)
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def misdescribed_code(publication: Publication) -> Iterator[Issue]:
    """A text says of a related code or a diagnosis what its note, relation or title denies.

    Why:
        Readers look for the code next to this one: the other side, the level above, the one to
        add. A description that belongs to another code sends them to it.

    Bad:
        # input
        related_codes:
          - {code: "57510", code_system: CPT, relation: alternative, note: Destruction by heat.}
        # summary
        relevance: CPT 57510 is reported in addition to this code.

    Good:
        # input
        related_codes:
          - {code: "57510", code_system: CPT, relation: alternative, note: Destruction by heat.}
        # summary
        relevance: CPT 57510 is reported in place of this code.
    """
    described = _described(publication)
    if not described:
        return
    written = publication.is_written("summary")
    own = f"{publication.report.title} {publication.summary.definition if written else ''}"
    yield from _like_own(publication, own)
    yield from _titled(publication)
    in_pairs = frozenset(code for both in pairs(publication) for code in both) - {publication.code}
    for text in worded_texts_but(publication, _OF_THE_DATA):
        for predicate in predicates(text):
            fault = _fault(predicate, described, in_pairs) or _is_of_own(predicate, described, own)
            if fault is not None:
                yield _issue(text, predicate.start, predicate.end, *fault)
        yield from _wrongly_placed(publication, text)
        yield from _kept(publication, text)


def _like_own(publication: Publication, own: str) -> Iterator[Issue]:
    """Notes of related codes that count what the report's own code counts, and as many."""
    for index, related in enumerate(publication.input.related_codes or ()):
        if related.relation in _INSTEAD and counts_as(related.note, own):
            yield Issue(
                at("input", "related_codes", index, "note"),
                f"`{related.note}` is said of {related.code}, and the report says it of its own "
                "code",
                "say of each code what the data says of it",
                related=((at("report", "title"), "the report's own code"),),
            )


def _titled(publication: Publication) -> Iterator[Issue]:
    """A title in the words of another code's note, which the definition does not have."""
    rows = publication.input.related_codes or ()
    notes = {row.code: row.note for row in rows if row.relation in _INSTEAD}
    title = publication.report.title
    own = publication.summary.definition if publication.is_written("summary") else title
    code = told_beyond(title, notes, own, least=2)
    if code is not None:
        yield Issue(
            at("report", "title"),
            f"`{title}` is said of what {code} is for",
            "say of each code what the data says of it",
            related=((_note_of(publication, code), "the data"),),
        )


_OF_THE_DATA = frozenset({"related_codes", "diagnoses", "sources", "missing"})
_RELATED = at("input", "related_codes")
_Described = dict[str, tuple[str, At]]
"""Code to its description in the data, and where that stands."""


def _described(publication: Publication) -> _Described:
    described: _Described = {}
    for index, related in enumerate(publication.input.related_codes or ()):
        described[related.code] = (related.note, at("input", "related_codes", index, "note"))
    for index, diagnosis in enumerate(publication.input.diagnoses or ()):
        described[diagnosis.code] = (diagnosis.title, at("input", "diagnoses", index, "title"))
    return described


def _fault(
    predicate: CodePredicate, described: _Described, in_pairs: frozenset[str]
) -> tuple[str, At] | None:
    """What is wrong with what is said of a code, and the place of its description."""
    code = predicate.mention.code
    if code not in described:
        if predicate.defines and code in in_pairs:
            return f"{code} is described, and no row of the data says what it is", _RELATED
        return None
    note, where = described[code]
    contraries = contrary(predicate.words, note)
    if contraries is not None and (predicate.defines or set(contraries) <= _SIDES):
        return f"`{contraries[0]}` is said of {code}, and the data says `{contraries[1]}`", where
    others = {other: text for other, (text, _) in described.items() if other != code}
    counted = counted_by(predicate.words, others, note) if predicate.defines else None
    if counted is not None:
        return f"this number is said of {code}, and the data says it of {counted}", where
    of_diagnosis = predicate.mention.kind == "diagnosis"
    fits = (
        told_by(predicate.words, others, least=1 if of_diagnosis else 2)
        if predicate.defines
        else None
    )
    if fits is not None and told_by(predicate.words, {code: note}, least=1) is None:
        return f"this is said of {code}, and the data says it of {fits}", where
    return None


def _is_of_own(predicate: CodePredicate, described: _Described, own: str) -> tuple[str, At] | None:
    """What is wrong where another code is described in the words of the report's own."""
    code = predicate.mention.code
    if not predicate.defines or code not in described or predicate.mention.kind != "billing":
        return None
    note, where = described[code]
    if is_held_to_another(predicate) or told_by(predicate.words, {code: note}, least=1):
        return None
    if not told_by(predicate.words, {"own": own}):
        return None
    return f"this is said of {code}, and the report says it of its own code", where


_SIDES = frozenset({"left", "right"})
_SETTLED: dict[str, frozenset[Standing]] = {
    "add-on": frozenset({"in place of this code", "never beside this code", "by itself"}),
    "companion-e-m": frozenset({"in place of this code", "never beside this code"}),
    "alternative": frozenset({"beside this code"}),
}
"""Relation to what cannot be said of a code that has it."""


def _kept(publication: Publication, text: Text) -> Iterator[Issue]:
    """What is said to come under the report's own code, and is what another code is for."""
    rows = publication.input.related_codes or ()
    notes = {row.code: row.note for row in rows if row.relation in _INSTEAD}
    described = f"{publication.report.title} {publication.summary.definition}"
    for sentence, start, end in kept_codes(text) if notes else ():
        own = described.replace(sentence.text, "")
        code = told_beyond(sentence.text, notes, own) or counted_by(sentence.text, notes, own)
        if code is not None and code not in sentence.text:
            message = f"`{text.plain[start:end]}` is said of what {code} is for"
            yield _issue(text, start, end, message, _note_of(publication, code))


def _note_of(publication: Publication, code: str) -> At:
    """The place of the note of a related code."""
    rows = publication.input.related_codes or ()
    return at("input", "related_codes", [row.code for row in rows].index(code), "note")


_INSTEAD = frozenset({"alternative", "family"})
"""Relations of codes that are for another service than this one."""


def _wrongly_placed(publication: Publication, text: Text) -> Iterator[Issue]:
    relations = {
        row.code: (row.relation, at("input", "related_codes", index, "relation"))
        for index, row in enumerate(publication.input.related_codes or ())
    }
    for standing in standings(text, publication.code):
        relation, where = relations.get(standing.code, ("", _RELATED))
        if standing.standing in _SETTLED.get(relation, ()):
            said = f"said to be reported {standing.standing}, and its relation is {relation}"
            yield _issue(text, standing.start, standing.end, f"{standing.code} is {said}", where)


def _issue(text: Text, start: int, end: int, message: str, where: At) -> Issue:
    return Issue(
        text.at(start, end),
        message,
        "say of each code what the data says of it",
        related=((where, "the data"),),
    )
