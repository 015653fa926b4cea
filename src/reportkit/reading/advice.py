"""Word advice on modifiers: for the sake of payment, or in words that have been replaced."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import Wording

BYPASS: Final = (
    Wording(
        r"\b(?:to|in order to|so as to) (?:get|have|be(?! paid, )|receive|obtain|secure|ensure|guarantee"
        r"|maximi[sz]e|increase|boost)"
        r" (?:(?:it|both|them|each|the \w+|full|more|extra|separate|higher|better)(?: \w+){0,2} )?"
        r"(?:paid|payment|reimburse(?:[ds]|ments?)|money|revenue)\b(?: for (?:both|each|it|them))?",
        "paid payment reimbursed reimburses reimbursement reimbursements money revenue",
    ),
    Wording(
        r"\b(?:to|so (?:that|as to)|in order to|and)\b[^.;]{0,30}\b(?:avoid|prevent|escape"
        r"|get (?:a)?round|get past|bypass|circumvent"
        r"|override|beat|sidestep|dodge|unlock|break)(?:s|ing)? (?:(?:a|the|an|any|this|that"
        r"|such) )?(?:\w+ )?(?:denials?|edits?|bundling"
        r"|rejections?|bundles?|pair)\b",
        "denial denials edit edits bundling rejection rejections bundle bundles pair",
    ),
    Wording(
        r"\bso (?:that )?(?:the|both|all|each|it|they) ?(?:claims?|lines?|charges?|services?"
        r"|procedures?|codes?|bill)?"
        r" (?:\w+ ){0,2}?(?:goes|go|gets|get|slips?|sails?|passes|pass|is"
        r"|are) (?:\w+ )?(?:through|paid|past|accepted)\b(?! (?:less|more|by|apart|there|at|only|for the (?:part|work|share)))"
        r"|\bwould otherwise (?:not )?(?:\w+ )?be (?:paid|denied|bundled|rejected|returned)\b"
        r"|\botherwise (?:the )?(?:\w+ ){0,3}(?:is|are|will be) (?:denied|not paid|bundled|rejected)\b"
        r"|\bgets? (?:the |your |a )?(?:claims?|lines?|codes?|it|both) (?:paid|through|past)\b",
        "through paid past accepted otherwise",
    ),
    Wording(
        r"\b(?:split(?:ting)?|spread(?:ing)?|divid(?:e|ing)) (?:the |an? |it|this )?(?:\w+ )?(?:over|across|between|among|into|on) (?:two|three|several|more|different|separate) (?:claims?|days?|dates?|lines?)\b[^.;]{0,30}\b(?:raises?|increases?|brings?|doubles?|gets?|pays?|earns?|more|both)\b"
        r"|\b(?:code|bill|report|choose|pick|claim) (?:the |one |a )?(?:higher level|level (?:higher|up)|next level)\b[^.;]{0,20}\b(?:in doubt|unsure|whenever|to be safe|just in case|if possible)\b",
        "split splitting spread spreading divide dividing level",
    ),
    Wording(
        r"\b(?:whenever|each time|every time|if|when) (?:the|an?|this) (?:edit|payer|claim) (?:would|will|might|could)"
        r" (?:\w+ )?(?:stop|block|deny|reject|refuse|bundle|cut|be (?:denied|rejected|bundled))\b",
        "would will might could",
    ),
    Wording(
        r"\b(?:it|this|that|which|the modifier|modifier \w\w|with it|use it to|and|to) (?:also |then |will |can |may |helps? (?:to )?)*(?:unlocks?|secures?|ensures?|guarantees?|brings?|wins?|triggers?|maximi[sz]es?|increases?|boosts?)"
        r" (?:(?:the|full|separate|extra|more|higher|double|a second) )*(?:payments?|reimbursement|revenue)\b"
        r"|(?<!qualify )(?<!qualifies )(?<!eligible )\bfor (?:separate|full|extra|more|higher|double|better) (?:payment|reimbursement)(?=[.,;]|$| of both\b)"
        r"|\b(?:it|this|that|which|the modifier|with it|use it to|to|and) (?:also |then |will |can |may |helps? (?:to )?)*(?:avoids?|prevents?|escapes?|gets? (?:a)?round|gets? past|bypass(?:es)?|circumvents?|overrides?|beats?|sidesteps?|dodges?|breaks?|defeats?|lifts?|evades?|outwits?|undo(?:es)?|slips? past)"
        r" (?:(?:a|the|an|any|this|that|such|every) )?(?:\w+ )?(?:denials?|edits?|bundling|rejections?|refusals?|bundles?|pair)\b",
        "payment payments reimbursement revenue denial denials edit edits bundling rejection rejections refusal refusals bundle bundles pair",
    ),
    Wording(
        r"\b(?:lets?|gets?|helps?|brings?|pushes|carries|slips?) (?:the |your |a |both |each )?(?:second |other |extra )?(?:claims?|lines?|codes?|services?|it|both|charges?) (?:through|paid|past|accepted|over the edit)\b"
        r"|\b(?:keeps?|saves?|protects?|spares?|shields?) (?:the |your |a |both |each )?(?:\w+ )?(?:claims?|lines?|codes?|services?|stud(?:y|ies)|visits?|procedures?|injections?|units?|it|both) from (?:being (?:\w+ )?)?(?:denied|refused|rejected|bundled|returned|cut|denying|denial|refusal|rejection|bundling)\b"
        r"|\b(?:makes?|making) sure (?:that )?(?:both|it|each|all|the (?:\w+ ){0,2}\w+) (?:is|are|gets?) (?:\w+ )?paid\b"
        r"|\b(?:so|so that) (?:\w+ ){1,2}(?:is|are|get|gets) (?:both )?paid\b(?! (?:less|more|by|apart|there|at|only|as|for the (?:part|work|share))\b)|\b(?:claim|line|code|bill) (?:will|does|would) not (?:bounce|deny|be (?:denied|rejected|refused|returned|bundled))\b",
        "through paid past accepted over from pay pays bounce deny denied rejected refused returned bundled",
    ),
    Wording(
        r"\b(?:append|add|use|try|put|attach)(?:ed)? (?:it|this|the modifier|\w\w)\b[^.;]{0,20}\b(?:whenever|if|when|once|after) (?:a |the )?(?:denial|claim|line|edit|payer|rejection) (?:is likely|is expected|was denied|is denied|comes?|threatens|was rejected|is rejected|was refused|stops it|bundles)\b"
        r"|\bmakes? (?:the |a |every )?(?:payer|plan|insurer|medicare|edit) (?:pay|accept|let)\b"
        r"|\bto collect (?:for|on) (?:both|each)\b"
        r"|\bto (?:unbundle|break up|pull apart) (?:the |both |these |this )?(?:two )?(?:codes?|services?|procedures?|pair|lines?|bundle|edit)\b"
        r"|\bhelps? (?:the|a|your|this) (?:claim|line|code|bill|charge) (?:to )?(?:pass|through|get|clear|go)\b"
        r"|\bwith it,? (?:the|both|each|every) (?:\w+ )?(?:lines?|claims?|codes?|services?|charges?|procedures?)? ?(?:(?:will be|are sure to be|is sure to be|gets?) (?:\w+ )?(?:paid|reimbursed|accepted)\b|(?:is|are) paid in full\b)"
        r"|\bgets? (?:the|both|each|your) (?:\w+ ){1,2}(?:paid|reimbursed)\b"
        r"|\bso (?:that )?(?:the|no|an) (?:\w+ )?(?:edit|denial|bundling|pair|bundle) (?:does not|doesn't|will not|never|cannot|is not|is never) (?:\w+ )?(?:fire|apply|stop|trigger|hit|strike|bite|occur|bundle|triggered|applied|come)\b"
        r"|\b(?:resubmit|rebill|refile|re-?send)\b[^.;]{0,40}\b(?:after|upon|on|following) (?:a |the |every )?(?:denial|rejection|refusal)\b"
        r"|\b(?:add|append|use|attach) (?:it|this|the modifier)\b[^.;]{0,20}\b(?:whenever|if|when|once) (?:the|an?) (?:edit|payer|system|claim) (?:denies|stops|blocks|bundles|rejects|refuses)\b"
        r"|\bso (?:always|be sure to|do not forget to) (?:add|append|use|attach) it\b"
        r"|\b(?:append|add|use|attach) (?:it|this|the modifier) (?:just in case|to be safe|by default|to (?:all|every) claims?|on (?:all|every) claims?)\b|\bbest (?:added|appended|used) (?:to|on|with) (?:all|every)\b",
        "collect make makes likely expected denied comes come threatens rejected refused stops bundles case safe default all every"
        " unbundle break pull helps help with gets get so resubmit rebill refile resend re denies blocks rejects refuses",
    ),
)
"""Advice to use a modifier for what it pays."""
PAID_BOTH: Final = Wording(
    r"\b(?:payers?|plan|medicare|insurer) (?:will|has to|must|then) (?:then )?(?:pay|pays) (?:for )?(?:both|each|all|the second)\b",
    "payer payers plan medicare insurer",
)
"""The same, unless the sentence says beforehand what has to have happened."""
HAPPENED: Final = Wording(
    r"^(?:where|when|if)\b(?![^,]*\b(?:modifiers?|append\w*|add(?:s|ed)?|used?|edits?|claims?|lines?|\d\d)\b)[^,]{12,}, "
)
"""A clause that leads a sentence and tells what was done, and not what stands on the claim."""
ASKED: Final = Wording(r"\bwhether\b[^,;]*$")
"""Asks for what a modifier was used, in front of it."""

SAME_PHYSICIAN: Final = Wording(
    r"\b(?:same|identical) (?:(?:treating|operating|health ?care|rendering|billing|attending|primary|admitting|original|initial|first|referring|individual) )?(?:physician|doctor|surgeon|provider|practitioner|MD)\b(?! (?:group|number|type)s?\b)"
    r"|\b(?:physician|doctor) who (?:operated|performed (?:it|the \w+)|did (?:it|the \w+))\b|\boperating (?:physician|doctor)\b"
    r"|\b(?:physician|doctor|surgeon|provider|practitioner) (?:must|has to|should|is to|needs to|had to) be (?:one and )?the same\b",
    "same identical who operating",
)
OTHER_PROFESSIONALS: Final = Wording(
    r"\bqualified (?:health ?care )?(?:professional|clinician)|\bor (?:other )?(?:clinician"
    r"|professional)s?\b"
    r"|\bsame (?:group|specialty)\b",
    "qualified clinician clinicians professional professionals group specialty",
)
