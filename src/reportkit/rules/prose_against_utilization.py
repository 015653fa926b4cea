"""Rule: a statement on how often the service is given that the counts provided contradict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import ProvidedInput
from reportkit.model.pos import POS
from reportkit.reading.comparisons import comparison_in, is_on_counts, share_in
from reportkit.reading.sentences import Sentence
from reportkit.reading.settings import settings_named
from reportkit.reading.sites import SiteMention
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication

Setting = Literal["facility", "nonfacility"]


@rule("error", "codes and figures")
def prose_against_utilization(publication: Publication) -> Iterator[Issue]:
    """A text says that the service is given more often in one setting, and the counts say less.

    Why:
        Where a service is mostly given decides which rate matters to a reader. A comparison
        without figures is checked by nobody who reads it, and is as wrong as a figure.

    Bad:
        # input
        utilization:
          - {year: 2025, setting: nonfacility, services: 8100, beneficiaries: 8000, providers: 900,
             average_submitted: null, average_allowed: null, average_paid: null}
          - {year: 2025, setting: facility, services: 240, beneficiaries: 230, providers: 60,
             average_submitted: null, average_allowed: null, average_paid: null}
        # summary
        relevance: More services are given in surgery centers than in the office.

    Good:
        # input
        utilization:
          - {year: 2025, setting: nonfacility, services: 8100, beneficiaries: 8000, providers: 900,
             average_submitted: null, average_allowed: null, average_paid: null}
          - {year: 2025, setting: facility, services: 240, beneficiaries: 230, providers: 60,
             average_submitted: null, average_allowed: null, average_paid: null}
        # summary
        relevance: More services are given in the office than in surgery centers.
    """
    counts = _counts(publication.input)
    if len(counts) < len(_OTHER):
        return
    for text in worded_texts_but(publication, ("vignette", "sources", "sites")):
        sites = settings_named(text, publication.input.sites or ())
        for sentence in text.sentences:
            named = [site for site in sites if sentence.holds(site.start)]
            claim = _claim(text, sentence, named) if named and is_on_counts(sentence) else None
            if claim is None:
                continue
            setting, start, end = claim
            if counts[setting] < counts[_OTHER[setting]]:
                yield Issue(
                    text.at(start, end),
                    f"`{text.plain[start:end]}` is not so: {counts[setting]} services were counted "
                    f"in a {setting} setting and {counts[_OTHER[setting]]} in the other",
                    "say what the counts say",
                    related=((at("input", "utilization"), "the counts provided"),),
                )


_OTHER: dict[Setting, Setting] = {"facility": "nonfacility", "nonfacility": "facility"}
_Claim = tuple[Setting, int, int]
"""The setting that is said to have more, and the words that say so."""


def _counts(data: ProvidedInput) -> dict[str, int]:
    """The services counted in each setting in the latest year."""
    rows = [row for row in data.utilization or () if row.services is not None]
    latest = max((row.year for row in rows), default=None)
    return {
        row.setting: row.services or 0
        for row in rows
        if row.year == latest and row.setting in _OTHER
    }


def _claim(text: Text, sentence: Sentence, named: list[SiteMention]) -> _Claim | None:
    """The setting that a sentence says has more, if it says so of one."""
    comparison = comparison_in(text, sentence)
    if comparison is not None:
        before = _setting([site for site in named if site.start < comparison.middle])
        behind = _setting([site for site in named if site.start >= comparison.middle])
        if (
            before is None
            or behind is None
            or before == behind
            or comparison.relation == "the same"
        ):
            return None
        return before if comparison.relation == "more" else behind, comparison.start, comparison.end
    share = share_in(text, sentence)
    setting = _setting(named)
    if share is None or setting is None:
        return None
    return setting if share.most else _OTHER[setting], share.start, share.end


def _setting(sites: list[SiteMention]) -> Setting | None:
    """The one setting that all sites named are of; None if they differ or there is none."""
    settings = {POS[code].rate for site in sites for code in site.codes if code in POS}
    return settings.pop() if len(settings) == 1 else None
