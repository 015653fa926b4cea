"""What a check remembers is of the very bytes that were judged, and of nobody else's making."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from forked import Outcome, run_forked
from reportkit.check.engine import check as run_check
from reportkit.cli import check_jobs, sources
from reportkit.files.reading import FolderFiles
from reportkit.rules import all_rules
from reportkit.store import secret
from reportkit.store.parts import OF_THE_HOUSE, Parts, of_publication, parts_of
from reportkit.workspace.workspace import workspace_of
from small_project import copy_project

SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return copy_project(tmp_path / "project")


def kept(project: Path) -> list[Path]:
    """The entries of what was told, by the files that hold them."""
    entries = (project / "build/.cache").glob("*/*")
    return sorted(path for path in entries if b'{"found"' in path.read_bytes()[:40])


def spoil(project: Path) -> None:
    path = project / SUMMARY
    path.write_text(path.read_text("utf-8").replace("reports the", "reports \u200bthe"), "utf-8")


def check(project: Path) -> Outcome:
    return run_forked(project, "check")


def test_what_was_said_is_said_again_without_a_check(project: Path) -> None:
    first = check(project)
    assert (first.code, len(kept(project))) == (0, 1)

    def no_check() -> None:
        check_jobs._check = None  # type: ignore[assignment]

    assert run_forked(project, "check", first=no_check) == first


def test_a_file_saved_while_it_is_checked_is_not_remembered_as_what_was_judged(
    project: Path,
) -> None:
    """The check judges the faulty text; before it ends, the text is put right, or the reverse."""
    good = (project / SUMMARY).read_bytes()
    spoil(project)
    bad = (project / SUMMARY).read_bytes()
    for judged, saved, code in ((bad, good, 1), (good, bad, 0)):
        shutil.rmtree(project / "build", ignore_errors=True)
        (project / SUMMARY).write_bytes(judged)

        def save_after_hashing(saved: bytes = saved) -> None:
            def hash_then_save(*arguments: object) -> Parts:
                parts = parts_of(*arguments)  # type: ignore[arg-type]
                if SUMMARY in parts:
                    (project / SUMMARY).write_bytes(saved)
                return parts

            sources.parts_of = hash_then_save  # type: ignore[attr-defined, assignment]

        assert run_forked(project, "check", first=save_after_hashing).code == code
        assert check(project).code == 1 - code


def test_a_file_that_comes_while_it_is_checked_is_not_judged_by_the_way(project: Path) -> None:
    waivers = project / "report/57511/waivers.yaml"

    def write_after_hashing() -> None:
        def hash_then_write(*arguments: object) -> Parts:
            parts = parts_of(*arguments)  # type: ignore[arg-type]
            if SUMMARY in parts:
                waivers.write_text("no waivers at all: [\n")
            return parts

        sources.parts_of = hash_then_write  # type: ignore[attr-defined, assignment]

    assert run_forked(project, "check", first=write_after_hashing).code == 0
    assert check(project).code == 1
    waivers.unlink()
    assert check(project).code == 0


def test_a_planted_verdict_is_not_printed(project: Path) -> None:
    spoil(project)
    assert check(project).code == 1
    (entry,) = kept(project)
    honest = entry.read_bytes()
    told = json.loads(honest[20:])
    lie = told | {
        "found": "",
        "counts": dict.fromkeys(told["counts"], 0),
        "ready": True,
        "verdicts": ["57511 ready to publish: yes. 0 errors"],
    }
    lies = [
        honest[:20] + json.dumps(lie).encode(),
        b"\0" * 20 + json.dumps(lie).encode(),
        json.dumps(lie).encode(),
    ]
    broken = [b"", b"{", honest[:20], honest[:-9], honest + b" ", honest[20:]]
    for planted in (*lies, *broken):
        entry.write_bytes(planted)
        outcome = check(project)
        assert outcome.code == 1
        assert "ready to publish: yes" not in outcome.out


def test_a_verdict_of_other_files_or_another_user_is_not_taken(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(project).code == 0
    (good,) = kept(project)
    verdict = good.read_bytes()
    spoil(project)
    assert check(project).code == 1
    others = kept(project)
    assert len(others) == 2
    for entry in others:
        entry.write_bytes(verdict)
    assert check(project).code == 1
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "of another"))
    assert check(project).code == 1


def test_a_check_reads_nothing_that_its_key_leaves_out(project: Path) -> None:
    report = project / "report/57511"
    added = [report / f"{key}.yaml" for key in ("accepted", "decisions", "signoff")]
    added += [project / "report/words.txt", project / "editions/57511/editions.yaml"]
    for path in added:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    files = FolderFiles(project)
    parts_of(files, (*OF_THE_HOUSE, *of_publication("57511")))
    hashed = set(files._contents)
    run_check(workspace_of(files, ["57511"]), all_rules(), date(2026, 11, 23))
    assert {path for path in files._contents if files.holds(path)} - hashed == set()


def test_memory_follows_no_link(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "build").symlink_to(elsewhere)
    assert check(project).code == 0
    assert list(elsewhere.iterdir()) == []
    (project / "build").unlink()
    (project / "build/.cache").mkdir(parents=True)
    for number in range(256):
        (project / f"build/.cache/{number:02x}").symlink_to(elsewhere)
    assert check(project).code == 0
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("place", ["file", "pipe", "folder"])
def test_what_stands_where_memory_should_be_is_no_fault(project: Path, place: str) -> None:
    assert check(project).code == 0
    (entry,) = kept(project)
    entry.unlink()
    match place:
        case "file":
            shutil.rmtree(project / "build")
            (project / "build").write_text("a file")
        case "pipe":
            os.mkfifo(entry)
        case _:
            entry.mkdir()
    outcome = check(project)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_secret_that_others_may_know_is_none(project: Path, tmp_path: Path) -> None:
    own = secret.secret(project)
    assert own is not None
    assert secret.secret(project) == own
    place = tmp_path / "state/reportkit/secret"
    assert place.stat().st_mode & 0o777 == 0o600
    place.chmod(0o644)
    assert secret.secret(project) is None
    place.unlink()
    place.symlink_to(project / "report/project.yaml")
    assert secret.secret(project) is None
    place.unlink()
    os.mkfifo(place, 0o600)
    assert secret.secret(project) is None


def test_a_secret_in_the_project_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(project / "state"))
    assert secret.secret(project) is None
    assert not (project / "state").exists()
    assert check(project).code == 0
    assert kept(project) == []


def test_a_user_without_a_home_has_no_memory(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    assert check(project).code == 0
    assert kept(project) == []
