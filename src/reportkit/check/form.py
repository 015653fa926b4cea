"""Publication in, issues out: the problems of form that reading its files met.

A rule named for such a problem is one line: it hands on the problems of its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue
from reportkit.findings.place import Span
from reportkit.source.problem import Problem
from reportkit.workspace.publication import Publication


def problems(publication: Publication, rule: str) -> Iterator[Issue]:
    """The problems of all files that carry the rule's name."""
    for key, loaded in publication.files.items():
        for problem in loaded.problems:
            if problem.rule == rule:
                yield _issue(key, problem)


def _issue(key: str, problem: Problem) -> Issue:
    related: tuple[tuple[At, str], ...] = ()
    if problem.related is not None:
        span, label = problem.related
        related = ((_spot(key, span), label),)
    fix = Fix(problem.replacement) if problem.replacement is not None else None
    likely = Fix(problem.likely) if problem.likely is not None else None
    return Issue(_spot(key, problem.span), problem.message, problem.hint, related, fix, likely)


def _spot(key: str, span: Span) -> At:
    return At(key, (), span)
