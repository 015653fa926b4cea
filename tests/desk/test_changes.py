"""What is saved concerns one publication, all of them, or none."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Timer

import pytest

from reportkit.desk.changes import Edited, edited_by, edits

ONE, ALL = Edited(frozenset({"57511"})), Edited(frozenset(), is_shared=True)


@pytest.mark.parametrize(
    ("paths", "edited"),
    [
        (["sections/57511/summary.yaml"], ONE),
        (["report/57511/input.yaml", "sections/57511/summary.yaml"], ONE),
        (["editions/57511/editions.yaml"], ONE),
        (["report/project.yaml"], ALL),
        (["report/words.txt"], ALL),
        (["report/rules/house.py"], ALL),
        (["templates/house.css"], ALL),
        (["templates/blocks/table.html"], ALL),
        (
            ["report/57511/input.yaml", "templates/house.css"],
            Edited(frozenset({"57511"}), is_shared=True),
        ),
        (["sections/57511/.summary.yaml.swp"], None),
        (["sections/57511/summary.yaml~"], None),
        (["sections/57511/.reportkit-0123"], None),
        (["../elsewhere/sections/57511/summary.yaml"], None),
        ([], None),
    ],
)
def test_a_save_concerns(paths: list[str], edited: Edited | None) -> None:
    root = Path("/project")
    assert edited_by(root, [Path("/project", path).resolve() for path in paths]) == edited


def test_a_folder_that_appears_later_is_watched(tmp_path: Path) -> None:
    (tmp_path / "report/57511").mkdir(parents=True)
    watched = edits(tmp_path, Event())
    Timer(0.3, (tmp_path / "templates").mkdir).start()
    assert next(watched) == ALL
    Timer(0.3, (tmp_path / "templates/house.css").write_text, [""]).start()
    assert next(watched) == ALL
    Timer(0.3, (tmp_path / "report/57511/input.yaml").write_text, [""]).start()
    assert next(watched) == ONE


def test_watching_ends_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    ended = Event()
    Timer(0.3, ended.set).start()
    assert list(edits(tmp_path, ended)) == []
