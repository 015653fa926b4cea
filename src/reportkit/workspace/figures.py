"""Write numbers as a language prints them: dollars and cents, shares of a hundred, counts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def money(amount: Decimal | int, language: str = "en") -> str:
    """US dollars and cents, half a cent rounded up: $1,192.14, or 1192,14 US$ in Spanish."""
    cents = _to_places(Decimal(amount), 2)
    if _is_english(language):
        sign = "-" if cents < 0 else ""
        return f"{sign}${cents.copy_abs():,.2f}"
    from babel.numbers import format_currency

    return format_currency(cents, "USD", locale=_locale(language))


def exact_money(amount: Decimal, language: str = "en") -> str:
    """US dollars with all their places, two at least: $0.105, or 0,105 US$ in Spanish."""
    places = max(2, -int(amount.as_tuple().exponent))
    if _is_english(language):
        return f"${amount:,.{places}f}"
    from babel.numbers import format_currency

    locale = _locale(language)
    form = locale.currency_formats["standard"].pattern.replace("0.00", f"0.{'0' * places}")
    return format_currency(amount, "USD", form, locale=locale, currency_digits=False)


def rounded(number: Decimal, places: int) -> str:
    """A number to so many places, half rounded up, with a decimal point."""
    return f"{_to_places(number, places):f}"


def percent(share: Decimal, places: int, language: str = "en") -> str:
    """A share as parts of a hundred, to so many places: 61%, or 61 % in Spanish."""
    hundredths = rounded(_WIDE.multiply(share, Decimal(100)), places)
    if _is_english(language):
        return f"{hundredths}%"
    return f"{number(Decimal(hundredths), language)}\N{NO-BREAK SPACE}%"


def exact_percent(share: Decimal, language: str = "en") -> str:
    """A share as parts of a hundred with all their places: 17.508%, or 17,508 % in Spanish."""
    places = -int(share.normalize().as_tuple().exponent) - 2
    return percent(share, max(0, places), language)


def number(value: Decimal, language: str = "en") -> str:
    """A number with all its digits: 32.3465, or 32,3465 in Spanish."""
    text = f"{value:f}"
    if _is_english(language):
        return text
    from babel.numbers import get_decimal_symbol

    return text.replace(".", get_decimal_symbol(_locale(language)))


def count(value: int, language: str = "en") -> str:
    """A whole number with thousands marked: 12,041, or 12.041 in Spanish."""
    if _is_english(language):
        return f"{value:,}"
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language))


_WIDE = Context(prec=100)
"""Holds any number that a file may give, to any number of places that a filter may ask for."""


def _to_places(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def _is_english(language: str) -> bool:
    # English needs no library, and `check` loads none that only a build needs.
    return language.partition("-")[0] == "en"


def _locale(language: str) -> Locale:
    """The customs of a language with its region, or of the language; of English if unknown."""
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
