"""Wait for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_for(look: Callable[[], object], seconds: float = 90) -> str:
    """What `look` says, once it says something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            said = str(look())
        except FileNotFoundError:
            said = ""
        if said:
            return said
        time.sleep(0.1)
    raise AssertionError(f"nothing came within {seconds:g} seconds")
