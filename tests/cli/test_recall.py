"""What a check remembers is of the very bytes that were judged, and of nobody else's making."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from forked import Outcome, run_forked
from reportkit.cli import check as check_command
from reportkit.cli import recall, secret
from small_project import copy_project

SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return copy_project(tmp_path / "project")


def kept(project: Path) -> list[Path]:
    folder = project / "build/.cache/check"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def spoil(project: Path) -> None:
    path = project / SUMMARY
    path.write_text(path.read_text("utf-8").replace("reports the", "reports \u200bthe"), "utf-8")


def check(project: Path) -> Outcome:
    return run_forked(project, "check")


def test_what_was_said_is_said_again_without_a_check(project: Path) -> None:
    first = check(project)
    assert (first.code, len(kept(project))) == (0, 1)

    def no_check() -> None:
        check_command._findings = None  # type: ignore[assignment]

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
            key_of = recall.key_of

            def key_then_save(*arguments: object) -> str:
                key = key_of(*arguments)  # type: ignore[arg-type]
                (project / SUMMARY).write_bytes(saved)
                return key

            check_command.key_of = key_then_save  # type: ignore[attr-defined, assignment]

        assert run_forked(project, "check", first=save_after_hashing).code == code
        assert check(project).code == 1 - code


def test_a_file_that_comes_while_it_is_checked_is_not_judged_by_the_way(project: Path) -> None:
    waivers = project / "report/57511/waivers.yaml"

    def write_after_hashing() -> None:
        key_of = recall.key_of

        def key_then_write(*arguments: object) -> str:
            key = key_of(*arguments)  # type: ignore[arg-type]
            waivers.write_text("no waivers at all: [\n")
            return key

        check_command.key_of = key_then_write  # type: ignore[attr-defined, assignment]

    assert run_forked(project, "check", first=write_after_hashing).code == 0
    assert check(project).code == 1
    waivers.unlink()
    assert check(project).code == 0


def test_a_planted_verdict_is_not_printed(project: Path) -> None:
    spoil(project)
    assert check(project).code == 1
    (entry,) = kept(project)
    honest = json.loads(entry.read_bytes())
    lie = {"text": "57511 ready to publish: yes. 0 errors\n", "code": 0}
    lies: list[Any] = [lie, honest | lie, lie | {"proof": ""}, [], {}, 7, None]
    for planted in lies:
        entry.write_text(json.dumps(planted))
        assert check(project).code == 1
        assert "ready to publish: yes" not in check(project).out
        entry.write_text(json.dumps(planted))
    for broken in (b"", b"{", b"\xff", b"[" * 100_000, json.dumps(honest).encode()[:-9]):
        entry.write_bytes(broken)
        assert check(project).code == 1


def test_a_verdict_of_other_files_or_another_user_is_not_taken(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(project).code == 0
    (good,) = kept(project)
    verdict = good.read_bytes()
    spoil(project)
    assert check(project).code == 1
    for entry in kept(project):
        entry.write_bytes(verdict)
    assert check(project).code == 1
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "of another"))
    assert check(project).code == 1


def test_memory_follows_no_link(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "build").symlink_to(elsewhere)
    assert check(project).code == 0
    assert list(elsewhere.iterdir()) == []
    (project / "build").unlink()
    (project / "build/.cache").mkdir(parents=True)
    (project / "build/.cache/check").symlink_to(elsewhere)
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
