"""Word claims that need a source: how usual something is, and what guidelines are said to ask."""

from __future__ import annotations

from typing import Final

from reportkit.model.guidelines import GUIDELINE_BODIES
from reportkit.reading.wording import Wording

_MANY = (
    r"(?:patients|payers|plans|women|men|people|adults|children|clinicians|physicians|surgeons"
    r"|practices|providers"
    r"|claims|cases|denials|services|procedures|hospitals|centers|offices|visits|coders|billers"
    r"|operations|tests|studies|therapists|laboratories|nurses|departments|insurers|clinics)"
)
_DONE = (
    r"(?:done|performed|given|billed|paid|reported|denied|covered|ordered|treated|scheduled?"
    r"|required|rejected"
    r"|ask|asks|require|requires|pay|pays|deny|denies|accept|accepts|cover|covers|reject|rejects"
    r"|misreported)"
)
FREQUENCY: Final = (
    Wording(
        rf"\b(?:most (?:{_MANY}|(?:common|frequent)(?! (?:complaints?|symptoms?)\b)|commonly|frequently|often)"
        r"|commonly|(?<!in )common(?! (?:bile|hepatic|carotid|iliac|femoral|peroneal|duct|cold"
        r"|procedure coding|working file|names?|nouns?|terms?|words?|language|sense|complaints?|symptoms?))|frequently|nationally|nationwide|typical(?:ly)?"
        r"|gold standard"
        r"|standard of care|increasingly"
        r"|increasing (?:use|number|rate|demand|share|volume|utilization)s?"
        r"|(?:is|are|has been|have been) increasing"
        r"|widely (?:used|accepted|covered)|well established)\b",
        "most commonly common frequently nationally nationwide typical typically gold standard"
        " increasingly"
        " increasing widely well",
    ),
    Wording(
        r"\b(?:in )?(?:the|a) (?:vast |great |large )?(?:majority|minority|bulk) of\b"
        r"|\b(?:nearly|almost|virtually|practically) (?:all|every|always|no)\b|\bin most\b"
        r"|(?:^|(?<=[.;] ))as a (?:general )?rule\b"
        rf"|\b(?:few|many|some|several|a growing number of) {_MANY} (?:\w+ )?{_DONE}\b"
        r"|\b(?:hardly|scarcely|barely) (?:any|ever)\b",
        "majority minority bulk nearly almost virtually practically most rule few many some several"
        " growing hardly scarcely barely",
    ),
    Wording(
        r"\b(?:growing|rising|falling|shrinking|increasing|declining) (?:number|share|volume|count)s? of\b",
        "growing rising falling shrinking increasing declining",
    ),
    Wording(
        r"\b(?:number|share|volume|rate|use|cost|demand|amount|count"
        r"|utilization)s?\b[^.;]{0,50}\b(?:has|have|is|are|was|were)"
        r" (?:been )?(?:risen|rising|grown|growing|fallen|falling|declined|declining|increased"
        r"|decreased|doubled"
        r"|tripled|halved|climbed|climbing|dropped)\b|\bevery year since\b",
        "risen rising grown growing fallen falling declined declining increased decreased"
        " doubled tripled halved"
        " climbed climbing dropped since",
    ),
    Wording(
        rf"\b(?:usually|often|generally|normally|rarely|seldom|mostly|mainly|predominantly"
        rf"|regularly|routinely)\b"
        rf"(?= (?:\w+ ){{0,2}}{_DONE}\b)|\b{_MANY} (?:usually|often|generally|normally|rarely"
        rf"|seldom|mostly)\b"
        r"|\b(?:done|performed|given|billed|held|ordered|made) (?:usually|often|generally|normally"
        r"|rarely|seldom|mostly|mainly|predominantly|chiefly)\b",
        "chiefly usually often generally normally rarely seldom mostly mainly predominantly regularly"
        " routinely",
    ),
)
"""How common, typical or increasing something is said to be."""

_SUCH = (
    r"(?:(?:the|current|existing|national|international|established|published|relevant|clinical"
    r"|professional"
    r"|practice|evidence-based|applicable|standard|accepted|consensus|society|specialty|recent"
    r"|latest) )*"
)
APPEALS: Final = (
    Wording(
        r"\b(?:per|as per|by|following|according to|in (?:line|accordance|keeping) with"
        rf"|consistent with|under|based on|recommended (?:by|in)) {_SUCH}"
        r"(?:guidelines?|guidance|recommendations|best practices?|consensus)\b"
        r"|\b(?:according to|recommended by|as advised by) (?:the )?(?:experts?|evidence)\b"
        r"|\bfollows? (?:best practices?|(?:current |accepted )?guidelines?|the guidelines?)\b",
        "guideline guidelines guidance recommendations practice practices consensus expert"
        " experts evidence",
    ),
    Wording(
        rf"(?:\bas )?{_SUCH}\b(?:guidelines|guidance|best practices?|expert consensus|experts) "
        r"(?:recommends?|advises?|suggests?|calls? for|states?|says?|asks?|requires?|prefers?"
        r"|supports?|endorses?)\b",
        "guidelines guidance practice practices consensus experts",
    ),
    Wording(
        r"\b(?:society|college|academy|association|task force|specialty board)(?:'s \w+)? "
        r"(?:recommends?|advises?|suggests?|calls? for|prefers?|supports?|endorses?|urges?)\b",
        "society college academy association force board",
    ),
)
"""Appeals to guidelines or to best practice."""

BODIES: Final = Wording("|".join(rf"\b{body}\b" for body in GUIDELINE_BODIES), case=True)
"""Names of bodies that issue guidelines."""

YEAR: Final = Wording(r"\b(?:19|20)\d\d\b")

FILLER: Final = (
    Wording(
        r"\b(?:this|the) (?:guide|page|summary|report|publication|section|overview|article"
        r"|chapter|document|text)"
        r" (?:(?:will )?(?:helps? (?:readers|coders|billers|you|the reader)|explains? (?:what"
        r"|how|why|everything)"
        r"|outlines|highlights|explores|delves|equips|aims|seeks|serves"
        r"|offers insights?|walks|gives (?:you|readers|an overview)|provides (?:an overview"
        r"|insights?|readers|you))"
        r"|is (?:designed|intended|meant))\b",
        "guide page summary report publication section overview article chapter document text",
    ),
    Wording(
        r"\b(?:please note(?: that)?|it goes without saying|needless to say|it (?:should|must) be (?:noted|emphasi[sz]ed|stressed)"
        r"|it is (?:important|worth|crucial|essential) (?:to note|noting|mentioning|to remember|to understand)|in many ways)\b"
        r"|\b(?:the )?following (?:paragraphs|sections|pages|text|lines"
        r"|chapters) (?:\w+ )?(?:provide|give|offer|explain"
        r"|describe|contain|present|cover|outline|discuss|explore)\b"
        r"|\bwhat (?:coders|billers|readers|clinicians|you) need to know\b"
        r"|\breaders will (?:find|gain|learn|discover)\b|\bread on\b|\bas (?:mentioned|noted|stated|described|discussed) (?:above|below|earlier|before)\b|\bwithout further ado\b",
        "note needless without noted emphasized emphasised stressed noting mentioning remember understand"
        " ways following what readers read mentioned stated described discussed",
    ),
    Wording(
        r"\bplays? an? (?:crucial|vital|key|important|pivotal) role\b"
        r"|\b(?:a|the) (?:clear|comprehensive|thorough|deep|better) understanding of\b"
        r"|\bin today's\b"
        r"|\bever-(?:changing|evolving)\b",
        "plays play understanding today ever",
    ),
)
"""Sentences about the report that say nothing of the code."""
