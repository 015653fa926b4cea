"""What is kept comes back as it was, to whoever kept it, and costs nobody anything."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reportkit.cannot_run import CannotRun
from reportkit.files.spare import trim, write_spare
from reportkit.files.stamp import Part, stamp_of, stamp_of_written
from reportkit.store.seen import HOUSE, seen_parts
from reportkit.store.shelf import FolderShelf
from reportkit.store.store import CLOSED, Store, key_of, open_artefacts, open_store

KEY = key_of("page", "57511")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "project/report/57511").mkdir(parents=True)
    (tmp_path / "project/report/57511/report.yaml").write_text("one")
    return tmp_path / "project"


@pytest.fixture
def store(project: Path) -> Store:
    return open_store(project)


def entry(store: Store, key: str = KEY) -> Path:
    assert isinstance(store.shelf, FolderShelf)
    return store.shelf.folder / key[:2] / key[2:]


def age(folder: Path, seconds: float = 60) -> None:
    """Let all files below a folder have been changed some time ago, as far as a program can."""
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - seconds, time.time() - seconds))


def test_what_is_kept_comes_back(store: Store) -> None:
    assert store.read(KEY) is None
    assert not store.holds(KEY)
    store.keep(KEY, b"a page")
    assert store.read(KEY) == b"a page"
    assert store.holds(KEY)


@pytest.mark.parametrize("broken", [b"", b"short", b"\0" * 20 + b"a page", b"\0" * 300])
def test_a_broken_entry_is_none_and_can_be_kept_anew(store: Store, broken: bytes) -> None:
    store.keep(KEY, b"a page")
    entry(store).write_bytes(broken)
    assert store.read(KEY) is None
    store.keep(KEY, b"a page")
    assert store.read(KEY) == b"a page"


def test_an_entry_under_another_name_or_by_another_user_is_none(store: Store) -> None:
    other = key_of("page", "57513")
    store.keep(KEY, b"a page")
    entry(store, other).parent.mkdir(exist_ok=True)
    entry(store, other).write_bytes(entry(store).read_bytes())
    assert store.read(other) is None
    assert Store(store.shelf, b"another secret").read(KEY) is None


def test_a_store_that_is_deleted_or_cannot_be_written_is_an_empty_one(
    project: Path, tmp_path: Path
) -> None:
    (project / "build").write_text("a file")
    store = open_store(project)
    store.keep(KEY, b"a page")
    assert store.read(KEY) is None
    (project / "build").unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "build").symlink_to(elsewhere)
    assert open_store(project) == CLOSED


def test_what_lies_in_a_closed_store_is_nothing() -> None:
    CLOSED.keep(KEY, b"a page")
    assert CLOSED.read(KEY) is None
    CLOSED.trim()


def test_a_key_is_of_each_part_and_of_their_order() -> None:
    keys = {
        key_of("a", "bc"),
        key_of("ab", "c"),
        key_of("a", "b", "c"),
        key_of("a", "c", "b"),
        key_of("a", "bc", ""),
        key_of("a", b"b", b"c\0"),
    }
    assert len(keys) == 6


def test_the_oldest_go_first_until_the_rest_fits(tmp_path: Path) -> None:
    for number in range(5):
        write_spare(tmp_path / f"{number}" / "entry", b"0123456789")
        os.utime(tmp_path / f"{number}" / "entry", (number, number))
    trim(tmp_path, 30)
    assert sorted(path.parent.name for path in tmp_path.rglob("entry")) == ["2", "3", "4"]


def test_what_a_dead_process_left_goes_after_an_hour(tmp_path: Path) -> None:
    write_spare(tmp_path / "entry", b"x")
    for name, hours in ((".fresh-old", 2), (".fresh-new", 0.5)):
        (tmp_path / name).write_bytes(b"half")
        then = time.time() - hours * 3600
        os.utime(tmp_path / name, (then, then))
    trim(tmp_path, 1000)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".fresh-new", "entry"]


def test_a_stamp_is_of_everything_that_stands_there(tmp_path: Path) -> None:
    where = (Part("folder", depth=1), Part("absent"), Part("file"))
    stamps = [stamp_of_written(tmp_path, where)]

    def changed() -> bool:
        stamps.append(stamp_of_written(tmp_path, where))
        return stamps[-1] not in stamps[:-1]

    (tmp_path / "file").write_text("x")
    assert changed()
    (tmp_path / "folder/below").mkdir(parents=True)
    assert changed()
    (tmp_path / "folder/below/deep").write_text("x")
    assert changed()
    (tmp_path / "folder/below/deep").write_text("y")
    assert changed()
    (tmp_path / "folder/below/deep").rename(tmp_path / "folder/below/other")
    assert changed()
    (tmp_path / "beside").write_text("x")
    assert not changed()


def test_a_stamp_stands_for_no_link_and_for_nothing_too_young(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert stamp_of(tmp_path, (Part("folder"),)) is not None
    (tmp_path / "folder/file").write_text("x")
    assert stamp_of(tmp_path, (Part("folder"),)) is None
    (tmp_path / "folder/file").unlink()
    (tmp_path / "folder/link").symlink_to(tmp_path)
    assert stamp_of_written(tmp_path, (Part("folder"),)) is None
    (tmp_path / "other").symlink_to(tmp_path / "folder")
    assert stamp_of_written(tmp_path, (Part("other"),)) is None


def test_parts_are_of_the_bytes_although_the_times_are_set_back(
    project: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The times a program can set are not all that a stamp is made of."""
    monkeypatch.setattr("reportkit.files.stamp._TICK", 0)
    path = project / "report/57511/report.yaml"
    first = seen_parts(project, ["57511"], store)
    assert first == seen_parts(project, ["57511"], store)
    assert list(first["57511"]) == ["report/57511/report.yaml"]
    assert first[HOUSE] == {}
    then = path.stat()
    path.write_text("two")
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert seen_parts(project, ["57511"], store) != first
    path.write_text("one")
    assert seen_parts(project, ["57511"], store) == first


@pytest.fixture
def shared(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that several machines share; a folder stands for the service."""
    monkeypatch.setenv("REPORTKIT_STORE", f"file://{tmp_path}/bucket")
    monkeypatch.setenv("REPORTKIT_STORE_KEY", "a secret of thirty-two characters")
    return open_artefacts(project)


def test_what_is_kept_in_a_shared_store_is_read_by_all_with_its_secret(
    shared: Store, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (shared.read(KEY), shared.holds(KEY)) == (None, False)
    shared.keep(KEY, b"a page")
    assert (shared.read(KEY), shared.holds(KEY)) == (b"a page", True)
    assert [path.name for path in (tmp_path / "bucket").rglob("*") if path.is_file()] == [KEY[2:]]
    assert not (project / "build").exists()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "of another"))
    assert open_artefacts(project).read(KEY) == b"a page"
    monkeypatch.setenv("REPORTKIT_STORE_KEY", "another secret of as many letters")
    assert open_artefacts(project).read(KEY) is None


def test_a_broken_entry_of_a_shared_store_is_none(shared: Store, tmp_path: Path) -> None:
    shared.keep(KEY, b"a page")
    (entry,) = (path for path in (tmp_path / "bucket").rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert shared.read(KEY) is None


def test_a_shared_store_that_cannot_be_used_is_one_message(
    shared: Store, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTKIT_STORE_KEY", "short")
    with pytest.raises(CannotRun) as stop:
        open_artefacts(project)
    assert stop.value.message.endswith("has no secret of 32 characters")
    monkeypatch.setenv("REPORTKIT_STORE_KEY", "a secret of thirty-two characters")
    monkeypatch.setenv("REPORTKIT_STORE", "nowhere://bucket")
    with pytest.raises(CannotRun) as stop:
        open_artefacts(project)
    assert stop.value.message.startswith("the store at nowhere://bucket cannot be reached")


def test_a_shared_store_that_is_lost_on_the_way_is_an_empty_one(
    shared: Store, tmp_path: Path
) -> None:
    (tmp_path / "bucket").write_text("no folder")
    shared.keep(KEY, b"a page")
    assert (shared.read(KEY), shared.holds(KEY)) == (None, False)
    shared.trim()
