"""Find words that tell which kind of service a text describes: freezes, removes, injects."""

from __future__ import annotations

from typing import Final

from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


def services_told(text: Text) -> frozenset[str]:
    """The kinds of service that the words of a text may tell of."""
    return frozenset(kind for kind, wording in _TOLD.items() if wording.within(text.plain))


def services_ordered(text: Text) -> frozenset[str]:
    """The kinds of service that a step tells to do: its verb, or one behind `and`."""
    return frozenset(kind for kind, wording in _ORDERED.items() if wording.within(text.plain))


def services_denied(text: Text) -> frozenset[str]:
    """The kinds of service of which every word in a text is denied: `nothing is cut out`."""
    denied = set()
    for kind, wording in _TOLD.items():
        spans = [match.span() for match in wording.find(text)]
        if spans and all(text.polarity(*span) == "denied" for span in spans):
            denied.add(kind)
    return frozenset(denied)


_TOLD: Final[dict[str, Wording]] = {
    "destruction": Wording(
        r"\b(?:destr(?:oy|uct)|fre?[eo]z|cryo|cauter|ablat|burn|laser|coagul|vapori)\w*"
    ),
    "excision": Wording(
        r"\b(?:excis|remov|resect|debrid|amputat|tak(?:es?|en) out|cut(?:s|ting)? (?:out|away))\w*"
    ),
    "biopsy": Wording(r"\b(?:biops|sampl|specimen)\w*"),
    "incision": Wording(r"\b(?:incis|open|divi[ds]|cut|drain|releas|decompress)\w*"),
    "repair": Wording(r"\b(?:repair|sutur|reconstruct|fix|clos|replac|graft|reduc)\w*"),
    "endoscopy": Wording(r"\b\w*scop(?:e|es|y|ic|ically|ies)\b"),
    "injection": Wording(r"\b(?:inject|needle|instill|infus|aspirat)\w*"),
    "therapy": Wording(
        r"\b(?:therap|train|exercis|treat|psychother|radiation|manipulat|cast|strapp)\w*"
    ),
    "imaging": Wording(r"\b(?:imag|radiograph|x-ray|ultraso|scan|view|tomogr|magnetic)\w*"),
    "evaluation": Wording(r"\b(?:visit|histor|exam|evaluat|interview|assess|measur)\w*"),
    "supply": Wording(r"\b(?:suppl|drug|device|dose|mg|vial)\w*"),
}
"""Kind of service to the stems that tell of it; kinds that one family alone has are left out."""
_PARTS: Final = {
    "evaluation": r"\b(?:take the history|review (?:the )?(?:results?|tests?|records?)|decide on|counsel"
    r"|write the prescription)\b",
    "imaging": r"\b(?:take (?:the )?(?:\w+ )?(?:views?|images?|pictures?)|interpret|read (?:the|all|both) (?:images|pictures|films|series|views|study))\b",
    "laboratory": r"\b(?:run|measure|analy[sz]e|report the results?)\b",
    "supply": r"\b(?:draw up|give the (?:dose|drug))\b",
    "therapy": r"\b(?:guide|record the minutes)\b",
}
"""Kind of service to further words that a step tells it by, as an order."""
_ORDERED: Final[dict[str, Wording]] = {
    kind: Wording(
        rf"(?:^|\b(?:and|then) |, )(?:{'|'.join(filter(None, (told, _PARTS.get(kind))))})"
    )
    for kind, told in {
        **dict.fromkeys(_PARTS),
        **{kind: wording.pattern for kind, wording in _TOLD.items()},
    }.items()
}
