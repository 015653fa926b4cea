"""Several files of a project are written all or none, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from faults import faults, leftovers, survives
from reportkit.cannot_run import CannotRun
from reportkit.files import lock
from reportkit.files.together import hold, recover, write_files

BEFORE = {"report/a/input.yaml": b"old a", "report/b/input.yaml": b"old b", "report/c.txt": b"c"}
WRITTEN: Mapping[str, bytes | None] = {
    "report/a/input.yaml": b"new a",
    "report/b/input.yaml": b"new b",
    "report/n/m/input.yaml": b"new n",
    "report/c.txt": None,
}
AFTER = {path: content for path, content in WRITTEN.items() if content is not None}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    start_again(root)
    return root


def start_again(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for path, content in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".writing" not in path.as_posix()
    }


def write(root: Path) -> None:
    with hold(root) as project:
        write_files(project, WRITTEN)


def test_all_files_are_written_and_nothing_is_left_beside(project: Path) -> None:
    write(project)
    assert files(project) == AFTER
    assert leftovers(project) == []


def test_whatever_fails_or_kills_the_files_are_all_old_or_all_new(project: Path) -> None:
    tried = 0
    for fault, step in faults(lambda: write(project), lambda: start_again(project)):
        at = f"{fault} at step {step}"
        assert set(files(project).values()) <= {*BEFORE.values(), *AFTER.values()}, at
        recover(project)
        assert files(project) in (BEFORE, AFTER), at
        assert leftovers(project) == [], at
        new = [path for path in ("report/n", "report/n/m") if (project / path).exists()]
        assert bool(new) == (files(project) == AFTER), at
        tried += 1
    assert tried > 100


@pytest.fixture
def half_done(project: Path) -> Callable[[], None]:
    """Brings about what a process leaves that dies between the first file and the second."""
    for step in count():
        start_again(project)
        survives(lambda: write(project), "killed", step)
        if files(project)["report/a/input.yaml"] == b"new a":
            break

    def make() -> None:
        start_again(project)
        survives(lambda: write(project), "killed", step)

    return make


def test_a_recovery_that_fails_or_is_killed_is_done_again(
    project: Path, half_done: Callable[[], None]
) -> None:
    assert files(project)["report/b/input.yaml"] == b"old b"
    for fault, step in faults(lambda: recover(project), half_done):
        recover(project)
        assert files(project) == BEFORE, f"{fault} at step {step}"
        assert leftovers(project) == []


def test_what_somebody_wrote_after_a_killed_write_stays(
    project: Path, half_done: Callable[[], None]
) -> None:
    half_done()
    (project / "report/a/input.yaml").write_bytes(b"by hand")
    recover(project)
    assert files(project) == {**BEFORE, "report/a/input.yaml": b"by hand"}
    assert leftovers(project) == []


def test_permissions_stay(project: Path) -> None:
    (project / "report/a/input.yaml").chmod(0o640)
    write(project)
    assert (project / "report/a/input.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("path", ["../out.yaml", "report/away/input.yaml", "/etc/out.yaml"])
def test_a_path_that_leads_out_writes_nothing(project: Path, path: str) -> None:
    (project / "report/away").symlink_to(project.parent)
    with pytest.raises(CannotRun, match="leads out of the project"), hold(project) as held:
        write_files(held, {"report/a/input.yaml": b"new", path: b"x"})
    assert (project / "report/a/input.yaml").read_bytes() == b"old a"
    assert not (project.parent / "out.yaml").exists()
    assert not (project.parent / "input.yaml").exists()


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "report/link.yaml").symlink_to("a/input.yaml")
    with hold(project) as held:
        write_files(held, {"report/link.yaml": b"through"})
    assert (project / "report/link.yaml").is_symlink()
    assert (project / "report/a/input.yaml").read_bytes() == b"through"


def test_a_file_where_a_folder_should_be_is_one_message(project: Path) -> None:
    (project / "build").write_text("no folder")
    with (
        pytest.raises(CannotRun, match="build is no folder, and reportkit writes there"),
        hold(project),
    ):
        pass
    with pytest.raises(CannotRun, match=r"report/c\.txt/x"):
        (project / "build").unlink()
        with hold(project) as held:
            write_files(held, {"report/a/input.yaml": b"new", "report/c.txt/x": b"x"})
    assert files(project) == BEFORE


def test_a_journal_nobody_of_ours_wrote_is_refused(project: Path) -> None:
    folder = project / "build/.writing"
    folder.mkdir(parents=True)
    (folder / "begun").write_text("{}")
    with pytest.raises(CannotRun, match="begun is not what reportkit writes there"):
        recover(project)
    (folder / "begun").write_text(
        '{"steps": [{"path": "../secret", "existed": false, "sha256": null}], "folders": []}'
    )
    with pytest.raises(CannotRun, match="leads out of the project"):
        recover(project)


def test_a_disk_without_second_names_gets_copies(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write(project)
    assert files(project) == AFTER
    assert leftovers(project) == []


def test_processes_that_read_and_write_take_turns(project: Path) -> None:
    def add_a_line(number: int) -> None:
        with hold(project) as held:
            text = (project / "report/a/input.yaml").read_bytes()
            time.sleep(0.02)
            write_files(held, {"report/a/input.yaml": text + b"\n%d" % number})

    children = []
    for number in range(6):
        child = os.fork()
        if child == 0:
            add_a_line(number)
            os._exit(0)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0] * 6
    lines = (project / "report/a/input.yaml").read_bytes().splitlines()
    assert sorted(lines[1:]) == [b"%d" % number for number in range(6)]


def test_the_wait_for_another_process_has_an_end(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0.05)
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with hold(project):
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    entered.wait(10)
    with pytest.raises(CannotRun, match="another reportkit has been writing"), hold(project):
        pass
    leave.set()
    thread.join()
