"""List the words that stand before a person's name, or say what a named person is."""

from __future__ import annotations

from typing import Final

TITLES: Final = (
    "Mr", "Mrs", "Ms", "Miss", "Mister", "Madam", "Mx", "Dr", "Prof", "Hon", "Judge", "Senator",
    "Governor", "Mayor", "Officer", "Deputy", "Sheriff", "Detective",
)  # fmt: skip
"""Forms of address and offices; with or without a full stop behind."""

RANKS: Final = (
    "Pvt", "Cpl", "Corporal", "Sgt", "Sergeant", "Lt", "Lieutenant", "Capt", "Captain", "Maj",
    "Col", "Colonel", "Gen", "Adm", "Admiral", "Cmdr", "Ens", "Ensign", "Airman", "Seaman", "Spc",
)  # fmt: skip
"""Ranks of the services."""

CLERGY: Final = (
    "Rev", "Reverend", "Fr", "Father", "Sr", "Sister", "Br", "Brother", "Pastor", "Rabbi", "Imam",
    "Bishop", "Deacon",
)  # fmt: skip
"""Titles of clergy."""

TITLES_THAT_ARE_WORDS: Final = (
    "Coach", "Commander", "Doctor", "General", "Justice", "Major", "Nurse", "Private",
    "Professor", "Sir", "Specialist",
)  # fmt: skip
"""Titles that stand before many other words with a capital: `General Anesthesia`."""

SPANISH_TITLES: Final = ("Sra", "Srta", "Señor", "Señora", "Señorita", "Don", "Doña")
"""Titles in Spanish texts; `Sr` stands with the clergy."""

OCCUPATIONS: Final = (
    "accountant", "baker", "barber", "carpenter", "cashier", "clerk", "cook", "dentist", "driver",
    "electrician", "engineer", "farmer", "father", "firefighter", "grandfather", "grandmother",
    "hairdresser", "housewife", "janitor", "judge", "lawyer", "librarian", "man", "mechanic",
    "mother", "musician", "nurse", "officer", "painter", "pastor", "pharmacist", "pilot",
    "plumber", "priest", "professor", "resident", "retiree", "salesman", "secretary", "soldier",
    "student", "tailor", "teacher", "veteran", "waiter", "waitress", "welder", "widow", "widower",
    "woman",
)  # fmt: skip
"""What a person is said to be behind a name: `Harold Finch, a teacher`."""

AGE_WORDS_OVER_89: Final = (
    "nonagenarian",
    "nonagenarians",
    "centenarian",
    "centenarians",
    "supercentenarian",
    "supercentenarians",
    "nineties",
    "90s",
)
"""Words that say an age over 89 without a number."""
