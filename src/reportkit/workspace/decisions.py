"""Tell which decisions of reviewers still stand: what they judged is as it was."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime

from reportkit.findings.place import At, Route, route_text
from reportkit.model.checklist import QUESTIONS, Question
from reportkit.model.review import Answer, Decisions, Done, SentBack
from reportkit.source.tree import Mapping, Node, Sequence, node_at
from reportkit.source.values import plain
from reportkit.workspace.publication import Publication


def value_sha256(node: Node) -> str:
    """The hash of what a node of a file says; comments and layout do not count."""
    text = json.dumps(plain(node), default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def place_of(publication: Publication, sent: SentBack | Done) -> At | None:
    """Where what a decision judged stands; None once it has changed or is gone.

    A row that has moved is found where it is now.
    """
    root = _root(publication, sent.file)
    if root is None:
        return None
    fits = [
        route
        for route, node in nodes(root)
        if _keys(route_text(route)) == _keys(sent.route)
        and value_sha256(node) == sent.judged_sha256
    ]
    same = [route for route in fits if route_text(route) == sent.route]
    route = next(iter((*same, *fits)), None)
    return None if route is None else At(sent.file, route)


def decisions_sha256(decisions: Decisions, before: datetime) -> str:
    """The hash of all that was decided before a second: later decisions leave it as it is."""
    earlier = [
        [one.model_dump(mode="json") for one in records if one.decided < before]
        for records in (decisions.sent_back, decisions.done, decisions.answers)
    ]
    text = json.dumps(earlier, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def is_on(record: SentBack | Done, file: str, route: str, digest: str) -> bool:
    """Whether a decision is on a value: the same in the same keys, in whatever row."""
    judged = (record.file, _keys(record.route), record.judged_sha256)
    return judged == (file, _keys(route), digest)


def is_settled(publication: Publication, sent: SentBack) -> bool:
    """Whether the one who sent a place back has said since that it is done."""
    return any(
        done.rule == "sent-back"
        and (done.by, done.role) == (sent.by, sent.role)
        and is_on(done, sent.file, sent.route, sent.judged_sha256)
        and done.decided >= sent.decided
        for done in publication.decisions.done
    )


def asked(publication: Publication) -> Iterator[Question]:
    """The questions that a publication raises: it has what they are about."""
    for question in QUESTIONS.values():
        node = subject_of(publication, question)
        if node is not None and plain(node):
            yield question


def subject_of(publication: Publication, question: Question) -> Node | None:
    """What a question is about, as the publication has it."""
    root = _root(publication, question.file)
    return None if root is None else node_at(root, question.route)


def answers_to(publication: Publication, question: Question) -> tuple[Answer, ...]:
    """The answers to a question that stand, the last of each person, oldest first."""
    node = subject_of(publication, question)
    if node is None:
        return ()
    digest = value_sha256(node)
    last = {
        (answer.by, answer.role): answer
        for answer in publication.decisions.answers
        if answer.question == question.id and answer.judged_sha256 == digest
    }
    return tuple(last.values())


def nodes(root: Node, begun: Route = ()) -> Iterator[tuple[Route, Node]]:
    """Every node of a file with its route, each before those within it."""
    yield begun, root
    match root:
        case Mapping(values=values):
            for key, node in values.items():
                yield from nodes(node, (*begun, key))
        case Sequence(items=items):
            for index, node in enumerate(items):
                yield from nodes(node, (*begun, index))


def _root(publication: Publication, key: str) -> Node | None:
    loaded = publication.files.get(key)
    return None if loaded is None else loaded.tree.root


def _keys(route: str) -> str:
    """A route without the numbers of its rows."""
    return re.sub(r"\[\d+\]", "[]", route)
