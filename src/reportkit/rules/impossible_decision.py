"""Rule: a decision that nobody can have taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportkit.check.issue import At, Issue, at
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.model.days import day_in_utc
from reportkit.model.person_names import names_nobody
from reportkit.model.review import Answer, Done, SentBack
from reportkit.workspace.publication import Publication


@outcome_rule("error", "document control")
def impossible_decision(outcome: Outcome) -> Iterator[Issue]:
    """A sentence was accepted, or a review decided, after today or in the name of nobody.

    Why:
        An accepted sentence needs no data, as somebody stands for it. The commands write the day
        and the person themselves; a record that says otherwise was typed, and nobody stands for it.

    Bad:
        # accepted
        accepted:
          - sentence: Medicare pays for it in the office.
            subject: payment
            name: TBD
            role: coding-reviewer
            accepted: 2026-11-01
            data_sha256: "0"

    Good:
        # accepted
        accepted: []
    """
    for what, (name, key), day, dated in _decisions(outcome.publication):
        if names_nobody(name):
            yield Issue(key, f"{what} in the name of `{name}`, which names nobody", _HINT)
        if day > outcome.today:
            yield Issue(dated, f"{what} on {day}, and today is {outcome.today}", _HINT)


_HINT = "delete the record, and let the person decide: the commands write name and day themselves"


def _decisions(
    publication: Publication,
) -> Iterator[tuple[str, tuple[str, At], date, At]]:
    """What was done, by whom and on which day, each with its place."""
    for index, acceptance in enumerate(publication.accepted):
        place = ("accepted", "accepted", index)
        who = (acceptance.name, at(*place, "name"))
        yield "this was accepted", who, acceptance.accepted, at(*place, "accepted")
    decisions = publication.decisions
    parts: dict[str, Sequence[SentBack | Done | Answer]] = {
        "sent_back": decisions.sent_back,
        "done": decisions.done,
        "answers": decisions.answers,
    }
    for part, rows in parts.items():
        for index, row in enumerate(rows):
            who = (row.by, at("review", part, index, "by"))
            decided = day_in_utc(row.decided)
            yield "this was decided", who, decided, at("review", part, index, "decided")
