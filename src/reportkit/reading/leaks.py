"""Word what leaks from the making of a text: talk of it, notes, placeholders, dead rows."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import Wording

PIPELINE: Final = (
    Wording(
        r"\b(?:in|from|per|by|of|on) the (?:input\b(?! (?:port|voltage|field))"
        r"|prompt(?=\s*(?:[.,;:)]|$)|\s+(?:above|below|is|was|and|or)\b)"
        r"|(?:provided|supplied|given) (?:list|data|context|input|modifiers|information|file"
        r"|package)\b)"
        r"|\b(?:input provided|provided input)\b|\bthe (?:prompt|input file|context window)\b"
        r"(?= (?:says|asks|does|did|has|gives|lists|contains|was|is)\b)",
        "input prompt provided supplied given context",
    ),
    Wording(
        r"\bsee (?:the )?rules?\b(?: about using only provided\b)?"
        r"|\brules? about (?:using|only|the use of)\b|\busing only (?:the )?provided\b",
        "rule rules using",
    ),
    Wording(r"\b(?:this|the) row is (?:therefore )?omitted\b|^row (?:is )?omitted\b", "row"),
    Wording(
        r"\bas an? (?:ai|language model)\b|\b(?:large )?language model\b"
        r"|\bi (?:cannot|can't|could not|am unable to|do not have access to|was unable to)\b"
        r"|\bmy (?:training|knowledge cutoff|instructions)\b",
        "ai language i my",
    ),
    Wording(
        r"(?:^|(?<=[.;:!?] ))as (?:instructed|requested|directed|told|asked"
        r"|specified)(?= (?:in the|above)\b|, )"
        r"|\b(?:according to|per|following|in line with|under|based on) (?:the|your|our|these|my) "
        r"(?:instructions?|brief|request|template|specification)\b(?! (?:of|for|from|on|by)\b)",
        "instructed requested directed told asked specified instructions instruction brief"
        " request template"
        " specification",
    ),
    Wording(
        r"(?:^|(?<=[.;:!?] ))(?:sure|certainly|of course)[,!] (?:here|i|this|the)\b|\bthe prompt (?:asked|asks|said|says|wanted)\b"
        r"|\bhere is (?:the|a|your) (?:revised |shorter |new |rewritten )?(?:paragraph|text|version|summary|section)\b",
        "sure certainly course prompt here",
    ),
    Wording(
        r"\b(?:list|data|input|information|file|table|package|material)s? (?:that )?(?:we|i"
        r"|the (?:authors?|writers?))"
        r" (?:were|was|have been|had been|got|received)\b(?: (?:given|provided|supplied|sent))?"
        r"|\b(?:provided|supplied|given|sent|handed) to (?:us|me)\b"
        r"|\bwe (?:were|have been) (?:given|provided|supplied|sent|told|asked)\b",
        "we i us me authors author writers writer",
    ),
)
"""Talk of the input, the prompt or the rules a text was written by."""

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
        r"\b(?:by|per) [A-Z]{2,3}\b[^()]{0,30}\)"
        r"|\b(?:changed|edited|added|removed|deleted|revised|rewritten"
        r"|checked) by [A-Z]{2,3}\b(?!\w)",
        "was formerly previously changed deleted added edited updated moved removed revised"
        " rewritten checked",
        case=True,
    ),
    Wording(
        r"\((?:working title|to be (?:checked|confirmed|verified|reviewed|revised)|check|ask [\w ]{2,20}|verify|confirm|unclear|sic|\?)\)"
        r"|, ask (?:legal|coding|editor|the editor|compliance)\b|\bsee ticket #?\w+|\bticket (?:no\.? ?)?#?\d+\b"
        r"|\b(?:do not|don't|never) (?:print|publish) (?:this|the) (?:row|line|entry|sentence|paragraph|section)\b",
    ),
    Wording(
        r"\b(?:check|confirm|verify|ask|clarify|update|shorten|rewrite|fix|delete)\b[^.;]{0,60}"
        r"\bbefore (?:release|publication|going to print|we publish|publishing|it goes out)\b",
        "release publication print publish publishing out",
    ),
)
"""Notes between editors."""

PLACEHOLDERS: Final = (
    Wording(
        r"\b(?:TO" + r"DO|TBD|TBC|TBA|FIX" + r"ME|TKTK)\b",
        "to" + "do tbd tbc tba fix" + "me tktk",
        case=True,
    ),
    Wording(r"(?<![\w,])X{2,}(?!\w|(?: chromosom| karyotyp))", case=True),
    Wording(r"\?{3,}|_{4,}|(?<![\d.])9{7,}(?!\d)|\[(?: |\.\.\.|…)?\](?!\()"),
    Wording(r"\blorem ipsum\b", "lorem"),
    Wording(
        r"\b(?:text|paragraph|sentence|content|wording|figures?|numbers?|section) (?:goes?|comes?|belongs?|will be|to go) here\b",
        "here",
    ),
    Wording(
        r"[\[<](?:insert|placeholder|your|fill in)\b[^\]>\n]*[\]>]", "insert placeholder your fill"
    ),
    Wording(
        r"\bto be (?:added|written|completed|filled in|supplied|announced|advised"
        r"|inserted)(?: later)?(?=[.;)]|$| by (?:the |our )?(?:\w+ )?(?:team|editors?|authors?|reviewers?)\b)"
        r"|\b(?:is|are) (?:still )?to (?:come|follow)(?=[.;)]|$)",
        "added written completed filled supplied announced advised inserted come follow",
    ),
)
"""What stands in for text that is not written."""

_GONE = (
    r"(?:omitted|removed|excluded|deleted|left out|dropped|withheld|struck"
    r"|not (?:listed|included|provided|shown|printed))"
)
DEAD_ROWS: Final = (
    Wording(
        rf"\b(?:this|the) (?:row|modifier|entry|line|step|item)\s+(?:is|was|has been|will be)\s+"
        rf"(?:therefore |thus |hence )?{_GONE}"
        rf"|\btherefore (?:this row is )?{_GONE}"
        r"|\b(?:was|were) not (?:in|on|among) the (?:provided |given )?(?:list|input|data|table)\b"
        rf"|\b{_GONE} (?:here|above|below|(?:from|in|on) (?:this|the) (?:table|list|report|row))"
    ),
    Wording(
        r"\b(?:this|the) (?:row|modifier|entry|line|step|item)\s+(?:should|must|does|may|can"
        r"|need)\s*(?:not|never)"
        r"\s+(?:appear|show|stand|belong|be (?:here|shown|listed|printed|published|included"
        r"|in (?:this|the)))\b",
        "row modifier entry line step item",
    ),
    Wording(
        r"\bit (?:is|was|has been|should be) (?:not|never) (?:shown|listed|included|printed"
        r"|part)\b[^.]{0,25}"
        r"\b(?:this|the) (?:table|list|report|row)\b",
        "it",
    ),
    Wording(
        r"(?:^|(?<=[.;:] ))(?:row|line|entry|item) (?:is |was )?(?:deleted|removed|omitted"
        r"|struck|dropped|taken out)\b|\((?:row|line|entry) (?:deleted|removed|omitted|struck|dropped)\)"
        r"|\b(?:do not|don't|never) (?:print|publish|show) this (?:row|line|entry)\b"
        r"|\b(?:disregard|ignore|delete|remove|skip) this (?:row|line|entry|item|modifier)\b"
        r"|\bthis (?:row|line|entry) (?:is|was) (?:a )?(?:mistake|error|duplicate"
        r"|to be (?:deleted|removed))\b",
        "row line entry item modifier",
    ),
)
"""What a row says of itself where it should not be there."""
