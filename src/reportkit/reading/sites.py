"""Find sites of service and place-of-service codes in a text, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from reportkit.model.input import Site
from reportkit.model.phrases import Occurrence, Phrases
from reportkit.model.pos import POS
from reportkit.model.sites import NO_SITE_PHRASES, OPEN_SITE_WORDS, site_names
from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class SiteMention:
    """Words that name a site, and which places and which provided sites they may mean."""

    words: str
    codes: frozenset[str]
    sites: tuple[Site, ...]
    """The provided sites that may be meant; none if no provided site is."""
    start: int
    end: int

    @property
    def clear(self) -> bool:
        """False for words that leave open which of several places is meant."""
        return len(self.codes) <= _CLEAR


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """A place-of-service code that a text gives."""

    code: str
    start: int
    end: int


def site_mentions(text: Text, provided: tuple[Site, ...]) -> tuple[SiteMention, ...]:
    """The sites a text names, in order: provided names first, then any words for a place."""
    names = tuple((site.name, *site.aliases) for site in provided)
    own = _provided_names(text, names) if names else ()
    taken = {offset for name in own for offset in range(name.start, name.end)}
    mentions = [
        SiteMention(
            text.plain[name.start : name.end],
            frozenset(provided[name.value].pos),
            (provided[name.value],),
            name.start,
            name.end,
        )
        for name in own
    ]
    for name in _named_places(text):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            codes = _codes_at(text, name)
            meant = tuple(site for site in provided if codes.intersection(site.pos))
            words = text.plain[name.start : name.end]
            mentions.append(SiteMention(words, codes, meant, name.start, name.end))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _codes_at(text: Text, name: Occurrence[frozenset[str]]) -> frozenset[str]:
    """The places that a name may mean: at home is also where a patient is seen from afar."""
    afar = name.value == {"12"} and _AFAR.within(text.sentence(name.start).text)
    return name.value | {"10"} if afar else name.value


def offered_places(text: Text, provided: tuple[Site, ...]) -> Iterator[SiteMention]:
    """Places of which only a sentence that tells where the service is given shows that one is meant.

    `A pharmacy offers the test`, `it is given at school`: elsewhere such words name no site.
    """
    for name in words_for_places(text):
        sentence = text.sentence(name.start)
        before = text.plain[sentence.start : name.start]
        behind = text.plain[name.end : sentence.end]
        first = text.plain[sentence.start : name.end]
        if not name.value:
            continue
        served = _ARE_SERVED.within(behind) is not None and _PEOPLE_OF.within(before) is not None
        told = _IS_TOLD.within(behind) is not None and _SERVICE_AT.within(before) is not None
        if (
            served
            or (told and len(name.value) <= _CLEAR)
            or _OFFERS.within(behind)
            or _GIVEN_AT.within(before)
            or (text.route == ("vignette", "procedure") and _AT_FIRST.within(first))
        ):
            meant = tuple(site for site in provided if name.value.intersection(site.pos))
            words = text.plain[name.start : name.end]
            yield SiteMention(words, name.value, meant, name.start, name.end)
    for match in _INPATIENTS.find(text):
        if _ARE_SERVED.within(text.plain[match.end() : text.sentence(match.start()).end]):
            meant = tuple(site for site in provided if "21" in site.pos)
            yield SiteMention(match[0], frozenset({"21"}), meant, *match.span())


@once_for_each_text
def _provided_names(text: Text, names: tuple[tuple[str, ...], ...]) -> Iterator[Occurrence[int]]:
    """The names of provided sites in a text, each with the number of its site."""
    yield from _own_names(names).find(text.plain)


@once_for_each_text
def _named_places(text: Text) -> Iterator[Occurrence[frozenset[str]]]:
    """The names of sites in a text, whichever are provided."""
    yield from site_names(text.plain)


@once_for_each_text
def words_for_places(text: Text) -> Iterator[Occurrence[frozenset[str]]]:
    """The words of a text that name a place without naming a site."""
    yield from _open_words().find(text.plain)


def is_unconditional(sentence: Sentence) -> bool:
    """Whether a sentence names no condition, exception or part of what it says."""
    return not _CONDITIONED.within(sentence.text)


@once_for_each_text
def place_codes(text: Text) -> Iterator[PlaceCode]:
    """The place-of-service codes of a text: `place of service 11`, `POS 22`."""
    taken: set[int] = set()
    for wording in (_PLACE_CODE, _IN_FIELD):
        for match in wording.find(text):
            group = next(name for name, code in match.groupdict().items() if code)
            number = value(match[group])
            taken.add(match.start(group))
            if number is not None:
                yield PlaceCode(f"{int(number):02}", *match.span(group))
    for place in _named_places(text):
        sentence = text.sentence(place.start)
        if _AT.within(text.plain[max(sentence.start, place.start - _JUST_BEFORE) : place.start]):
            continue
        told = _TOLD_BY.within(text.plain[place.end : min(sentence.end, place.end + _NEAR)])
        group = next((name for name, code in told.groupdict().items() if code), "") if told else ""
        if told and told[group] in POS and place.end + told.start(group) not in taken:
            start, end = told.span(group)
            yield PlaceCode(told[group], place.end + start, place.end + end)


def coded_sites(
    text: Text, provided: tuple[Site, ...]
) -> Iterator[tuple[PlaceCode, tuple[SiteMention, ...]]]:
    """Each place-of-service code of a text with the sites that its sentence may give it to.

    That is the site named last before it, unless another code stands between, and one named right
    behind it: `22, the hospital`. Where there is neither, it is the nearest.
    """
    places = place_codes(text)
    taken = [place.start for place in places]
    for place in places:
        sentence = text.sentence(place.start)
        named = [one for one in site_mentions(text, provided) if sentence.holds(one.start)]
        before = [mention for mention in named if mention.end <= place.start][-1:]
        if before and any(before[0].end <= start < place.start for start in taken):
            before = []
        behind = [
            mention
            for mention in named
            if mention.start >= place.end
            and _RIGHT_BEHIND.within(text.plain[place.end : mention.start])
        ]
        nearest = sorted(named, key=lambda mention: abs(mention.start - place.start))[:1]
        yield place, (*before, *behind) or tuple(nearest)


def happened_there(text: Text, mention: SiteMention) -> bool:
    """Whether a site is where something befell a patient or one comes from, or is told apart."""
    before = text.plain[max(0, mention.start - _JUST_BEFORE) : mention.start]
    behind = text.plain[mention.end : mention.end + _JUST_BEFORE]
    return _HAPPENED.within(before) is not None or _IS_ANOTHER.within(behind) is not None


def was_cared_for_there(text: Text, mention: SiteMention) -> bool:
    """Whether a site is where the patient is said to be treated or watched: `he is kept in the office`."""
    before = text.plain[text.sentence(mention.start).start : mention.start]
    return _CARED_FOR.within(before) is not None


@once_for_each_text
def at_a_distance(text: Text) -> Iterator[tuple[int, int]]:
    """Where a text says that patient and clinician saw or heard each other from afar."""
    for match in _FROM_AFAR.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield match.span()


def is_list_of_sites(sentence: Sentence) -> bool:
    """Whether a sentence tells where the service is given, and not what is paid there."""
    return bool(_GIVEN.within(sentence.text)) and not _ABOUT_MONEY.within(sentence.text)


def is_exclusive(sentence: Sentence) -> bool:
    """Whether a sentence says that its sites are the only ones."""
    return bool(_ONLY.within(sentence.text))


def is_added(sentence: Sentence, mention: SiteMention) -> bool:
    """Whether a site is told as one that gives the service too: `a surgicenter may also do it`."""
    return _ADDED.within(sentence.text[mention.end - sentence.start :]) is not None


def rank_before(sentence: Sentence, offset: int) -> str | None:
    """How the words before an offset rank a site: `typical`, `also`, or not at all."""
    before = sentence.text[: offset - sentence.start]
    typical, also = _last(_TYPICAL, before), _last(_ALSO, before)
    if max(typical, also) < 0:
        return None
    return "typical" if typical > also else "also"


_PLACE_CODE: Final = Wording(
    r"\b(?:place[ -]of[ -]service(?: codes?)?|POS)[\s:#]+(?:(?:for|of) (?:an?|the) [\w -]{1,40}? (?:is|=) )?(?:is |of )?(?P<code>\d{2}|"
    rf"{IN_WORDS})(?![\w%]|[.,]\d)|\blugar de servicio (?:(?:del?|para el|de la|para la) [\w ]{{1,40}}? )?(?:es )?(?:el )?(?P<lugar>\d{{2}})(?![\w%]|[.,]\d)",
    "place pos lugar",
)
_FROM_AFAR: Final = Wording(
    r"\b(?:over|by|via|on|through) (?:a )?(?:live )?(?:video|telephone|phone|screen)(?: link| call| visit)?\b(?! (?:machine|recorder|camera|number|the day before))"
    r"|\b(?:held|takes place|took place) (?:online|remotely)\b",
    "video telephone phone screen online remotely",
)
_AFAR: Final = Wording(
    r"\b(?:video|telehealth|telemedicine|telephone|remote(?:ly)?|virtual(?:ly)?)\b"
)
_IS_ANOTHER: Final = Wording(
    r"^ (?:is|are) (?:another|a different|an altogether different) (?:place|site|setting)\b"
)
_JUST_BEFORE: Final = 40
_NEAR: Final = 80
"""Within how many characters something is said of a place."""
_CARED_FOR: Final = Wording(
    r"\b(?:she|he|patient|(?:the|whole) (?:operation|procedure|service|visit|test|study|dose|drug|session|training|thing)) (?:is|was) (?:then |still )?(?:watched|kept|observed|monitored|treated|operated on|injected|examined|done|given|performed)\b[^.;]{0,20}?\b(?:in|at) (?:an? |the )?$"
)
_HAPPENED: Final = Wording(
    r"\b(?:was|were|had been|stayed|spent \w+ \w+) (?:in|at) (?:an? |the )?$"
    r"|\b(?:lives?|living) (?:close to|near|next to) (?:an? |the )?$|\b(?:brings?|brought|takes?|took|carr(?:y|ies|ied)|sends?|discharged?)\b[^.;]{0,30} from (?:an? |the )?$"
    r"|\b(?:falls?|fell|fallen|accidents?|injur(?:y|ies|ed)|burns?|burned|slipped|lives?|living"
    r"|(?:comes?|came|sent|brought|transferred|discharged|referred) (?:from|by)) (?:at|in|of|from|by)? ?(?:an? |the )?$"
    r"|\b(?:works?|worked|working|employed|volunteers?)\b[^.;]{0,30}$"
    r"|\b(?:visited|been to|gone to|went to|(?:turned|sent) away (?:at|by|from)) (?:an? |the )?$"
)
_IN_FIELD: Final = Wording(
    r"\b(?P<code>\d{2}) (?:(?:in|into|as|for) (?:the )?(?:field (?:of|for) )?(?:the )?place\b|(?:in|into) (?:box|item|field) 24B\b)"
    r"|\b(?:box|field|item|entry|code) for (?:the )?place(?: of service)? (?:holds|shows|reads|is|takes|has|says|gets) (?:an? )?(?P<held>\d{2})(?![\w%]|[.,]\d)"
    r"|\b(?:in|under|as|with|is|to) place (?P<placed>\d{2})(?=[.,;)]|$)|\b(?:box|item|field) 24B (?:reads?|shows?|is|takes?|says|has) (?:an? )?(?P<boxed>\d{2})\b",
    "place 24b",
)
_AT: Final = Wording(r"\b(?:in|at|of|for|from|by|to) (?:an? |the )?$")
_RIGHT_BEHIND: Final = Wording(
    r"\A,? \(?(?:(?:is|means|stands for|denotes|marks|for|in|at) )?(?:(?:the|an?) )?\Z"
)
_TOLD_BY: Final = Wording(
    r"^(?: (?:is|has|takes)|(?: \w+){0,6}? (?:told by|shown by|shown as|on the claim as|carries|gets|by|reported (?:with|as|under)|coded(?: as)?|goes with))"
    r" (?:place |code |POS |the code )?(?P<code>\d{2})(?=[.,;)]|$)"
    r"|^(?: \w+)?(?: on the claim)? (?:carr(?:y|ies)|shows?|gets?|takes?|bears?|reads?|uses?|bills? with|goes? out (?:as|with|under)|(?:is|are) (?:billed|coded) (?:as|with|under))"
    r" (?:an? |the )?(?:place |code |POS )*(?P<shown>\d{2})(?= on the claim|[.,;)]|$)|^ \((?P<beside>\d{2})\)"
    r"|^(?::|,| [-–=]) (?:place |code |POS )?(?P<entry>\d{2})(?=[.,;)]|$| or\b)"
)
"""What tells the code of a place behind its name."""
_GIVEN: Final = Wording(
    r"\b(?:performed|done|provided|given|furnished|taken|carried out|takes? place|sites? of service"
    r"|reported|delivered|rendered|places? for|(?:only|sole|one) (?:place|site|setting)"
    r"|(?:mostly|mainly|usually|typically|chiefly|only) an? (?:\w+ ){1,3}(?:procedure|service|operation|test|study))\b"
)
_ONLY: Final = Wording(r"\b(?:only|alone|exclusively|solely|nowhere else)\b")
_ABOUT_MONEY: Final = Wording(r"\b(?:pa(?:ys?|id|yment)|rates?|pric\w+|amount|\$|RVU)\b")
_SERVICE = r"(?:it|the (?:\w+ )?(?:service|operation|procedure|test|study|drug|dose|visit|training|session|therapy|injection|examination|treatment|images|views))"
_OFFERS: Final = Wording(
    rf"^ (?:is|are) (?:also )?(?:another|one|a|an) (?:\w+ )?(?:place|setting|site)s? (?:where|of|for)\b|^[^.;]{{0,40}}\b(?:offers?|gives?|provides?|performs?|furnish(?:es)?|does|do|runs?|takes?|carr(?:y|ies) out|injects?) {_SERVICE}\b"
)
_ADDED: Final = Wording(
    rf"^ (?:(?:may|can|could|will) )?also (?:do|does|gives?|offers?|performs?|provides?|runs?|takes?|furnish(?:es)?) {_SERVICE}\b"
)
_CLEAR: Final = 2
"""Of how many places words may be that name one: on and off the campus of a hospital."""
_INPATIENTS: Final = Wording(r"\binpatients?\b", "inpatient inpatients")
_PEOPLE_OF: Final = Wording(
    r"\b(?:residents?|inmates?|prisoners?|guests?|patients?|people) (?:of|in|at) (?:an? |the )?$"
)
_ARE_SERVED: Final = Wording(
    rf"^(?: (?:on|of|in) the \w+)? (?:(?:is|are|may be|can be) (?:also )?(?:treated|examined|tested|imaged|screened|injected|given {_SERVICE})|(?:gets?|receives?) {_SERVICE})\b"
)
_SERVICE_AT: Final = Wording(
    r"^(?:an? |the |any |each )?(?:planned |routine |normal )?(?:birth|delivery|visit|session|test|sample|study|injection|dose|treatment|examination|operation|procedure|tracing)s?"
    r" (?:(?:taken|done|given|drawn|performed|held|made) )?(?:(?:at|in|on) )?(?:an? |the )?$"
)
"""A service, as what a sentence is about, in front of the words for its place."""
_IS_TOLD: Final = Wording(r"^ (?:is|are|counts?|takes?) ")
_GIVEN_AT: Final = Wording(
    r"\b(?:is|are|be|being) (?:\w+ )?(?:done|given|performed|offered|provided|furnished|carried out|rendered|held|taken|available)\b"
    r"[^.;]{0,30}?\b(?:in|at|by|to) (?:a |an |the |any )?(?:\w+ )?$"
    r"|\b(?:takes?|took) place (?:in|at) (?:a |an |the |any )?(?:\w+ )?$"
    r"|\b(?:gives?|injects?|performs?|offers?|does|provides?) (?:it|the (?:\w+ )?(?:service|operation|procedure|test|study|drug|dose|training|injection))\b"
    r"[^.;]{0,30}?\b(?:in|at) (?:a |an |the |any )?(?:\w+ )?$"
)
_AT_FIRST: Final = Wording(r"^(?:at|in) (?:a |an |the )?\w+$")
_CONDITIONED: Final = Wording(
    r"\b(?:if|when|whenever|unless|only|without|except|until|where|alone|because|for (?:this|such|some|children|patients))\b"
)
_TYPICAL: Final = Wording(r"\b(?:typical(?:ly)?|usual(?:ly)?|most(?:ly)?|primarily)\b")
_ALSO: Final = Wording(
    r"\b(?:also|sometimes|some|occasionally|may|less often|rarely|now and then)\b"
)


@lru_cache(maxsize=64)
def _own_names(names: tuple[tuple[str, ...], ...]) -> Phrases[int]:
    """The names of each provided site, to the place of that site in the list."""
    return Phrases(
        {
            f"{name}{plural}".lower(): place
            for place, names_of_site in enumerate(names)
            for name in names_of_site
            for plural in ("", "s")
        },
        {},
    )


@cache
def _open_words() -> Phrases[frozenset[str]]:
    several = {f"{word}s": codes for word, codes in OPEN_SITE_WORDS.items()}
    return Phrases(
        {**several, **dict.fromkeys(NO_SITE_PHRASES, frozenset()), **OPEN_SITE_WORDS}, {}
    )


def _last(wording: Wording, text: str) -> int:
    return max((match.start() for match in wording.each(text)), default=-1)
