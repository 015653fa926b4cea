"""Say in one message what a command needs and has not: of a publication's files, or a library."""

from __future__ import annotations

from collections.abc import Iterator
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
    if find_spec(module) is None:
        raise CannotRun(
            f"the package {package} is not installed",
            f"pip install {package}, where reportkit is installed",
        )
