"""`reportkit decide`: send a place back with a comment, or answer a question of the checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.add_entry import with_entry
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.place import Route, line_span, route_text
from reportkit.model.review import Answer, Said, SentBack
from reportkit.model.signoff import Role
from reportkit.source.load import Loaded
from reportkit.source.tree import Node, Scalar, node_at
from reportkit.workspace.decisions import (
    answers_to,
    asked,
    nodes,
    place_of,
    subject_of,
    value_sha256,
)
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import workspace_of


@click.command()
@click.argument("code")
@click.argument("what", required=False, metavar="[FILE:LINE|QUESTION]")
@click.option("--comment", help="What the author is to do, or why you answer so.")
@click.option("--answer", type=click.Choice(get_args(Said)), help="Your answer to QUESTION.")
@click.option("--by", help="Your printed name.")
@click.option("--role", type=click.Choice(get_args(Role)), help="As what you decide.")
@options.project
def decide(
    code: str,
    what: str | None,
    comment: str | None,
    answer: Said | None,
    by: str | None,
    role: Role | None,
    project: Path | None,
) -> None:
    """Send back what stands at FILE:LINE with a comment, or answer a QUESTION of the checklist.

    It goes to report/<code>/review.yaml, with the hash of what was judged, and stands until that
    changes. A place that was sent back, and a `no`, are findings. Without FILE:LINE and QUESTION
    the questions and all that was decided are listed.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    if what is None:
        options.show("".join(f"{line}\n" for line in _listed(_read(FolderFiles(root), code))))
        return
    if by is None or role is None or not by.strip():
        raise CannotRun("a decision needs a name and a role", "give --by and --role")
    signed = {"by": " ".join(by.split()), "role": role, "decided": clock.time_of_record()}
    path = f"report/{code}/review.yaml"
    with hold(root) as held:
        files = FolderFiles(root)
        publication = _read(files, code)
        place = re.fullmatch(r"(.+):(\d+)", what)
        record: SentBack | Answer
        if place:
            record = _sent_back(publication, place[1], int(place[2]), comment, answer, signed)
        else:
            record = _answered(publication, what, comment, answer, signed)
        key = "sent_back" if isinstance(record, SentBack) else "answers"
        entry = {**record.model_dump(), "decided": record.decided.isoformat()}
        write_files(held, {path: with_entry(files, path, key, entry)})
    click.echo(f"wrote {path}: {_told(record)}")


def _read(files: FolderFiles, code: str) -> Publication:
    publication = workspace_of(files, [code]).publications[0]
    if "review" in publication.files and publication.model_of("review") is None:
        raise CannotRun(
            f"report/{code}/review.yaml cannot be read", f"`reportkit check {code}` says why"
        )
    return publication


def _sent_back(
    publication: Publication,
    path: str,
    line: int,
    comment: str | None,
    answer: Said | None,
    signed: dict[str, Any],
) -> SentBack:
    if answer is not None or not (comment or "").strip():
        raise CannotRun(
            "a place is sent back with a comment", "give --comment, and what the author is to do"
        )
    key, loaded = _file(publication, path)
    route, node = _on_line(loaded, line)
    return SentBack(
        file=key,
        route=route_text(route),
        comment=" ".join((comment or "").split()),
        judged_sha256=value_sha256(node),
        **signed,
    )


def _file(publication: Publication, path: str) -> tuple[str, Loaded[Any]]:
    """The file of a publication that a path ends in, with its key."""
    for key, loaded in publication.files.items():
        if loaded.file.path == path.removeprefix("./"):
            return key, loaded
    known = ", ".join(loaded.file.path for loaded in publication.files.values())
    raise CannotRun(f"{path} is no file of {publication.code}", f"known: {known}")


def _on_line(loaded: Loaded[Any], line: int) -> tuple[Route, Node]:
    """The innermost value that holds all that stands on a line."""
    span, root = line_span(loaded.file.text, line), loaded.tree.root
    if span is None or root is None:
        raise CannotRun(f"{loaded.file.path} has no line {line} that can be read", "name another")
    routes = [
        route
        for route, node in nodes(root)
        if isinstance(node, Scalar) and node.span.start <= span.end and span.start <= node.span.end
    ]
    route = tuple(steps[0] for steps in takewhile(_is_one, zip(*routes, strict=False)))
    node = node_at(root, route)
    if not routes or node is None:
        raise CannotRun(f"nothing stands on line {line} of {loaded.file.path}", "name another line")
    return route, node


def _is_one(steps: tuple[str | int, ...]) -> bool:
    return len(set(steps)) == 1


def _answered(
    publication: Publication,
    name: str,
    comment: str | None,
    answer: Said | None,
    signed: dict[str, Any],
) -> Answer:
    questions = {question.id: question for question in asked(publication)}
    question = questions.get(name)
    if question is None:
        raise CannotRun(
            f"{name} is neither FILE:LINE nor a question on {publication.code}",
            f"questions: {', '.join(questions)}",
        )
    node = subject_of(publication, question)
    if answer is None or node is None:
        raise CannotRun(
            f"no answer is given to `{question.text}`", "give --answer yes, no or not-applicable"
        )
    return Answer(
        question=question.id,
        answer=answer,
        comment=" ".join(comment.split()) if comment else None,
        judged_sha256=value_sha256(node),
        **signed,
    )


def _told(record: SentBack | Answer) -> str:
    match record:
        case SentBack(file=file, route=route):
            return f"sent back {route or 'the whole'} of {file}"
        case Answer(question=question, answer=answer):
            return f"{question}: {answer}"


def _listed(publication: Publication) -> Iterator[str]:
    """Each question with its answers, then what was sent back, and whether it stands."""
    for question in asked(publication):
        yield f"{question.id}  {question.text}"
        for answer in answers_to(publication, question):
            comment = f": {answer.comment}" if answer.comment else ""
            yield f"  {answer.answer}, {_by(answer.by, answer.role, answer.decided)}{comment}"
    for sent in publication.decisions.sent_back:
        state = "stands" if place_of(publication, sent) else "changed since"
        who = _by(sent.by, sent.role, sent.decided)
        yield f"{sent.file}.{sent.route}  sent back, {state}, {who}: {sent.comment}"


def _by(name: str, role: Role, decided: datetime) -> str:
    return f"{name}, {role}, {decided.date()}"
