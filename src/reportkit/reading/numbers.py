"""Read numbers written as digits or as English words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES: Final = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 20 + 10 * index for index, word in enumerate(_TENS)}
    | {"a dozen": 12}
)
"""Words of one number below a hundred to its value."""

_FIRSTS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
ORDINALS: Final = (
    {word: 1 + index for index, word in enumerate(_FIRSTS)}
    | {f"{word[:-1]}ieth": 20 + 10 * index for index, word in enumerate(_TENS)}
    | {
        f"{tens}-{word}": 20 + 10 * index + number
        for index, tens in enumerate(_TENS)
        for number, word in enumerate(_FIRSTS[:9], start=1)
    }
)
"""Words of a place in a row below a hundred to the number of that place."""
ORDINAL: Final = "|".join(sorted(ORDINALS, key=len, reverse=True))
"""Pattern of such a word."""

_IN_SPANISH = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince"]  # fmt: skip
SPANISH: Final = (
    {word: number for number, word in enumerate(_IN_SPANISH)}
    | {"un": 1, "una": 1, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50}
    | {"sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
)
"""Spanish words of one number to its value."""
NUMERO: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(SPANISH, key=len, reverse=True))})"
"""Pattern of a number in digits or in Spanish words."""

_TEEN = "|".join(_ONES[10:])
_ONE = "|".join(_ONES[1:10])
IN_WORDS: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE}))?|{_TEEN}|{_ONE}|a dozen)"
    r"(?: (?:hundred|thousand|million|billion))?"
)
"""Pattern of a number in words."""

DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Pattern of a number in digits."""

NUMBER: Final = rf"(?:{DIGITS}|{IN_WORDS})"
"""Pattern of a number in digits or words."""

_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}


def value(words: str) -> Decimal | None:
    """The value of a number in digits or words: `1,200`, `thirty-two`; None if it is none."""
    text = words.strip().lower()
    if re.fullmatch(DIGITS, text):
        return Decimal(text.replace(",", ""))
    if text in SPANISH:
        return Decimal(SPANISH[text])
    *parts, last = re.split(r"[- ]", text)
    if last in _SCALE:
        counted = value(" ".join(parts)) if parts and parts != ["a"] else Decimal(1)
        return None if counted is None else counted * _SCALE[last]
    above = re.fullmatch(r"(a|[a-z]+) hundred and ([a-z -]+)", text)
    if above:
        hundreds = Decimal(1) if above[1] == "a" else value(above[1])
        rest = value(above[2])
        return None if hundreds is None or rest is None else hundreds * 100 + rest
    numbers = (
        [VALUES[text]] if text in VALUES else [VALUES.get(part, -1) for part in (*parts, last)]
    )
    return None if -1 in numbers else Decimal(sum(numbers))
