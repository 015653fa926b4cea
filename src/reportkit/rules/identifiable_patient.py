"""Rule: something that could identify a real person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_STATE = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey"
    r"|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    r"|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    r"|West Virginia|Wisconsin|Wyoming)"
)
_CITY = (
    r"(?:Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|Austin"
    r"|San Jose|San Francisco|Seattle|Denver|Boston|Detroit|Nashville|Portland|Las Vegas|Memphis"
    r"|Baltimore|Milwaukee|Atlanta|Miami|Cleveland|Tampa|Minneapolis|Pittsburgh|St\. Louis"
    r"|Cincinnati|Orlando|Brooklyn|Manhattan|New Orleans)"
)
_IDENTIFIERS = (
    ("a name", r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?"),
    ("a name", r"\b(?:[Pp]atient|[Ww]oman|[Mm]an|[Gg]irl|[Bb]oy)(?: is|,)? (?:named|called) "
               r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"),
    ("initials", r"\b[Ii]nitials [A-Z]\.? ?[A-Z]\b"),
    ("a date finer than a year", r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"),
    ("a date finer than a year", rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?\b"
                                 rf"|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} \d{{4}}\b"),
    ("a place", rf"\b(?:in|from|of|near|at) (?:(?:[A-Z][a-z]+ ){{0,2}}[A-Z][a-z]+, ?)?{_STATE}\b"),
    ("a place", rf"\b(?:in|from|of|near|at) {_CITY}\b"),
    ("a place", r"\b(?:lives|living|resides|resident|works|born|comes) (?:in|of|from|at|near) "
                r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"),
    ("a place", r"\b[A-Z][a-z]+, [A-Z]{2} \d{5}\b|\b\d{5}-\d{4}\b|\bZIP(?: code)?:? ?\d{3,5}\b"),
    ("an address", r"\b\d+ [A-Z][a-z]+ (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Lane|Drive)\b"),
    ("a telephone number", r"(?<![\d-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)"),
    ("an e-mail address", r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    ("a social security number", r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"),
    ("a record number", r"\b(?:MRN|(?:[Mm]edical )?[Rr]ecord (?:no\.?|number)|[Aa]ccount (?:no\.?"
                        r"|number)|[Mm]ember ID|[Cc]hart (?:no\.?|number)|[Ss]erial (?:no\.?"
                        r"|number)|[Ll]icen[sc]e (?:no\.?|number|plate))[ :#]*[A-Z0-9-]*\d[\w-]*"),
    ("a web address", r"\b(?:https?://|www\.)[^\s)\]]+"),
    ("an IP address", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _IDENTIFIERS)


@passage_rule("error", "clinical text", waivable=False)
def identifiable_patient(passage: Passage) -> Iterator[Issue]:
    """The clinical context holds something that could identify a person.

    Why:
        Names, places below the state, dates finer than a year and numbers of all kinds are
        identifiers under the privacy rule (45 CFR 164.514(b)(2)). An invented patient needs
        none of them, and a real one must not be told of.

    Bad:
        # clinical-context
        follow_up: Mrs. Miller returns on March 3.

    Good:
        # clinical-context
        follow_up: The patient returns after a year.
    """
    if passage.key != "clinical-context":
        return
    taken: set[int] = set()
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(passage.plain):
            if taken.isdisjoint(range(*found.span())):
                taken.update(range(*found.span()))
                yield Issue(
                    At(passage.key, passage.route, Span(*found.span())),
                    f"`{found[0]}` is {kind} and could identify a person",
                    "leave it out; an invented patient has an age, a sex and a presentation",
                )
