"""Find the header in the first rows of a table: which column holds which field, by name.

Public tables split a column's name over several rows, repeat its parts (`PE RVU` twice),
move columns between releases and put the release into the name. So names are joined down
each column and compared as sets of words, without months and years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportkit.findings.meant import closest
from reportkit.inputs.known_files import KNOWN_FILES, recognised
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.table import TextRow

ROWS_BEFORE_HEADER = 60
"""How far down a header is looked for."""

Wordings = tuple[str, ...]
"""Names a column may have; where two are found, the earlier one counts."""


def read_header(file: str, rows: Iterator[TextRow], layout: Layout) -> Header:
    """Take the header off `rows`.

    Raises LayoutError, which names the columns that are missing or there twice, and the file
    that this is if it is another one that is known, though it may have all of the columns.
    """
    before, bottom = _find_bottom(file, rows, layout)
    if (other := _other_file(file, bottom.line, [*before, bottom], layout)) is not None:
        raise other
    faults: list[LayoutError] = []
    for blocks in _blocks(before, bottom, rows, layout):
        headers: list[Header] = []
        for block in blocks:
            try:
                headers.append(_named(file, before, bottom, block, layout))
            except LayoutError as error:
                faults.append(error)
        if headers:
            return max(headers, key=lambda header: len(header.index))
    raise faults[0]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a kind of table, by field, and the `reportkit import` command it is for."""

    command: str
    anchor: str
    """The field whose column holds the code."""
    required: Mapping[str, Wordings]
    optional: Mapping[str, Wordings] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header as read."""

    preamble: tuple[TextRow, ...]
    names: tuple[str, ...]
    """The joined name of each column, as written."""
    index: Mapping[str, int]
    """Field to its column; an optional field that is not there is left out."""
    line: int
    width: int

    @property
    def text(self) -> str:
        """What stands above the header, in one line."""
        return " ".join(cell for row in self.preamble for cell in row.cells if cell)


def words(name: str) -> frozenset[str]:
    """A name as the set of its words, spelt out, without months and years."""
    spelt_out = (_SPELT_OUT.get(word, (word,)) for word in _WORD.findall(name.upper()))
    return frozenset(
        word for spelt in spelt_out for word in spelt if not _DATE_WORD.fullmatch(word)
    )


_WORD = re.compile(r"[A-Z0-9]+")
_DATE_WORD = re.compile(r"20\d\d|CY|JAN(UARY)?|APR(IL)?|JULY?|OCT(OBER)?")
_SPELT_OUT: dict[str, tuple[str, ...]] = {
    "FAC": ("FACILITY",),
    "NONFAC": ("NON", "FACILITY"),
    "NONFACILITY": ("NON", "FACILITY"),
    "PCTC": ("PC", "TC"),
    "IND": ("INDICATOR",),
    "GLOB": ("GLOBAL",),
    "PREOP": ("PRE", "OP"),
    "INTRAOP": ("INTRA", "OP"),
    "POSTOP": ("POST", "OP"),
    "MULT": ("MULTIPLE",),
    "PROC": ("PROCEDURE",),
    "BILAT": ("BILATERAL",),
    "ASST": ("ASSISTANT",),
    "SURG": ("SURGERY",),
    "COSURG": ("CO", "SURGERY"),
    "CONV": ("CONVERSION",),
    "MALPRACTICE": ("MP",),
    "RVUS": ("RVU",),
    "MODIFIER": ("MOD",),
    "HCPC": ("HCPCS",),
}


def _sets(wordings: Wordings) -> list[frozenset[str]]:
    return [words(wording) for wording in wordings]


def _find_bottom(
    file: str, rows: Iterator[TextRow], layout: Layout
) -> tuple[list[TextRow], TextRow]:
    anchors = _sets(layout.required[layout.anchor])
    before: list[TextRow] = []
    for row in rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) > 1 and any(words(cell) in anchors for cell in filled):
            return before, row
        before.append(row)
        if len(before) > ROWS_BEFORE_HEADER:
            break
    cells = before[0].cells if before else ()
    line = before[0].line if before else None
    shown = next((cell for cell in cells if cell), "nothing")
    raise _other_file(file, line, before, layout) or LayoutError(
        file,
        line,
        f"a header row with a column `{layout.required[layout.anchor][0]}`",
        f"`{shown[:60]}`",
        "check that this is the file of the right layout, as published",
    )


def _blocks(
    before: Sequence[TextRow], bottom: TextRow, rows: Iterator[TextRow], layout: Layout
) -> Iterator[list[list[TextRow]]]:
    """The rows that may make the names of columns; of a list, the block that names most counts.

    Names may begin in rows above the one that names the code, where several cells are filled; a
    title may be filled like that, too. They may end below it, in rows without a code.
    """
    anchors = _sets(layout.required[layout.anchor])
    code = next(at for at, cell in enumerate(bottom.cells) if words(cell) in anchors)
    top = len(before)
    while top > 0 and sum(1 for cell in before[top - 1].cells if cell) > 1:
        top -= 1
    yield [[*before[first:], bottom] for first in range(top, len(before) + 1)]
    block = [*before[top:], bottom]
    for row in rows:
        if any(row.cells[code : code + 1]):
            return
        block.append(row)
        yield [block]


def _named(
    file: str, before: Sequence[TextRow], bottom: TextRow, block: Sequence[TextRow], layout: Layout
) -> Header:
    """The header whose names stand in a block; raises LayoutError where it lacks any."""
    names = _joined(block, len(bottom.cells))
    return Header(
        tuple(row for row in before if row not in block),
        names,
        _index(file, bottom.line, names, layout),
        bottom.line,
        len(bottom.cells),
    )


def _joined(block: Sequence[TextRow], width: int) -> tuple[str, ...]:
    """The name of each column, put together from the rows of a header."""
    return tuple(
        " ".join(row.cells[at] for row in block if at < len(row.cells) and row.cells[at])
        for at in range(width)
    )


def _other_file(
    file: str, line: int | None, rows: Iterable[TextRow], layout: Layout
) -> LayoutError | None:
    """What to say if the first rows are those of another known file."""
    known = recognised((row.cells for row in rows), layout.command)
    if known is None or known.command == layout.command:
        return None
    asked = [other.name for other in KNOWN_FILES if other.command == layout.command]
    return LayoutError(file, line, asked[0], known.name, known.hint) if asked else None


def _index(file: str, line: int, names: tuple[str, ...], layout: Layout) -> dict[str, int]:
    sets = [words(name) for name in names]
    columns = {
        field: _column(file, line, names, sets, wordings)
        for field, wordings in (*layout.required.items(), *layout.optional.items())
    }
    missing = [
        layout.required[field]
        for field, at in columns.items()
        if at is None and field in layout.required
    ]
    if missing:
        known = {at for at in columns.values() if at is not None}
        others = [name for at, name in enumerate(names) if name and at not in known]
        raise _missing(file, line, names, others, missing)
    return {field: at for field, at in columns.items() if at is not None}


def _column(
    file: str, line: int, names: tuple[str, ...], sets: list[frozenset[str]], wordings: Wordings
) -> int | None:
    for wanted in _sets(wordings):
        hits = [index for index, names in enumerate(sets) if names == wanted]
        if len(hits) > 1:
            places = " and ".join(str(hit + 1) for hit in hits)
            raise LayoutError(
                file,
                line,
                f"one column `{names[hits[0]]}`",
                f"it in columns {places}",
                "keep all header rows: repeated names are told apart by the rows above them",
            )
        if hits:
            return hits[0]
    return None


def _missing(
    file: str, line: int, names: tuple[str, ...], others: list[str], missing: list[Wordings]
) -> LayoutError:
    """What to say of columns that are missing; `others` are the names that no field has."""
    shown = ", ".join(" ".join(name.split()) for name in names if name)
    shown = shown if len(shown) <= 400 else shown[:400] + " …"
    meant = [_close(others, wordings[0]) for wordings in missing]
    hint = "use the file as published, with all its header rows"
    if None not in meant and len({*meant}) == len(meant):
        pairs = zip(meant, missing, strict=True)
        hint = "rename " + " and ".join(
            f"`{name}` to `{wordings[0]}`, if it is this column" for name, wordings in pairs
        )
    wanted = ", ".join(f"`{wordings[0]}`" for wordings in missing)
    columns = "a column" if len(missing) == 1 else "columns"
    return LayoutError(file, line, f"{columns} {wanted}", f"columns {shown}", hint)


def _close(names: list[str], wanted: str) -> str | None:
    """The name that is close to the one that is looked for, if there is one."""
    return closest(wanted, [name.upper() for name in names])
