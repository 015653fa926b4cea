"""Every figure of a public file stands in the rows and columns that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from gettext import NullTranslations
from pathlib import Path

import pytest

from kinds_of_codes import FILES, GPCI, MADE_OF, fees
from kinds_written import CENTER_RATES, CENTERS, PAIRS, pairs_file, written_whole
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document
from reportkit.assemble.origins import Figure, figures
from reportkit.inputs.spots import Spot, spots, ways
from reportkit.inputs.table import read_rows
from reportkit.model.input import ProvidedInput
from reportkit.workspace.workspace import read_workspace

READ = {
    **FILES,
    "PPRRVU2025_Oct.csv": fees(),
    "GPCI2025.csv": GPCI.read_text("utf-8-sig"),
    PAIRS: pairs_file(),
    CENTERS: CENTER_RATES,
}
ANCHORS = frozenset(
    {
        "HCPCS", "HCPCS Code", "HCPCS/CPT Code", "CPT Code", "Code", "hcpcs_code", "HCPCS_CD",
        "HCPCS_Cd", "Add-On_Code", "Contractor", "Medicare Administrative Contractor (MAC)",
    }
)  # fmt: skip
"""Heads of the columns that hold a code or a contractor."""
IN_TITLES = frozenset({"anesthesia.national_factor", "telehealth.release"})
"""Figures that stand above a table, or in the name of its file."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_whole(tmp_path_factory.mktemp("nine"))


def tables(names: str) -> Iterator[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """The first rows of files joined by ` + `, which name its columns, and the rows below them."""
    for name in names.split(" + "):
        rows = [row.cells for row in read_rows(name, READ[name].encode())]
        head = next(at for at, row in enumerate(rows, start=1) if not ANCHORS.isdisjoint(row))
        # A title fills one cell.
        yield [row for row in rows[:head] if sum(map(bool, row)) > 1], rows[head:]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Z0-9]+", text.upper()))


def _column(head: list[tuple[str, ...]], heading: str) -> int | None:
    """The column that is headed so, down all rows of the head; the one with the fewest words."""
    width = max(map(len, head))
    joined = [" ".join(row[at] for row in head if at < len(row)) for at in range(width)]
    fitting = [
        (len(_words(name)), at)
        for option in heading.split(" or ")
        for at, name in enumerate(joined)
        if _words(option) <= _words(name)
    ]
    return min(fitting)[1] if fitting else None


def _like(cell: str, value: str) -> bool:
    if value == "blank":
        return cell == ""
    return cell == value or (cell.isdigit() and value.isdigit() and int(cell) == int(value))


def cells(spot: Spot, names: str) -> list[str]:
    """What stands in the one column of a spot, in each of its rows."""
    named = [part.rpartition(" ")[::2] for part in spot.row.split(", ")]
    for head, rows in tables(names):
        at = [place for heading, _ in named if (place := _column(head, heading)) is not None]
        column = _column(head, spot.columns[0])
        if column is None or len(at) < len(named):
            continue
        modifier = _column(head, "MOD") if len(named) == 1 and named[0][0] == "HCPCS" else None
        return [
            row[column]
            for row in rows
            if all(_like(row[place], value) for place, (_, value) in zip(at, named, strict=True))
            and (modifier is None or row[modifier] == "")
        ]
    return []


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text.strip("$").replace(",", ""))
    except InvalidOperation:
        return text


def _documents(project: Path) -> Iterator[tuple[Document, ProvidedInput]]:
    for publication in read_workspace(project, list(MADE_OF)).publications:
        yield assemble(publication, NullTranslations()), publication.input


def test_a_figure_is_what_stands_in_its_row_and_column(project: Path) -> None:
    held: set[str] = set()
    for document, data in _documents(project):
        for figure in figures(document):
            where = spots(figure.ground.field, data)
            if figure.ground.field in IN_TITLES or not _is_single(figure, where):
                continue
            field, raw = figure.ground.field, figure.ground.raw
            (dataset,) = figure.ground.datasets
            found = cells(where[0], data.provenance[dataset].file or "")
            if field.startswith(("ncci[", "add_ons")):
                assert set(raw.split(", ")) <= set(found), (data.code, field, where)
            else:
                shown = [
                    _number(cell) / 100 if field == "asp.coinsurance" else _number(cell)  # type: ignore[operator]
                    for cell in found
                ]
                assert _number(raw) in shown, (data.code, field, raw, where, found)
            held.add(dataset)
    assert held == {
        "add_ons", "anesthesia", "asc", "asp", "billed_modifiers", "clfs", "mpfs", "mue", "ncci",
        "opps", "utilization",
    }  # fmt: skip


def _is_single(figure: Figure, where: tuple[Spot, ...]) -> bool:
    """Whether a figure is one value as it was read, and not one that was worked out."""
    return (
        len(where) == 1
        and len(where[0].columns) == 1
        and len([*ways(figure.ground.field)]) == 1
        and not figure.ground.field.startswith(("20% of", "ncci.partners"))
        and not figure.ground.field.endswith("multiplied")
    )
