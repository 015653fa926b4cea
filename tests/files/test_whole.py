"""A file or a folder is replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults import faults, leftovers
from reportkit.cannot_run import CannotRun
from reportkit.files import whole
from reportkit.files.whole import (
    new_folder,
    replace_folder,
    replace_large_folder,
    restore,
    write_file,
)

OLD = {"a": b"1", "b/c": b"2"}
NEW = {"b/c": b"3", "d": b"4"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A folder that holds a publication."""
    folder = tmp_path / "build"
    start_again(folder)
    return folder


def start_again(build: Path) -> None:
    shutil.rmtree(build, ignore_errors=True)
    replace_folder(build / "57511", OLD)


def no_exchange(*_: Path) -> bool:
    return False


def test_a_folder_holds_exactly_what_it_was_given(build: Path) -> None:
    replace_folder(build / "57511", NEW)
    assert contents(build / "57511") == NEW
    assert names(build) == ["57511"]


@pytest.mark.parametrize("steps", ["one step", "two steps"])
def test_whatever_fails_or_kills_a_folder_is_the_old_one_or_the_new_one(
    build: Path, steps: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if steps == "two steps":
        monkeypatch.setattr(whole, "exchange", no_exchange)
    tried = 0
    for fault, step in faults(
        lambda: replace_folder(build / "57511", NEW), lambda: start_again(build)
    ):
        at = f"{fault} at step {step}"
        if steps == "one step":
            assert contents(build / "57511") in (OLD, NEW), at
        restore(build)
        assert contents(build / "57511") in (OLD, NEW), at
        assert leftovers(build) == [], at
        tried += 1
    assert tried > 50


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "taken-out"
    for fault, step in faults(
        lambda: new_folder(target, NEW), lambda: shutil.rmtree(target, ignore_errors=True)
    ):
        at = f"{fault} at step {step}"
        assert not target.exists() or contents(target) == NEW, at
        restore(tmp_path)
        assert leftovers(tmp_path) == [], at


def test_a_folder_with_something_in_it_is_not_taken_for_a_new_one(build: Path) -> None:
    with pytest.raises(CannotRun, match="57511 is not empty"):
        new_folder(build / "57511", NEW)
    assert contents(build / "57511") == OLD


def test_a_path_that_leads_out_of_a_folder_is_refused(tmp_path: Path) -> None:
    for path in ("../out", "/etc/out", "a/../../out"):
        with pytest.raises(CannotRun, match="leads out of the folder"):
            new_folder(tmp_path / "taken-out", {"a": b"1", path: b"2"})
    assert names(tmp_path) == []


def test_a_reader_never_misses_the_folder(build: Path) -> None:
    looks, done = [], threading.Event()

    def look() -> None:
        while not done.is_set():
            looks.append((build / "57511").is_dir())

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(50):
        replace_folder(build / "57511", NEW)
        replace_folder(build / "57511", OLD)
    done.set()
    reader.join()
    assert len(looks) > 50
    assert all(looks)


def test_a_file_in_place_of_the_folder_is_kept_and_told(build: Path) -> None:
    (build / "99213").write_text("a note of mine")
    with pytest.raises(CannotRun, match="99213 cannot be written: not a directory"):
        replace_folder(build / "99213", NEW)
    assert (build / "99213").read_text() == "a note of mine"
    assert leftovers(build) == []


def test_a_folder_that_fails_leaves_the_old_one(build: Path) -> None:
    with pytest.raises(CannotRun, match="file name too long"):
        replace_folder(build / "57511", {"a": b"2", "x" * 300: b""})
    assert contents(build / "57511") == OLD
    assert names(build) == ["57511"]


def test_what_was_planted_beside_is_not_taken_for_a_publication(build: Path) -> None:
    foreign = build.parent / "foreign"
    (foreign / "old").mkdir(parents=True)
    (foreign / "name").write_text("99213")
    (build / ".reportkit-planted").symlink_to(foreign)
    restore(build)
    assert names(build) == ["57511"]
    assert names(foreign) == ["name", "old"]


def test_whatever_fails_or_kills_a_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"

    def before() -> None:
        file.write_bytes(b"before")
        restore(tmp_path)

    for fault, step in faults(lambda: write_file(file, b"new"), before):
        assert file.read_bytes() in (b"before", b"new"), f"{fault} at step {step}"
    write_file(file, b"new")
    assert names(tmp_path) == ["findings.json"]


def test_permissions_stay_and_a_protected_file_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(b"before")
    file.chmod(0o600)
    write_file(file, b"after")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"after", 0o600)
    # What is protected is so for everybody but the system's administrator, as whom tests may run.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotRun, match=r"known\.json cannot be written: permission denied"):
        write_file(file, b"again")
    assert file.read_bytes() == b"after"


def test_a_link_the_user_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"before")
    (tmp_path / "link.json").symlink_to("real.json")
    write_file(tmp_path / "link.json", b"after")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"after"


def test_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    other = tmp_path / "other.json"
    other.write_bytes(b"before")
    (tmp_path / "project" / "link.json").symlink_to(other)
    with pytest.raises(CannotRun, match="is a link that leads out of its folder, to"):
        write_file(tmp_path / "project" / "link.json", b"after")
    assert other.read_bytes() == b"before"


def test_a_linked_folder_out_of_the_current_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "project" / "reports").symlink_to(tmp_path / "other")
    monkeypatch.chdir(tmp_path / "project")
    with pytest.raises(CannotRun, match="is a link that leads out of its folder, to"):
        write_file(Path("reports/findings.json"), b"after")
    assert not list((tmp_path / "other").iterdir())


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    write_file(Path("/dev/null"), b"gone")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(CannotRun, match="/dev/full cannot be written: no space left on device"):
        write_file(Path("/dev/full"), b"x")


def test_a_file_on_a_disk_in_memory_is_a_file(tmp_path: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 -- where Linux has it
    folder = tempfile.mkdtemp(dir=memory if memory.is_dir() else tmp_path)
    try:
        write_file(Path(folder, "findings.json"), b"new")
        assert Path(folder, "findings.json").read_bytes() == b"new"
    finally:
        shutil.rmtree(folder)


def test_what_goes_to_an_output_goes_behind_what_is_there(tmp_path: Path) -> None:
    """A replaced file would leave the process writing into one without a name."""
    file = tmp_path / "redirected"
    file.write_bytes(b"before, ")
    with file.open("ab") as output:
        write_file(Path(f"/dev/fd/{output.fileno()}"), b"after")
        output.write(b", and more")
    assert file.read_bytes() == b"before, after, and more"


def test_a_pipe_is_written_into_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotRun, match="pipe cannot be written"):
        write_file(pipe, b"x")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, b"told")
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["n" * 255, "é.json", " "])
def test_any_name_the_disk_takes_is_written(tmp_path: Path, name: str) -> None:
    write_file(tmp_path / name, b"x")
    assert names(tmp_path) == [name]


def test_a_name_the_disk_refuses_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="cannot be written: file name too long"):
        write_file(tmp_path / ("n" * 300), b"x")
    with pytest.raises(CannotRun, match="cannot be written: is a directory"):
        write_file(tmp_path, b"x")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(CannotRun, match="cannot be written: too many levels of symbolic links"):
        write_file(loop, b"x")


def _before(file: Path) -> None:
    file.write_bytes(b"before")
    restore(file.parent)


def test_a_large_folder_is_put_in_place_when_it_is_finished(build: Path) -> None:
    def finish(folder: Path) -> None:
        assert contents(folder) == NEW
        assert contents(build / "57511") == OLD
        (folder / "index").write_bytes(b"5")

    replace_large_folder(build / "57511", iter(NEW.items()), finish)
    assert contents(build / "57511") == {**NEW, "index": b"5"}
    assert names(build) == ["57511"]


def test_a_large_folder_that_cannot_be_finished_leaves_the_one_before(build: Path) -> None:
    def some() -> Iterator[tuple[str, bytes]]:
        yield "a", b"9"
        raise CannotRun("no more", "mend it")

    with pytest.raises(CannotRun, match="no more"):
        replace_large_folder(build / "57511", some(), lambda _: None)
    assert contents(build / "57511") == OLD
    assert names(build) == ["57511"]
