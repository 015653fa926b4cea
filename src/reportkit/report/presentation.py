"""How findings are to be shown: colours, how much of what is waived is listed, whose paths."""

from __future__ import annotations

from dataclasses import dataclass

from reportkit.report.palette import PLAIN, Palette


@dataclass(frozen=True, slots=True)
class Presentation:
    """What a format may need to know beside the findings."""

    palette: Palette = PLAIN
    waived_listed: int = 5
    """Waived findings listed in text at most; all are counted, whatever is listed."""
    folder: str = ""
    """The way from the top of the repository to the project, with a slash at its end."""
