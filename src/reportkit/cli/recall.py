"""What a check said before in, the same said again out, when nothing it read has changed.

A check is a function of the files, the rules, the day and the options, so its outcome is
kept under the hash of them all, below build/. A hit imports no model and runs no rule.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT = 200
"""Outcomes kept at most; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a check printed, and its exit code."""

    text: str
    code: int


def key_of(root: Path, codes: Sequence[str], options: Sequence[str]) -> str:
    """The hash of everything the outcome depends on."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (sys.version, _program(), *codes, "\0", *options):
        digest.update(f"{part}\0".encode())
    for path in _files(root, codes):
        content = path.read_bytes() if path.is_file() else b"\0"
        digest.update(f"{path.relative_to(root)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def recall(root: Path, key: str) -> Said | None:
    """What was said under this key, if anything."""
    try:
        kept = json.loads((_folder(root) / key).read_bytes())
        return Said(str(kept["text"]), int(kept["code"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(root: Path, key: str, said: Said) -> None:
    """Keep what was said; a folder that cannot be written to is no fault."""
    folder = _folder(root)
    fresh = folder / f".{key}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({"text": said.text, "code": said.code}), "utf-8")
        fresh.replace(folder / key)
        kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[:-KEPT]:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _folder(root: Path) -> Path:
    return root / "build" / ".cache" / "check"


def _files(root: Path, codes: Sequence[str]) -> Iterator[Path]:
    yield from _within(root / "report", depth=0)
    yield from _within(root / "templates", depth=2)
    for code in codes:
        yield from _within(root / "report" / code, depth=1)
        yield from _within(root / "sections" / code, depth=1)
        yield from _within(root / "editions" / code, depth=0)


def _within(folder: Path, depth: int) -> Iterator[Path]:
    """The files of a folder, down to so many folders below it, in a fixed order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        # What is no file has a part in the outcome, too: it stands where a file is missed.
        yield Path(entry.path)
        if depth and entry.is_dir(follow_symlinks=False):
            yield from _within(Path(entry.path), depth - 1)


def _program() -> str:
    """A stamp of the program's own files, so that a changed rule is not answered from before."""
    package = Path(__file__).resolve().parents[1]
    stamps = []
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".yaml")):
                state = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 -- the hot path
                stamps.append(f"{name}{state.st_size}{state.st_mtime_ns}")
    return "".join(sorted(stamps))
