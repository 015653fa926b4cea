"""Beside a passage stand its data, its gaps and what the edition before said, each a click away."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from test_preview import HOLDS, TABBABLE

from reportkit.decide.entry import with_entry
from reportkit.desk.beside import before_beside, data_beside, edition_before, gaps_beside
from reportkit.files.reading import FolderFiles
from reportkit.publish.frozen import edition_of
from reportkit.workspace.workspace import read_workspace
from served import served
from small_project import copy_project, edit
from web_pages import violations

SUMMARY = "sections/57511/summary.yaml"
CHAIN = "editions/57511/editions.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an edition that was released, and words that have changed since."""
    root = copy_project(tmp_path)
    frozen = root / "editions/57511/1.0/sources"
    for name in ("report", "sections"):
        shutil.copytree(root / name, frozen / name)
    (publication,) = read_workspace(root, ["57511"]).publications
    entry = edition_of(publication, {}, None, datetime(2026, 11, 24, tzinfo=UTC)).model_dump()
    entry["released"] = entry["released"].isoformat()
    (root / CHAIN).write_bytes(with_entry(FolderFiles(root), CHAIN, "released", entry))
    edit(root / SUMMARY, "day is denied [@cms-pfs].", "day is refused, TBD.")
    return root


def test_a_passage_has_its_data_its_gaps_and_what_was_said_before(project: Path) -> None:
    (publication,) = read_workspace(project, ["57511"]).publications
    limit = next(datum for datum in data_beside(publication) if "mue" in datum.field)
    assert limit.spot.words.startswith("The limit is 1 unit a day.")
    before = edition_before(project, publication)
    (changed,) = before_beside(publication, before)
    assert "is denied" in changed.change.old
    assert changed.spot.words == limit.spot.words
    gap = next(gap for gap in gaps_beside(publication) if gap.record.field == "diagnoses")
    assert gap.spot.section == "gap-diagnoses"


def test_without_an_edition_nothing_was_said_before(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (publication,) = read_workspace(root, ["57511"]).publications
    assert edition_before(root, publication) is None
    assert before_beside(publication, None) == ()


@pytest.mark.browser
def test_what_stands_at_one_place_leads_to_all_else_there(browser: Any, project: Path) -> None:
    with served(project) as running:
        view = browser.new_page(viewport={"width": 1360, "height": 800})
        view.goto(running.address)
        view.wait_for_function(HOLDS, arg="Key facts")
        assert view.evaluate(TABBABLE, "#data-part") == 1
        here = view.locator("details[open] > nav[aria-label='At this place'] a")

        view.locator("#findings details", has_text="TBD").first.locator("summary").press("Enter")
        here.first.wait_for()
        kinds = here.all_inner_texts()
        for words in ("Data mue", "Before ", "no data holds it"):
            assert any(words in text for text in kinds), kinds
        assert violations(view) == []

        for words, other in (("Before ", "Data mue"), ("Data mue", "TBD"), ("TBD", "Before ")):
            here.filter(has_text=words).first.press("Enter")
            view.wait_for_function(
                "(words) => document.activeElement.textContent.includes(words)", arg=words.strip()
            )
            here.filter(has_text=other).first.wait_for()
        assert violations(view) == []

        view.goto(f"{running.address}#gap-diagnoses")
        view.wait_for_function("() => document.activeElement.id === 'gap-diagnoses'")
        view.close()
