"""Reports of nine kinds of codes, made by imports and written: each is printed by what pays it."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from kinds_of_codes import MADE_OF
from kinds_written import written_whole
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import (
    Cell,
    Codes,
    Document,
    Facts,
    Gap,
    KeyFacts,
    Markup,
    Plain,
    Section,
    Table,
)
from reportkit.assemble.edition import Edition
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS
from reportkit.workspace.workspace import read_workspace


@pytest.fixture(scope="module")
def publications(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Publication]:
    """The publication of each code after every import, with what people wrote."""
    folder = written_whole(tmp_path_factory.mktemp("nine"))
    return {one.code: one for one in read_workspace(folder, sorted(MADE_OF)).publications}


@pytest.fixture(scope="module")
def documents(publications: dict[str, Publication]) -> dict[str, Document]:
    """The document of each."""
    return {code: assemble(one, NullTranslations()) for code, one in publications.items()}


def sections(parts: tuple[Section, ...]) -> Iterator[Section]:
    for part in parts:
        yield part
        yield from sections(part.subsections)


def tables(document: Document) -> Iterator[Table]:
    for part in sections(document.sections):
        yield from (made for made in part.blocks if isinstance(made, Table))
    yield from (made for made in document.opening if isinstance(made, Table))


def cells(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


def words(cell: Cell) -> str:
    match cell:
        case Codes():
            return " ".join(cell.codes)
        case Markup():
            return cell.markdown
        case Plain():
            return cell.text
        case _:
            return ""


def paid(document: Document) -> list[str]:
    """What the key facts say that Medicare pays."""
    (facts,) = [made for made in document.opening if isinstance(made, KeyFacts)]
    return [fact.value.text for fact in facts.facts if fact.label == "Medicare pays"]


@pytest.mark.parametrize("code", sorted(MADE_OF))
def test_no_figure_is_a_zero_that_is_none_and_no_row_or_column_is_dashes_alone(
    documents: dict[str, Document], code: str
) -> None:
    for table in tables(documents[code]):
        rows = cells(table)
        assert "$0.00" not in {cell for row in rows for cell in row}, table.id
        assert "$0.00–$0.00" not in {column.title for column in table.columns}, table.id
        for row in rows:
            assert set(row[1:]) - {"—", ""}, (table.id, row)
        for place, column in enumerate(table.columns):
            if column.kind == "figure" and table.id != "paid":
                assert {row[place] for row in rows} - {"—"}, (table.id, column.title)
    for part in sections(documents[code].sections):
        for facts in (made for made in part.blocks if isinstance(made, Facts)):
            assert "—" not in {getattr(value, "text", "") for _, value in facts.pairs}, part.id


@pytest.mark.parametrize("code", sorted(MADE_OF))
def test_no_caption_and_no_gap_says_its_heading_again(
    documents: dict[str, Document], code: str
) -> None:
    for part in sections(documents[code].sections):
        for block in part.blocks:
            if isinstance(block, Table):
                assert block.caption != part.title
            if isinstance(block, Gap):
                assert block.field != part.title


@pytest.mark.parametrize("code", sorted(MADE_OF))
def test_every_figure_says_what_it_came_from(documents: dict[str, Document], code: str) -> None:
    bare = {
        (table.id, table.columns[place].title)
        for table in tables(documents[code])
        for row in table.rows
        for place, cell in enumerate(row.cells)
        if table.columns[place].kind == "figure" and isinstance(cell, Plain)
        if cell.text.lstrip("$")[:1].isdigit() and cell.ground is None
    }
    assert bare == set()


@pytest.mark.parametrize("code", ["71046", "70553"])
def test_imaging_is_priced_by_its_parts_in_a_hospital(
    documents: dict[str, Document], code: str
) -> None:
    (payment,) = [cells(made) for made in tables(documents[code]) if made.id == "payment"]
    facility = {row[0]: row[-1] for row in payment if row[1] == "Facility"}
    assert facility["Whole service"] == "Paid with 26 only"
    assert facility["Technical part (TC)"] == "In what the facility is paid"
    assert facility["Professional part (26)"].startswith("$")
    assert "Not priced here" not in {cell for row in payment for cell in row}


@pytest.mark.parametrize(
    ("code", "amounts"),
    [
        ("80053", ["$10.56"]),
        ("36415", ["$9.09"]),
        ("J1100", ["$0.094"]),
        ("01220", ["$162.54"]),
        ("99213", []),
    ],
)
def test_what_another_schedule_pays_is_said_first(
    documents: dict[str, Document], code: str, amounts: list[str]
) -> None:
    assert paid(documents[code]) == amounts


def test_care_of_a_pregnancy_has_no_row_for_a_setting_without_a_price(
    documents: dict[str, Document],
) -> None:
    (opening,) = [made for made in documents["59400"].opening if isinstance(made, Table)]
    assert "Non-facility" not in {row[0] for row in cells(opening)}
    assert "plot" not in {column.kind for column in opening.columns}


def test_an_endoscopy_has_its_row_for_one_that_is_broken_off(
    documents: dict[str, Document],
) -> None:
    (payment,) = [cells(made) for made in tables(documents["45378"]) if made.id == "payment"]
    assert "Service broken off (53)" in {row[0] for row in payment}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("01220", "The fee schedule gives the code no relative value units."),
        (
            "71046",
            "Its relative value units add up to 2.26 in a non-facility setting; a facility "
            "has none.",
        ),
        (
            "59400",
            "Its relative value units add up to 16.91 in a facility; a non-facility setting "
            "has none.",
        ),
    ],
)
def test_no_statement_says_a_zero_that_is_none(
    publications: dict[str, Publication], code: str, said: str
) -> None:
    publication = publications[code]
    edition = Edition(publication, NullTranslations(), {})
    assert STATEMENTS["relative_values"].write(publication.input, edition) == said
