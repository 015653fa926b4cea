"""Read Medicare's list of telehealth services: the standing of each code in one year."""

from __future__ import annotations

import re
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.telehealth import Telehealth


def read_telehealth(file: str, content: bytes, year: str | None = None) -> Schedule[Telehealth]:
    """Read the list; every row is taken or refused. Raises LayoutError.

    The title says the year, else the name of the file; of a quarter given the year counts.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    match = re.search(r"(?<!\d)20\d\d(?!\d)", year or f"{header.text} {file}")
    if match is None:
        raise LayoutError(
            file,
            header.line,
            "a title that names the year",
            f"`{header.text[:60]}`",
            "name it with --release, for example --release 2026",
        )
    read = partial(_row, header, match[0])
    taken, refused = cells.take(header, rows, cells.once(read, itemgetter(0)))
    return Schedule(file, match[0], dict(taken), refused)


def not_listed(read: Schedule[Telehealth]) -> Telehealth | None:
    """What a whole list says of a code that it does not have; None of an extract."""
    if len(read.rows) < _WHOLE:
        return None
    return Telehealth(release=read.release, status=None, audio_only=None, listed=False)


_WHOLE = 80
"""A list with so many codes is no extract: CMS's have had about a hundred codes since 2018."""
_LAYOUT = Layout(
    "telehealth",
    "code",
    {"code": ("HCPCS", "CODE", "HCPCS CODE", "CPT/HCPCS CODE")},
    {
        "status": ("STATUS", "PROPOSED ACTION", "FINAL ACTION", "ACTION"),
        "audio": ("CAN AUDIO-ONLY INTERACTION MEET THE REQUIREMENTS?", "AUDIO-ONLY?"),
    },
)
_ANSWERS = {"": None, "YES": True, "NO": False}


def _row(header: Header, year: str, row: TextRow) -> tuple[str, Telehealth]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    audio = cells.one_of("audio only", text.get("audio", "").upper(), tuple(_ANSWERS))
    return cells.code(text["code"]), Telehealth(
        release=year, status=text.get("status") or None, audio_only=_ANSWERS[audio]
    )
