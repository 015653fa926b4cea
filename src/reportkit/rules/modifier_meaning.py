"""Rule: a row or a sentence that gives a modifier another one's meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.aspects import ASPECTS, aspects_of
from reportkit.model.modifiers.exclusive import OF_DISTINCT
from reportkit.reading.aspects import AspectMention, adds_a_case, values_denied, values_said
from reportkit.reading.modifier_clauses import ModifierClause, modifier_clauses, values_of_clause
from reportkit.reading.modifier_words import LikeModifier, has_own_words, like_another
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication

Said = AspectMention | LikeModifier
"""Words that say what a modifier means."""


@rule("error", "modifiers")
def modifier_meaning(publication: Publication) -> Iterator[Issue]:
    """A modifier is given the meaning of another one, in its row or in a sentence.

    Why:
        Modifiers come in pairs that say opposite things: left and right, the same clinician
        and another. Words that mix them up put the wrong one on every claim.

    Bad:
        # coding-specifications
        modifiers:
          - code: "76"
            description: The same procedure again by another clinician.
            when_to_use: Use when the whole procedure is done again on the same day.
            documentation: The note gives the reason.
            appended_to: second-procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "76"
            description: The same procedure again by the same clinician.
            when_to_use: Use when the whole procedure is done again on the same day.
            documentation: The note gives the reason.
            appended_to: second-procedure
    """
    for text in prose_texts(publication):
        match text.key, text.route:
            case "coding-specifications", ("modifiers", int(index), "description" | "when_to_use"):
                yield from _in_row(publication, text, index)
            case "coding-specifications", ("modifiers", int(index), "documentation"):
                yield from _in_documentation(publication, text, index)
        if text.key != "report":
            yield from _in_sentences(text)


def _in_row(publication: Publication, text: Text, index: int) -> Iterator[Issue]:
    """Words of a row that say what another modifier does."""
    code, described = publication.coding.modifiers[index].code, text.route[-1] == "description"
    for aspect, own in aspects_of(code).items():
        if ASPECTS[aspect].is_shared and not described:
            continue
        other = _another(text, aspect, own, advice=not described) or _added(text, aspect, own)
        if other is not None:
            denied = "" if other.value not in own else "in a sentence that denies it "
            yield _of_row(text, code, index, other, denied)
    foreign = _foreign(text, code, advice=not described)
    if foreign is not None:
        yield _of_row(text, code, index, foreign, "")


def _foreign(text: Text, code: str, *, advice: bool) -> Said | None:
    """What other modifiers say and this one does not, in words that say nothing of its own.

    Advice says `use`; where it names another modifier it tells the two apart, and one word of it
    may be meant otherwise.
    """
    own = aspects_of(code)
    if any(values_said(text, aspect, advice=False) for aspect in own):
        return None
    if advice and ("use" not in text.words or modifier_mentions(text)):
        return None
    for like in like_another(text, code):
        return like
    if has_own_words(text, code):
        return None
    for aspect, values in ASPECTS.items():
        for mention in values_said(text, aspect, advice=False):
            several = " " in text.plain[mention.start : mention.end]
            others = values.values[mention.value].modifiers
            if code == "59":
                others -= OF_DISTINCT
            if others and (several or not advice):
                return mention
    return None


def _in_documentation(publication: Publication, text: Text, index: int) -> Iterator[Issue]:
    """What the documentation of a row asks for that shows another modifier's case."""
    code = publication.coding.modifiers[index].code
    for aspect, own in aspects_of(code).items():
        if ASPECTS[aspect].is_shared:
            continue
        other = _added(text, aspect, own)
        if other is None and not ASPECTS[aspect].is_told_of_others:
            other = _another(text, aspect, own, advice=True)
        if other is not None and other.value not in own:
            yield _of_row(text, code, index, other, "")
    foreign = _foreign_record(text, code)
    if foreign is not None:
        yield _of_row(text, code, index, foreign, "")


def _foreign_record(text: Text, code: str) -> Said | None:
    """What shows another modifier's case in documentation that shows nothing of its own.

    Of a modifier without an aspect too few words are known to say so.
    """
    own = aspects_of(code)
    if (
        not own
        or modifier_mentions(text)
        or any(values_said(text, aspect, advice=True) for aspect in own)
    ):
        return None
    for like in like_another(text, code):
        return like
    if _SURGEON in own or has_own_words(text, code):
        return None
    return next(iter(values_said(text, _SURGEON, advice=True)), None)


_SURGEON: Final = "second surgeon"
"""What no record tells of but that of a modifier which has one."""


def _of_row(text: Text, code: str, index: int, other: Said, denied: str) -> Issue:
    return Issue(
        text.at(other.start, other.end),
        f"`{text.plain[other.start : other.end]}` {denied}is not what modifier {code} "
        f"says: {_meaning(code)}",
        f"describe modifier {code}, or correct its code",
        related=((at("coding-specifications", "modifiers", index, "code"), code),),
    )


def _in_sentences(text: Text) -> Iterator[Issue]:
    """Sentences that name one modifier and say what another one does."""
    for clause in modifier_clauses(text):
        code, said = clause.mention.code, _said_of_another(text, clause)
        if said is not None:
            yield Issue(
                text.at(said.start, said.end),
                f"`{text.plain[said.start : said.end]}` is said of modifier {code}, "
                f"which says: {_meaning(code)}",
                f"describe modifier {code}, or name the one that is meant",
                related=((text.at(clause.mention.start, clause.mention.end), code),),
            )


def _said_of_another(text: Text, clause: ModifierClause) -> AspectMention | None:
    """The first thing a clause says that its modifier does not, on an aspect that concerns it."""
    for aspect, own in aspects_of(clause.mention.code).items():
        values = values_of_clause(text, clause, aspect)
        if values and all(value.value not in own for value in values):
            return values[0]
    return None


def _another(text: Text, aspect: str, own: frozenset[str], *, advice: bool) -> AspectMention | None:
    """The first value said that is not the modifier's, where none of its own is said.

    Advice that denies a value of the modifier says when another one is used.
    """
    mentions = values_said(text, aspect, advice=advice)
    if any(mention.value in own for mention in mentions):
        return None
    if not mentions and advice:
        mentions = tuple(one for one in values_denied(text, aspect) if one.value in own)
    return next(iter(mentions), None)


def _added(text: Text, aspect: str, own: frozenset[str]) -> AspectMention | None:
    """A value of another modifier in a sentence that adds a case: `a colleague counts as well`."""
    said: dict[int, list[AspectMention]] = {}
    for mention in values_said(text, aspect, advice=True):
        said.setdefault(text.sentence(mention.start).start, []).append(mention)
    for mentions in said.values():
        adds = adds_a_case(text.sentence(mentions[0].start))
        if adds and all(mention.value not in own for mention in mentions):
            return mentions[0]
    return None


def _meaning(code: str) -> str:
    known = MODIFIERS.get(code)
    return known.meaning if known else "another meaning"
