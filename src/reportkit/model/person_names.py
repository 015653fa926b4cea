"""Bring printed names into a form in which two names of one person can be told to be the same."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reportkit.model.invisible import INVISIBLE
from reportkit.model.lookalikes import LOOK_ALIKES
from reportkit.model.privacy.people import RANKS, TITLES, TITLES_THAT_ARE_WORDS

CREDENTIALS: Final = (
    "MD", "DO", "DPM", "DDS", "DMD", "PhD", "DrPH", "PharmD", "DNP", "RN", "BSN", "MSN", "LPN",
    "NP", "FNP", "APRN", "CNS", "CRNA", "PA", "PA-C", "PT", "DPT", "BA", "BS", "MA", "MS", "MBA",
    "MPH", "MHA", "JD", "Esq", "FACS", "FACP", "FACOG", "CPC", "CPC-A", "COC", "CIC", "CPMA",
    "CRC", "CPB", "CPPM", "CDEO", "CCS", "CCS-P", "CCA", "RHIA", "RHIT", "CDIP", "CHDA", "CHC",
    "Jr", "Sr", "II", "III", "IV",
)  # fmt: skip
"""What stands behind a name: degrees, licences, the certificates of AAPC and AHIMA, and Jr."""

NO_NAMES: Final = (
    "anonymous", "anybody", "foo bar", "first last", "firstname lastname", "full name", "jane doe",
    "jane roe", "joe bloggs", "john doe", "john q public", "john smith doe", "lorem ipsum", "me",
    "my name", "myself", "n a", "name", "name name", "name surname", "nobody", "nomen nescio",
    "none", "not available", "null", "placeholder", "printed name", "signature", "signed",
    "signer name", "somebody", "someone", "surname", "tba", "tbc", "tbd", "test", "test person",
    "test test", "test user", "to be determined", "todo", "unknown", "user", "user name",
    "username", "who", "whoever", "your name", "your name here",
)  # fmt: skip
"""What is typed where a name is asked for and no person is named, in the normal form."""

ROLE_WORDS: Final = (
    "admin", "administrator", "analyst", "approver", "assistant", "associate", "author", "billing",
    "board", "certified", "chief", "clinical", "clinician", "coder", "coding", "committee",
    "compliance", "department", "director", "editor", "editorial", "head", "lead", "manager",
    "medical", "officer", "owner", "physician", "publisher", "quality", "reviewer", "senior",
    "signatory", "signer", "staff", "supervisor", "team", "the", "writer",
)  # fmt: skip
"""Words that name an office; nobody is named by them alone."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters: no titles, accents, marks or letters that look alike.

    A title is one in front of other words alone, and a credential behind two: Do and Major are
    names as well.
    """
    shown = "".join(LOOK_ALIKES.get(letter, letter) for letter in INVISIBLE.sub("", name))
    parts = unicodedata.normalize("NFKD", shown).casefold()
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    words = _WORD.findall(_DOTTED.sub(_credential, _APOSTROPHE.sub("", letters)))
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    return (*words[:2], *(word for word in words[2:] if word not in _BEHIND))


def names_nobody(name: str) -> bool:
    """Whether a name names no person: initials, an office, a word that holds the place of one."""
    words = name_words(name)
    if not any(len(word) > 1 for word in words) or sorted(words) in _NO_NAMES:
        return True
    offices = all(word in ROLE_WORDS or word in _BEFORE or word.isdigit() for word in words)
    return offices or all(len(set(word)) == 1 for word in words)


def one_name(name: str, other: str) -> bool:
    """Whether two names can be of one person: in any order, with initials, with names left out."""
    few, many = sorted((list(name_words(name)), list(name_words(other))), key=len)
    shared = [word for word in few if word in many]
    for word in shared:
        if word in few and word in many:
            few.remove(word)
            many.remove(word)
    if not any(len(word) > 1 for word in shared):
        return False
    for word in few:
        stands_for = [kept for kept in many if kept[0] == word[0] and 1 in (len(kept), len(word))]
        if not stands_for:
            return False
        many.remove(stands_for[0])
    return True


def _credential(dotted: re.Match[str]) -> str:
    """M.D. at the end as MD; initials as they are."""
    joined = dotted[0].replace(".", "")
    return joined if joined in _BEHIND else dotted[0]


_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?=\s*(?:,|$))")
_APOSTROPHE = re.compile(r"['`\u2018\u2019\u02bc]")
_NO_NAMES: Final = [sorted(name.split()) for name in NO_NAMES]
_BEFORE: Final = frozenset(title.casefold() for title in (*TITLES, *RANKS, *TITLES_THAT_ARE_WORDS))
_BEHIND: Final = frozenset(
    word for credential in CREDENTIALS for word in credential.casefold().split("-") if len(word) > 1
)
