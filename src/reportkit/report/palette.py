"""How parts of a terminal report are set off: in colour, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Palette:
    """Escape sequences by role; empty ones leave text as it is."""

    error: str = ""
    warning: str = ""
    info: str = ""
    strong: str = ""
    faint: str = ""
    good: str = ""

    def paint(self, role: str, text: str) -> str:
        """Text in the colour of a role: a severity, `strong`, `faint` or `good`."""
        start: str = getattr(self, role)
        return f"{start}{text}{_RESET}" if start else text


def in_palette(palette: Palette, coloured: str) -> str:
    """Text painted in COLOUR as it is in another palette: in PLAIN, without colours."""
    return coloured if palette == COLOUR else _ESCAPE.sub("", coloured)


_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

PLAIN = Palette()
COLOUR = Palette("\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1m", "\x1b[2m", "\x1b[1;32m")
