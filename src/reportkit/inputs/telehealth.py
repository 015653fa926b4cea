"""Read Medicare's list of telehealth services: the standing of each code in one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import year_of_text
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.telehealth import Telehealth


def read_telehealth(file: str, content: bytes, year: str | None = None) -> Schedule[Telehealth]:
    """Read the list; every row is taken or refused. Raises LayoutError.

    The title says the year, else the name of the file; of a quarter given the year counts.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = _year(file, header, year)
    read = partial(_row, header, named)
    taken, refused = cells.take(header, rows, cells.once(read, itemgetter(0)))
    return Schedule(file, named, dict(taken), refused)


def _year(file: str, header: Header, given: str | None) -> str:
    """The year that the title names, else the one given, else the one of the file's name.

    The title may also tell of a day on which the list was changed.
    """
    written = year_of_text(header.text) or _only(_YEAR.findall(header.text))
    named = given[:4] if given else written or _only(_YEAR.findall(names_within(file)[0]))
    if named is None or written not in (None, named):
        raise LayoutError(
            file,
            header.line,
            f"a list of {named}" if named else "a title that names the year",
            f"`{header.text[:60]}`",
            "leave the option out" if named else "name it with --release, as --release 2026",
        )
    return named


def _only(years: Sequence[str]) -> str | None:
    return years[0] if len({*years}) == 1 else None


def not_listed(read: Schedule[Telehealth]) -> Telehealth | None:
    """What a whole list says of a code that it does not have; None of an extract."""
    if len(read.rows) < _WHOLE:
        return None
    return Telehealth(release=read.release, status=None, audio_only=None, listed=False)


_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?!\d|-\d)")
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
_ANSWERS = {"": None, "N/A": None, "YES": True, "Y": True, "NO": False, "N": False}


def _row(header: Header, year: str, row: TextRow) -> tuple[str, Telehealth]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    audio = cells.one_of("audio only", text.get("audio", "").upper(), tuple(_ANSWERS))
    return cells.code(text["code"]), Telehealth(
        release=year, status=text.get("status") or None, audio_only=_ANSWERS[audio]
    )
