"""Tell what stands between quotation marks, as the words of somebody else."""

from __future__ import annotations

from typing import Final

from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


def is_quoted(text: Text, start: int, end: int) -> bool:
    """Whether a stretch stands between two quotation marks."""
    return any(match.start() < start and end <= match.end() for match in _QUOTED.find(text))


_QUOTED: Final = Wording(r"“[^”]*”|\"[^\"]*\"")
