"""Answer a question of the checklist."""

from __future__ import annotations

from reportkit.cannot_run import CannotRun
from reportkit.decide.judged import Judged, judged_at
from reportkit.decide.record import write_record
from reportkit.decide.sitting import Sitting
from reportkit.model.checklist import Question
from reportkit.model.review import Answer, Said
from reportkit.workspace.decisions import asked
from reportkit.workspace.publication import Publication


def question_on(publication: Publication, name: str) -> Question:
    """A question that a publication raises; raises CannotRun for any other."""
    questions = {question.id: question for question in asked(publication)}
    if name not in questions:
        raise CannotRun(
            f"{name} is neither FILE:LINE nor a question on {publication.code}",
            f"questions: {', '.join(questions)}",
        )
    return questions[name]


def judged_by(publication: Publication, question: Question) -> Judged:
    """What a question that a publication raises is about."""
    judged = judged_at(publication, question.file, question.route)
    if judged is None:
        raise CannotRun(f"{question.file}.yaml cannot be read", "mend it first")
    return judged


def answer(
    sitting: Sitting, question: Question, judged: Judged, said: Said | None, comment: str
) -> str:
    """Answer a question on what was judged, and say what was written.

    Raises CannotRun without an answer, for a comment without words, or if what was judged has
    changed.
    """
    if said is None:
        raise CannotRun(
            f"no answer is given to `{question.text}`",
            "give --answer yes, no, comment or not-applicable",
        )
    words = " ".join(comment.split())
    if said == "comment" and not words:
        raise CannotRun("a comment needs words", "give --comment")
    record = Answer(
        question=question.id,
        answer=said,
        comment=words or None,
        by=sitting.reviewer.name,
        role=sitting.reviewer.role,
        decided=sitting.when,
        judged_sha256=judged.sha256,
    )
    path = write_record(sitting, judged, record)
    return f"wrote {path}: {question.id}: {said}"
