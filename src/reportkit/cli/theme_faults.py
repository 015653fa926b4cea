"""A fault of a theme in, one message out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportkit.cannot_run import CannotRun
from reportkit.render.theme import ThemeError


@contextmanager
def theme_faults_told() -> Iterator[None]:
    """Say a file of the theme that cannot be used as one message."""
    try:
        yield
    except ThemeError as fault:
        raise CannotRun(f"the theme cannot be used: {fault}", fault.hint) from fault
