"""Word the notes of editors among each other that a text may still hold."""

from __future__ import annotations

from typing import Final

from reportkit.model.abbreviations import KNOWN
from reportkit.reading.wording import BEGIN, Wording

_ACT = (
    r"(?:check|confirm|verify|clarify|review|shorten|rewrite|rework|rephrase|reword|update|fix|cut|delete|drop|trim|tighten"
    r"|expand|cite|source|see|ask|add|move|advise)"
)
_WORDS = (
    r"(?:sentences?|paragraphs?|wording|text|passage|headings?|titles?|phrase|citations?|sources?|references?|dates?|figures?"
    r"|numbers?|spelling|links?)"
)
_INITIALS = rf"(?!(?:{'|'.join(sorted(KNOWN))})\b)[A-Z]{{2,3}}"
"""Two or three capitals that are no body, credential or test that every reader knows."""
_COLLEAGUE = (
    r"(?:legal|coding(?: team)?|compliance|clinical(?: team)?|pharmacy|editors?|reviewers?|authors?|copy ?editors?"
    r"|SME|QA|production|layout)"
)

NOTES: Final = (
    Wording(
        r"\(\s*(?:note|n\.b\.|nb|ed(?:itor)?(?:'s|ial)?\.?(?: note)?)\s*:"
        r"|\[\s*(?:editor|ed\.|note|reviewer|author|internal|query)\b[^\]\n]*\]?"
        r"|(?:^|(?<=[.;!?(]\s)|(?<=[.;!?(]))(?:copy ?editor|editor|reviewer|author|qa|nb"
        r"|n\.b\.)(?:'s)?"
        r"(?: notes?| comments?| query)?\s*:",
    ),
    Wording(
        r"\b(?:editor|reviewer|author)(?:'s)? (?:note|comment|query)\b"
        r"|\b(?:comments?|notes?|remarks?|quer(?:y|ies)|questions?) (?:by|from|for|to) (?:the )?"
        r"(?:reviewers?|editors?|authors?|copy ?editors?|coding team|legal(?: team)?|team"
        r"|self)\b\s*[:—-]?",
        "editor reviewer author reviewers editors authors note notes comment comments remark"
        " remarks query queries"
        " question questions",
    ),
    Wording(
        r"\((?:was|formerly|previously|changed|deleted|added|edited|updated|moved)\b[^()]{0,60}"
        rf"\b(?:by|per) {_INITIALS}\b[^()]{{0,30}}\)"
        r"|\b(?:changed|edited|added|removed|deleted|revised|rewritten"
        rf"|checked) by {_INITIALS}\b",
        "was formerly previously changed deleted added edited updated moved removed revised"
        " rewritten checked",
        case=True,
    ),
    Wording(
        r"\((?:working title|to be (?:checked|confirmed|verified|reviewed|revised|agreed|cleared)[^().;]{0,40}|(?:sp|sic|ref|src|cit|awk|wc)\.?\??|check|ask [\w ]{2,20}|verify|confirm|unclear|sic|\?)\)"
        r"|, ask (?:legal|coding|editor|the editor|compliance)\b|\bsee ticket #?\w+|\bticket (?:no\.? ?)?#?\d+\b"
        r"|\b(?:do not|don't|never) (?:print|publish) (?:this|the) (?:row|line|entry|sentence|paragraph|section)\b",
    ),
    Wording(
        r"\b(?:check|confirm|verify|ask|clarify|update|shorten|rewrite|fix|delete)\b[^.;]{0,60}"
        r"\bbefore (?:release|publication|going to (?:print|press)|print(?:ing)?(?=[.;!]|$)|we publish|publishing|it goes out)\b(?! of\b)",
        "release publication print printing press publish publishing out",
    ),
    Wording(
        r"\b(?:sentences?|paragraphs?|wording|text|passage|headings?|titles?|phrase|citations?|spelling) (?:(?:is|are|still|yet) ){0,2}to be (?:agreed|settled|cleared|checked|confirmed|approved|aligned|discussed|coordinated|verified) (?:with|by)\b"
        r"|\b(?:reviewer|editor|author)s? (?:\d|one|two|[A-D]) (?:thinks|wants|asks|says|suggests|disagrees|agrees|finds|prefers|notes|objects)\b"
        r"|\b(?:the|our) (?:reviewer|editor|copy ?editor)s? (?:thinks?|wants?|prefers?|objects?|would like|finds?|asked|suggested|suggests?) (?:this|that|it|the (?:sentence|paragraph|text|wording|title))\b"
        rf"|{BEGIN}(?:please )?(?:double-?check|re-?check|cross-?check|check|confirm|verify|clarify|rephrase|reword|shorten|expand) (?:the |this |these |that )?(?:\w+ ){{0,2}}(?:here|above|below)(?=[.!]|$)",
        "reviewer reviewers editor editors author authors copyeditor copyeditors copy here above below agreed settled cleared"
        " checked confirmed approved aligned discussed coordinated verified",
    ),
    Wording(
        rf"\((?:au|aq|qa|ed)\d*:|\[(?:please )?(?:{_ACT}|{_COLLEAGUE}|to be|needs?|source|citation|note|sic|new|old|was|comment|tk)\b[^\]\n]*\]?"
        rf"|\((?:please )?{_ACT}(?: (?:this|that|it|again|date|wording|source|(?:with|if) [\w ]{{1,30}}|(?:the )?{_WORDS}))?[!?.]*\)"
        r"|\((?:sources?|citation(?: needed)?|reference|really|correct|right|true|still true)\?*!*\)(?<=[?!d]\))",
    ),
    Wording(
        rf"{BEGIN}(?:comments?|remark|query|internal|reminder|nota bene|ed\.|sic|(?:old|new|earlier|previous|alternative) (?:version|text|wording))"
        r"(?: \([\w .]{1,20}\))?(?: (?:for|to|from|by|of) [\w ]{1,25})?:"
        rf"|{BEGIN}(?:questions?|notes?) (?:for|to|from|by) [\w ]{{1,25}}:",
        "comment comments remark query internal reminder nota ed sic old new earlier previous alternative question"
        " questions note notes",
    ),
    Wording(
        rf"{BEGIN}{_COLLEAGUE}(?:,? please| to) {_ACT}\b"
        rf"|(?<!or: )(?<!er: )(?<!qa: )\bplease {_ACT}(?=[.!)]|$)|\bplease {_ACT} (?:this|that|it|these|the {_WORDS}|with {_COLLEAGUE})\b"
        rf"|\b(?:could|can|will|would) (?:someone|somebody|anyone|anybody) (?:please )?{_ACT}\b"
        "legal coding compliance clinical pharmacy editor editors reviewer reviewers author authors copy copyeditor"
        " copyeditors sme qa production layout please someone somebody anyone anybody",
    ),
    Wording(r"@(?<![\w.]@)[A-Za-z]\w+"),
    Wording(
        rf"\b{_INITIALS} (?:changed|added|deleted|moved|cut|edited|rewrote|removed|wrote|inserted) (?:this|it|that|these)\b",
        "changed added deleted moved cut edited rewrote removed wrote inserted",
        case=True,
    ),
    Wording(
        rf"\b(?:cut|delete|drop|rework|rewrite|shorten|rephrase|reword|merge|trim|tighten|expand|redo|proofread|copyedit) (?:(?:this|these)(?: (?:{_WORDS}|part|bit|section|if|when|before|for))?\b|the (?:last|first|next|second|above) (?:{_WORDS}|part|bit|section)\b)"
        r"|\b(?:suggest|consider|propose) (?:deleting|cutting|moving|rewording|shortening|dropping|rewriting|merging)\b"
        rf"|\bstill to (?:check|confirm|verify|add|write|do)\b|\bneeds? (?:a |an )?(?:citation|reference|source|proofreading|rewording)(?=[.;!)]|$)|\b(?:this|that|it|{_WORDS}) needs? (?:a |another )second look\b"
        rf"|\bremember to (?:check|update|verify|add|fix) (?:the |this )?{_WORDS}\b"
        rf"|{BEGIN}is (?:this|that|it) (?:still )?(?:right|correct|true|so|current|accurate|ok|needed)\?",
        "cut delete drop rework rewrite shorten rephrase reword merge trim tighten expand redo proofread copyedit suggest"
        " consider propose still need needs remember right correct true so current accurate ok needed",
    ),
    Wording(
        r"\b(?:not for (?:publication|circulation|distribution|print|release)|internal use only|do not (?:publish|circulate|distribute|print)(?=[.!]|$)"
        r"|work in progress|awaiting (?:sign-?off|clearance|approval by the editors?)|draft only|confidential draft)\b"
        rf"|{BEGIN}(?:stet|draft|wip)(?=[.!]|$)",
        "publication circulation distribution print release internal publish circulate distribute work"
        " sign signoff clearance approval draft stet wip",
    ),
    Wording(
        rf"\(\s*nota(?: del editor)?\s*:|{BEGIN}nota (?:del|para el) (?:editor|revisor|autor)\s*:",
        "nota",
    ),
    Wording(r"~~|\{(?:\+\+|--|>>|~~|==)|(?:\+\+|--|<<|~~|==)\}|<{3,}|>{3,}"),
)
"""Notes between editors, and the marks of changes that somebody has still to accept."""
