"""Let Python search for circles of objects that nobody holds less often than it does by itself.

All other objects are freed without a search. While modules load and files are read what is made
stays, and the searches took a fourteenth of a check; the last ones, when Python ends, a fifth.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

NEW_OBJECTS: Final = 1_000_000
"""Objects that are there at one search more than at the last, in place of 700."""
OF_MANY: Final = 20_000
"""The same where publication follows publication: a page leaves a circle with all of its text."""


def collect_seldom(new_objects: int = NEW_OBJECTS) -> None:
    """Search only after so many new objects, in this process."""
    gc.set_threshold(new_objects)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Search seldom while a command runs, and not at all when Python ends behind it."""
    collect_seldom()
    try:
        yield
    finally:
        gc.disable()
        gc.freeze()
