"""Word what stands in for text that is still to be written."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import BEGIN, Wording

_BLANK = (
    r"(?:limit|rate|amount|number|date|payer|modifier|code|figure|value|price|fee|title|details?|name|text|units?|share|period"
    r"|site|source|reason|year|total|minutes|insert|plan|type|text|note)"
)

PLACEHOLDERS: Final = (
    Wording(
        r"\b(?:TO" + r"DO|TBD|TBC|TBA|FIX" + r"ME|TKTK)\b",
        "to" + "do tbd tbc tba fix" + "me tktk",
        case=True,
    ),
    Wording(
        r"(?<![\w,])(?<!indicator )(?<!global days )(?<!global period )X{2,}(?!\w| (?:chromosom|karyotyp|means|stands|says|marks|tells|on the (?:printout|screen|display)\b))",
        case=True,
    ),
    Wording(r"\?{3,}|\$X+(?!\w)|_{4,}|(?<![\d.])9{7,}(?!\d)|\[(?: |\.\.\.|…)?\](?!\()"),
    Wording(r"\blorem ipsum\b", "lorem"),
    Wording(r"^(?:see|as|same as) (?:above|below|before)\.?$", "above below before"),
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
    Wording(
        r"\[(?!\d{1,3}m?[A-Z][a-z]?\])(?=[^\]\n]*[A-Za-z])[^\[\]\n]{1,80}\](?!\()|\{ ?[A-Za-z][\w .-]{0,40}\}"
    ),
    Wording(
        rf"<{_BLANK}>|<[a-z]+(?:[ _-][a-z]+){{1,4}}>|(?<= )[?#](?=[ .,]|$)|(?<![\w_])_{{2,}}(?![\w_])|(?<!\.)\.{{4,}}(?!\.)"
    ),
    Wording(
        r"(?<![\w-])(?:xx+|nn|NN|yy|zz+)(?= (?:units?|minutes?|days?|weeks?|months?|hours?|percent|dollars|mg|patients|claims|times?)\b|[.,;]|$)",
        case=True,
    ),
    Wording(r"\bpor (?:definir|confirmar|completar|escribir|determinar)(?=[.;,) ]|$)", "por"),
    Wording(r"\bTK\b(?! ?\d|\)? (?:inhibitor|activity))", "tk", case=True),
    Wording(
        r"(?:\b(?:is|are|was|were|be|remains?)|[:=]) (?:tb[acd]|t\.b\.[acd]\.?|n/a|nan|null|nil|undefined|#n/a|#(?:ref|value|name|div/0)!?|\(blank\))(?=[.,;)]|$)"
        rf"|\b(?:is|are|of|at) \({_BLANK}s?\)(?=[.,;]|$)",
    ),
    Wording(
        rf"{BEGIN}to[ -]do:|\bdolor sit amet\b|\bblah\b|\basdf\b|\bfoo ?bar\b",
        "do dolor blah asdf foo foobar",
    ),
    Wording(
        rf"\b(?:sample|dummy|example|filler|placeholder|blind) (?:text|paragraph|sentence|content|copy)\b|{BEGIN}placeholder(?=[.!:]|$)"
        rf"|{BEGIN}(?:enter|insert|add|write|type) (?:the |a |your |some )?(?:text|content|{_BLANK})(?: here)?(?=[.!:]|$)"
        rf"|{BEGIN}(?:insert|add|enter|write|put|fill in) [\w ]{{1,40}} here(?=[.!]|$)"
        rf"|{BEGIN}(?:your|some) (?:text|content|{_BLANK}) here(?=[.!]|$)"
        r"|\b(?:goes|go|comes|belongs) here(?=[.!]|$)",
        "text paragraph sentence content copy placeholder enter insert add write type here",
    ),
    Wording(
        rf"\b{_BLANK}s? (?:is|are|remains?) (?:(?:still |yet )?to be (?:confirmed|decided|determined|defined|agreed|set|announced|named)|not yet (?:set|known|fixed|decided|determined|agreed|named)"
        r"|(?:still )?(?:open|undecided|undetermined))(?=[.;]|$)"
        rf"|\b(?:coming soon|(?:more|text|details?|details) (?:to follow|follows?|to come)(?=[.!]|$)|under construction|watch this space)\b"
        rf"|{BEGIN}to be (?:determined|decided|confirmed|defined|agreed|announced|filled in|written|added)\b[^.;]{{0,20}}(?=[.:]|$)",
        "confirmed decided determined defined agreed set announced named known fixed open undecided undetermined soon follow"
        " follows come construction watch filled written added",
    ),
)
"""What stands in for text that is not written."""

NO_NAME: Final = Wording(r"^\W*$|^(?:n/?a|n\.a|none|null|nil|unknown|ditto|idem|untitled)\W*$")
"""All of a name, a title or a note that says nothing."""
NO_CONTENT: Final = Wording(
    r"^(?:(?:and |then )?(?:continue|proceed|go on)(?: as (?:usual|above|before|needed|planned))?"
    r"|(?:the )?(?:next|further|last|first|other|usual|remaining) steps?|steps? (?:\d+|one|two|three|four)"
    r"|(?:as|same as|like) (?:above|before|usual)|and so on|etc|ditto|idem|n/?a"
    r"|do (?:it|this|that|the same)(?: again)?)\W*$"
)
"""All of a piece of prose that says nothing, as a step that is to be filled in."""
