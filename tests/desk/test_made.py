"""What no author wrote is named by the field behind it, or by what fills the place it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.desk.behind import behind
from reportkit.desk.comments import MADE
from reportkit.desk.made import Made, made_texts, those_of
from reportkit.desk.word_paper import page_as_made, page_texts
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Publication]:
    root = copy_project(tmp_path_factory.mktemp("made"))
    return root, read_workspace(root, ["57511"]).publications[0]


NAMED = {
    "a cell of a key fact": ("$143.94", "from `mpfs.facility_payment` of input.yaml"),
    "a sum": ("$262.33", "from `mpfs.facility_payment + asc.payment_rate` of input.yaml"),
    "a share": (
        "$52.47",
        "from `20% of mpfs.facility_payment + 20% of asc.payment_rate` of input.yaml",
    ),
    "a key fact": ("Global period: 10 days", "from `mpfs.global_days` of input.yaml"),
    "a sentence": ("It is written for billers.", "from `audience` of report.yaml"),
    "a site of a table": ("Ambulatory surgical center", "from `sites.name` of input.yaml"),
    "the box of a gap": (
        "No service line is shown. Not provided, missing since November 23, 2026.",
        "from `missing.effect` of input.yaml",
    ),
    "the line of a picture": (
        "$0.00–$262.33",
        "from `mpfs.facility_payment + asc.payment_rate` of input.yaml",
    ),
    "the head of a column": (
        "Meaning",
        "by reportkit, in words of its own, for the section code-parameters, "
        "which `mpfs` of input.yaml fills",
    ),
    "a heading": (
        "3.1 Indications",
        "by reportkit, in words of its own, for the section indications",
    ),
    "cells side by side": (
        "Ambulatory surgical center 24 $143.94",
        "from `mpfs.facility_payment` of input.yaml",
    ),
}


@pytest.mark.parametrize(("text", "made"), NAMED.values(), ids=NAMED)
def test_a_generated_text_is_named_with_what_is_behind_it(
    small: tuple[Path, Publication], text: str, made: str
) -> None:
    assert behind(*small, text, MADE).why == f"no author wrote it: it is made {made}"


def test_no_text_of_the_page_is_taken_for_one_of_another_day(
    small: tuple[Path, Publication],
) -> None:
    texts = [text for text in page_texts(*small) if text.strip()]
    assert [text for text in texts if "anew" in behind(*small, text, MADE).why] == []
    assert "anew" in behind(*small, "Nobody has printed this.", MADE).why


def test_every_figure_says_its_field(small: tuple[Path, Publication]) -> None:
    figures = [made for made in page_as_made(*small) if made.figures]
    assert len(figures) > 20
    for made in figures:
        alike = {field for one in figures if one.text == made.text for _, field in one.figures}
        why = behind(*small, made.text, MADE).why
        assert any(f"`{field}` of input.yaml" in why for field in alike), why


def test_texts_end_where_elements_do_and_inner_marks_stay_within() -> None:
    page = (
        "<head><title>x</title></head><body><section id=a><p>One <em>two</em>.<br>Three"
        '<section id=b><td><data data-field="mpfs.x">$1</data> a day</td></section></section>'
    )
    assert made_texts(page) == (
        Made("One two. Three", ("a",), ()),
        Made("$1 a day", ("a", "b"), (("$1", "mpfs.x"),)),
    )
    assert those_of(made_texts(page), "Three: $1") == made_texts(page)
    assert those_of(made_texts(page), "—") == ()
