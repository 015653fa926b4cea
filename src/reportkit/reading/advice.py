"""Word advice on modifiers: for the sake of payment, or in words that have been replaced."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import Wording

BYPASS: Final = (
    Wording(
        r"\b(?:to|in order to|so as to) (?:get|have|be|receive|obtain|secure|ensure|guarantee"
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
        r"|are) (?:\w+ )?(?:through|paid|past|accepted)\b(?! (?:less|more|by|apart|there|at|only))"
        r"|\bwould otherwise (?:not )?(?:\w+ )?be (?:paid|denied|bundled|rejected|returned)\b"
        r"|\botherwise (?:the )?(?:\w+ ){0,3}(?:is|are|will be) (?:denied|not paid|bundled|rejected)\b"
        r"|\bgets? (?:the |your |a )?(?:claims?|lines?|codes?|it|both) (?:paid|through|past)\b",
        "through paid past accepted otherwise",
    ),
    Wording(
        r"\b(?:whenever|each time|every time|if|when) (?:the|an?|this) (?:edit|payer|claim) (?:would|will|might|could)"
        r" (?:\w+ )?(?:stop|block|deny|reject|refuse|bundle|cut|be (?:denied|rejected|bundled))\b",
        "would will might could",
    ),
)
"""Advice to use a modifier for what it pays."""

SAME_PHYSICIAN: Final = Wording(r"\bsame (?:physician|doctor|surgeon)\b", "same")
OTHER_PROFESSIONALS: Final = Wording(
    r"\bqualified (?:health ?care )?(?:professional|clinician)|\bor (?:other )?(?:clinician"
    r"|professional)s?\b"
    r"|\bsame (?:group|specialty)\b",
    "qualified clinician clinicians professional professionals group specialty",
)
