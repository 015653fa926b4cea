"""Find which people a text says in general to get the service: men, girls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.reading.ages import Sex, SexMention
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@once_for_each_text
def groups_served(text: Text) -> Iterator[SexMention]:
    """Men or women of whom a text says in general that they get the service."""
    for sex, wording in _SERVED:
        for match in wording.find(text):
            if text.polarity(*match.span()) in ("asserted", "conditional"):
                yield SexMention(sex, *match.span())


_GETS = r"(?:operated on|tested|screened|treated|examined|given|billed|reported|covered|seen|vaccinated|imaged)"
_GIVEN_TO = r"(?:given|done|performed|reported|billed|used|covered|offered|ordered)"


def _served(*people: str) -> Wording:
    """The words by which some people get the service."""
    who = "|".join(people)
    return Wording(
        rf"\b(?:{who})\b(?: \w+| (?:with|who have|who had|having) (?:[\w-]+ ){{0,5}}[\w-]+)? (?:are|may be|can be) (?:(?!not\b|never\b)\w+ )?{_GETS}\b"
        rf"|\b(?:in|among) (?:{who}),? (?:too,? |as well,? )?(?:it|this|the (?:operation|procedure|test|service|study|code)) (?:is|may|can)\b"
        rf"|\b{_GIVEN_TO} (?:\w+ ){{0,4}}(?:in|for|to|on) (?:{who})\b",
        who.replace("|", " "),
    )


_SERVED: Final[tuple[tuple[Sex, Wording], ...]] = (
    ("female", _served("women", "girls", "female patients")),
    ("male", _served("men", "boys", "male patients")),
)
