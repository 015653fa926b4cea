"""A fault of a theme in, one message out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportkit.render.theme import ThemeError
from reportkit.workspace.cannot_run import CannotRun


@contextmanager
def theme_faults_told() -> Iterator[None]:
    """Say a file of the theme that cannot be used as one message."""
    try:
        yield
    except ThemeError as fault:
        raise CannotRun(f"the theme cannot be used: {fault}", fault.hint) from fault
