"""Find modifiers in a text: behind their word, before it, behind a code, in lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportkit.model.modifiers import MODIFIERS
from reportkit.reading.bare_modifiers import bare_modifiers
from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class ModifierMention:
    """A modifier that a text names."""

    code: str
    start: int
    end: int


@once_for_each_text
def modifier_mentions(text: Text) -> Iterator[ModifierMention]:
    """The modifiers of a text, in order, each place once."""
    places: dict[int, ModifierMention] = {}
    for wording in _WORDINGS:
        for match in wording.find(text):
            for mention in _listed(text.plain, *match.span("codes")):
                places.setdefault(mention.start, mention)
    bare = (ModifierMention(*named) for named in bare_modifiers(text))
    for mention in (*_taken(text), *_in_words(text), *_used(text), *bare):
        places.setdefault(mention.start, mention)
    yield from sorted(places.values(), key=lambda mention: mention.start)


def _taken(text: Text) -> Iterator[ModifierMention]:
    """Lists behind a verb without the word, where every one is a known modifier: `take 26 or TC`."""
    for match in _TAKEN.find(text):
        listed = [*_listed(text.plain, *match.span("codes"))]
        codes = [mention.code for mention in listed]
        if len(codes) > 1 and MODIFIERS.keys() >= {*codes} and not all(map(str.isdigit, codes)):
            yield from listed


def _in_words(text: Text) -> Iterator[ModifierMention]:
    """Numbers in words behind the word: `modifier twenty-two`."""
    for match in (*_TOLD.find(text), *_TOLD_BEFORE.find(text)):
        number = value(match["number"])
        if number is not None and _FIRST_NUMBER <= number < _NO_MODIFIER:
            yield ModifierMention(f"{number:f}", *match.span("number"))


def _used(text: Text) -> Iterator[ModifierMention]:
    """Two characters behind a verb of advice, and in a row behind `with`, that are a modifier."""
    for match in (
        *_USED.find(text),
        *_AS_ONE.find(text),
        *(_WITH.find(text) if _is_row(text) else ()),
    ):
        if match["code"] in MODIFIERS:
            yield ModifierMention(match["code"], *match.span("code"))


@once_for_each_text
def refusals(text: Text) -> Iterator[ModifierMention]:
    """The modifiers that a text says never to go with the code, whatever the case."""
    for mention in modifier_mentions(text):
        sentence = text.sentence(mention.start)
        before = text.plain[max(sentence.start, mention.start - _NEAR) : mention.start]
        behind = text.plain[mention.end : min(sentence.end, mention.end + _NEAR)]
        refused = _REFUSED.within(behind) or _NOT_TO_APPEND.within(before)
        if refused and not _QUALIFIED.within(sentence.text):
            yield mention


def is_kept_off(sentence: Sentence) -> bool:
    """Whether a sentence says that what it names is not for this code: `… and not to this one`."""
    return _NOT_HERE.within(sentence.text) is not None


@dataclass(frozen=True, slots=True)
class Together:
    """Two modifiers that a sentence puts on one line."""

    first: str
    second: str
    start: int
    end: int


def joined(text: Text, row: str | None) -> Iterator[Together]:
    """Modifiers put on one line by a text; `row` is the modifier whose row it stands in."""
    mentions = [*modifier_mentions(text)]
    yield from _chained(text)
    for match in _ON_ONE_LINE.find(text):
        sentence = text.sentence(match.start())
        always = _NEVER_WITHOUT.within(sentence.text) is not None
        if not always and text.denies(*match.span()):
            continue
        begin = sentence.text.rfind("; ", 0, match.start() - sentence.start) + 1
        stop = sentence.text.find("; ", match.end() - sentence.start)
        end = sentence.end if stop < 0 else sentence.start + stop
        named = [m for m in mentions if sentence.start + begin <= m.start < end]
        if not always and (_NEITHER.within(sentence.text) or _LINES.within(sentence.text)):
            continue
        codes = dict.fromkeys([*([row] if row else []), *(mention.code for mention in named)])
        for first, second in combinations(codes, 2):
            yield Together(first, second, named[0].start, named[-1].end)


def _chained(text: Text) -> Iterator[Together]:
    """Modifiers that hang on each other by hyphens: `AA-QK`, `11042-LT-59`."""
    if len(text.words & _IN_SMALL_LETTERS) < _LEAST_OF_A_CHAIN:
        return
    for match in _CHAIN.find(text):
        codes = match["codes"].split("-")
        sentence = text.sentence(match.start())
        denied = text.denies(*match.span())
        if not denied and MODIFIERS.keys() >= {*codes} and not _NEITHER.within(sentence.text):
            for first, second in combinations(codes, 2):
                yield Together(first, second, *match.span("codes"))
    for match in _BOTH_TAKEN.find(text):
        asserted = text.polarity(*match.span()) in ("asserted", "conditional")
        if asserted and not _LINES.within(text.sentence(match.start()).text):
            yield Together(match["first"], match["second"], match.start("first"), match.end())


_IN_SMALL_LETTERS = frozenset(code.lower() for code in MODIFIERS)
_LEAST_OF_A_CHAIN = 2
_CHAIN = Wording(
    r"(?<![\w-])(?:(?:\d{4}[0-9AFTUM]|[A-V]\d{4})-)?(?P<codes>(?:\d\d|[A-Z][A-Z0-9])(?:-(?:\d\d|[A-Z][A-Z0-9])){1,3})(?![\w-])",
    case=True,
)
_ON_ONE_LINE = Wording(
    r"\b(?:the|that|this)(?: same)? line (?:also |then |may also )?(?:gets|takes|carries|shows|bears)\b|\b(?:joins|accompanies) it\b|\b(?:report|append|add|bill|use|put) (?:modifier )?\w\w in addition\b|\b(?:is|are) (?:\w+ )?(?:reported|billed|appended|added|put) (?:with|beside) it\b"
    r"|\b(?:stand|go|belong|sit|appear|come)s? (?:together|both|side by side)\b"
    r"|\b(?:share|shares|sharing) (?:the|a|one|this|that|the same) line\b|\b(?:pairs?|paired|combines?|combined|joins?|joined) (?:it|this|them)? ?with\b"
    r"|\b(?:on|to) (?:one|the same|this|that|the) line\b|\b(?:one|the same) line may show\b"
    r"|\b(?:together|as well|along with|in addition to (?:it|this|that|modifiers?|the (?:modifier|other|first)|\w\w)\b|both|next to|side by side|(?:beside|alongside) (?:it|this|that))\b",
    "line together well with along addition both next side stand stands go goes belong belongs sit sits appear appears come comes pair pairs paired combine combines combined join joined joins accompanies beside alongside",
)
_NEITHER = Wording(
    r"\b(?:neither|nor|without either|exclude each other|one or the other|(?:leaves?|leaving|left) (?:\w+ ){0,4}(?:off|out|away)"
    r"|knows?|learn|either|contradict|exclude|clash|conflict|(?:never|not) (?:stand|go|belong|appear|used|put|placed|combined)s?\b"
    r"|(?:is|are) (?:wrong|an error|a mistake|denied|rejected)|(?:is|are) (?:an? |the |both )?modifiers?)\b"
)
_NEVER_WITHOUT = Wording(r"\b(?:never|not) (?:\w+ ){0,2}without (?:modifier )?\w\w\b")
"""Two denials, by which one modifier always goes with another."""
_NOT_HERE = Wording(
    r"\b(?:not|never) (?:go |belong |stand )?(?:on|to|for|with|behind) th(?:is|e) (?:one|code|line|service|report)\b"
)
_REFUSED = Wording(
    r"^(?:(?:,| and| or| nor) (?:modifier )?\w\w)* (?:(?:does|do) not (?:apply|go|fit|belong)|(?:has|have) no (?:effect|use|place|meaning)"
    r"|(?:is|are) (?:refused|rejected|ignored|invalid|useless|out of place)|(?:is|are) (?:not|never) (?:accepted|used|allowed|valid|appended|recogni[sz]ed|reported|billed)|(?:is|are) never (?:needed|required|called for))\b"
)
_NOT_TO_APPEND = Wording(
    r"\b(?:(?:do not|never) (?:append|use|add|attach|report)|there is no (?:place|room|use|need|reason) for|(?:omit|avoid|leave off))"
    r" (?:modifiers? )?(?:\w\w(?:,| or| and) )*$"
)
_QUALIFIED = Wording(
    r"\b(?:if|when|whenever|unless|together|beside|besides|alongside|same line|one line|a line|both|without|until|where|except|only|instead"
    r"|by (?:itself|the)|for (?!this\b|the code\b|it\b|modifier\b)|with (?!this\b|the code\b|it\b)|on (?!this (?:code|test|service|procedure|study|drug)\b|the code\b|it\b))\b"
)
"""Words that limit a refusal to some cases."""
_NEAR = 80
"""Within how many characters of a modifier it is refused."""
_FIRST_NUMBER, _NO_MODIFIER = 20, 100
_ONE = r"(?:\d\d|\dP|[A-Z][A-Z0-9])(?!\w|[.,]\d)"
_LINES = Wording(
    r"\bon (?:the (?:next|other|second)|another)\b|\blines\b|\b(?:two|each|own) \w+ lines?\b|\brespectively\b"
)
_BOTH_TAKEN = Wording(
    rf"\b(?:takes|carries|needs|gets|wears|shows|(?:billed|reported|coded|sent) (?:as|with|by)) (?P<first>{_ONE}) (?:and|plus|with|&|together with|along with|as well as) (?P<second>{_ONE})(?=[.,;]|$| (?:on|for|together|when|if)\b)",
    "takes carries needs gets wears shows billed reported coded sent",
    case=True,
)
_LIST = (
    rf"-?{_ONE}(?:(?:\s*[,/&]\s*(?:and |or )?|\s+(?:and|or|with|plus|to|through|nor|but not)\s+"
    rf"|\s*[-–]\s*)(?:modifiers?\s+)?-?{_ONE}){{0,40}}"
)
_NEEDS = "modifier modifiers modificador modificadores mod mods"
_WORDINGS = (
    Wording(
        rf"\b[Mm](?:odifiers?|ODIFIERS?|odificador(?:es)?|ods?)\b\.?[\s:#]+(?:(?:code|number|no\.|is|are"
        rf"|such as)\s+)?[\"“‘'(]?(?P<codes>{_LIST})",
        _NEEDS,
        case=True,
    ),
    Wording(rf"(?<![\w.$/-])-?(?P<codes>{_LIST})\s+modifier\b", _NEEDS, case=True),
    Wording(
        r"\b[Mm]odifiers? for [a-z][a-z -]{1,40} \((?P<codes>\d\d|[A-Z][A-Z0-9])\)",
        _NEEDS,
        case=True,
    ),
    Wording(
        rf"\b(?:bills?|reports?|adds?|appends?|uses?) (?P<codes>{_LIST}) as (?:an? |the )?modifiers?\b",
        _NEEDS,
        case=True,
    ),
    Wording(
        rf"(?<![\w.$/-])(?P<codes>{_LIST}) (?:is|are) (?:an? |the |both )?modifiers?\b",
        _NEEDS,
        case=True,
    ),
    Wording(
        r"\b(?:[Uu]se of|bills?|billed|reported|with|under|or|and|or of|and of) -(?P<codes>[2-9]\d|[A-Z][A-Z0-9])(?![\w%.,-]\w)(?! (?:degrees|mm|cm|mV|diopters|percent)\b)",
        "use bills bill billed reported with under or and",
        case=True,
    ),
    Wording(
        r"(?<![\w-])(?:\d{4}[0-9AFTUM]"
        r"|[A-V]\d{4})-(?P<codes>[0-9A-Z]{2}(?:-[0-9A-Z]{2}){0,3})(?![\w-])",
        case=True,
    ),
    Wording(
        r"(?<![\w-])-(?P<codes>[2-9]\d|[A-Z][A-Z0-9])(?= (?:on|to|behind|after) (?:each|every|the|a|its|both|that|this|all) (?:\w+ )?(?:claims?|lines?|codes?)\b)",
        "claim claims line lines code codes",
        case=True,
    ),
)
_TAKEN = Wording(
    rf"\b(?:takes?|carr(?:y|ies)|needs?|accepts?|goes with|go with)\s+(?P<codes>{_LIST})",
    "take takes carry carries need needs accept accepts go goes",
    case=True,
)
"""A list behind a verb, all of known modifiers."""
_TOLD = Wording(rf"\bmodifiers? (?P<number>{IN_WORDS})\b", _NEEDS)
_TOLD_BEFORE = Wording(rf"\b(?:the|an?) (?P<number>{IN_WORDS}) modifier\b", _NEEDS)
_WITH = Wording(
    r"\b(?:with|beside)\s+(?P<code>[A-Z][A-Z0-9])(?![\w%]|[.,]\d)", "with beside", case=True
)
_USED = Wording(
    r"\b(?:[Aa]ppend(?:s|ed|ing)?|[Aa]dd(?:s|ed|ing)?|[Aa]ttach(?:ed)?|[Uu]s(?:e|es|ed|ing)"
    r"|[Rr]eport(?:s|ed)?"
    r"|[Pp]ut(?:s|ting)?|[Tt]ogether with)"
    r"\s+(?:(?P<hyphen>-)?[\"“‘']?(?P<code>[A-Z][A-Z0-9]|(?<=-)\d\d|\d\d(?=\s+(?:as well|also|too|when"
    r"|if|on the|on this|on one|on a|on that|to the"
    r"|with it|in addition|together|and)\b)|(?<=[\"“‘'])\d\d(?=[\"”’'])))(?![\w%]|[.,]\d)",
    "append appends appended appending add adds added adding attach attached use uses used using"
    " with"
    " report reports reported put puts putting together",
    case=True,
)
"""Two characters behind a verb of advice, which are a modifier if they are known as one."""


_AS_ONE = Wording(
    r"\b(?:[Aa]dd|[Aa]ppend|[Aa]ttach|[Uu]se|[Pp]ut) an? (?P<code>\d\d|[A-Z][A-Z0-9])(?= (?:when|if|to|on|for|as|where)\b|[.,;]|$)",
    "add append attach use put",
    case=True,
)
"""A modifier as one of its kind: `add a 62`."""


def _is_row(text: Text) -> bool:
    """Whether a text is of the row of a modifier, where two capitals are another one."""
    return text.key == "coding-specifications" and text.route[:1] == ("modifiers",)


def _listed(text: str, start: int, end: int) -> Iterator[ModifierMention]:
    """Each of a list; both ends of a range and what is known between them."""
    matches = [*re.finditer(rf"(?<!\w){_ONE}", text[start:end])]
    for index, match in enumerate(matches):
        yield ModifierMention(match[0], start + match.start(), start + match.end())
        if index + 1 == len(matches):
            return
        between = text[start + match.end() : start + matches[index + 1].start()]
        if re.fullmatch(r"\s*[-–]\s*|\s+(?:to|through)\s+", between):
            yield from _between(
                match[0], matches[index + 1][0], start + match.start(), start + match.end()
            )


def _between(first: str, last: str, start: int, end: int) -> Iterator[ModifierMention]:
    """The known modifiers of a range, at the place of its first one."""
    for code in MODIFIERS:
        if first < code < last and code.isdigit() == first.isdigit():
            yield ModifierMention(code, start, end)
