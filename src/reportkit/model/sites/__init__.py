"""Join the words by which prose names a site of service, with the places they may mean.

Source: the names of CMS's place of service code set and the wording of published reports. A
reader takes phrases as whole words in any case, abbreviations in their capitals, the longest
first, and reads no word twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.model.phrases import Occurrence, Phrases
from reportkit.model.sites.community import COMMUNITY
from reportkit.model.sites.hospital import HOSPITAL
from reportkit.model.sites.living import LIVING
from reportkit.model.sites.names import codes_by_phrase
from reportkit.model.sites.unclear import ABBREVIATIONS, NO_SITE, OPEN_WORDS, UNCLEAR

SITE_PHRASES: Final[dict[str, frozenset[str]]] = codes_by_phrase(
    COMMUNITY, HOSPITAL, LIVING, UNCLEAR
)
"""Lower-case phrase that names a site to the codes it may mean."""

OPEN_SITE_WORDS: Final[dict[str, frozenset[str]]] = codes_by_phrase(OPEN_WORDS)
"""Words that name a site where a service is said to be given there, and else often none."""

SITE_ABBREVIATIONS: Final = ABBREVIATIONS
"""Abbreviation in capitals to the codes it may mean."""

NO_SITE_PHRASES: Final = NO_SITE
"""Phrases that hold words of a site and name none: `office visit`."""


_NAMES: Final = Phrases(
    {**SITE_PHRASES, **dict.fromkeys(NO_SITE_PHRASES, frozenset[str]())},
    {f"{name}{plural}": codes for name, codes in ABBREVIATIONS.items() for plural in ("", "s")},
)


def site_names(text: str) -> Iterator[Occurrence[frozenset[str]]]:
    """Where a text names a site for sure, each time with the codes that may be meant."""
    return (name for name in _NAMES.find(text) if name.value)
