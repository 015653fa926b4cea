"""Find in which of the two settings a text says something: the office, or a facility."""

from __future__ import annotations

from typing import Final

from reportkit.model.input import Site
from reportkit.model.pos import POS
from reportkit.reading.sites import SiteMention, site_mentions, words_for_places
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


def settings_named(text: Text, provided: tuple[Site, ...]) -> tuple[SiteMention, ...]:
    """The sites a text names and its other words for a place, which may show the setting alone."""
    mentions = [*site_mentions(text, provided)]
    taken = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    others = [
        *((_OF_FACILITIES, *match.span()) for match in _FACILITIES.find(text)),
        *((name.value, name.start, name.end) for name in words_for_places(text) if name.value),
    ]
    for codes, start, end in others:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            mentions.append(SiteMention(text.plain[start:end], codes, (), start, end))
    return tuple(mentions)


_FACILITIES: Final = Wording(r"\bfacilit(?:y|ies)\b", "facility facilities")
_OF_FACILITIES: Final = frozenset(code for code, place in POS.items() if place.rate == "facility")
"""Every place at which the facility rate is paid, which one of its words may mean."""
