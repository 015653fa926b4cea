"""Rule: two publications of the same title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.issue import at
from reportkit.check.rule import Read, agreement_rule
from reportkit.check.words import words
from reportkit.workspace.publication import Publication


def _titles(publication: Publication) -> Iterator[Fact]:
    title = publication.report.title
    yield Fact(publication.code, " ".join(words(title)), title, at("report", "title"))


@agreement_rule("warning", "agreement", _titles)
def same_title(facts: Sequence[Fact], _: Read) -> Iterator[Clash]:
    """Two publications have the same title.

    Why:
        A reader who looks a procedure up by its name takes the first of the two, and bills the
        wrong code. A title has to say what sets its code apart.

    Bad:
        # report
        title: Freezing of abnormal tissue
        # report (beside)
        title: Freezing of abnormal tissue

    Good:
        # report
        title: Freezing of abnormal tissue
        # report (beside)
        title: Removal of abnormal tissue by laser
    """
    for alike in by_subject(facts).values():
        for fact in alike:
            other = next((other for other in alike if other.publication != fact.publication), None)
            if other is not None:
                yield Clash(
                    fact,
                    f"the report of {other.publication} has this title, too",
                    f"say in both what sets {fact.publication} and {other.publication} apart",
                    other,
                    "the same title",
                )
