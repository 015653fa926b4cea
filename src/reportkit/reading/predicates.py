"""Find what a text says that a code is, and how it says that one code stands to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.codes import CodeMention, code_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Standing = Literal[
    "in place of this code", "beside this code", "never beside this code", "by itself"
]


@dataclass(frozen=True, slots=True)
class CodePredicate:
    """The words of a clause about the one code that it names."""

    mention: CodeMention
    words: str
    defines: bool
    """Whether the clause says what the code is, and not only names it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CodeStanding:
    """A code, and whether it is said to be reported in place of this one or beside it."""

    code: str
    standing: Standing
    start: int
    end: int


@once_for_each_text
def predicates(text: Text) -> Iterator[CodePredicate]:
    """What a text says of codes, of each clause that names just one and is no denial."""
    mentions = tuple(code_mentions(text))
    for mention in mentions:
        sentence = text.sentence(mention.start)
        of_sentence = [m for m in mentions if sentence.holds(m.start)]
        clause, offset = sentence.clause(mention.start, mention.end)
        if len(of_sentence) == 1 and mention.kind == "diagnosis":
            clause, offset = sentence.text, sentence.start
        stop = offset + len(clause)
        if sum(offset <= m.start < stop for m in of_sentence) != 1:
            continue
        if text.polarity(mention.start, mention.end) in ("asserted", "conditional"):
            before, behind = clause[: mention.start - offset], clause[mention.end - offset :]
            defines = bool(_IS.within(behind) or _IS_CODE.within(before))
            yield CodePredicate(mention, f"{before} {behind}", defines, offset, stop)


def is_held_to_another(predicate: CodePredicate) -> bool:
    """Whether what is said of a code tells it from another one: `decisions of lower complexity`."""
    return _HELD_TO_ANOTHER.within(predicate.words) is not None


@once_for_each_text
def kept_codes(text: Text) -> Iterator[tuple[Sentence, int, int]]:
    """Sentences that say that something is reported by the report's own code as well."""
    for match in _KEPT.find(text):
        if text.polarity(*match.span()) in ("asserted", "conditional"):
            yield text.sentence(match.start()), *match.span()


def standings(text: Text, own: str) -> Iterator[CodeStanding]:
    """How a text says that other codes stand to the report's own, of sentences that name one."""
    mentions = [m for m in code_mentions(text) if m.kind == "billing" and m.code != own]
    for mention in mentions:
        sentence = text.sentence(mention.start)
        if sum(sentence.holds(other.start) for other in mentions) != 1:
            continue
        for standing, wording in _STANDINGS:
            match = wording.within(sentence.text)
            if match is None:
                continue
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if text.polarity(start, end) in ("asserted", "conditional"):
                yield CodeStanding(mention.code, standing, start, end)
            break


_HELD_TO_ANOTHER: Final = Wording(
    r"\b(?:lower|higher|less|shorter|longer|fewer|simpler|smaller|larger)\b"
)
_KEPT: Final = Wording(
    r"\b(?:keeps?|shares?|needs?|takes?) (?:this|the same|its) code\b|\bthe code (?:stays|remains|is|holds)(?: (?:the same|unchanged))?(?=[.,;]|$)"
    r"|\b(?:(?:comes?|falls?|goes|go|stays?) (?:under|with)|(?:billed|reported|coded|claimed) (?:under|by|with)) (?:this|the same) code\b"
    r"|\bnothing changes (?:about|in|with) the code\b|\bhas no code of its own\b|\bthis code (?:also|too|as well|serves)\b",
    "code",
)
_IS: Final = Wording(
    r"^\)?,? (?:is|are|stands? for|names?|means?|describes?|reports?|denotes?|says|tells?|shows?|gives?|measures?|covers?|trains?|has|holds|includes|contains|takes in)\b(?! (?:no|a global|an edit|its own|relative)\b)(?! (?:reported|billed|paid|not|never|provided|bundled|part|an? add-on|the add-on))"
)
_IS_CODE: Final = Wording(
    r"\b(?:is|are|as|stands?|comes|becomes|remains|lies|(?:comes?|falls?|goes|go|belongs?|moves? (?:up|down)|moves?)"
    r" (?:under|to|into|with)|(?:billed|reported|coded|told|described|listed|claimed) (?:under|by|with))"
    r"(?: \()?(?: (?:CPT|HCPCS|ICD-10-CM|code))?\s?$"
)
_STANDINGS: Final[tuple[tuple[Standing, Wording], ...]] = (
    ("by itself", Wording(
        r"\b(?:reported|billed|coded|claimed|paid|stands?) (?:alone|(?:all )?by itself|on its own)\b|\bstand-?alone\b")),
    ("never beside this code", Wording(
        r"\b(?:never|not) (?:reported|billed|coded|claimed|paid) (?:together|beside|with|in addition|for the same)\b")),
    ("in place of this code", Wording(
        r"\b(?:in (?:the )?(?:place|stead) of|instead of|takes? the place of|replaces?|(?:the|an) alternative (?:to|for))\b")),
    ("beside this code", Wording(
        r"\b(?:beside|besides|in addition to|on top of|together with|alongside|add(?:s|ed)? to)\b")),
)  # fmt: skip
