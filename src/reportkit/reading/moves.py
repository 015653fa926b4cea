"""Find what a text says that a move of the service from one setting to the other does to its payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportkit.reading.sentences import Sentence
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Move:
    """A move into the office or out of it, and whether it raises what is paid."""

    into_office: bool
    raises: bool
    start: int
    end: int


def move_in(sentence: Sentence) -> Move | None:
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
    if _DENIED.within(sentence.text[: last[1]]):
        return None
    return Move(into_office, rises is not None, sentence.start + first[0], sentence.start + last[1])


_DENIED: Final = Wording(
    r"\b(?:no|never|nothing|neither|nor)\b|\b(?:does|do|did|will|would) not\b|n't\b"
)
_OFFICE = r"(?:(?:the|an?|its|their|one's) )?(?:\w+ )?(?:offices?|practice|own rooms)\b"
_FACILITY = r"(?:(?:the|an?) )?(?:\w+ )?(?:hospitals?|facilit(?:y|ies)|outpatient departments?|(?:surgical|surgery) cent(?:er|re)s?)\b"
_FROM = r"\b(?:from|out of|leaves?|leaving)"
_TO = r"[^.;]{0,20}\b(?:to|into|for) "
_INSTEAD = (
    r"(?:in|at|into) {one}[^.;]{{0,10}}\b(?:rather than|instead of|and not|not)(?: in| at)? {other}"
)


def _move(source: str, target: str) -> Wording:
    """The words for a move from one setting to the other, or for the other in its place."""
    instead = _INSTEAD.format(one=target, other=source)
    return Wording(
        rf"{_FROM} {source}{_TO}{target}|\b{instead}",
        "from out leaves leave leaving rather instead not",
    )


_MOVES: Final = {True: _move(_FACILITY, _OFFICE), False: _move(_OFFICE, _FACILITY)}
"""Whether a move leads into the office, and the words for it."""
_FALLS: Final = Wording(
    r"\b(?:falls?|drops?|shrinks?|sinks?|declines?|decreases?|lower(?:s|ed)?|cuts?|diminish(?:es)?|less|smaller|loses?|reduces?|goes down|comes down"
    r"|costs? (?:the (?:surgeon|physician|clinician|practice|doctor)|money|him|her|them|you))\b"
)
_RISES: Final = Wording(
    r"\b(?:rises?|grows?|climbs?|increases?|raises?|more|higher|larger|gains?|adds?|goes up|jumps?|pays off|lifts?)\b"
)
