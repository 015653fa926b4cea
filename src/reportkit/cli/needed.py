"""Say in one message what a command needs and does not have: of a publication, or of libraries."""

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
        raise CannotRun(f"{lacking(absent)} of {code} cannot be read",
                        f"`reportkit check {code}` says why") from absent  # fmt: skip


def need_libraries(*libraries: str) -> None:
    """Raise CannotRun unless libraries that reportkit itself does without are installed."""
    absent = [library for library in libraries if find_spec(library) is None]
    if absent:
        raise CannotRun(f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not "
                        "installed", f"`pip install {' '.join(absent)}`")  # fmt: skip
