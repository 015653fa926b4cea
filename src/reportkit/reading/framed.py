"""Find what a text says of the fee schedule by the concepts of its sentences, in any voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from reportkit.reading.concepts import Frame, concepts, concepts_of, frame, told
from reportkit.reading.text import Text

Framed = Literal[
    "assistant paid",
    "co-surgeons paid",
    "team paid",
    "reduced beside others",
    "splits",
    "priced in the fee schedule",
    "priced in the laboratory schedule",
    "priced in a center",
    "same in both settings",
    "office pays more",
    "has a global period",
]


def framed(text: Text) -> Iterator[tuple[Framed, bool, int, int]]:
    """Topics of the fee schedule that a text affirms or denies, each once a sentence."""
    if len(concepts(text)) < _LEAST or text.route[:1] == ("vignette",):
        return
    for sentence in text.sentences:
        held = concepts_of(text, sentence)
        topics: set[Framed] = set()
        for topic, form in _FRAMES if len(held) >= _LEAST else ():
            claim = None if topic in topics else told(sentence, held, form)
            if claim is not None:
                topics.add(topic)
                yield topic, claim.says, claim.start, claim.end


_LEAST: Final = 2
"""Concepts that a claim takes at least."""
_OFFICE: Final = "office than center no"
_FACILITY: Final = "facility than center no"
"""Concepts beside which a setting is not the only one that a sentence compares."""
_FRAMES: Final[tuple[tuple[Framed, Frame], ...]] = (
    ("assistant paid", frame("assistant pays")),
    ("co-surgeons paid", frame("two-surgeons pays", conditional=True)),
    ("team paid", frame("team pays", conditional=True)),
    ("reduced beside others", frame("several in-full", without="no", says=False, conditional=True)),
    (
        "reduced beside others",
        frame("several pays same", without="no reduced", says=False, conditional=True),
    ),
    ("reduced beside others", frame("several reduced", conditional=True)),
    ("splits", frame("professional-part technical-part apart")),
    ("splits", frame("both-parts apart", without="several")),
    ("priced in the fee schedule", frame("fee-schedule pays|priced|carries", without="no")),
    ("priced in the laboratory schedule", frame("laboratory-schedule pays|priced")),
    ("priced in a center", frame("center pays|facility-fee")),
    ("has a global period", frame("global falls-under|included", without="no of-other")),
    ("has a global period", frame("global of-own", without="of-other")),
    ("same in both settings", frame("same wherever pays", conditional=True)),
    ("same in both settings", frame("same office facility pays", without="than center")),
    ("office pays more", frame("clinician office more pays", without=_FACILITY, conditional=True)),
    ("office pays more", frame("clinician facility less pays", without=_OFFICE, conditional=True)),
    (
        "office pays more",
        frame("clinician facility more pays", without=_OFFICE, says=False, conditional=True),
    ),
    (
        "office pays more",
        frame("clinician office less pays", without=_FACILITY, says=False, conditional=True),
    ),
    ("office pays more", frame("clinician office most pays", without=_FACILITY)),
    ("office pays more", frame("clinician facility least pays", without=_OFFICE)),
    ("office pays more", frame("clinician facility most pays", without=_OFFICE, says=False)),
    ("office pays more", frame("clinician office least pays", without=_FACILITY, says=False)),
    ("office pays more", frame("of-two office more pays", without="facility than")),
    ("office pays more", frame("of-two facility more pays", without="office than", says=False)),
    ("office pays more", frame("of-two office less pays", without="facility than", says=False)),
    ("office pays more", frame("of-two facility less pays", without="office than")),
)
