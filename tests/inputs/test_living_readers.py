"""Every reader lives with the faults that published tables have: what it says of a code stays."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sound_tables import SOUND, Sound
from test_policies import packed

from reportkit.cli.import_read import read_given
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.locality_amounts import read_locality_amounts
from reportkit.inputs.pfs import read_pfs
from reportkit.inputs.pos import read_pos
from reportkit.inputs.psps import read_psps
from workbooks import workbook

Rows = list[list[str]]
Fault = Callable[[Sound, Rows], Rows]

TABLES = [table for table in SOUND if table.command != "coverage"]
ONE_ROW = [table for table in SOUND if table.command != "pfs"]
"""Tables whose header is one row."""
PRICED = [table for table in SOUND if table.amount is not None]


def rows_of(table: Sound) -> Rows:
    return list(csv.reader(io.StringIO(table.content.decode("utf-8-sig", "replace"), newline="")))


def written(rows: Rows, sign: str = ",") -> bytes:
    """Rows as a file whose cells the sign parts; `\\udcXX` in a cell is the byte XX."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=sign, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogateescape")


def place(table: Sound, rows: Rows, code: str) -> int:
    """Which row of the data has a code."""
    head = next(at for at in range(len(rows)) if _reaches(rows, at, table))
    return next(at for at in range(head + 1, len(rows)) if code in rows[at])


def _reaches(rows: Rows, at: int, table: Sound) -> bool:
    return sum(1 + cell.count("\n") for row in rows[: at + 1] for cell in row[:1]) >= table.header


def changed(table: Sound, code: str, change: Callable[[list[str]], list[str]]) -> Rows:
    rows = rows_of(table)
    at = place(table, rows, code)
    rows[at] = change(rows[at])
    return rows


def says(table: Sound, content: bytes, name: str = "") -> object:
    return table.read(name or table.name, content).get(table.wanted)


DAY = re.compile(r"^((?:19|20)\d{6}|\d{4}-\d\d-\d\d)$")
FAULTS: dict[str, Callable[[Sound], Rows]] = {
    "a byte of Windows-1252 beside it": lambda table: changed(
        table, table.other, lambda row: [cell + "\udc96" if " " in cell else cell for cell in row]
    ),
    "bytes that are no character beside it": lambda table: changed(
        table, table.other, lambda row: [cell + "\udc81\udcff" for cell in row]
    ),
    "no-break spaces of two encodings in its cells": lambda table: changed(
        table, table.wanted, lambda row: [f"\udca0{cell}\udcff" for cell in row]
    ),
    "bytes of zero beside it": lambda table: changed(
        table, table.other, lambda row: [f"{cell}\0\0" for cell in row]
    ),
    "bytes of zero behind its cells": lambda table: changed(
        table, table.wanted, lambda row: [f"{cell}\0" for cell in row]
    ),
    "blanks of no width and of other widths around its cells": lambda table: changed(
        table, table.wanted, lambda row: [f"\u200b\u2009{cell}\u202f\ufeff" for cell in row]
    ),
    "blanks and tabs around its cells": lambda table: changed(
        table, table.wanted, lambda row: [f" {cell} \t " for cell in row]
    ),
    "blanks around the names of columns": lambda table: [
        [f" {cell} " for cell in row] for row in rows_of(table)
    ],
    "a short row above it": lambda table: changed(table, table.other, lambda row: row[:2]),
    "a long row above it": lambda table: changed(table, table.other, lambda row: [*row, "x", "y"]),
    "empty cells behind its row": lambda table: changed(
        table, table.wanted, lambda row: [*row, "", ""]
    ),
    "a row of one word above it": lambda table: changed(table, table.other, lambda row: ["word"]),
    "a point and a zero behind its whole numbers": lambda table: changed(
        table, table.wanted, lambda row: [f"{cell}.0" if cell.isdigit() else cell for cell in row]
    ),
    "the time behind its days": lambda table: changed(
        table, table.wanted, lambda row: [DAY.sub(r"\1 00:00:00", cell) for cell in row]
    ),
    "numbers that are none above it": lambda table: changed(
        table, table.other, lambda row: ["?" if cell[:1].isdigit() else cell for cell in row]
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("table", SOUND, ids=str)
def test_a_damaged_cell_costs_its_own_row_alone(table: Sound, fault: str) -> None:
    sound = says(table, table.content)
    assert sound is not None
    assert says(table, written(FAULTS[fault](table))) == sound


@pytest.mark.parametrize("table", SOUND, ids=str)
@pytest.mark.parametrize("quote", ['"', '5" tube', '"open'])
def test_a_stray_quote_costs_its_own_row_alone(table: Sound, quote: str) -> None:
    lines = table.content.decode("utf-8-sig", "replace").splitlines(keepends=True)
    at = next(n for n in range(table.header, len(lines)) if table.other in lines[n])
    cells = lines[at].rstrip("\n").split(",")
    cells[-1] = quote
    lines[at] = ",".join(cells) + "\n"
    assert says(table, "".join(lines).encode()) == says(table, table.content)


@pytest.mark.parametrize("table", SOUND, ids=str)
def test_the_header_may_stand_on_any_of_the_first_twenty_lines(table: Sound) -> None:
    note = b"A line above the table\n"
    for above in range(1, 20):
        assert says(table, note * above + table.content) == says(table, table.content), above


NAMES: dict[str, Callable[[str], str]] = {
    "small letters": str.lower,
    "capitals": str.upper,
    "lines": lambda name: name.replace(" ", "\n", 1),
    "two blanks": lambda name: name.replace(" ", "  "),
    "underscores": lambda name: name.replace(" ", "_"),
    "blanks for underscores": lambda name: name.replace("_", " "),
    "stars": lambda name: f"{name}*" if name else name,
}


@pytest.mark.parametrize("table", ONE_ROW, ids=str)
@pytest.mark.parametrize("way", NAMES)
def test_names_of_columns_may_be_written_in_another_way(table: Sound, way: str) -> None:
    rows = rows_of(table)
    head = place(table, rows, table.other) - 1
    rows[head] = list(map(NAMES[way], rows[head]))
    assert says(table, written(rows)) == says(table, table.content)


@pytest.mark.parametrize("table", ONE_ROW, ids=str)
def test_columns_may_stand_in_another_order_and_behind_a_column_of_numbers(table: Sound) -> None:
    rows = rows_of(table)
    width = max(map(len, rows))
    turned = [(row + [""] * (width - len(row)))[::-1] for row in rows]
    numbered = [[str(at), *row] for at, row in enumerate(rows)]
    for changed_rows in (turned, numbered):
        assert says(table, written(changed_rows)) == says(table, table.content)


@pytest.mark.parametrize("table", ONE_ROW, ids=str)
def test_a_header_on_the_next_page_is_no_row_and_lines_in_a_cell_are_one(table: Sound) -> None:
    rows = rows_of(table)
    at = place(table, rows, table.wanted)
    rows.insert(at, rows[place(table, rows, table.other) - 1])
    text = written([[cell.replace("some words", "some\nwords") for cell in row] for row in rows])
    assert says(table, text) == says(table, table.content)


@pytest.mark.parametrize("table", ONE_ROW, ids=str)
def test_a_title_of_several_cells_is_no_part_of_the_names_of_columns(table: Sound) -> None:
    lines = table.content.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    title = [b"October 2025,,Page 1,and,some words\n"]
    content = b"".join([*lines[: table.header - 1], *title, *lines[table.header - 1 :]])
    assert says(table, content) == says(table, table.content)


@pytest.mark.parametrize("table", SOUND, ids=str)
def test_ends_of_lines_and_a_mark_at_the_start_are_no_part_of_a_table(table: Sound) -> None:
    plain = table.content.removeprefix(b"\xef\xbb\xbf")
    sound = says(table, table.content)
    for content in (
        b"\xef\xbb\xbf" + plain,
        plain.decode("latin-1").encode("utf-16"),
        "\ufeff".encode("utf-16-be") + plain.decode("latin-1").encode("utf-16-be"),
        plain.decode("latin-1").encode("utf-32"),
        plain.replace(b"\n", b"\r\n"),
        plain + b"\x1a",
        plain + b"\n\n,,,\n",
        plain.replace(b"\n", b"\n\n"),
    ):
        assert says(table, content) == sound, content[:40]


@pytest.mark.parametrize("table", SOUND, ids=str)
@pytest.mark.parametrize("sign", ["\t", ";", "|"])
def test_cells_may_be_parted_by_another_sign(table: Sound, sign: str) -> None:
    assert says(table, written(rows_of(table), sign)) == says(table, table.content)


@pytest.mark.parametrize("table", TABLES, ids=str)
@pytest.mark.parametrize("nothing", ["-", "–", "NULL", "#N/A"])
def test_what_programs_write_into_an_empty_cell_is_nothing(table: Sound, nothing: str) -> None:
    rows = rows_of(table)
    head = place(table, rows, table.other)
    filled = [[cell or nothing for cell in row] for row in rows[head:]]
    assert says(table, written(rows[:head] + filled)) == says(table, table.content)


@pytest.mark.parametrize("table", ONE_ROW, ids=str)
def test_a_mark_before_a_code_that_is_kept_as_text_is_no_part_of_it(table: Sound) -> None:
    rows = [
        [f"'{cell}" if cell == table.wanted else cell for cell in row] for row in rows_of(table)
    ]
    assert says(table, written(rows)) == says(table, table.content)


MODIFIED = [
    ("pfs", read_pfs, b",TC,", b",TC,"),
    ("pfs FILE --amounts", read_locality_amounts, b",TC,", b",TC,"),
    ("clfs", read_clfs, b"80053,,", b"80053,QW,"),
    ("dmepos", read_dmepos, b",NU,,", b",RR,KF,"),
    ("psps", read_psps, b",59,", b",XS,"),
]
"""Command, its reader, and a modifier that the table has, with one that stands in its place."""


@pytest.mark.parametrize(("command", "read", "old", "new"), MODIFIED)
def test_modifiers_may_be_in_small_letters(
    command: str, read: Callable[[str, bytes], Any], old: bytes, new: bytes
) -> None:
    table = next(table for table in SOUND if table.command == command)
    small = read(table.name, table.content.replace(old, new.lower()))
    assert small == read(table.name, table.content.replace(old, new))
    assert small.refused == ()


@pytest.mark.parametrize("table", SOUND, ids=str)
def test_notes_below_a_table_are_no_rows(table: Sound) -> None:
    below = b'"A note, which goes on."\n*Another note below the table.\n"* One more,",,,\n'
    assert says(table, table.content + below) == says(table, table.content)


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_workbook_says_what_its_csv_says(table: Sound) -> None:
    content = workbook({"Notes": [["read me"]], "Data": rows_of(table)})
    name = table.name.replace(".csv", ".xlsx")
    assert says(table, content, name) == says(table, table.content)


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_table_is_taken_out_of_its_archive(table: Sound, tmp_path: Path) -> None:
    path = tmp_path / "published.zip"
    path.write_bytes(packed({f"folder/{table.name}": table.content, "read me.txt": b"Some words"}))
    given = read_given(path, table.command)
    assert given.name == f"published.zip/{table.name}"
    assert says(table, given.content, given.name) == says(table, table.content)


@pytest.mark.parametrize("table", PRICED, ids=str)
@pytest.mark.parametrize("text", ["$1,118.39", " $1,118.39 ", "1118.39", "$ 1,118.390", "01118.39"])
def test_an_amount_may_be_written_as_spreadsheets_do(table: Sound, text: str) -> None:
    assert Decimal("1118.39") in amounts(says(table, with_amount(table, text)))


@pytest.mark.parametrize("table", PRICED, ids=str)
@pytest.mark.parametrize("text", ["", " ", ".", "N/A", "n/a", "NA", "-", " $-   ", "$ - "])
def test_words_for_no_price_are_no_price_and_no_fault(table: Sound, text: str) -> None:
    content = with_amount(table, text)
    assert table.wanted in table.read(table.name, content)
    assert amounts(says(table, content)) <= amounts(says(table, table.content)) - {was(table)}


def with_amount(table: Sound, text: str) -> bytes:
    at = table.amount
    assert at is not None
    return written(changed(table, table.wanted, lambda row: [*row[:at], text, *row[at + 1 :]]))


def was(table: Sound) -> Decimal:
    rows = rows_of(table)
    text = rows[place(table, rows, table.wanted)][table.amount or 0]
    return Decimal(text.replace("$", ""))


def amounts(value: object) -> set[Decimal]:
    """Every amount that stands anywhere in a value."""
    if isinstance(value, Decimal):
        return {value}
    if isinstance(value, tuple):
        return set().union(*map(amounts, value))
    held = [getattr(value, name, None) for name in ("nonrural", "rural")]
    return {amount for amount in held if amount is not None}


KEYED = [
    table for table in PRICED if table.command not in ("dmepos", "anesthesia", "pfs FILE --amounts")
]
"""Tables with one row for each code."""


@pytest.mark.parametrize("table", KEYED, ids=str)
def test_a_second_row_of_a_code_with_another_amount_is_refused_with_both_lines(
    table: Sound,
) -> None:
    rows = rows_of(table)
    at = place(table, rows, table.wanted)
    assert table.amount is not None
    other = list(rows[at])
    other[table.amount] = "7.77"
    sound = says(table, table.content)
    assert says(table, written([*rows[: at + 1], other, *rows[at + 1 :]])) == sound
    assert says(table, written([*rows[: at + 1], rows[at], *rows[at + 1 :]])) == sound


@pytest.mark.parametrize("asked", SOUND, ids=str)
@pytest.mark.parametrize("given", SOUND, ids=str)
def test_a_table_of_another_kind_is_refused_by_its_name_with_the_command_that_takes_it(
    asked: Sound, given: Sound
) -> None:
    if asked.command == given.command:
        return
    with pytest.raises(LayoutError) as refused:
        asked.read(asked.name, given.content)
    assert refused.value.hint == f"take it with `reportkit import {given.command}`"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{\n  "hospital_name": "A"', "a price file in JSON"),
        ('{"reporting_entity_name": "A", "in_network": []}', "a price file in JSON"),
        ('{"form": "reportkit/findings/1", "findings": []}', "JSON, as a service on the web"),
        ('[{"HCPCS_Cd": "57511"}]', "JSON, as a service on the web"),
        ("{}", "`{}"),
    ],
)
def test_json_is_called_a_price_file_where_it_has_the_keys_of_one(content: str, found: str) -> None:
    with pytest.raises(LayoutError) as refused:
        read_pos("places.csv", content.encode())
    assert str(refused.value).rsplit(", found ", 1)[1].startswith(found)


def test_what_has_the_marks_of_the_table_asked_for_may_tell_of_others() -> None:
    table = next(table for table in SOUND if table.command == "asp")
    note = b"Note: a crosswalk of NDC to HCPCS stands beside this file,,,,,\n"
    assert says(table, note + table.content) == says(table, table.content)
