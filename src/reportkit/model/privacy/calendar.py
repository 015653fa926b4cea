"""List the words of the calendar that make a date finer than a year."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""The months in order."""

SHORT_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
"""Months cut short, with or without a full stop behind."""

MONTHS_THAT_ARE_WORDS: Final = ("March", "May")
"""Months that at the head of a sentence may be a verb."""

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""The days of the week."""

SEASONS_AND_FEASTS: Final = (
    "New Year's Day", "New Year's Eve", "Valentine's Day", "Easter", "Memorial Day",
    "Independence Day", "Fourth of July", "Labor Day", "Halloween", "Veterans Day", "Thanksgiving",
    "Christmas", "Christmas Eve",
)  # fmt: skip
"""Days that a name tells as well as a number."""

ORDINAL_DAYS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
"""The days of a month in words, in order."""
