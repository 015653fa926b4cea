"""Word sentences that speak of the report, or of coding at large, and say nothing of the code."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import BEGIN, Wording

_WORK = r"(?:guide|page|summary|report|publication|section|overview|article|chapter|document|text|resource|reference|paragraph|part)"
_READERS = r"(?:coders|billers|readers|practices|providers|clinicians|you|anyone|everyone)"
_VITAL = r"(?:essential|crucial|key|vital|critical|important|paramount|indispensable|imperative|half the battle)"
_WELL = r"(?:accurate|correct|proper|precise|exact|good|careful|thorough|clear|complete|timely)"
_CRAFT = r"(?:coding|documentation|billing|reporting|record-keeping)"

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
        r"|\breaders will (?:find|gain|learn|discover)\b|\bread on\b(?= to\b|[.,;:!]|$)|\bas (?:mentioned|noted|stated|described|discussed) (?:above|below|earlier|before)\b|\bwithout further ado\b",
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
    Wording(
        rf"\b(?:this|the) {_WORK} (?:is an? (?:\w+ ){{0,2}}(?:guide|overview|introduction|resource|reference|primer)|offers?|empowers?|sets out to|takes an?|dives|looks at|covers (?:everything|all)|sheds|presents an overview)\b"
        rf"|\bthe (?:aim|goal|purpose|intent) of this {_WORK}\b|\bthe (?:sections?|pages?|paragraphs?|parts?|texts?|chapters?) (?:that follows?|below) (?:describes?|explains?|covers?|gives?|provides?|outlines?)\b"
        r"|\bhere,? we (?:look|explore|discuss|explain|describe|cover)\b|\b(?:explained|described|discussed|covered|set out) in (?:more |greater |full )?(?:detail|depth) (?:below|here|later|above)\b"
        rf"|\bthe following will\b(?! be\b)|\bwe hope\b|\bsheds? (?:some |more )?light on\b|\b(?:take|takes|taking) an? (?:closer|deeper|quick|detailed) look\b|{BEGIN}an? (?:closer|deeper|quick|detailed) look at (?:coding|billing|the (?:code|rules|modifiers?|payment))\b|\b(?:dive|dives|diving|delve|delves) (?:in|into|deeper?)\b|\bdeep dive\b",
        "guide page summary report publication section overview article chapter document text resource reference paragraph part"
        " sections pages paragraphs parts texts chapters here in following hope light look dive dives diving delve delves"
        " below later above",
    ),
    Wording(
        rf"{BEGIN}(?:in (?:conclusion|summary|essence|closing|a nutshell)|overall(?=,)|all in all|to (?:sum up|summari[sz]e|conclude)(?! that\b)|look no further|let us|let's|stay (?:informed|tuned|ahead|up to date))\b"
        r"|\bas we (?:have seen|know|saw)\b|\bin an? (?:ever|increasingly)[- ][\w -]{0,40}\b(?:world|environment|landscape|system)\b|\b(?:landscape|world) of (?:coding|billing|health ?care|medicine)\b"
        r"|\b(?:more than ever|cannot be overstated|can't be overstated|never been more important)\b",
        "conclusion summary essence closing nutshell overall all to look let stay as world environment landscape system more overstated",
    ),
    Wording(
        rf"{BEGIN}{_WELL} {_CRAFT} (?:is|are|remains?|becomes?) (?:\w+ )?{_VITAL}\b|{BEGIN}{_WELL} {_CRAFT} (?:ensures?|matters|pays|makes|helps|guarantees?|saves|leads to|supports?)\b"
        rf"|\b(?:staying|keeping|being) (?:up to date|current|informed|abreast)\b[^.;]{{0,40}} (?:is|are) (?:\w+ )?{_VITAL}\b"
        rf"|\b(?:understanding|knowing|mastering|navigating|grasping|learning) (?:this|the|these|its|how|such)\b[^.;]{{0,40}} (?:is|are|can be|matters|pays|helps|remains)\b"
        rf"|\b{_VITAL} (?:to|for) (?:success|compliance|(?:proper|good|timely|full) (?:reimbursement|payment|care|coding))\b|\bplays? an? (?:\w+ )?(?:central|major|critical|essential|big|significant|integral) (?:role|part)\b"
        rf"|\b{_READERS} (?:should|must|need to|will want to|are advised to|would do well to) (?:be aware|be familiar|familiari[sz]e|understand(?! (?:that|when|which|the difference)\b)|keep (?:up|in mind)|stay)\b"
        rf"|\b{_READERS} will find\b|\bit is (?:\w+ )?{_VITAL} to (?:be aware|know|keep|understand|remember|reali[sz]e)\b"
        r"|\ban? (?:good|solid|firm|sound|deep|working) (?:grasp|knowledge|command|understanding) of\b|\b(?:find|finds) (?:all|everything) (?:they|that|you)\b|\ball (?:they|you) need(?: to know)?(?=[.,;!]|$)"
        r"|\b(?:empowers?|equips?) (?:coders|billers|readers|practices|you)\b",
        "accurate correct proper precise exact good careful thorough clear complete timely staying keeping being understanding knowing mastering navigating grasping learning"
        " essential crucial key vital critical important paramount indispensable imperative battle play plays should must need will advised would"
        " grasp knowledge command find finds all empower empowers equip equips",
    ),
    Wording(
        rf"\b(?:this|the) {_WORK} (?:also )?(?:provides?|contains?|holds?|gives?|offers?|presents?|shares?|delivers?) (?:\w+ )?"
        rf"(?:important|valuable|useful|helpful|essential|key|relevant|necessary|practical|comprehensive|detailed|in-depth|actionable) (?:\w+ )?(?:information|guidance|details?|insights?|help|tips|facts|knowledge|advice|answers)\b"
        rf"|\bthere (?:are|is) (?:(?:many|several|various|numerous|a lot of|a number of|a few|much|some) )?(?:(?:things|aspects|factors|points|issues|considerations|details) )?to (?:consider|keep in mind|be aware of|think about|bear in mind)\b"
        rf"|\bin this {_WORK},? (?:we|you|readers)\b|{BEGIN}in (?:this|the following) {_WORK},? [^.;]{{1,60}} (?:is|are) (?:discussed|described|explained|covered|reviewed|presented|outlined)(?=[.;]|$)"
        rf"|\b(?:this|the) {_WORK} (?:below|above|at hand|that follows) (?:will )?(?:offers?|provides?|gives?|presents?|explores?|takes|sheds|offer|provide)\b"
        r"|\b(?:health ?care|medicine|coding|billing|reimbursement|(?:coding |billing |payer )?(?:rules|regulations|requirements)|the field|technology) (?:is|are) (?:constantly|always|ever|continually|continuously|rapidly|forever) (?:evolving|changing|shifting|in motion|in flux|growing)\b"
        r"|\b(?:various|many|several|numerous|different|multiple|countless) (?:aspects|factors|things|considerations|elements|issues) (?:(?:also|all) )?(?:play an? \w*|come into play|matter|influence|have to be (?:considered|weighed)|must be (?:considered|weighed)|need to be (?:considered|weighed)|should be considered)",
        "information guidance detail details insight insights help tips facts knowledge advice answers there in below above hand follows evolving changing shifting motion flux growing aspects factors things considerations elements issues",
    ),
)
"""Sentences about the report, or about coding at large, that say nothing of the code."""
