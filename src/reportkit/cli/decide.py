"""`reportkit decide`: send a place back with a comment, or answer a question of the checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, completion, options
from reportkit.decide.judged import judged_on_line, read
from reportkit.decide.on_places import be_done, send_back
from reportkit.decide.on_questions import answer as answer_question
from reportkit.decide.on_questions import judged_by, question_on
from reportkit.decide.sitting import Sitting, reviewer
from reportkit.files.reading import FolderFiles
from reportkit.model.review import Said
from reportkit.model.signoff import Role
from reportkit.workspace.decisions import answers_to, asked, is_settled, place_of
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.argument("what", required=False, metavar="[FILE:LINE|QUESTION]")
@click.option("--comment", default="", help="What the author is to do, or why you answer so.")
@click.option("--answer", type=click.Choice(get_args(Said)), help="Your answer to QUESTION.")
@click.option("--done", metavar="RULE", help="Be done with what RULE finds at FILE:LINE.")
@click.option("--by", help="Your printed name.")
@click.option("--role", type=click.Choice(get_args(Role)), help="As what you decide.")
@options.project
def decide(
    code: str,
    what: str | None,
    comment: str,
    answer: Said | None,
    done: str | None,
    by: str | None,
    role: Role | None,
    project: Path | None,
) -> None:
    """Send back what stands at FILE:LINE with a comment, or answer a QUESTION of the checklist.

    It goes to report/<code>/review.yaml, with the hash of what was judged, and stands until that
    changes. A place that was sent back, and a `no`, are findings. With --done sent-back you take
    back a comment of yours. Without FILE:LINE and QUESTION the questions and all that was decided
    are listed.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    publication = read(FolderFiles(root), code)
    if what is None:
        options.show("".join(f"{line}\n" for line in _listed(publication)))
        return
    sitting = Sitting(root, code, reviewer(by, role), clock.time_of_record(), clock.today())
    place = re.fullmatch(r"(.+):(\d+)", what)
    if place is None:
        question = question_on(publication, what)
        judged = judged_by(publication, question)
        click.echo(answer_question(sitting, question, judged, answer, comment))
    elif answer is not None:
        raise CannotRun(
            "an answer is given to a question, and not to a place",
            "give --comment, or the name of a question",
        )
    else:
        judged = judged_on_line(publication, place[1], int(place[2]))
        click.echo(be_done(sitting, judged, done) if done else send_back(sitting, judged, comment))


def _listed(publication: Publication) -> Iterator[str]:
    """Each question with its answers, then what was sent back, and whether it stands."""
    for question in asked(publication):
        yield f"{question.id}  {question.text}"
        for answer in answers_to(publication, question):
            comment = f": {answer.comment}" if answer.comment else ""
            yield f"  {answer.answer}, {_by(answer.by, answer.role, answer.decided)}{comment}"
    for sent in publication.decisions.sent_back:
        who = _by(sent.by, sent.role, sent.decided)
        if place_of(publication, sent) is None:
            state = "changed since"
        else:
            state = "done" if is_settled(publication, sent) else "stands"
        yield f"{sent.file}.{sent.route}  sent back, {state}, {who}: {sent.comment}"


def _by(name: str, role: Role, decided: datetime) -> str:
    return f"{name}, {role}, {decided.date()}"
