"""Let Python search for unreachable objects less often than it does by itself."""

from __future__ import annotations

import gc
from typing import Final

NEW_OBJECTS: Final = 1_000_000
"""Objects that are there at one search more than at the last, in place of 700.

While modules load and files are read all that is made stays, and the searches took a fourteenth
of a check. What nobody holds any more is freed without them, but for circles.
"""


def collect_seldom() -> None:
    """Search only after so many new objects, in this process."""
    gc.set_threshold(NEW_OBJECTS)
