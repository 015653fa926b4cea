"""Every figure says what it came from, and public files confirm or refute it."""

from __future__ import annotations

import gettext
import json
import re
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document
from reportkit.cannot_run import CannotRun
from reportkit.check.example import read_example, specimen
from reportkit.cli.trace import trace as command
from reportkit.publish.printed_figures import (
    NoFigures,
    PrintedFigure,
    PrintedFigures,
    read_figures,
)
from reportkit.publish.public_data import read_public
from reportkit.publish.trace import trace
from reportkit.render.html import render_html
from reportkit.render.rendition import paper
from reportkit.render.theme import load_theme

SAMPLES = Path(__file__).parents[1] / "inputs" / "data"
FILES = (
    "PPRRVU2025_Oct.csv",
    "GPCI2025.csv",
    "mue_practitioner_2024-07-01.csv",
    "ptp_practitioner_2024-07-01.csv",
)


@pytest.fixture(scope="module")
def public() -> list[tuple[str, bytes]]:
    return [(name, (SAMPLES / name).read_bytes()) for name in FILES]


@pytest.fixture(scope="module")
def document(public: list[tuple[str, bytes]]) -> Document:
    """A publication of exactly what the sample files say."""
    data = read_public("57511", public)
    assert data.mpfs is not None
    assert data.mue is not None
    inputs = {"mpfs": data.mpfs, "mue": data.mue}
    lines = [f"{key}: {_written(model.model_dump(mode='json'))}" for key, model in inputs.items()]
    tables = [table.model_dump(mode="json") for table in data.ncci]
    lines.append(f"ncci: {_written(tables)}")
    example = (
        "# report\nsections: [summary, coding-specifications, code-parameters, "
        "medicare-payment, related-codes]\n# input\n" + "\n".join(lines) + "\n"
    )
    return assemble(specimen(read_example(example)), gettext.NullTranslations())


def _plain(value: object, key: str = "") -> object:
    """Models as files have them: numbers as numbers, dates and codes as text."""
    if isinstance(value, dict):
        return {name: _plain(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    is_number = key.endswith(("_rvu", "_total", "_payment", "_gpci", "_factor", "operative"))
    return f"{NUMBER}{value}" if is_number and isinstance(value, str) else value


NUMBER = "number:"
"""Marks a text that is written as a number, with all its digits."""


def _written(value: object) -> str:
    return re.sub(rf'"{NUMBER}([\d.]+)"', r"\1", json.dumps(_plain(value)))


@pytest.fixture(scope="module")
def page(document: Document) -> bytes:
    return render_html(document, load_theme()).encode()


def test_a_page_says_of_each_figure_what_it_came_from(page: bytes) -> None:
    printed = read_figures("a.html", page)
    assert (printed.code, printed.language) == ("57511", "en")
    by_field = {figure.field: figure for figure in printed.figures}
    office = by_field["mpfs.nonfacility_payment"]
    assert office.shown == f"${office.raw}"


def test_a_pdf_carries_the_same_figures_with_the_pages_they_stand_on(
    document: Document, page: bytes
) -> None:
    pdf = paper(document, load_theme(), datetime(2026, 11, 23, tzinfo=UTC), ())
    with pikepdf.open(BytesIO(pdf)) as opened:
        data = json.loads(opened.attachments["figures.json"].get_file().read_bytes())
        pages = len(opened.pages)
    assert all(1 <= figure["page"] <= pages for figure in data["figures"])
    first, second = data["figures"][:2]
    # The head of the pictures says the largest amount, and the first row follows it.
    assert (first["anchor"], second["anchor"]) == ("paid", "paid-1")
    assert read_figures("a.pdf", pdf).figures == read_figures("a.html", page).figures


def test_every_figure_of_the_public_files_is_confirmed(
    page: bytes, public: list[tuple[str, bytes]]
) -> None:
    found = trace(read_figures("a.html", page), read_public("57511", public))
    assert [traced for traced in found if traced.verdict == "refuted"] == []
    counts = Counter(traced.verdict for traced in found)
    assert counts["confirmed"] > 30
    pairs = next(one for one in found if one.figure.field == "ncci[practitioner].pairs")
    assert (pairs.verdict, pairs.figure.shown) == ("confirmed", pairs.figure.raw)
    left = {traced.figure.field for traced in found if traced.verdict == "not traced"}
    assert all(not field.startswith(("mpfs", "mue", "ncci")) for field in left)


@pytest.mark.parametrize("place", ["shown", "raw"])
def test_a_figure_altered_by_hand_is_named(
    page: bytes, public: list[tuple[str, bytes]], place: str
) -> None:
    printed = read_figures("a.html", page)
    raw = next(f.raw for f in printed.figures if f.field == "mpfs.nonfacility_payment")
    old, new = (
        (f">${raw}</data>", ">$999.99</data>")
        if place == "shown"
        else (f'value="{raw}"', 'value="999.99"')
    )
    altered = page.replace(old.encode(), new.encode(), 1)
    assert altered != page
    found = trace(read_figures("a.html", altered), read_public("57511", public))
    refuted = [traced for traced in found if traced.verdict == "refuted"]
    assert [(traced.figure.field, traced.expected) for traced in refuted] == [
        ("mpfs.nonfacility_payment", f"${raw}"),
    ]


def test_a_code_put_into_a_group_of_pairs_is_named(
    page: bytes, public: list[tuple[str, bytes]]
) -> None:
    group = next(f for f in read_figures("a.html", page).figures if "pairs[" in f.field)
    first = group.shown.partition(", ")[0].encode()
    altered = page.replace(b'<span class="code">' + first, b'<span class="code">99999', 1)
    found = trace(read_figures("a.html", altered), read_public("57511", public))
    assert [t.figure.field for t in found if t.verdict == "refuted"] == [group.field]


def figure(field: str, raw: str, shown: str, rounding: str = "") -> PrintedFigures:
    return PrintedFigures("57511", "en", (PrintedFigure(shown, field, raw, rounding),))


@pytest.mark.parametrize(
    ("shown", "rounding", "verdict"),
    [
        ("2.0", "rounded", "confirmed"),
        ("195%", "rounded", "confirmed"),
        ("2.0", "", "refuted"),
        ("2.1", "rounded", "refuted"),
    ],
)
def test_a_figure_that_says_it_was_rounded_is_held_to_its_own_places(
    public: list[tuple[str, bytes]], shown: str, rounding: str, verdict: str
) -> None:
    (found,) = trace(figure("mpfs.work_rvu", "1.95", shown, rounding), read_public("57511", public))
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [("at least $28.79", "confirmed"), ("with 26: $28.79", "confirmed"), ("x$28.79", "refuted")],
)
def test_words_may_stand_before_an_amount(
    public: list[tuple[str, bytes]], shown: str, verdict: str
) -> None:
    (found,) = trace(
        figure("20% of mpfs.facility_payment", "28.79", shown), read_public("57511", public)
    )
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("shown", "raw", "verdict"),
    [
        ("10% before, 80% for it, 10% after", "0.10, 0.80, 0.10", "confirmed"),
        ("10% before, 90% for it, 10% after", "0.10, 0.80, 0.10", "refuted"),
        ("10% before, 80% for it, 10% after", "0.10, 0.90, 0.10", "refuted"),
        ("10% before, 80% for it", "0.10, 0.80", "refuted"),
    ],
)
def test_several_values_in_one_cell_are_each_confirmed(
    public: list[tuple[str, bytes]], shown: str, raw: str, verdict: str
) -> None:
    fields = "mpfs.preoperative, mpfs.intraoperative, mpfs.postoperative"
    (found,) = trace(figure(fields, raw, shown), read_public("57511", public))
    assert found.verdict == verdict


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_the_command_counts_and_fails_on_a_refuted_figure(tmp_path: Path, page: bytes) -> None:
    file = tmp_path / "57511.html"
    file.write_bytes(page)
    data = [part for name in FILES for part in ("--data", SAMPLES / name)]
    good = run(file, *data)
    assert good.exit_code == 0, good.output
    assert good.output.splitlines()[-1].partition(" confirmed, ")[2].startswith("0 refuted, ")
    file.write_bytes(page.replace(b">1.95</data>", b">1.59</data>", 1))
    bad = run(file, *data)
    assert bad.exit_code == 1
    assert "refuted mpfs.work_rvu: 1.59 is printed, the file says" in bad.output


def test_a_file_without_figures_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(NoFigures, match="carries no figures"):
        read_figures("a.html", b"<!doctype html><p>Nothing</p>")
    with pytest.raises(NoFigures, match="carries no figures"):
        read_figures("a.pdf", b"%PDF-1.7\nnothing")
    (tmp_path / "a.html").write_text("<p>Nothing</p>")
    stop = run(tmp_path / "a.html", "--data", SAMPLES / FILES[0]).exception
    assert isinstance(stop, CannotRun)
