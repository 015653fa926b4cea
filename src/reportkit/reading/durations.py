"""Find lengths of time in a text, in digits and in words: `six weeks`, `first month`, `tenth day`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportkit.reading.numbers import NUMBER, ORDINAL, ORDINALS, value
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; offsets count characters of the words it was found in."""

    number: Decimal
    unit: str
    """In the singular: `day`, `week`, `month`, `year`."""
    start: int
    end: int
    is_ordinal: bool = False
    """Whether it is one of a row: `the second month`."""

    @property
    def days(self) -> Decimal:
        """The length in days; a month has 30 and a year 365."""
        return self.number * _DAYS[self.unit]


def durations(words: str) -> Iterator[Duration]:
    """The lengths of time that some words name, in their order."""
    for match in _DURATION.each(words):
        if match["once"]:
            yield Duration(Decimal(1), match["once"].lower(), *match.span())
            continue
        if match["nth"]:
            yield Duration(Decimal(match["nth"]), "day", *match.span())
            continue
        if match["one"]:
            yield Duration(Decimal(1), match["one"].lower(), *match.span())
            continue
        if match["fortnight"]:
            yield Duration(Decimal(1), "fortnight", *match.span())
            continue
        ordinal = ORDINALS.get(match["number"].lower())
        number = value(match["number"]) if ordinal is None else Decimal(ordinal)
        if number is not None:
            unit = match["unit"].lower().rstrip("s")
            yield Duration(number, unit, *match.span(), is_ordinal=ordinal is not None)


_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_DURATION: Final = Wording(
    rf"(?<![\w.,-])(?P<number>{NUMBER}|{ORDINAL})[ -](?:full )?"
    r"(?P<unit>days?|weeks?|months?|years?)\b(?![ -]old)"
    r"|(?:(?<=^)|(?<=\. ))a (?P<one>week|month|year)(?= of\b)"
    r"|\bday (?P<nth>\d{1,3})\b"
    r"|\b(?P<fortnight>(?:a|one) fortnight)\b"
    r"|(?:(?<=\bonce )|(?<=\btwice )|(?=every (?:week|month|year)\b))(?:a|each|every|per) (?P<once>day|week|month|year)\b"
)
