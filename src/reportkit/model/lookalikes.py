"""Letters of other alphabets that look like those of this one, and the letter each looks like."""

from typing import Final

LOOK_ALIKES: Final = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxhqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters, after the confusables of Unicode (UTS 39)."""
