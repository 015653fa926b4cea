"""Rule: a figure typed into prose instead of taken from the data."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.reading.amounts import amounts
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication

_FROM_FILES = frozenset({"rates", "opps", "asp", "add_ons", "telehealth"})
"""Parts of the input whose words come from files of payers and CMS as they are."""


@rule("error", "provided data", waivable=False)
def unbound_figure(publication: Publication) -> Iterator[Issue]:
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
    for text in worded_texts(publication):
        if text.key == "input" and text.route[0] in _FROM_FILES:
            continue
        for amount in amounts(text):
            cited = text.cites(text.sentence(amount.start))
            if cited and amount.kind in ("share", "count"):
                continue
            typed = text.plain[amount.start : amount.end].strip()
            yield Issue(
                text.at(amount.start, amount.end),
                f"`{typed}` is typed and not taken from the data",
                "bring the value in as `{{ input... }}`, or say it without a figure",
            )
