"""Rule: a figure typed into prose instead of taken from the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_IN_WORDS = (
    rf"\b(?i:(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|\w{{3,5}}teen)"
    r"(?:\s(?:hundred|thousand|million))?)"
)
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{_IN_WORDS})"
_SOLUTION = (
    r"(?!\s*(?:acetic|lidocaine|bupivacaine|saline|solution|dextrose|iodine|hydrogen|formalin"
    r"|glucose|ethanol|sodium|silver|trichloro\w*|ferric|cream|gel|ointment))"
)
_PRICE = re.compile(
    rf"(?:US)?\$\s?\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion))?|\b{_NUMBER}\s(?:US\s)?dollars?\b"
    rf"|\b{_NUMBER}\s(?:(?:work|total|practice expense|facility|nonfacility)\s)?"
    r"(?:RVUs?|relative value units?)\b"
    rf"|\b(?:RVUs?|relative value units?)\s(?:of|is|are)\s{_NUMBER}"
)
_SHARE = re.compile(
    rf"(?<![\d.,])(?:{_NUMBER}\s?(?:-|–|to)\s?)?{_NUMBER}\s?(?:%|percent\b|per cent\b){_SOLUTION}"
)
_COUNT = re.compile(
    r"\b\d+\sunits?\s(?:of\sservice|(?:a|an|per|each)\s(?:day|date|claim|line|encounter))\b"
    r"|(?<![\w.,$#-])(?<!CPT )(?<!HCPCS )(?<![Cc]ode )(?<![Cc]odes )(?<![Ll]evel )"
    r"(?<![Mm]odifier )(?<![Mm]odifiers )(?!(?:19|20)\d\d\s)\d[\d,]*\s"
    r"(?:(?:such|billed|paid|allowed|unique|Medicare|new|annual|million|thousand)\s){0,2}"
    r"(?:patients|services|claims|beneficiaries|providers|procedures|women|men|practices|payers"
    r"|physicians|encounters|enrollees|members)\b"
)


@passage_rule("error", "provided data", waivable=False)
def unbound_figure(passage: Passage) -> Iterator[Issue]:
    """A price, a share, a relative value or a count is typed into prose.

    Why:
        A typed figure stays when the data changes, and nobody can tell who provided it. A
        reference prints the value itself. A share or count that cites its source in the same
        sentence is left alone, and so are ages, years, days, codes and strengths of solutions.

    Bad:
        # summary
        importance: In the office the code is paid at $192.14.

    Good:
        # summary
        importance: In the office the code is paid at {{ input.mpfs.nonfacility_payment | money }}.
    """
    if passage.key == "report":
        return
    for pattern in (_PRICE, _SHARE, _COUNT):
        for found in pattern.finditer(passage.plain):
            if pattern is not _PRICE and _cited(passage, found.start()):
                continue
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` is typed and not taken from the data",
                "bring the value in as `{{ input... }}`, or say it without a figure",
            )


def _cited(passage: Passage, offset: int) -> bool:
    """True if the sentence at an offset cites a source."""
    for sentence in passage.sentences:
        if sentence.start <= offset < sentence.end:
            # A citation may stand behind the full stop.
            end = sentence.end + 1
            return any(sentence.start <= span.start <= end for _, span in passage.citations)
    return False
