"""Say what an edit of a text does to what the text says: to its figures, and to yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final, Literal

from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.sentences import sentences_of

Shift = Literal["rounding", "wording", "amount", "reversal"]
"""From what changes nothing that is said to what takes it back."""

_REFERENCE: Final = re.compile(r"\{\{([^{|}]*)(\|[^{}]*)?\}\}")
_NUMBER: Final = re.compile(rf"(?<![\w.])(?:{NUMBER})(?![\w])", re.IGNORECASE)
_LIMITS: Final = re.compile(
    r"\b(?:not|never|no|none|neither|nor|cannot|without|unless|except|only"
    r"|nunca|ni|sin|salvo|excepto|solo|sólo|ning[uú]n\w*)\b|n't\b",
    re.IGNORECASE,
)
"""Words that deny or narrow what is said, in English and Spanish."""
_LIKENESS: Final = 0.5
"""Share of equal characters from which a sentence is taken for another's new wording."""


def shift(old: str, new: str) -> Shift:
    """What an edit does to a text as it is typed, with its `{{ … }}`."""
    if _reversed(old, new):
        return "reversal"
    of_data = _of_pairs(_references(old), _references(new))
    typed = _of_figures([*_figures(old)], [*_figures(new)])
    if "amount" in (of_data, typed):
        return "amount"
    return "rounding" if "rounding" in (of_data, typed) else "wording"


def _reversed(old: str, new: str) -> bool:
    """Whether a text denies or narrows what it did not, or the other way round, or less is said."""
    if len(_LIMITS.findall(old)) != len(_LIMITS.findall(new)):
        return True
    before = [sentence.text for sentence in sentences_of(old)]
    after = [sentence.text for sentence in sentences_of(new)]
    return len(after) < len(before) and any(_is_gone(text, after) for text in before)


def _is_gone(sentence: str, others: list[str]) -> bool:
    return all(
        SequenceMatcher(None, sentence, other, autojunk=False).ratio() < _LIKENESS
        for other in others
    )


def _figures(text: str) -> Iterator[Decimal]:
    for match in _NUMBER.finditer(_REFERENCE.sub(" ", text)):
        figure = value(match[0])
        if figure is not None:
            yield figure


def _references(text: str) -> list[tuple[str, str]]:
    """What each `{{ … }}` of a text names, and how it is to be printed."""
    return [(name.strip(), printed.strip()) for name, printed in _REFERENCE.findall(text)]


def _of_pairs(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> Shift:
    """What changed of values from the data: which are named, or only how they are printed."""
    if [name for name, _ in old] != [name for name, _ in new]:
        return "amount"
    return "wording" if old == new else "rounding"


def _of_figures(old: list[Decimal], new: list[Decimal]) -> Shift:
    if len(old) != len(new):
        return "amount"
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    if not pairs:
        return "wording"
    return "rounding" if all(_rounds(one, other) for one, other in pairs) else "amount"


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are one figure at different places."""
    places = min(_places(one), _places(other))
    return _places(one) != _places(other) and round(one, places) == round(other, places)


def _places(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
