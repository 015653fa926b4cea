"""Rule: a house text whose wordings cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.model.base import given
from reportkit.model.files import text_name
from reportkit.model.texts import Wording
from reportkit.source.conditions import Condition
from reportkit.source.references import BadReference
from reportkit.workspace.house_texts import condition_of
from reportkit.workspace.publication import Publication
from reportkit.workspace.ways import nowhere


@rule("error", "house rules", waivable=False)
def unclear_house_text(publication: Publication) -> Iterator[Issue]:
    """A wording of a house text is for no report, or nobody can tell for which.

    Why:
        A condition that is mistyped is met by no report, and the wording behind it would be
        printed instead. What stands behind a wording for all reports is never printed at all.

    Bad:
        # summary
        importance: "{{ text.follow_up }}"
        # texts/follow_up
        wordings:
          - when: input.mpfs.global_day == "010"
            text: The visits of ten days are paid with the procedure [@cms-pfs].
          - text: Each visit is paid by itself [@cms-pfs].

    Good:
        # summary
        importance: "{{ text.follow_up }}"
        # texts/follow_up
        wordings:
          - when: input.mpfs.global_days == "010"
            text: The visits of ten days are paid with the procedure [@cms-pfs].
          - text: Each visit is paid by itself [@cms-pfs].
    """
    for key, loaded in publication.files.items():
        if text_name(key) is not None and loaded.sound is not None:
            yield from _unclear(key, given(loaded.sound, "wordings", None))


def _unclear(key: str, wordings: tuple[Wording, ...] | None) -> Iterator[Issue]:
    if wordings == ():
        yield Issue(at_key(key, "wordings"), "the text has no wording", "write one, with `text:`")
    is_for_all = False
    for index, wording in enumerate(wordings or ()):
        when = given(wording, "when", "")
        if is_for_all:
            yield Issue(
                at_key(key, "wordings", index, "text"),
                "no report prints this wording, as one before it is for all reports",
                "put the wording without `when:` last",
            )
        elif when is None:
            is_for_all = True
        elif when:
            yield from _unclear_condition(key, index, when)


def _unclear_condition(key: str, index: int, when: str) -> Iterator[Issue]:
    where = at(key, "wordings", index, "when")
    match condition_of(when):
        case BadReference(reason=reason):
            yield Issue(where, reason, 'write a condition as `input.mpfs.global_days == "010"`')
        case Condition(comparisons=comparisons):
            for way in (way for comparison in comparisons for way in comparison.ways):
                leads_nowhere = nowhere(way.names)
                if leads_nowhere is not None:
                    yield Issue(where, leads_nowhere, "name a value that the form of the data has")
        case _:
            return
