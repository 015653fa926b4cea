"""Word gaps that are announced, put off or left without a name."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import Wording

_ABSENT = r"(?:available|provided|specified|given|included|supplied|present|listed)"
_SOURCE = (
    r"(?:input|prompt|context|provided\s+(?:data|input|context|list|information)|data\s?set"
    r"|source\s+data|data\s+provided)"
)
_START = r"(?:(?<![^\n])|(?<=[.!?:;]\s)|(?<=[-*•]\s))(?=[A-Z])"
_END = r"\s*(?:[.;!]|\Z|\n)"
_ADJECTIVES = (
    r"(?:(?i:the|this|these|some|any|all|additional|further|specific|certain|relevant|detailed"
    r"|other|required|necessary)\s+)*"
)
_THING = r"(?i:data|information|details?)"
_WHEN = (
    r"(?:\s+(?:at\s+this\s+time|here|yet|currently"
    r"|for\s+this\s+(?:code|section|report|service|procedure|field)))?"
)
_KINDS = r"(?:data|information|details?|figures?|statistics|numbers|material)"
_CAME = (
    r"(?:received|supplied|provided|obtained|given|available|at hand|on file|submitted|forthcoming"
    r"|furnished|shared|delivered|made available|found|located)"
)

NAMELESS: Final = (
    Wording(
        rf"(?:\b(?:{_THING}\s+(?:is\s+|are\s+|was\s+|were\s+)?)?"
        rf"(?i:not\s+{_ABSENT}\s+in\s+(?:the|this)\s+{_SOURCE})\b)"
        rf"|{_START}{_ADJECTIVES}{_THING}\s+(?:(?:is|are|was|were)\s+)?(?:currently\s+)?"
        rf"(?:not\s+{_ABSENT}|unavailable|missing){_WHEN}(?={_END})"
        rf"|{_START}No\s+{_ADJECTIVES}{_THING}\s+(?:(?:is|are|was|were)\s+)?"
        rf"(?:currently\s+)?{_ABSENT}{_WHEN}(?={_END})",
        "not unavailable missing no",
        case=True,
    ),
    Wording(
        r"\A\s*(?:[Nn]/?[Aa]|Not\s+(?:available|applicable|provided|specified)"
        r"|None(?:\s+provided)?"
        r"|Unknown|No\s+data)\.?\s*\Z",
        case=True,
    ),
)
"""Sentences that say that data is missing and do not say which, on a page or in its sources."""

UNRECORDED: Final = (
    Wording(
        rf"\bno (?:[\w-]+ ){{0,3}}{_KINDS} (?:(?:on|about|for|of) [\w' -]{{1,40}} )?"
        rf"(?:(?:was|were|is|are|has been|have been|could be|can be) ){_CAME}\b(?! to)",
        "no",
    ),
    Wording(
        rf"\b{_KINDS}\b[^.;:]{{0,60}}? (?:(?:could|can|cannot|couldn't)(?: not)?(?: yet)? be"
        rf"|(?:was|were|is|are|has been|have been) (?:not|never)(?: yet)?(?: been)?) {_CAME}\b"
        r"(?<!n be found)",
        "data information detail details figure figures statistics numbers material",
    ),
    Wording(
        r"\bnothing (?:(?:more|further|else) )?(?:was|has been|is) (?:supplied|provided|received"
        r"|submitted"
        r"|known|available|on file)\b|\bnothing (?:has )?(?:came in|reached us|come in|arrived)\b",
        "nothing",
    ),
    Wording(
        rf"\b(?:we|the (?:authors?|editors?|publisher)) (?:(?:have|had|has|hold|got|received"
        rf"|were given) no"
        rf"|(?:lack|lacked|do not have|did not (?:receive|get)"
        rf"|could not obtain))\b(?: [\w-]+){{0,3}}? {_KINDS}\b",
        "we author authors editor editors publisher",
    ),
    Wording(
        r"\b(?:data|information|details|figures?|statistics|numbers|rates)(?: (?:of|on|about|for) [\w' -]{1,30})? (?:is|are|remains?) (?:still "
        r"|currently )?"
        r"(?:pending|outstanding|missing|lacking|awaited|unknown|unavailable|absent|not (?:known"
        r"|available|in))\b",
        "data information figure figures statistics numbers rates detail details",
    ),
)
"""The same in authors' own words; reportkit's notices of gaps name what is missing."""

_TOLD = (
    r"(?:noted|flagged|marked|indicated|listed|mentioned|stated|named|shown|identified|addressed"
    r"|highlighted"
    r"|pointed out|called out|signal(?:l)?ed)"
)
PUT_OFF: Final = (
    Wording(
        r"\bwill be (?:noted|flagged|indicated|marked|listed) (?:explicitly|separately|accordingly"
        r"|in (?:this|each|the (?:report|text|section|relevant|respective|specific|corresponding"
        r"|individual))"
        r"|in specific|as|where|if|when)\b"
        r"|\bwill be noted\b(?! (?:in|on) (?:the|a|his|her|their) (?:chart|record|note|file"
        r"|claim|history|patient))"
        r"|\b(?:is|are|be) (?:noted explicitly|explicitly noted)\b|\bnoted explicitly\b",
        "noted flagged indicated marked listed",
    ),
    Wording(
        r"\b(?:will|to) be (?:added|provided|supplied|completed|updated) (?:later|in due course"
        r"|in a (?:later|future|coming|subsequent) (?:edition|version|release|update)"
        r"|as (?:they|it) (?:become|becomes|is|are) (?:available|known)|once (?:available|received|known)|as soon as (?:they|it) (?:arrives?|comes? in|(?:is|are) (?:available|known))"
        r"|when available)\b"
        r"|\b(?:data|figures?|rates|details|information|numbers) (?:will follow|to follow"
        r"|will come)\b",
        "added provided supplied completed updated follow come",
    ),
    Wording(
        rf"\b(?:anything|whatever|all|items?|data|information|details|gaps?|values?"
        rf"|figures?)\b[^.;]{{0,40}}"
        rf"\b(?:lacking|missing|absent|unknown|incomplete|not (?:available|provided|known"
        rf"|supplied))\b[^.;]{{0,40}}"
        rf"\b(?:is|are|will be|gets?) {_TOLD}\b",
        "lacking missing absent unknown incomplete available provided known supplied",
    ),
    Wording(
        rf"\bgaps?\b[^.;]{{0,20}}\b(?:is|are|will be|gets?) {_TOLD} (?:in|at|as|where|when|below|above)\b(?! (?:table|ledger)\b)",
        "gap gaps",
    ),
    Wording(
        r"\b(?:follows?|comes?|appears?|will be found) in (?:a|the) (?:later|next|future|coming|subsequent) (?:edition|version|release|update)\b",
        "later next future coming subsequent",
    ),
)
"""Promises to say later what is missing."""

IF_THERE: Final = (
    Wording(
        r"\b(?:where|when|if|as) (?:(?:data (?:is|are)|it is|they are|this is) )?"
        r"(?:available|(?:known|provided|supplied)(?= *[.,;)”\"]))",
        "available known provided supplied",
    ),
    Wording(
        r"\b(?:to the extent|as far as|so far as|insofar as|in so far as)(?: that)? (?:\w+ ){0,4}"
        r"(?:known|available|provided|supplied|possible)\b",
        "known available provided supplied possible",
    ),
)
"""Data given only `where available`; in clinical text it is said of equipment."""
