"""Say what a site says in one language: messages, labels of ids, amounts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from gettext import NullTranslations

from reportkit.assemble.labels import WORDS
from reportkit.assemble.language import translations
from reportkit.workspace.figures import money, number


@dataclass(frozen=True, slots=True)
class Voice:
    """A language in which pages are written."""

    language: str
    """A BCP 47 tag."""

    @property
    def words(self) -> NullTranslations:
        """The messages in the language."""
        return translations(self.language)

    def say(self, message: str, **values: object) -> str:
        """A message in the language, with its values."""
        return self.words.gettext(message).format(**values)

    def label(self, name: str) -> str:
        """What readers see instead of an id of the files."""
        return self.say(WORDS[name]) if name in WORDS else name

    def money(self, amount: Decimal | None) -> str:
        """US dollars, or a dash where none is set."""
        return "–" if amount is None else money(amount, self.language)

    def number(self, value: Decimal) -> str:
        """A number with all its digits."""
        return number(value, self.language)
