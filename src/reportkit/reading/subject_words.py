"""Word the subjects that data is about: the phrases by which prose speaks of each."""

from __future__ import annotations

from typing import Final

from reportkit.model.subjects import Subject
from reportkit.reading.wording import Wording

_TOPS = (
    r"\bmore (?:often )?than any other (?:operation|procedure|visit|test|study|drug|service|code)\b"
    r"|\bmost (?:widely|often|commonly|frequently) (?:billed|ordered|given|done|performed|reported|paid)\b"
    r"|\b(?:few|no) (?:\w+ )?(?:operations|procedures|visits|tests|studies|drugs|services) (?:are|is)(?: \w+)? (?:as|so|more) often\b"
)
"""Puts a service before others by how often it is given."""
_PERIOD = r"(?:0|10|90|ten|ninety)"

WORDS: Final[tuple[tuple[Subject, Wording], ...]] = (
    (
        "payment",
        Wording(
            r"\b(?:pay(?:s|ing|ments?)?|paid|reimburse\w*|pric(?:e[sd]?|ing)|fee schedules?"
            r"|(?:surgeon|physician|facility|professional|clinician)(?:'s)? fees?"
            r"|relative values?|work values?|RVUs?|practice expense|conversion factors?|GPCI"
            r"|allowed amounts?|(?:sets?|decides?|changes?) the amount|amounts? (?:depends?|follows?|is|are|differs?|varies)"
            r"|coinsurance|deductible|co-?pay\w*|(?:payment|therapy|imaging|multiple procedure) reduction|costs? (?:Medicare|the payer)|discount(?:ed|s)?"
            r"|(?:is|are) valued|value of (?:the|its) work|earns?|figures for (?:surgical|surgery|ambulatory) cent\w+|worth more|locality)\b"
            r"(?! (?:in cash|by card|attention|out of pocket|heed))"
            r"|\b(?:professional|technical) and (?:a |the )?(?:professional|technical) (?:parts?|components?)\b"
            r"|\b(?:co-?surgeons?|assistants? at surgery|team surgery|surgical team)\b"
        ),
    ),
    (
        "units",
        Wording(
            r"(?<!care )(?<!intensive )(?<!recovery )(?<!nursing )(?<!dialysis )(?<!burn )(?<!stroke )\bunits?\b(?! (?:dose|of (?:that|the other|its own|another) code|secretary|of (?:blood|insulin|red|platelets)))"
            r"|\b(?:minutes?|freez\w+|sessions?|hours?|views?) (?:[\w' ]{0,40} )?(?:do(?:es)? not )?counts?(?:ed)?\b"
            r"|\b(?:limits?|maximum|most) (?:of \w+ )?(?:a|per|on one|for one) (?:day|date|line|claim)\b|\bdaily limit\b"
            r"|\brule of eight minutes\b|\bmedically unlikely\b|\bMUEs?\b|\btimed (?:codes?|services?|units?|alike)\b"
            r"|\b(?:once|twice|\w+ times) (?:a|per) (?:day|date|line|claim)\b(?=[^.]*\b(?:bill|report|claim|Medicare|limit)\w*)"
        ),
    ),
    (
        "global-period",
        Wording(
            r"\bglobal (?:surg\w+|periods?|days|package|fee|payment|concept|service)\b|\b(?:post-?operative|follow-up) period\b"
            rf"|\b{_PERIOD}[- ]days?[- ](?:global|period)\b|\bperiods? (?:of|is|are|runs?|lasts?|ends?|begins?|covers?|takes?)\b[^.]{{0,30}}\bdays?\b"
            rf"|\bwithin the {_PERIOD} days\b|\bwithin (?:the|this|its) (?:global )?period\b"
            r"|\bvisits?\b[^.]*\b(?:belongs?|included?|is part|are part|no visits?|takes? in)\b"
            r"|\b(?:belongs?|included?|part of|covers?|covered|takes? in)\b[^.]*\bvisits?\b"
            r"|\bbelongs? to the period\b|\b(?:care|visits?) (?:after|before) (?:it|the \w+) (?:is|are) (?:paid|covered|included|billed|part)\b"
        ),
    ),
    ("modifiers", Wording(r"\bmodifiers?\b")),
    (
        "related-codes",
        Wording(
            r"\b(?:other|another|alternative|separate|neighbou?ring|sibling|parent|further) (?:\w+ ){0,4}codes?\b"
            r"|\b(?:not|never|be|is|are) (?:reported|billed|coded) (?:with|by|under|as|beside) (?:this|the same|that|a|its|the) (?:\w+ )?codes?\b"
            r"|\b(?:one|a) (?:level|step) (?:up|down|lower|higher|below|above)\b|\b(?:has|have) (?:a|its own|their own) codes?\b(?! of (?!its own|their own))|\bin (?:place|stead) of this code\b"
            r"|\badd-on codes?\b|\bcodes? of (?:the|this|its) (?:family|group)\b|\bfamily of codes\b"
        ),
    ),
    (
        "diagnoses",
        Wording(
            r"\bdiagnos(?:is|es)\b(?=[^.]*\b(?:claims?|orders?|bill(?:ed|ing)?|codes?|coded|supports?|supported|follow|accept(?:ed|s)?"
            r"|report(?:ed|s)?|listed|necessity)\b)|\b(?:supports?|supported|supporting|accept(?:s|ed)?|name(?:s|d)?) (?:\w+ ){0,3}diagnos(?:is|es)\b"
            r"|\b(?:table|list|section|column|overview)s? (?:of|on|with) (?:the |all )?diagnos[ie]s\b"
            r"|\bICD-?10\b|\bdiagnosis codes?\b|\bdiagnoses (?:are|were|provided|of this)\b"
            r"|\bsupports? (?:the|this) (?:test|study|service|operation|visit|drug|claim|procedure)\b"
        ),
    ),
    (
        "rates",
        Wording(
            r"\b(?:table|list|section|column|overview)s? (?:of|on|with) (?:the |all )?(?:rates|prices)\b|\bnegotiated\b|\bagreed (?:to pay|prices?|amounts?|rates?)\b|\bcontract(?:ed|ual)? (?:rates?|prices?|amounts?)\b"
            r"|\bprices of (?:hospitals?|payers?|insurers?|plans?)\b|\b(?:rates?|prices?) (?:by|for|of) (?:each|every|any) (?:payer|plan|insurer|hospital)\b|\brates? of (?:payers?|insurers?|plans?)\b|\bmedian (?:rates?|prices?)\b|\brate benchmarks?\b|(?:^|\bthe )rates (?:are|were|provided|come|differ|vary)\b"
        ),
    ),
    (
        "utilization",
        Wording(
            r"\b(?:rarely|seldom|often|frequently|commonly) (?:done|billed|given|performed|reported|ordered|used|paid)\b|\bhow (?:often|many|frequently)\b(?=[^.]*\b(?:billed|given|done|performed|services?|visits|operations|tests|studies|Medicare)\b)"
            r"|\b(?:table|section|figures|counts|overview)s? (?:of|on|for) (?:use|usage|volume|frequency)\b"
            r"|\bcounts? (?:are|is|were) (?:those|that|of|from)\b|\bcounted \w+ (?:visits|operations|tests|services|studies|claims)\b"
            rf"|{_TOPS}"
            r"|\butili[sz]ation\b|\bmost frequent\b(?! (?:complaint|symptom)s?\b)|\bhardly (?:any|ever)\b|\bnumber of (?:operations|visits|tests|services|studies|claims|patients|beneficiaries)\b"
        ),
    ),
    (
        "sites",
        Wording(r"\bplaces? of service\b|\bsites? (?:of service|on the claim)\b"),
    ),
    (
        "policy-changes",
        Wording(
            r"\bpolic(?:y|ies) (?:changes?|changed|updates?)\b|\bchanges? of (?:payers?'?|polic\w+)\b"
        ),
    ),
)
"""Words that speak of a subject wherever they stand."""

BUNDLED: Final = Wording(
    r"\b(?:un)?bundl(?:ed|ing)\b|\bbundles? (?!of\b|up\b)|\bedits?\b|\b(?:code )?pairs?\b(?=[^.]*\b(?:modifiers?|codes?|CPT|HCPCS|closed|open|with)\b)"
    r"|\b(?:reported|billed|claimed|paid) (?:separately|together|apart)\b|\bseparately (?:reported|billed|reportable|payable|paid)\b"
    r"|\bcolumn[- ](?:one|two|1|2)\b|\bNCCI\b|\bno service of its own\b|\bcounts as part of\b"
)

OF_PAYERS: Final = Wording(
    r"\b(?:payers?|insurers?|health plans?|plans (?:of|that|which)|carriers?)\b"
)
MEDICARE: Final = Wording(r"\b(?:Medicare|Medicaid)\b")

COVERED: Final = Wording(
    r"\b(?:covers?|covered|covering|coverage|non-?covered|polic(?:y|ies)|authori[sz]\w*|approv\w+|pre-?certif\w+|referrals?|beforehand|conditions?|criteria"
    r"|precondition|wants? to|denies|denied|refuses?|rejects?)\b"
)
"""What payers are said to do about coverage."""

ASKED: Final = Wording(
    r"\basks? (?:that|for (?!(?:a |the |one of the |one of the two |no )?(?:modifiers?|number|JW|JZ)))|\brequires? (?!(?:a |the |no )?modifier)"
)
"""What a payer that is named is said to ask for."""

COVERED_ALONE: Final = Wording(
    r"\bprior authori[sz]ation\b|\bcoverage (?:polic\w+|criteria|positions?|decisions?|determinations?|rules?)\b"
    r"|\b[LN]CDs?\b|\bcoverage (?:is (?:given|decided|granted|denied|limited)|depends|follows|varies)\b"
)

CHANGED: Final = Wording(
    r"\b(?:chang(?:e|es|ed)|announc\w+|updat(?:e|es|ed)|lowered|raised|tightened|loosened|relaxed|no longer|now (?:asks?|requires?|covers?|wants?|reviews?)"
    r"|introduced|withdrew|withdrawn|has (?:dropped|added)|went from|new polic\w+)\b"
)

ABOUT_RATES: Final = Wording(
    r"\b(?:negotiat\w+|agreed|agrees|contracts?|medians?|percentiles?|rates?)\b(?! of (?:breath|glyc|heart)\w*)"
)

_COUNTED = (
    r"\b(?:million|thousand)s? (?:of )?(?:operations|visits|tests|services|studies|claims|patients|beneficiaries)\b"
    r"|\b(?:more|fewer|most) (?:visits|operations|tests|studies|services|claims) (?:are|were|is)\b"
)
COUNTED: Final = Wording(_COUNTED)

GIVEN_THERE: Final = Wording(
    r"\b(?:performed|provided|furnished|carried out|offer(?:s|ed)?|takes? place|sites?|delivered|rendered"
    r"|(?:is|are|be) (?:also |often |never |only |not )?(?:done|given|reported|billed|furnished)|opt(?:s|ion) for|gives? it|place for|reports? (?:place|the))\b"
)
"""What is said of a site where a sentence tells where a service is given."""

OWN_PERIOD: Final = Wording(
    r"\b(?:the|this) (?:\d+|ten|ninety) days\b|\b(?:global|post-?operative) (?:period|days|package)\b"
    r"(?! of (?:an?|another|the (?:other|first|earlier)|some) )|\bdays? (?:of|after) the (?:operation|procedure|surgery)\b"
)
"""What the row of a modifier says of the code's own period, and not of another procedure's."""

ABOUT_LINES: Final = Wording(
    r"\b(?:lines?|claims?|append\w*|calls? for|goes with|go with|side of|stands? (?:on|for)|takes?(?= [A-Z0-9]{2}\b)|single-dose|vials?)\b"
)
LETTERS: Final = Wording(
    r"(?<![\w.-])(?!PT\b|OT\b|CT\b|ET\b|GA\b)(?:[A-Z][A-Z0-9]|[2-9]\d)(?![\w%]|[.,-]\d)", case=True
)
"""What looks like a modifier without its word; credentials and images are left aside."""

CENTER: Final = Wording(
    r"\b(?:surgical|surgery|ambulatory) cent(?:er|re)s?\b|\bASCs?\b|\b(?:a|the) cent(?:er|re)s?\b"
)

LEFT_OUT: Final = Wording(
    r"^(?:The|These|All|Both|One|Two|Three|Four|\w+) (?:of the )?(?:modifiers?|payers?|sites?|diagnos[ie]s) (?:below |here )?(?:is|are|was|were) (?:those )?(?:provided|listed|shown)(?: for this (?:report|edition)| here| below)?\.?$"
    r"|\b(?:is|are|has|have|lies?|falls?|stays?) (?:no|not|outside|beyond)\b(?: \w+){0,4} this (?:report|publication|edition)\b"
    r"|\b(?:is|are) not (?:spoken of|treated|discussed|shown|tracked|told)(?: here)?(?=[.,;]|$)"
    r"|^No (?:[\w-]+ ){1,6}?(?:is|are) (?:shown|given|told|named|listed|printed)(?: here| in this (?:report|edition))?(?=[.,;]|$)"
    r"|\b(?:this|the) report (?:does not|cannot|says nothing|gives no|holds no|names no|shows no)\b"
)
"""Says that the report leaves something out."""

FOR_SURE: Final[dict[Subject, Wording]] = {
    "bundling": Wording(
        r"\b(?:edits?|un)?bundl\w*|\bedits?\b|\bNCCI\b|\bcolumn[- ](?:one|two|1|2)\b|\bpairs?\b|\bseparately (?:reported|billed|reportable|payable|paid)\b"
        r"|\b(?:\d{4}[0-9AFTUM]|[A-V]\d{4})\b"
    ),
    "related-codes": Wording(
        r"\b(?:\d{4}[0-9AFTUM]|[A-V]\d{4})\b|\b(?:alternative|neighbou?ring|sibling|add-on|level|step)\b|\bcodes? of (?:the|this|its) (?:family|group)\b"
        r"|\bfamily of codes\b|\bno other\b[^.]*\bcodes?\b|\b(?:in (?:place|stead)|instead) of this code\b|\b(?:other|another|further) (?:\w+ ){0,4}codes? (?:is|are|for|of)\b"
    ),
    "units": Wording(
        r"\b(?:limits?|expects?|maximum|no more than|at most|medically unlikely|MUEs?|(?:a|per|on one) day)\b"
    ),
    "utilization": Wording(
        rf"{_COUNTED}|{_TOPS}|\bmost (?:frequent|common)\b(?! (?:complaint|symptom)s?\b)|\bhardly any\b|\butili[sz]ation\b|\bnumber of (?:operations|visits|tests|services|studies|claims)\b"
    ),
}
"""Words that speak of the data of a subject beyond doubt, where its other words may not.

A unit can be what the code counts, and not its limit; a clinician does often what no claim shows.
"""
