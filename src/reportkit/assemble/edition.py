"""What every part of a document is made from: the publication, its language, its citations."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from reportkit.assemble.document import (
    Cell,
    Column,
    Ground,
    Markup,
    Origin,
    Paragraph,
    Plain,
    Row,
)
from reportkit.assemble.language import WRITTEN_IN, catalogue
from reportkit.assemble.origins import origins
from reportkit.assemble.prose import marked
from reportkit.model.base import Prose, Record
from reportkit.model.days import day_of
from reportkit.model.input import ProvidedInput
from reportkit.model.report import Report
from reportkit.model.rows import ROWS, key_words, row_key
from reportkit.workspace.figures import (
    count,
    exact_money,
    exact_percent,
    money,
    number,
    percent,
    rounded,
)
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.typed_figures import TypedFigures


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """Dollars of the provided data, compared by what they are, with their place in it."""

    value: Decimal
    field: str
    rounding: str | None = None


@dataclass(frozen=True)
class Edition:
    """A publication on its way to a Document, in one language."""

    publication: Publication
    translations: gettext.NullTranslations
    citations: Mapping[str, int]
    typed: TypedFigures = field(default_factory=dict)
    """The figures that authors typed, with their grounds."""

    @property
    def report(self) -> Report:
        """What the publication is and promises."""
        return self.publication.report

    @property
    def input(self) -> ProvidedInput:
        """What was provided."""
        return self.publication.input

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Key of provided data to where it came from."""
        return origins(self)

    def say(self, message: str, **values: object) -> str:
        """A generated sentence in the edition's language, with its values filled in."""
        return self.translations.gettext(message).format(**values)

    def prose(self, text: Prose) -> Markup:
        """An author's text with its references resolved."""
        return marked(text, self)

    def paragraph(self, text: Prose) -> Paragraph:
        """An author's text as a block."""
        return Paragraph(self.prose(text))

    def listed(self, items: Iterable[str]) -> str:
        """Items as a sentence lists them: one, two, and three."""
        return format_list(list(items), locale=self._locale)

    def date(self, day: datetime.date) -> str:
        """A date as the language writes it in full."""
        return format_date(day, format="long", locale=self._locale)

    def money(self, amount: Decimal | int | None) -> str:
        """US dollars to the cent; a dash where there are none."""
        return "—" if amount is None else money(Decimal(amount), self.language)

    def exact_money(self, amount: Decimal | None) -> str:
        """US dollars with fractions of a cent where they have them; a dash where there are none."""
        return "—" if amount is None else exact_money(amount, self.language)

    def percent(self, part: Decimal) -> str:
        """A share as whole percent, half rounded up."""
        return percent(part, 0, self.language)

    def exact_percent(self, share: Decimal) -> str:
        """A share in percent with all its places."""
        return exact_percent(share, self.language)

    def number(self, value: Decimal) -> str:
        """A number with all its digits."""
        return number(value, self.language)

    def index(self, value: Decimal) -> str:
        """A geographic index, to the three places that CMS gives."""
        return number(Decimal(rounded(value, 3)), self.language)

    def count(self, value: int | None) -> str:
        """A count with thousands marked; a suppressed cell says so."""
        return self.say("suppressed") if value is None else count(value, self.language)

    def scale(self, low: Amount | None, high: Amount) -> Column:
        """A column of pictures, whose head says between which amounts they are drawn; from zero
        where no lower end is given.
        """
        ends = tuple(
            Plain(self.exact_money(end.value), Ground(end.field, str(end.value), end.rounding))
            for end in (low, high)
            if end is not None
        )
        first = self.exact_money(Decimal(0)) if low is None else ends[0].text
        return Column(f"{first}–{ends[-1].text}", "plot", ends)

    def with_line(self, caption: str, line: str, amount: Decimal) -> str:
        """A caption that says what the line in the pictures of a table marks."""
        return self.say(
            "{caption}; line: {line}, {amount}",
            caption=caption,
            line=line,
            amount=self.exact_money(amount),
        )

    def month(self, text: str) -> str:
        """A month given as YYYY-MM, as the language writes it; as it is if it is none."""
        first = day_of(f"{text}-01")
        return text if first is None else format_skeleton("yMMMM", first, locale=self._locale)

    def moment(self, when: datetime.datetime) -> str:
        """A point in time as the language writes it, to the minute, in the zone it was given."""
        day = format_date(when.date(), format="medium", locale=self._locale)
        return f"{day} {when:%H:%M} {when.tzname() or ''}".rstrip()

    @property
    def language(self) -> str:
        """Language tag of the project."""
        return self.publication.project.language

    @property
    def _locale(self) -> Locale:
        return locale_of(self.language)


def locale_of(language: str) -> Locale:
    """How a language writes dates, numbers and lists; a region of its own where it is known."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(catalogue(language) or WRITTEN_IN)


def citation_numbers(publication: Publication) -> dict[str, int]:
    """Number the sources in the order in which prose first cites them, then as listed."""
    cited = [name for passage in passages(publication) for name, _ in passage.citations]
    known = [source.id for source in publication.report.sources]
    ordered = dict.fromkeys([*(name for name in cited if name in known), *known])
    return {name: number for number, name in enumerate(ordered, start=1)}


LONGEST = 80
"""Most characters of an anchor; a row may be told from others by a whole sentence."""


def anchor(text: str) -> str:
    """A text as an id: lower case letters, digits and hyphens."""
    kept = "".join(char if char.isalnum() else "-" for char in text.lower())
    words = "-".join(part for part in kept.split("-") if part)
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition("-")[0]


def row(table: str, key: str, *cells: Cell) -> Row:
    """A row whose anchor is made of the table's id and the row's key."""
    return Row(f"{table}-{anchor(key)}", cells)


def record_row(table: str, listed: str, record: Record, *cells: Cell) -> Row:
    """A row of a record, whose anchor is made of what tells it from the others of its list.

    `listed` is the key of a file and the path of the list: `input.ncci.pairs`.
    """
    file, _, path = listed.partition(".")
    return row(table, key_words(row_key(record, ROWS[file][path])), *cells)
