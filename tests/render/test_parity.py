"""The HTML and the PDF of a publication say the same, and both conform."""

from __future__ import annotations

from pathlib import Path

import pytest

from parity import Reading, read_html, read_pdf
from pdf_checks import assert_conforms
from small_project import copy_project, run


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("small"))
    outcome = run(folder, "build", "57511")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder / "build/57511"


@pytest.fixture(scope="module")
def web(published: Path) -> Reading:
    return read_html((published / "57511.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def paper(published: Path) -> Reading:
    return read_pdf((published / "57511.pdf").read_bytes())


def test_every_block_says_the_same_in_the_same_order(web: Reading, paper: Reading) -> None:
    assert paper.blocks == web.blocks
    assert len(web.blocks) > 300


def test_every_link_leads_to_the_same_place(web: Reading, paper: Reading) -> None:
    assert paper.links == web.links
    assert len(web.links) > 20


def test_tables_rows_cells_and_pictures_are_as_many(web: Reading, paper: Reading) -> None:
    assert paper.counts == web.counts
    assert web.counts["Table"] >= 8


def test_gaps_are_the_same(web: Reading, paper: Reading) -> None:
    assert paper.gaps == web.gaps
    assert len(web.gaps) == 9


def test_the_pdf_is_pdf_ua_and_pdf_a(published: Path) -> None:
    assert_conforms((published / "57511.pdf").read_bytes())
