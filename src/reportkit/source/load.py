"""Read a file as its model, as far as it is sound, and collect the problems it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from reportkit.source.file import SourceFile
from reportkit.source.parse import parse
from reportkit.source.problem import Problem
from reportkit.source.shape import form_problem, shape_problems
from reportkit.source.sound import Withholding, sound_part
from reportkit.source.tree import Mapping, Tree
from reportkit.source.values import plain

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, eq=False)
class Loaded(Generic[M]):
    """One file as read; the same content read again may be the same object."""

    file: SourceFile
    tree: Tree
    model: M | None
    """What the file says; None if any of it does not have its form."""
    problems: tuple[Problem, ...]
    part: M | None = None
    """What is sound of a file that does not have its form; None if nothing is."""
    withheld: Withholding = field(default_factory=dict)
    """The fields that the part lacks, since their values are at fault."""

    @property
    def sound(self) -> M | None:
        """The model, or what of it is sound."""
        return self.part if self.model is None else self.model


def load(file: SourceFile, model: type[M], problems: tuple[Problem, ...] = ()) -> Loaded[M]:
    """Read a file as `model`; whatever is wrong with it comes back as problems."""
    return _load(file, model, problems)


KEPT = 64
"""Files that are remembered as read: those of a few publications, of which one may be edited."""


@lru_cache(maxsize=KEPT)
def _load(file: SourceFile, model: type[M], problems: tuple[Problem, ...]) -> Loaded[Any]:
    if problems:
        return Loaded(file, Tree(None, ()), None, problems)
    tree = parse(file.text)
    flaws = tree.problems
    if tree.root is None or any(problem.rule not in _READ_ON for problem in flaws):
        return Loaded(file, tree, None, flaws)
    if not isinstance(tree.root, Mapping):
        first = Problem(
            "wrong-type",
            tree.root.span,
            "the file is not a mapping of keys to values",
            "start with the `reportkit:` line",
        )
        return Loaded(file, tree, None, (*flaws, first))
    earlier = form_problem(model, tree.root)
    if earlier is not None:
        return Loaded(file, tree, None, (*flaws, earlier))
    shape: tuple[Problem, ...] = ()
    try:
        value = model.model_validate(plain(tree.root))
        if not tree.doubtful:
            return Loaded(file, tree, value, flaws)
    except ValidationError as error:
        shape = tuple(
            problem
            for problem in shape_problems(error, model, tree.root, file.text)
            if not any(problem.route[: len(route)] == route for route in tree.doubtful)
        )
    part, withheld = sound_part(model, tree.root, shape, tree.doubtful)
    return Loaded(file, tree, None, (*flaws, *shape), part, withheld)


_READ_ON = ("duplicate-key", "yaml-anchor")
"""Faults of YAML that leave the rest of the file readable."""
