"""Find a text that the pattern of a wording takes and that holds none of its needed words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

from reportkit.reading.wording import Wording

_WORD: Final = re.compile(r"[^\W_]+")
_FRAMES: Final = tuple(
    product(("", ". ", ".\n", "( ", "the ", "The patient, "), ("", ".", " today.", "\n"))
)
"""What may have to stand before and behind a match: what patterns look at without taking it."""
_LETTERS: Final = "qQ7 -.,"
"""One sign of each sort, for a class that takes many."""
_KEPT: Final = 4
"""How many texts are kept that end in the same way."""
_Items = list[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class _State:
    """The word that a text ends in, and whether a boundary has to follow it."""

    tail: str
    boundary: bool | None = None
    """True if the next sign must be no part of a word, False if it must be, None if it may be."""


_Texts = dict[_State, tuple[str, ...]]


def unneeded(wording: Wording) -> str | None:
    """A text that the pattern finds and its `needs` passes over; None if there is none."""
    search = _Search(frozenset(wording.needs.split()), wording.case)
    flags = 0 if wording.case else re.IGNORECASE
    items = list(_parser.parse(wording.pattern, flags))
    for texts in search.sequence(items, {_State(""): ("",)}).values():
        for text in texts:
            for before, behind in _FRAMES:
                framed = f"{before}{text}{behind}"
                if search.free(framed) and wording.compiled.search(framed):
                    return framed
    return None


@dataclass(frozen=True, slots=True)
class _Search:
    """Walk a pattern by the texts it matches, and drop every one with a needed word."""

    needed: frozenset[str]
    case: bool

    def free(self, text: str) -> bool:
        """Whether a text holds none of the needed words."""
        return self.needed.isdisjoint(_WORD.findall(text.lower()))

    def sequence(self, items: _Items, texts: _Texts) -> _Texts:
        """Texts after each of the items in turn."""
        for place, (kind, given) in enumerate(items):
            texts = self._item(kind, given, texts, is_last=place == len(items) - 1)
        return texts

    def _item(self, kind: Any, given: Any, texts: _Texts, *, is_last: bool) -> _Texts:
        match kind:
            case kinds.LITERAL:
                return self._signs(chr(given), texts)
            case kinds.NOT_LITERAL | kinds.ANY | kinds.IN:
                return self._signs(_of_class(kind, given), texts)
            case kinds.BRANCH:
                return _merged(self.sequence(list(branch), texts) for branch in given[1])
            case kinds.SUBPATTERN:
                return self.sequence(list(given[-1]), texts)
            case kinds.ATOMIC_GROUP:
                return self.sequence(list(given), texts)
            case kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT:
                least, most, repeated = given
                return self._repeated(least, most, list(repeated), texts)
            case kinds.ASSERT if given[0] < 0 or is_last:
                return self.sequence(list(given[1]), texts)
            case kinds.AT:
                return _at(given, texts)
        return texts

    def _repeated(self, least: int, most: int, items: _Items, texts: _Texts) -> _Texts:
        """Texts after an item that stands as often as it must, or up to three times more."""
        for _ in range(least):
            texts = self.sequence(items, texts)
        results = [texts]
        for _ in range(min(int(most), least + 3) - least):
            texts = self.sequence(items, texts)
            results.append(texts)
        return _merged(results)

    def _signs(self, signs: str, texts: _Texts) -> _Texts:
        """Texts with one more sign."""
        result: dict[_State, tuple[str, ...]] = {}
        for state, words in texts.items():
            for sign in signs:
                in_word = _WORD.match(sign) is not None
                if state.boundary is (in_word or sign == "_"):
                    continue
                if not in_word and state.tail.lower() in self.needed:
                    continue
                after = _State(state.tail + sign if in_word else "")
                kept = result.get(after, ())
                result[after] = (*kept, *(f"{text}{sign}" for text in words))[:_KEPT]
        return result


def _of_class(kind: Any, given: Any) -> str:
    """Signs that a class takes: all of a short one, one of each sort of a long one."""
    if kind is kinds.IN:
        literals = "".join(chr(value) for sort, value in given if sort is kinds.LITERAL)
        if len(literals) == len(given):
            return literals
    return "".join(sign for sign in _LETTERS if _takes(kind, given, sign)) or "q"


def _takes(kind: Any, given: Any, sign: str) -> bool:
    if kind is kinds.ANY:
        return True
    if kind is kinds.NOT_LITERAL:
        return chr(given) != sign
    negated = any(sort is kinds.NEGATE for sort, _ in given)
    return negated != any(_is_of(sort, value, sign) for sort, value in given)


def _is_of(sort: Any, value: Any, sign: str) -> bool:
    match sort:
        case kinds.LITERAL:
            return chr(value) == sign
        case kinds.RANGE:
            return bool(value[0] <= ord(sign) <= value[1])
        case kinds.CATEGORY:
            return re.match(_CATEGORIES[value], sign) is not None
    return False


_CATEGORIES: Final = {
    kinds.CATEGORY_DIGIT: r"\d",
    kinds.CATEGORY_NOT_DIGIT: r"\D",
    kinds.CATEGORY_SPACE: r"\s",
    kinds.CATEGORY_NOT_SPACE: r"\S",
    kinds.CATEGORY_WORD: r"\w",
    kinds.CATEGORY_NOT_WORD: r"\W",
}


def _at(given: Any, texts: _Texts) -> _Texts:
    """Texts that may go on behind a boundary of words; every other place is taken as it is."""
    if given is not kinds.AT_BOUNDARY:
        return texts
    return _merged({_State(state.tail, bool(state.tail)): words} for state, words in texts.items())


def _merged(results: Iterable[_Texts]) -> _Texts:
    merged: dict[_State, tuple[str, ...]] = {}
    for texts in results:
        for state, words in texts.items():
            merged[state] = tuple(dict.fromkeys((*merged.get(state, ()), *words)))[:_KEPT]
    return merged


def wordings_of(value: object) -> Iterator[Wording]:
    """The wordings in a value of a module: one, or any that stand in tuples and tables."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from wordings_of(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from wordings_of(item)
