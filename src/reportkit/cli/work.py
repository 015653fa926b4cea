"""Part the work on a publication into three steps, of which the middle one can be done anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from reportkit.cannot_run import CannotRun
from reportkit.files.disk import reason

S = TypeVar("S")
"""What is read of a publication."""
M = TypeVar("M")
"""What is made of it."""
T = TypeVar("T")
"""What there is to tell of it."""


@dataclass(frozen=True, slots=True)
class Work(Generic[S, M, T]):
    """What to do for a publication, in functions that can be sent to another process."""

    gather: Callable[[str], S]
    """Reads all that it is made from, by its code: where the project is."""
    make: Callable[[S], M]
    """Makes of that what it is published as, on any machine: nothing is read or written."""
    put: Callable[[M], T]
    """Writes what was made: where the project is."""
    ended: Callable[[str, str], T]
    """What there is to tell of a code that came to no end, and why."""

    def here(self, code: str) -> T:
        """All three steps in this process."""
        try:
            return self.put(self.make(self.gather(code)))
        except STOPS as stop:
            return self.ended(code, cause(stop))


STOPS: Final = (CannotRun, OSError, MemoryError)
"""What of the environment can stop the work on one publication, and stops no other."""


def cause(stop: Exception) -> str:
    """Why the environment stopped the work, in words that can end a message."""
    match stop:
        case CannotRun():
            return stop.message
        case OSError():
            return f"{stop.filename or 'the system'}: {reason(stop)}"
        case _:
            return "there is not enough memory"
