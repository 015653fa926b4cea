"""A published file and its rebuilt bytes in, where they differ out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first byte that differs, and what of the file it lies in."""

    offset: int
    where: str


def first_difference(found: bytes, rebuilt: bytes) -> Difference | None:
    """Where two files first differ, or None if they are the same."""
    if found == rebuilt:
        return None
    shorter = min(len(found), len(rebuilt))
    offset = next((i for i in range(shorter) if found[i] != rebuilt[i]), shorter)
    return Difference(offset, _place(found, offset))


def changed_libraries(
    recorded: Mapping[str, Any], present: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Name, recorded version and present version of every library that differs."""
    names = sorted({*recorded, *present})
    pairs = ((name, str(recorded.get(name, "none")), present.get(name, "none")) for name in names)
    return tuple(pair for pair in pairs if pair[1] != pair[2])


def _place(content: bytes, offset: int) -> str:
    """The PDF object or the line of the page that holds an offset."""
    if not content.startswith(b"%PDF"):
        return f"line {content.count(bytes([10]), 0, offset) + 1}"
    objects = [(match.start(1), int(match[1])) for match in _OBJECT.finditer(content)]
    index = bisect.bisect_right([start for start, _ in objects], offset) - 1
    return f"PDF object {objects[index][1]}" if index >= 0 else "the PDF's header"
