"""Files of a project are read once each; what is no file of it is not read."""

from __future__ import annotations

import os
import pickle
import shutil
import socket
from pathlib import Path

import pytest

from reportkit.files.project_files import Entry, FileRefused
from reportkit.files.reading import FolderFiles, read_regular


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "sections/57511").mkdir(parents=True)
    (root / "sections/57511/summary.yaml").write_bytes(b"first")
    return root


def test_a_file_that_changes_is_the_same_for_all_who_ask(project: Path) -> None:
    files = FolderFiles(project)
    assert files.content("sections/57511/summary.yaml") == b"first"
    (project / "sections/57511/summary.yaml").write_bytes(b"second")
    assert files.content("sections/57511/summary.yaml") == b"first"
    assert FolderFiles(project).content("sections/57511/summary.yaml") == b"second"


def test_a_file_that_comes_later_is_still_missing(project: Path) -> None:
    files = FolderFiles(project)
    assert files.content("sections/57511/other.yaml") is None
    assert not files.holds("sections/57511/other.yaml")
    (project / "sections/57511/other.yaml").write_bytes(b"late")
    assert files.content("sections/57511/other.yaml") is None


def refused(root: Path, path: str) -> str:
    with pytest.raises(FileRefused) as told:
        FolderFiles(root).content(path)
    assert FolderFiles(root).holds(path)
    return told.value.message


def test_what_is_no_file_is_refused_in_its_own_words(project: Path) -> None:
    folder = project / "sections/57511"
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "s"))
    (folder / "loop").symlink_to("loop")
    (folder / "nowhere").symlink_to("absent")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / "passwords").symlink_to("/etc/passwd")
    (folder / "inner").symlink_to("summary.yaml")
    assert refused(project, "sections/57511") == "a folder stands where the file should be"
    no_file = "a pipe or a device stands where the file should be"
    assert refused(project, "sections/57511/pipe") == no_file
    assert refused(project, "sections/57511/s") == no_file
    assert "too many levels of symbolic links" in refused(project, "sections/57511/loop")
    assert refused(project, "sections/57511/nowhere") == "the file is a link that leads nowhere"
    for path in ("zero", "passwords", "../../../secret"):
        out = "the file is a link that leads out of the project"
        assert refused(project, f"sections/57511/{path}") == out
    assert "file name too long" in refused(project, f"sections/57511/{'n' * 300}")
    assert refused(project, "sections/57511/a\0b") == "no file can have this name"
    with (folder / "holes").open("wb") as stream:
        stream.truncate(10**12)
    assert "it has more than 100,000,000 bytes" in refused(project, "sections/57511/holes")
    assert FolderFiles(project).content("sections/57511/inner") == b"first"


def test_names_are_in_order_and_links_are_not_followed(project: Path) -> None:
    (project / "sections/etc").symlink_to("/etc")
    (project / "sections/57511/deep").mkdir()
    (project / "sections/57511/deep/a.css").write_bytes(b"")
    assert list(FolderFiles(project).below("sections")) == [
        Entry("sections/57511", "folder"),
        Entry("sections/57511/deep", "folder"),
        Entry("sections/57511/deep/a.css", "file"),
        Entry("sections/57511/summary.yaml", "file"),
        Entry("sections/etc", "link"),
    ]
    assert [entry.path for entry in FolderFiles(project).below("sections", depth=0)] == [
        "sections/57511",
        "sections/etc",
    ]
    assert list(FolderFiles(project).below("sections/etc")) == [Entry("sections/etc", "unreadable")]
    assert list(FolderFiles(project).below("templates")) == []


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"x" * 11)
    assert read_regular(tmp_path / "data", most=11) == b"x" * 11
    with pytest.raises(OSError, match="it has more than 10 bytes"):
        read_regular(tmp_path / "data", most=10)


def test_what_was_read_can_be_held_without_the_project(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report/read").write_bytes(b"one")
    (tmp_path / "report/unread").write_bytes(b"two")
    os.mkfifo(tmp_path / "report/pipe")
    files = FolderFiles(tmp_path)
    listed = list(files.below("report"))
    assert (files.content("report/read"), files.content("report/absent")) == (b"one", None)
    with pytest.raises(FileRefused) as refused:
        files.content("report/pipe")
    held = pickle.loads(pickle.dumps(files.held()))  # noqa: S301 -- our own
    shutil.rmtree(tmp_path / "report")
    assert list(held.below("report")) == listed
    assert held.content("report/read") == b"one"
    assert (held.content("report/absent"), held.content("report/unread")) == (None, None)
    assert (held.holds("report/read"), held.holds("report/unread")) == (True, False)
    with pytest.raises(FileRefused) as again:
        held.content("report/pipe")
    assert again.value.message == refused.value.message
