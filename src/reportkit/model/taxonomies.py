"""What the code of a taxonomy says by itself: whether it is of a person or of an organization."""

from __future__ import annotations

from typing import Final, Literal

OF_EITHER: Final = ("17", "19")
"""How codes begin that persons have and organizations: drivers, lodging and meals, and groups of
persons, which stand in the section of persons.
"""
_ORGANIZATIONS: Final = ("25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "38")
"""How codes of agencies, facilities, laboratories and suppliers begin (NUCC code set)."""


def kind_of_taxonomy(code: str) -> Literal["individual", "organization"]:
    """Whose a code is, as the columns of later versions of the code set say."""
    return "organization" if code.startswith(_ORGANIZATIONS) else "individual"
