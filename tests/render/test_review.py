"""The review page: every finding, filters by keyboard, nothing that axe objects to."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from defects import write_defects
from reportkit.render.review import render_review_index
from reportkit.render.theme import load_theme
from small_project import copy_project, edit, run
from web_pages import violations

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an error, a related place, waived findings and gaps."""
    base = tmp_path_factory.mktemp("editions")
    project, before = copy_project(base / "project"), copy_project(base / "before")
    edit(project / "sections/57511/coding-specifications.yaml", 'code: "22"', 'code: "25"')
    coding = project / "sections/57511/coding-specifications.yaml"
    edit(coding, "what was left out", "what was left out, see TBD")
    sign_void(project)
    outcome = run(project, "review", "--against", str(before))
    assert outcome.returncode == 0, outcome.stderr
    return project


def sign_void(project: Path) -> None:
    """A signature of other content."""
    (project / "report/57511/signoff.yaml").write_text(
        "reportkit: signoff/1\n"
        "signatures:\n"
        "  - role: coding-reviewer\n"
        "    name: Bo Coder\n"
        "    signed: 2026-11-23T09:30:00+00:00\n"
        "    meaning: Reviewed for coding accuracy.\n"
        '    content_sha256: "00"\n'
        '    files: {sections/57511/summary.yaml: "00"}\n',
        "utf-8",
    )


def check(folder: Path) -> str:
    """What the command prints as JSON of the same comparison."""
    return run(folder, "check", "--format", "json", "--against", f"{folder.parent}/before").stdout


def address(folder: Path, name: str) -> str:
    return (folder / "build/review" / name).as_uri()


def one_line(text: str) -> str:
    """A text without the white space of its lines."""
    return " ".join(text.split())


def test_the_page_counts_what_the_json_counts(folder: Path) -> None:
    data = json.loads(check(folder))
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert html.count('class="finding ') == len(data["findings"])
    assert html.count('data-state="waived"') == sum(bool(f["waived"]) for f in data["findings"])
    assert f"Entries of the ledger: {len(data['gaps'])}." in html
    assert data["publications"][0]["verdict"] in html


def test_the_ledger_has_as_many_entries_as_the_publication_has_marks(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    assert run(project, "build", "--pdf", "none").returncode == 0
    page = (project / "build/57511/57511.html").read_text("utf-8")
    marks = re.findall(r'id="gap-[a-z-]+(?<!-label)"', page)
    review = (project / "build/review/57511.html").read_text("utf-8")
    assert (
        f"Entries of the ledger: {len(marks)}. Marked in the publication: {len(marks)}." in review
    )


def test_a_finding_shows_the_row_as_printed_and_what_stood_there_before(folder: Path) -> None:
    html = (folder / "build/review/57511.html").read_text("utf-8")
    (item,) = (
        part for part in html.split("<li id=") if "see TBD" in part and "placeholder" in part
    )
    assert "<caption>The row as printed</caption>" in item
    assert "<td>52</td>" in item
    assert "In version 1.0" in item
    assert item.split("In version 1.0")[1].count("TBD") == 0


def test_the_page_lists_the_findings_by_rule_and_by_section(folder: Path) -> None:
    html = (folder / "build/review/57511.html").read_text("utf-8")
    groups = html.split('id="by-rule"')[1].split('id="by-section"')
    numbers = re.findall(r'href="#finding-(\d+)"', groups[0])
    assert sorted(numbers, key=int) == [str(n) for n in range(1, len(numbers) + 1)]
    assert '<th scope="row">placeholder-text</th>' in groups[0]
    assert '<th scope="row">Coding specifications</th>' in groups[1]


def test_the_page_says_which_change_voided_a_signature(folder: Path) -> None:
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert "sections/57511/summary.yaml changed" in html
    assert "Missing for approval: the author&#39;s signature" in html


def test_the_page_says_what_it_was_checked_with(folder: Path) -> None:
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert re.search(r"<dt>SHA-256 of \d+ rules</dt><dd>[0-9a-f]{64}</dd>", html)
    assert re.search(r"reportkit [\d.]+, Python [\d.]+, pydantic [\d.]+", html)
    assert "Compared with version" in html
    assert (folder / "build/review/57511-changes.html").is_file()
    assert 'href="57511-changes.html"' in html


def test_the_index_counts_like_the_json(folder: Path) -> None:
    counts = json.loads(check(folder))["counts"]
    row = (folder / "build/review/index.html").read_text("utf-8").split('<th scope="row">')[1]
    names = ["errors", "warnings", "notes", "waived", "known", "not_checked", "gaps"]
    assert re.findall(r'<td class="figure">(\d+)</td>', row) == [str(counts[n]) for n in names]


def test_an_entry_of_another_version_is_left_out_of_the_index(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    stale = project / "build/review/99213.json"
    stale.parent.mkdir(parents=True)
    stale.write_text('{"code": "99213", "verdict": "ready"}', "utf-8")
    (project / "build/review/99214.json").write_text("{", "utf-8")
    assert run(project, "review").returncode == 0
    index = (project / "build/review/index.html").read_text("utf-8")
    assert "57511.html" in index
    assert "9921" not in index


def test_no_page_of_a_long_index_is_larger_than_200_kb(tmp_path: Path) -> None:
    counts = dict.fromkeys(("errors", "warnings", "notes", "waived", "known", "gaps"), 12)
    entries = [
        {
            "code": f"{10000 + number}",
            "title": f"A procedure of some length, number {number}",
            "version": "1.0",
            "state": "in-review",
            "ready": False,
            "counts": counts | {"not_checked": 0},
        }
        for number in range(2000)
    ]
    pages = render_review_index(entries, load_theme())
    assert max(len(page.encode()) for page in pages.values()) < 200_000
    assert list(pages)[:2] == ["index.html", "index-2.html"]
    listed = [code for page in pages.values() for code in re.findall(r'href="(\d+)\.html"', page)]
    assert listed == [entry["code"] for entry in entries]
    assert '<a href="index-2.html">10300–10599</a>' in pages["index.html"]
    assert "<nav" not in render_review_index(entries[:300], load_theme())["index.html"]


def test_what_is_left_of_a_longer_index_goes(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    stale = project / "build/review/index-2.html"
    stale.parent.mkdir(parents=True)
    stale.write_text("of a longer one", "utf-8")
    assert run(project, "review").returncode == 0
    assert not stale.exists()
    assert (project / "build/review/index.html").stat().st_size < 200_000
    assert (project / "build/review/57511.html").stat().st_size < 200_000


@pytest.mark.browser
@pytest.mark.parametrize("name", ["57511.html", "index.html", "57511-changes.html"])
def test_axe_finds_nothing(browser: Any, folder: Path, name: str) -> None:
    view = browser.new_page()
    view.goto(address(folder, name))
    assert violations(view) == []


@pytest.fixture(scope="module")
def defects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that carries the defects of the reference report."""
    project = write_defects(tmp_path_factory.mktemp("defects"))
    assert run(project, "review").returncode == 0
    return project


@pytest.mark.browser
def test_every_defect_of_the_reference_report_is_on_its_page(browser: Any, defects: Path) -> None:
    data = json.loads(run(defects, "check", "--format", "json").stdout)
    view = browser.new_page()
    view.goto(address(defects, "57511.html"))
    shown = view.locator(".finding:visible .message").all_inner_texts()
    said = [finding["message"].replace("`", "") for finding in data["findings"]]
    assert sorted(map(one_line, shown)) == sorted(map(one_line, said))
    assert len(said) > 40
    assert violations(view) == []


@pytest.mark.browser
def test_a_filter_is_worked_by_keyboard_and_says_how_many_are_shown(
    browser: Any, folder: Path
) -> None:
    view = browser.new_page()
    view.goto(address(folder, "57511.html"))
    everything = view.locator(".finding:visible").count()
    view.locator("select[data-filter=state]").focus()
    view.keyboard.type("waived")
    view.keyboard.press("Tab")
    shown = view.locator(".finding:visible").count()
    assert 0 < shown < everything
    assert view.locator("[role=status]").inner_text() == f"{shown} of {everything} findings shown"


@pytest.mark.browser
def test_without_its_script_the_page_shows_every_finding(browser: Any, folder: Path) -> None:
    view = browser.new_context(java_script_enabled=False).new_page()
    view.goto(address(folder, "57511.html"))
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert view.locator(".finding:visible").count() == html.count('class="finding ')
