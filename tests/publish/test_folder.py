"""A folder is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.publish.folder import replace_folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_holds_exactly_what_it_was_given(tmp_path: Path) -> None:
    target = tmp_path / "build" / "57511"
    replace_folder(target, {"a": b"1", "b": b"2"})
    replace_folder(target, {"b": b"3"})
    assert contents(target) == {"b": b"3"}
    assert [path.name for path in target.parent.iterdir()] == ["57511"]


def test_a_write_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "57511"
    replace_folder(target, {"a": b"1"})
    with pytest.raises(OSError):
        replace_folder(target, {"a": b"2", "x" * 300: b""})
    assert contents(target) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["57511"]
