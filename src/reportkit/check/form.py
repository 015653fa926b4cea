"""Publication in, issues out: the problems of form that reading its files met.

A rule named for such a problem is one line: it hands on the problems of its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue, SetKeys
from reportkit.findings.place import Span
from reportkit.model.absence import TO_BE_WRITTEN
from reportkit.model.base import Prose
from reportkit.model.files import model_of
from reportkit.model.sections import AUTHORED
from reportkit.source.annotations import annotation_at, keys_allowed, members
from reportkit.source.problem import Problem
from reportkit.workspace.publication import Publication


def problems(publication: Publication, rule: str) -> Iterator[Issue]:
    """The problems of all files that carry the rule's name."""
    for key, loaded in publication.files.items():
        for problem in loaded.problems:
            if problem.rule == rule:
                yield _issue(publication, key, problem)


def _issue(publication: Publication, key: str, problem: Problem) -> Issue:
    related: tuple[tuple[At, str], ...] = ()
    if problem.related is not None:
        span, label = problem.related
        related = ((_spot(key, span), label),)
    fix: Fix | SetKeys | None = None
    if problem.replacement is not None:
        fix = Fix(problem.replacement)
    elif _lacks_prose(key, problem):
        fix = _prompts(publication, key)
    likely = Fix(problem.likely) if problem.likely is not None else None
    return Issue(_spot(key, problem.span), problem.message, problem.hint, related, fix, likely)


def _lacks_prose(key: str, problem: Problem) -> bool:
    """Whether a key of a section is missing that a text stands under."""
    if problem.rule != "missing-key" or key not in AUTHORED or len(problem.route) != 1:
        return False
    return Prose in members(annotation_at(model_of(key), problem.route))


def _prompts(publication: Publication, key: str) -> SetKeys:
    """A prompt under each key of prose that a section lacks: what is to be written is found there.

    All at once, as each of the findings would put its own at the same place.
    """
    lacking = (
        str(problem.route[0])
        for problem in publication.files[key].problems
        if _lacks_prose(key, problem)
    )
    return SetKeys(dict.fromkeys(lacking, TO_BE_WRITTEN), tuple(keys_allowed(model_of(key), ())))


def _spot(key: str, span: Span) -> At:
    return At(key, (), span)
