"""Find what a text says that a move of the service from one setting to the other does to its payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Move:
    """A move into the office or out of it, and whether it raises what is paid."""

    into_office: bool
    raises: bool
    start: int
    end: int


def move_in(text: Text, sentence: Sentence) -> Move | None:
    """The move that a sentence affirms something of: `the fee drops when it leaves the hospital`."""
    targets = {
        into_office: wording.within(sentence.text) for into_office, wording in _MOVES.items()
    }
    moved = [(into_office, match) for into_office, match in targets.items() if match is not None]
    falls, rises = _FALLS.within(sentence.text), _RISES.within(sentence.text)
    change = falls or rises
    if len(moved) != 1 or change is None or (falls and rises):
        return None
    ((into_office, match),) = moved
    first, last = sorted((match.span(), change.span()))
    start, end = sentence.start + first[0], sentence.start + last[1]
    if text.polarity(start, end) in ("denied", "advised against"):
        return None
    return Move(into_office, rises is not None, start, end)


_OFFICE = r"(?:(?:the|an?|its|their|one's) )?(?:\w+ )?(?:offices?|practice|own rooms)\b"
_FACILITY = r"(?:(?:the|an?) )?(?:\w+ )?(?:hospitals?|facilit(?:y|ies)|outpatient departments?)\b"
_FROM = r"\b(?:from|out of|leaves?|leaving)"
_TO = r"[^.;]{0,20}\b(?:to|into|for) "
_MOVES: Final = {
    True: Wording(rf"{_FROM} {_FACILITY}{_TO}{_OFFICE}", "from out leaves leave leaving"),
    False: Wording(rf"{_FROM} {_OFFICE}{_TO}{_FACILITY}", "from out leaves leave leaving"),
}
"""Whether a move leads into the office, and the words for it."""
_FALLS: Final = Wording(
    r"\b(?:falls?|drops?|shrinks?|sinks?|declines?|decreases?|lower(?:s|ed)?|less|smaller|loses?|reduces?|goes down|comes down"
    r"|costs? (?:the (?:surgeon|physician|clinician|practice|doctor)|money|him|her|them|you))\b"
)
_RISES: Final = Wording(
    r"\b(?:rises?|grows?|climbs?|increases?|raises?|more|higher|larger|gains?|adds?|goes up|jumps?|pays off)\b"
)
