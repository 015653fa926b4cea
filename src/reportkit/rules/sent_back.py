"""Rule: a place that a reviewer sent back, or a question answered with no."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.checklist import QUESTIONS
from reportkit.workspace.decisions import answers_to, is_settled, place_of
from reportkit.workspace.publication import Publication


@rule("warning", "document control", waivable=False)
def sent_back(publication: Publication) -> Iterator[Issue]:
    """A reviewer sent a place back, or answered no to a question of the checklist.

    Why:
        What a reviewer asks has to reach the author where the words stand, and must not be lost
        before it is answered. It stands until the words it is about are changed, or the reviewer is
        done with it.

    Bad:
        # summary
        importance: A claim with the wrong code is denied.
        # review
        sent_back:
          - file: summary
            route: importance
            comment: Say what the claim is denied for.
            by: B. Coder
            role: coding-reviewer
            decided: 2026-11-02T09:30:00+00:00
            judged_sha256: "30cebc4dfb54e1bf837e5a663f2721d54f4c2df06c2dc5a4e3af6226eae2d35b"

    Good:
        # summary
        importance: A claim with the wrong code is denied, as its price is not known.
        # review
        sent_back:
          - file: summary
            route: importance
            comment: Say what the claim is denied for.
            by: B. Coder
            role: coding-reviewer
            decided: 2026-11-02T09:30:00+00:00
            judged_sha256: "30cebc4dfb54e1bf837e5a663f2721d54f4c2df06c2dc5a4e3af6226eae2d35b"
    """
    for index, sent in enumerate(publication.decisions.sent_back):
        place = place_of(publication, sent)
        if place is not None and not is_settled(publication, sent):
            record = at("review", "sent_back", index)
            yield Issue(
                place,
                f"sent back by {sent.by}, {sent.role}: {sent.comment}",
                f"change it; or have {sent.by} say that it is done: `reportkit decide "
                f"{publication.code} FILE:LINE --done sent-back …`",
                related=((record, f"sent back on {sent.decided.date()}"),),
            )
    for question in QUESTIONS.values():
        for answer in answers_to(publication, question):
            if answer.answer == "no":
                said = f": {answer.comment}" if answer.comment else ""
                yield Issue(
                    At(question.file, question.route),
                    f"{answer.by}, {answer.role}, answers no to `{question.text}`{said}",
                    f"change it; or have {answer.by} answer again: `reportkit decide "
                    f"{publication.code} {question.id} --answer yes …`",
                )
