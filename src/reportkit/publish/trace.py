"""Confirm or refute the figures of a publication by what public files say."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from pydantic import BaseModel

from reportkit.assemble.claim_facts import NO_PERIOD
from reportkit.assemble.equipment import ENDS, ends
from reportkit.assemble.figures import dosage_said
from reportkit.assemble.imaging_cap import BY_FACTOR
from reportkit.assemble.key_payment import OF_AN_HOUR, of_an_hour
from reportkit.assemble.language import translations
from reportkit.assemble.pair_groups import pair_groups, partners
from reportkit.assemble.patient_share import OF_IT, fifth
from reportkit.assemble.roundings import ROUNDED
from reportkit.model.edits import Ncci
from reportkit.model.equipment import EquipmentAmount
from reportkit.model.modifiers.fee_schedule import ruled_out
from reportkit.model.whole_numbers import whole_number
from reportkit.publish.printed_figures import PrintedFigure, PrintedFigures
from reportkit.publish.public_data import PublicData
from reportkit.source.references import MOST_PLACES
from reportkit.workspace.figures import (
    count,
    exact_money,
    exact_percent,
    money,
    number,
    percent,
    rounded,
)

Verdict = Literal["confirmed", "refuted", "not traced"]


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure, and what the public files say of it."""

    figure: PrintedFigure
    verdict: Verdict
    expected: str | None
    """What the files say, as it would be printed; None where they do not speak of it."""


def trace(printed: PrintedFigures, public: PublicData) -> tuple[Traced, ...]:
    """Each figure in the order of reading, held against the public files.

    A figure is confirmed where the value it says it came from and the words that are printed are
    both what the files give.
    """
    return tuple(_traced(figure, printed, public) for figure in printed.figures)


def _traced(figure: PrintedFigure, printed: PrintedFigures, public: PublicData) -> Traced:
    pairs = _PAIRS.fullmatch(figure.field)
    if pairs is not None:
        return _traced_pairs(figure, printed.code, public, pairs)
    if len(_fields(figure.field)) > 1:
        return _traced_list(figure, printed, public)
    value = _value(figure.field, printed.code, public)
    if value is None:
        return Traced(figure, "not traced", None)
    shown = [*_printings(value, printed.language)]
    if figure.rounding == ROUNDED and isinstance(value, Decimal):
        shown += _rounded(value, printed.language)
    expected = next((text for text in shown if _is_alike(text, figure.shown)), shown[0])
    same = any(
        figure.shown == text
        or figure.shown.startswith(f"{text} ")
        or figure.shown.startswith(f"{text}:")
        or figure.shown.endswith(f" {text}")
        for text in shown
    )
    # Columns are padded with zeros to the same places.
    same = same or _same(figure.shown, value)
    agrees = same and _same(figure.raw, value)
    return Traced(figure, "confirmed" if agrees else "refuted", expected)


def _traced_pairs(
    figure: PrintedFigure, code: str, public: PublicData, field: re.Match[str]
) -> Traced:
    """A group of pairs: the codes that the file has on that side at that indicator."""
    table = next((ncci for ncci in public.ncci if ncci.setting == field["setting"]), None)
    if table is None:
        return Traced(figure, "not traced", None)
    known = {
        other
        for group in pair_groups(code, table)
        if (group.side, group.indicator) == (field["side"], field["indicator"])
        for other in group.codes
    }
    printed = set(figure.shown.split(", "))
    if printed <= known and figure.raw == figure.shown:
        return Traced(figure, "confirmed", figure.shown)
    return Traced(figure, "refuted", ", ".join(sorted(known)))


def _traced_list(figure: PrintedFigure, printed: PrintedFigures, public: PublicData) -> Traced:
    """Values of several fields in one cell: each is printed, in their order."""
    values = [_value(field, printed.code, public) for field in _fields(figure.field)]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Traced(figure, "not traced", None)
    shown = [tuple(_printings(value, printed.language)) for value in known]
    printings = (
        rf"(?<![\d.,])(?:{'|'.join(map(re.escape, texts))})(?!\d|[.,]\d)" for texts in shown
    )
    raw = figure.raw.split(", ")
    agrees = (
        re.search(".*".join(printings), figure.shown) is not None
        and len(raw) == len(known)
        and all(map(_same, raw, known))
    )
    expected = ", ".join(texts[0] for texts in shown)
    return Traced(figure, "confirmed" if agrees else "refuted", expected)


def _fields(field: str) -> list[str]:
    """The fields of which each has its own value in a figure."""
    if field == OF_AN_HOUR or field.endswith(BY_FACTOR):
        return [field]
    return re.split(r", (?=[a-z_]+[.\[])(?![^\[]*\])", field)


def _value(field: str, code: str, public: PublicData) -> Decimal | str | None:
    """What the public files hold at a field of the input, or what is worked out from them."""
    made = _made_of(field)
    if made is not None:
        work_out, parts = made
        amounts = [_value(part, code, public) for part in parts]
        known = [amount for amount in amounts if isinstance(amount, Decimal)]
        return work_out(*known) if len(known) == len(amounts) else None
    if field == "mpfs.modifiers_ruled_out":
        return _ruled_out(code, public)
    counted = _PARTNERS.fullmatch(field)
    if counted is not None:
        return _count(code, public.ncci, counted["indicator"])
    value: object = public
    for step in _STEP.finditer(field):
        value = _end(value, step["name"]) or getattr(value, step["name"], None)
        if step["key"] is not None:
            value = _keyed(value, step["key"])
    return _plain(value)


def _made_of(field: str) -> tuple[Callable[..., Decimal], Sequence[str]] | None:
    """How an amount is worked out, and of which fields; None for one that is read."""
    if field == OF_AN_HOUR:
        return of_an_hour, ("anesthesia.base_units", "anesthesia.national_factor")
    if field.endswith(BY_FACTOR):
        return operator.mul, (field.removesuffix(BY_FACTOR), "mpfs.conversion_factor")
    if " + " in field:
        return lambda *parts: sum(parts, Decimal(0)), field.split(" + ")
    if field.startswith(OF_IT):
        return fifth, (field.removeprefix(OF_IT),)
    return None


def _plain(value: object) -> Decimal | str | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, Decimal | str):
        return value
    if isinstance(value, tuple):
        # A field that holds rows is printed as their number.
        are_words = all(isinstance(part, str) for part in value)
        return ", ".join(value) if are_words else Decimal(len(value))
    return Decimal(value) if isinstance(value, int) else None


def _keyed(rows: object, key: str) -> BaseModel | None:
    """The row that a key names: a locality, setting, a part or rate by modifiers, or a release.

    Amounts of equipment are named by their number, from 1.
    """
    if not isinstance(rows, tuple):
        return None
    numbered = [row for row in rows if isinstance(row, EquipmentAmount)]
    if numbered:
        at = whole_number(key) or 0
        return numbered[at - 1] if 0 < at <= len(numbered) else None
    return next((row for row in rows if key in _keys(row)), None)


def _keys(row: BaseModel) -> Iterator[str]:
    """By what a row may be named."""
    for name in ("locality", "setting", "modifier", "release"):
        if hasattr(row, name):
            yield getattr(row, name) or ""
    if hasattr(row, "modifiers"):
        yield " ".join(row.modifiers)


def _end(amounts: object, name: str) -> Decimal | None:
    """The lowest or the highest of the amounts of a rate, where that is what is asked for."""
    if name not in ENDS or not isinstance(amounts, tuple):
        return None
    return ends(amounts)[ENDS.index(name)]


def _ruled_out(code: str, public: PublicData) -> str | None:
    return None if public.mpfs is None else " ".join(ruled_out(code, public.mpfs))


def _count(code: str, tables: tuple[Ncci, ...], indicator: str) -> Decimal | None:
    return Decimal(len(partners(code, tables, indicator))) if tables else None


def _printings(value: Decimal | str, language: str) -> Iterator[str]:
    """The ways in which a value may be printed."""
    if isinstance(value, str):
        yield value
        if value == NO_PERIOD:
            yield translations(language).gettext("None")
        if (days := whole_number(value)) is not None:
            yield str(days)
        yield dosage_said(value)
        return
    yield money(value, language)
    yield exact_money(value, language)
    yield exact_percent(value, language)
    yield number(value, language)
    if value == value.to_integral_value():
        yield count(int(value), language)


def _rounded(value: Decimal, language: str) -> Iterator[str]:
    """A number to fewer places, as prose may ask for it, in percent and without."""
    for places in range(MOST_PLACES):
        yield percent(value, places, language)
        yield number(Decimal(rounded(value, places)), language)


def _is_alike(one: str, other: str) -> bool:
    """Whether both texts are money, or both percent, or neither is either."""
    return all((mark in one) is (mark in other) for mark in "$%")


def _same(raw: str, value: Decimal | str) -> bool:
    if isinstance(value, str):
        return raw == value
    try:
        return Decimal(raw) == value
    except ArithmeticError:
        return False


_STEP: Final = re.compile(r"(?P<name>\w+)(?:\[(?P<key>[^\]]*)\])?")
_PARTNERS: Final = re.compile(r"ncci\.partners\[(?P<indicator>\d)\]")
_PAIRS: Final = re.compile(
    r"ncci\[(?P<setting>[\w-]+)\]\.pairs\[(?P<side>[\w-]+), indicator=(?P<indicator>\d).*\]"
)
