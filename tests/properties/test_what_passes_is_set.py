"""What check passes, build can set: any input without errors becomes a document and a page."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from provided_inputs import input_text, provided_inputs, row_of
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document
from reportkit.check.engine import check
from reportkit.check.example import EXAMPLE_DAY, specimen
from reportkit.check.findings import Findings
from reportkit.files.project_files import CarriedFiles
from reportkit.model.datasets import KINDS
from reportkit.model.sections import AUTHORED, FROM_DATA
from reportkit.render.html import render_html
from reportkit.render.page import anchors
from reportkit.render.rendition import paper
from reportkit.render.theme import load_theme
from reportkit.rules import all_rules
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace

REPORT = f"""\
sections: [{", ".join((*AUTHORED, *FROM_DATA))}]
code_sets: {{cpt: "2026", hcpcs: 2026Q4, icd10cm: FY2027, ncci: 2026Q4, mpfs: RVU26D}}
"""
THEME = load_theme()
LISTS = {key: kind.rows[""] for key, kind in KINDS.items() if kind.rows.get("")}
"""Dataset that is a list of records to what tells its rows apart."""


def given_input(text: str) -> Publication:
    return specimen({"input": (text, "whole"), "report": (REPORT, "keys")})


def checked(publication: Publication) -> Findings:
    workspace = Workspace(CarriedFiles({}), publication.files["project"], (publication,))
    return check(workspace, all_rules(), EXAMPLE_DAY)


def errors(publication: Publication) -> list[tuple[str, str]]:
    found = checked(publication).findings
    return [(each.rule, each.message) for each in found if each.severity == "error"]


def document(publication: Publication) -> Document:
    return assemble(publication, gettext.NullTranslations())


def pdf_of(publication: Publication) -> bytes:
    return paper(document(publication), THEME, datetime(2026, 11, 2, tzinfo=UTC), ())


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(provided_inputs())
def test_any_input_without_errors_becomes_a_page(text: str) -> None:
    publication = given_input(text)
    assert publication.files["input"].problems == ()
    made = document(publication)
    ids = list(anchors(made))
    assert sorted(set(ids)) == sorted(ids)
    assert not any(any(char.isspace() for char in each) for each in ids)
    passes = not errors(publication)
    event(f"without errors: {passes}")
    if passes:
        assert render_html(made, THEME)


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(provided_inputs())
def test_any_input_without_errors_becomes_a_pdf(text: str) -> None:
    publication = given_input(text)
    if not errors(publication):
        assert pdf_of(publication).startswith(b"%PDF")


@settings(max_examples=40)
@given(st.data())
def test_two_rows_are_told_apart_or_one_of_them_is_a_finding(data: st.DataObject) -> None:
    """A row, and the same row with one field of it changed."""
    key = data.draw(st.sampled_from(sorted(LISTS)))
    first, other = data.draw(st.tuples(row_of(key), row_of(key)))
    name = data.draw(st.sampled_from(sorted(first)))
    pair = [first, {**first, name: other[name]}]
    publication = given_input(input_text({key: pair}))
    alike = all(pair[0][field] == pair[1][field] for field in LISTS[key])
    found = [message for rule, message in errors(publication) if rule == "repeated-row"]
    assert bool(found) == alike
    assert len(set(anchors(document(publication)))) == len(list(anchors(document(publication))))


RELATED = [
    {"code": "57500", "code_system": "CPT", "relation": relation, "note": "Another service."}
    for relation in ("alternative", "bundled")
]
PAIR = {"column_1": "57511", "column_2": "57452", "indicator": "1"}
PAIRS = [
    {**PAIR, "deleted": datetime(2019, 12, 31, tzinfo=UTC).date()},
    {**PAIR, "deleted": None},
]
EDITS = {"quarter": "2026Q4", "setting": "practitioner", "pairs": PAIRS}


def test_a_related_code_under_two_relations_and_a_pair_deleted_and_in_force_are_set() -> None:
    publication = given_input(input_text({"related_codes": RELATED, "ncci": [EDITS]}))
    assert errors(publication) == []
    rows = {
        "related-57500-alternative",
        "related-57500-bundled",
        "pairs-practitioner-1",
        "pairs-practitioner-2",
    }
    assert rows <= set(anchors(document(publication)))
    assert pdf_of(publication).startswith(b"%PDF")


REPEATED: dict[str, tuple[dict[str, Any], str]] = {
    "two tables of one setting": ({"ncci": [EDITS, EDITS]}, "ncci has practitioner twice"),
    "a related code twice": (
        {"related_codes": [RELATED[0], RELATED[0]]},
        "related_codes has 57500 alternative twice",
    ),
}


@pytest.mark.parametrize(("made", "message"), REPEATED.values(), ids=REPEATED)
def test_what_cannot_be_told_apart_is_found_at_its_line(made: dict[str, Any], message: str) -> None:
    publication = given_input(input_text(made))
    found = [each for each in checked(publication).findings if each.rule == "repeated-row"]
    assert [each.message for each in found] == [message]
    lines = publication.files["input"].file.text.splitlines()
    assert lines[found[0].place.line - 1].lstrip().startswith("- ")


def test_sources_and_rows_that_come_to_the_same_anchor_are_numbered() -> None:
    sites = [
        {"id": name, "name": "Office", "pos": ["11"], "rank": "also", "aliases": []}
        for name in ("asc", "office", "Two words", "two-words")
    ]
    sites[0] |= {"name": "Ambulatory surgical center", "pos": ["24"]}
    made = document(given_input(input_text({"sites": sites})))
    found = [each for each in anchors(made) if each.startswith("site-two")]
    assert found == ["site-two-words", "site-two-words-2"]


def test_a_row_gives_way_to_a_table_of_the_same_anchor() -> None:
    sources = "sources:\n" + "".join(
        f"  - {{id: {name}, citation: A book, accessed: 2026-11-01}}\n" for name in names()
    )
    publication = specimen({"report": (sources, "keys")})
    found = list(anchors(document(publication)))
    assert [each for each in found if each.startswith("source-")] == [
        "source-table",
        "source-manual",
        "source-table-2",
    ]


def names() -> Iterable[str]:
    return ("manual", "table")
