"""SourceFile in, Loaded out: the model of a file, or the problems that kept it from being one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from reportkit.source.file import SourceFile
from reportkit.source.parse import parse
from reportkit.source.problem import Problem
from reportkit.source.shape import shape_problems
from reportkit.source.tree import Mapping, Tree
from reportkit.source.values import plain

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """One file as read; `model` is None when the file does not have its form."""

    file: SourceFile
    tree: Tree
    model: M | None
    problems: tuple[Problem, ...]


def load(file: SourceFile, model: type[M], problems: tuple[Problem, ...] = ()) -> Loaded[M]:
    """Read a file as `model`; whatever is wrong with it comes back as problems."""
    if problems:
        return Loaded(file, Tree(None, ()), None, problems)
    tree = parse(file.text)
    found = tree.problems
    if tree.root is None or any(problem.rule != "duplicate-key" for problem in found):
        return Loaded(file, tree, None, found)
    if not isinstance(tree.root, Mapping):
        first = Problem("wrong-type", tree.root.span, "the file is not a mapping of keys to values",
                        "start with the `reportkit:` line")  # fmt: skip
        return Loaded(file, tree, None, (*found, first))
    try:
        value = model.model_validate(plain(tree.root))
    except ValidationError as error:
        shape = tuple(shape_problems(error, model, tree.root, file.text))
        return Loaded(file, tree, None, (*found, *shape))
    return Loaded(file, tree, value, found)
