"""Find the side of the body that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class SideMention:
    """A side with the part it belongs to: `left`, `eye`."""

    side: Side
    part: str
    start: int
    end: int


def region(part: str) -> str:
    """The region a part belongs to: fingers are of the arm, as the hand is."""
    return _REGIONS.get(part, part)


@once_for_each_text
def bare_sides(text: Text) -> Iterator[SideMention]:
    """The sides a text names without a part behind them: `tender on the right`, `the left one`.

    A sentence that names both compares them.
    """
    met: dict[int, list[SideMention]] = {}
    for match in _BARE.find(text):
        sentence = text.sentence(match.start())
        before = text.plain[sentence.start : match.start()]
        if not (
            _NO.within(before)
            or _POSED.within(before)
            or _UNTOUCHED.within(sentence.text)
            or _IF.within(sentence.text)
        ):
            side: Side = "left" if _side_of(match) == "left" else "right"
            mention = SideMention(side, "", *match.span())
            met.setdefault(sentence.start, []).append(mention)
    for mentions in met.values():
        sentence = text.sentence(mentions[0].start)
        named = {side["side"].lower() for side in _SIDE.each(sentence.text)}
        if len({mention.side for mention in mentions} | named & {"left", "right"}) == 1:
            yield from mentions


@once_for_each_text
def sides(text: Text) -> Iterator[SideMention]:
    """The sides a text says to be affected or treated, each with the noun behind it."""
    for match in _SIDE.find(text):
        if text.polarity(*match.span()) != "asserted" or _UNTOUCHED.within(
            text.sentence(match.start()).clause(*match.span())[0]
        ):
            continue
        word = match["side"].lower()
        sentence = text.sentence(match.start()).text
        bare = {_side_of(one) for one in _BARE.each(sentence)} - {word}
        if bare & _OPPOSITE.get(word, frozenset()):
            continue
        side: Side = (
            "both" if word in ("both", "bilateral") else "left" if word == "left" else "right"
        )
        yield SideMention(side, match["part"].lower().rstrip("s"), *match.span())


def _side_of(bare: re.Match[str]) -> str:
    """The word for a side that stands without its part."""
    return str(bare["side"] or bare["before"] or bare["told"]).lower()


_OPPOSITE: Final = {"left": frozenset({"right"}), "right": frozenset({"left"})}
"""A side to the one that a sentence compares it with, where it names that without its part."""
_PARTS = (
    r"eyes?|ears?|knees?|hips?|shoulders?|elbows?|wrists?|ankles?|hands?|foot|feet|arms?|legs?"
    r"|thighs?|breasts?|lungs?"
    r"|kidneys?|ovar(?:y|ies)|testicles?|lens|retina|cornea|eyelids?|fingers?|toes?|thumbs?"
    r"|cheeks?|lobe|lower lobe"
    r"|upper lobe|carotid|iliac|femoral|renal|coronary|heel|forearms?|nostrils?|tonsils?"
    r"|palms?|knuckles?|shins?|forefoot|midfoot|hindfoot|soles?|radius|ulna|tibia|fibula|patella|kneecap|meniscus|humerus|femur|clavicle|collarbone|armpit|axilla|jaw|buttock"
    r"|hemithorax|chest|abdomen|hemidiaphragm|ureters?|flanks?|groins?|calves|calf|temples?|carpal tunnel|one"
)
_UNTOUCHED: Final = Wording(
    r"\b(?:does (?:most of )?the work|takes? over|compensates?|free of|(?<!back to )normal|unaffected|healthy|unchanged|intact|unremarkable|absent|other side|replaced"
    r"|full (?:strength|power|use|feeling|function|movement|range)|long ago|years ago|earlier"
    r"|(?:had|has|have) (?:already )?been \w+(?: on| out)? (?:before|already|once)|in the past|last (?:year|month|week)|(?:may|will|can|could) be (?:\w+ ){1,2}later|previously|only if|only$|for comparison|as well as on"
    r"|without (?:symptoms?|complaints?|findings?|changes?))\b"
)
"""What is said of the side that is not treated."""
_REGIONS: Final = {
    **dict.fromkeys(
        (
            "hand",
            "wrist",
            "finger",
            "thumb",
            "carpal tunnel",
            "palm",
            "knuckle",
            "forearm",
            "elbow",
            "radiu",
            "ulna",
        ),
        "arm",
    ),
    **dict.fromkeys(
        (
            "foot",
            "forefoot",
            "midfoot",
            "hindfoot",
            "sole",
            "toe",
            "heel",
            "ankle",
            "knee",
            "tibia",
            "fibula",
            "patella",
            "kneecap",
            "meniscu",
            "shin",
            "calf",
            "calve",
            "thigh",
        ),
        "leg",
    ),
    **dict.fromkeys(("eye", "len", "lens", "retina", "cornea", "eyelid"), "eye"),
    **dict.fromkeys(("lung", "lobe", "lower lobe", "upper lobe"), "lung"),
}
_NO: Final = Wording(r"\b(?:no|not|never|without|neither|nor|nothing)\b|n't\b")
_IF: Final = Wording(r"\b(?:if|unless|whether)\b")
_POSED: Final = Wording(
    r"\b(?:lies|lying|lay|sleeps?|turn(?:s|ed)|roll(?:s|ed)|put|placed|positioned)(?: \w+){0,2} (?:on|to|onto) (?:the |her |his |their )?$"
)
"""Says how somebody lies, and not which side is treated."""
_BARE: Final = Wording(
    r"(?:(?<!than )\b(?:on|with) (?:the|her|his|their) |\()(?P<side>left|right)(?=[.,;:)]|$| (?:is|are|was|were|has|shows?|there|where|when|and)\b)"
    r"|\bside (?:is|was) (?:the )?(?P<told>left|right)\b"
    r"|\b(?P<before>left|right)(?:-sided| side)\b(?! of (?:the|her|his|their) (?:brain|bed|table|room|form|claim|page)\b)",
    "left right",
)
"""A side that stands for its part."""
_SIDE: Final = Wording(
    rf"\b(?P<side>left|right|both|bilateral) (?:(?:lower|upper|middle|outer|inner|affected|whole"
    rf"|lateral|medial|clouded|great"
    rf"|index|ring|little|diseased|injured|painful) )?(?P<part>{_PARTS})\b",
    "left right both bilateral",
)
