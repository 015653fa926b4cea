"""Word gaps that are announced, put off or left without a name."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import BEGIN, Wording

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

_ON = r"(?: (?:of|on|about|for|from) [\w' -]{1,30}?)?"
_GIVEN = r"(?:available|applicable|provided|specified|known|supplied|given|received|stated|found)"
_NOTHING = (
    rf"(?:n/?a|n\.a\.?|none(?: (?:{_GIVEN}|on file))?|not (?:{_GIVEN}|on file)|unknown|unavailable|missing|lacking|pending|awaited|tba"
    r"|in preparation|under review|to (?:come|follow)|no (?:data|figures?|information|details|numbers|entry|record))"
)
"""What stands for a value that is not there."""
_UNTIL = r"(?: (?:as yet|yet|so far|to date|as of this writing|when this was written|at (?:this|the) (?:time|moment|stage)(?: of (?:writing|publication|printing))?|at present|here|currently|for now))?"
TOPIC = (
    r"(?:(?:negotiated |allowed |payment |payer |coverage |utili[sz]ation |rate |price |cost |usage |claims |required |requested |relevant )?"
    r"(?:data|information|figures?|statistics|numbers|details|values?|material|positions?)"
    r"|rates|prices|coverage|utili[sz]ation|diagnoses|criteria|benchmarks|taxonomies|bundling|payments|limits?|payer policies|policies of (?:the )?payers)"
)
"""What the data of a report is about, as sentences that lack it name it."""
_ABSENT_IS = (
    r"(?:unknown|unavailable|missing|lacking|absent|outstanding|pending|awaited|scarce|blank|nowhere to be found|not (?:known|available|in"
    r"|here|(?:yet )?in hand|at hand|on hand|on file|to hand|provided|supplied|established))"
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
        rf"(?:(?:was|were|is|are|has been|have been|could be|can be) ){_CAME}\b(?! to)"
        rf"|\bno (?:[\w-]+ ){{0,2}}{_KINDS} (?:exists?|came in|arrived|turned up)\b"
        r"|\b(?:not enough|too little) is known\b",
        "no not too",
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
    Wording(
        rf"(?<!: ){BEGIN}{_NOTHING}{_UNTIL}(?=[.;!]|$)|{BEGIN}{TOPIC}(?: gap)?(?::| [–—-]) {_NOTHING}{_UNTIL}(?=[.;!]|$)"
        rf"|{BEGIN}{TOPIC} (?:gap|missing|unavailable|lacking|unknown)(?=[.;!]|$)",
        "n na none not unknown unavailable missing lacking pending awaited tba preparation review come follow no gap",
    ),
    Wording(
        rf"\b{TOPIC}{_ON} (?:is|are|was|were|remains?|stays?) (?:(?:still|currently|as yet|so far) )?{_ABSENT_IS}{_UNTIL}"
        r"(?: to (?:us|the (?:editors?|authors?|publisher|team)))?(?=[.;,]|$)"
        rf"|\b(?:unknown|not known) to (?:us|the (?:editors?|authors?|publisher|team))\b",
        "unknown unavailable missing lacking absent outstanding pending awaited scarce blank nowhere not",
    ),
    Wording(
        rf"\b{TOPIC}{_ON} (?:never|did not|didn't|(?:has|have|had) not|could not be|cannot be|(?:was|were) not)(?: yet)?(?: been)? "
        r"(?:arrived?|come(?: in)?|reach(?:ed)?(?: us)?|made available|delivered|verified|traced|established|supplied|sent|handed over|submitted|released|exist)\b"
        rf"|\b{TOPIC} (?:do|does|did) not exist\b|\b(?:lack|want|absence) of (?:data|information|figures)\b",
        "arrive arrived come reach reached available delivered verified traced established supplied sent handed submitted released exist"
        " lack want absence",
    ),
    Wording(
        r"\b(?:payers?|plans?|insurers?) (?:has|have|had) (?:not (?:yet )?(?:answered|replied|responded)|(?:given|sent) no (?:answer|reply|response))\b"
        r"|\b(?:this|that|it) (?:could not|cannot|can not) be (?:determined|established|verified|learned) (?:from|in|by) (?:the|our|any) (?:sources?|data|files?|material)\b"
        r"|\b(?:nobody|no one|no (?:source|team)) (?:(?:gave|sent|told|supplied|provided)|could (?:tell|give|name|supply|provide|say))\b"
        r"|\b(?:we|the (?:team|authors?|editors?|publisher)) (?:\w+ )?"
        r"(?:do not know|does not know|(?:has|have|had) (?:no knowledge|not (?:supplied|provided|sent|given) (?:this|that|these|the |any|it))|could not (?:find|obtain|establish|verify)|(?:was|were) unable to (?:find|obtain|establish|verify))\b",
        "we determined established verified learned nobody no answered replied responded answer reply response team author authors editor editors publisher",
    ),
    Wording(
        r"\b(?:falta|faltan) (?:los |las |la )?(?:datos|información|cifras|detalles)\b|\bno (?:hay|se recibieron|se recibió|se proporcionaron|existen) (?:datos|información|cifras|detalles)\b"
        r"|\b(?:datos|información|cifras|detalles)(?: \w+){0,3} no (?:está|están|fue|fueron) (?:disponibles?|proporcionad[oa]s?|recibid[oa]s?)\b",
        "datos información cifras detalles",
    ),
    Wording(
        r"\bthere (?:is|are|was|were) no (?:[\w-]+ )?(?:data|information|figures|details|statistics|numbers) (?:on|about|for|of)\b"
        rf"|\bthere (?:is|are|was|were) (?:insufficient|inadequate|not enough|too (?:little|few)|hardly any|only (?:limited|scant|few|little)) {_KINDS}\b"
        r"|\bnothing (?:to (?:report|show|say|tell)|is known) (?:on|about|of|here)\b"
        r"|\bthis (?:field|part|section|table|cell|column|row|paragraph) (?:is|was) (?:left )?(?:empty|blank)\b",
        "there nothing this",
    ),
)
"""The same in authors' own words; reportkit's notices of gaps name what is missing."""

_TOLD = (
    r"(?:noted|flagged|marked|indicated|listed|mentioned|stated|named|shown|identified|addressed"
    r"|highlighted"
    r"|pointed out|called out|signal(?:l)?ed|spelled out|explained|label(?:l)?ed|dealt with|filled|closed)"
)
_NOT_IN_RECORD = r"(?! (?:in|on) (?:the|a|his|her|their) (?:\w+ )?(?:chart|record|note|file|claim|history|patient)\b)"
"""What a clinician notes in a patient's record is no gap of the report."""
PUT_OFF: Final = (
    Wording(
        r"\bwill be (?:noted|flagged|indicated|marked|listed) (?:explicitly|separately|accordingly"
        r"|in (?:this|each|the (?:report|text|section|relevant|respective|specific|corresponding"
        r"|individual))"
        r"|in specific|as|where|if|when)\b"
        rf"|\bwill be noted\b{_NOT_IN_RECORD}"
        r"|\b(?:is|are|be) (?:noted explicitly|explicitly noted)\b|\bnoted explicitly\b",
        "noted flagged indicated marked listed",
    ),
    Wording(
        r"\b(?:will|to) be (?:added|provided|supplied|completed|updated) (?:later|in due course"
        r"|in (?:a|the) (?:later|next|future|coming|subsequent) (?:edition|version|release|update)"
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
        rf"\b(?:is|are|will be|gets?) {_TOLD}\b{_NOT_IN_RECORD}",
        "lacking missing absent unknown incomplete available provided known supplied",
    ),
    Wording(
        rf"\bgaps?\b[^.;]{{0,20}}\b(?:is|are|will be|gets?) {_TOLD} (?:in|at|as|where|when|below|above)\b(?! (?:table|ledger)\b)",
        "gap gaps",
    ),
    Wording(
        r"\b(?:lists?|tables?) of [\w ]{1,30} (?:will follow|is to follow|will come)(?=[.;]|$)|\b(?:follows?|comes?|appears?|will be found) in (?:a|the) (?:later|next|future|coming|subsequent) (?:edition|version|release|update)\b",
        "later next future coming subsequent follow come",
    ),
    Wording(
        rf"\b(?:omissions?|(?:unknown|missing|absent|outstanding|lacking) (?:data|items?|values?|figures?|parts?|information|details?|entr(?:y|ies)|facts?|rates?|amounts?)|what (?:is|was|could not be|we do not)"
        rf" (?:\w+ )?(?:missing|lacking|unknown|outstanding|known|found|know|have)|(?:anything|whatever(?: is)?) (?:outstanding|open|unknown))"
        rf" (?:is|are|will be|gets?) {_TOLD}\b{_NOT_IN_RECORD}"
        r"|\b(?:sections?|pages?|report|text|parts?) (?:says?|tells?|states?|notes?|shows?) what (?:is|they|it) (?:missing|lacks?|lacking)\b"
        rf"|\bif (?:something|anything|an item|a value|{_KINDS}) (?:is|are) (?:absent|missing|lacking|unknown|not (?:known|given|there))\b[^.;]{{0,20}}\b(?:sections?|pages?|report|text|parts?) (?:says?|tells?|notes?|shows?) so\b",
        "if omission omissions unknown missing absent outstanding lacking what anything whatever lacks lack",
    ),
    Wording(
        rf"\b(?:{TOPIC}|the rest|more|gaps?){_ON} (?:will|shall) (?:be (?:\w+ ){{0,2}}?(?:published|supplied|provided|covered|said|filled|shown|given|added)|follow|come|appear|arrive)"
        r"(?: \w+){0,2} (?:later|soon|shortly|another time|once|when|in due (?:time|course)|due time|in time|as soon|next)\b"
        rf"|\b{TOPIC}{_ON} (?:is|are) (?:(?:yet|still) to be (?:determined|received|confirmed|obtained|supplied|verified|collected|set|added|published)"
        r"|(?:still |currently |yet )?being (?:\w+ )?(?:collected|gathered|compiled|prepared|requested|checked|verified|obtained|assembled)|awaited|on (?:its|their) way|in preparation"
        r"|under review and will)\b"
        rf"|\b{TOPIC}{_ON} (?:still|yet) (?:has|have|needs?) to be (?:confirmed|determined|received|obtained|supplied|verified|collected|added|checked)\b",
        "will shall yet still being awaited way preparation review",
    ),
    Wording(
        rf"\b(?:collection|compilation|request) (?:of \w+ )?(?:is|are) (?:still )?under way\b|\ban update (?:on|of|to) [\w ]{{1,30}} is planned\b"
        rf"|\bwe (?:expect|await|are waiting for|hope for) (?:the |more )?{TOPIC}\b"
        r"|\b(?:next|later|coming|future|subsequent) (?:edition|release|version|issue|update)s? (?:will|holds?|brings?)\b",
        "collection compilation request update we next later coming future subsequent",
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
    Wording(
        rf"\b(?:where|wherever|when|whenever|if) (?:possible(?= *[,;])|(?:they|such (?:data|figures)|{TOPIC}) (?:exists?|(?:is|are|was|were|could be) (?:found|obtained|known))"
        r"|(?:they|these) (?:exist|are (?:known|available|found)|were (?:known|available|found))|we (?:have|found|could find) (?:them|any|one)?|available|known(?= *[.,;)]))\b"
        r"|\b(?:subject to|depending on) (?:their |its )?availability\b|\bas far as (?:they|these|it) (?:go|goes|exists?)\b",
        "possible exist exists found obtained known available availability have find go goes",
    ),
    Wording(
        rf"\b(?:if|where|when) no (?:value|figure|amount|rate|entry|number|{TOPIC}) (?:is|are) (?:given|shown|listed|named|stated|printed)\b(?= *,[^.;]* (?:data|not|none|nothing|unknown|missing|lacking)\b)",
        "if where when",
    ),
)
"""Data given only `where available`; in clinical text it is said of equipment."""
