"""Say in one message what a command needs and has not: of a publication's files, or a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec

from reportkit.cannot_run import CannotRun
from reportkit.model.base import Unavailable
from reportkit.workspace.publication import lacking


@contextmanager
def needed(code: str) -> Iterator[None]:
    """Raise CannotRun where a file of a publication, or a value in one, cannot be read."""
    try:
        yield
    except Unavailable as absent:
        raise CannotRun(
            f"{lacking(absent)} of {code} cannot be read", f"`reportkit check {code}` says why"
        ) from absent


def needed_library(module: str, package: str) -> None:
    """Raise CannotRun where a library is not installed that only some commands need."""
    needed_libraries({module: package})


def needed_libraries(packages: Mapping[str, str]) -> None:
    """Raise CannotRun where some of several are not installed; all of them are named at once.

    `packages` leads from a module to the package that brings it.
    """
    absent = [package for module, package in packages.items() if find_spec(module) is None]
    if absent:
        verb = "package {} is" if len(absent) == 1 else "packages {} are"
        raise CannotRun(
            f"the {verb.format(', '.join(absent))} not installed",
            f"pip install {' '.join(absent)}, where reportkit is installed",
        )
