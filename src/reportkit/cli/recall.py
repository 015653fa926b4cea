"""Keep what a check said, and give it back when nothing that was judged has changed.

A check is a function of the files, the rules, the day and the options, so its outcome is kept
under the hash of them all, below build/. The files are read once: what was hashed is what was
judged. A hit imports no model and runs no rule.

The folder of a project comes from many hands, and a verdict could be planted in it. So each
outcome carries a code made with a secret of the user, which is kept outside the project.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.cli.secret import secret
from reportkit.files import disk
from reportkit.files.inside import leads_to
from reportkit.files.project_files import Entry, FileRefused
from reportkit.files.reading import FolderFiles, read_regular
from reportkit.files.whole import write_file

KEPT = 200
"""Outcomes kept at most; the oldest go first."""
LARGEST = 50_000_000
"""Bytes of an outcome; one that is larger is not kept."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a check printed, and its exit code."""

    text: str
    code: int


def key_of(files: FolderFiles, codes: Sequence[str], options: Sequence[str]) -> str:
    """The hash of everything the outcome depends on."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (sys.version, _program(), *codes, "\0", *options):
        digest.update(f"{part}\0".encode(errors="surrogateescape"))
    for entry in _entries(files, codes):
        content = _content(files, entry)
        name = f"{entry.path}\0{entry.kind}\0{len(content)}\0"
        digest.update(name.encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def recall(root: Path, key: str) -> Said | None:
    """What was said under this key, if anything, and if it was this user's reportkit."""
    place, own = _place(root, key), secret(root)
    if place is None or own is None:
        return None
    try:
        kept = json.loads(read_regular(place, LARGEST) or b"{}")
        said = Said(str(kept["text"]), int(kept["code"]))
        if hmac.compare_digest(str(kept["proof"]).encode(), _proof(own, key, said).encode()):
            return said
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return None


def remember(root: Path, key: str, said: Said) -> None:
    """Keep what was said; a folder that cannot be written to is no fault."""
    place, own = _place(root, key), secret(root)
    if place is None or own is None or len(said.text) > LARGEST // 2:
        return
    entry = {"text": said.text, "code": said.code, "proof": _proof(own, key, said)}
    try:
        disk.make_folders(place.parent)
        write_file(place, json.dumps(entry).encode())
        kept = sorted(place.parent.iterdir(), key=lambda path: path.lstat().st_mtime)
        for path in kept[:-KEPT]:
            disk.remove(path)
    except (OSError, CannotRun):
        return


def _place(root: Path, key: str) -> Path | None:
    """Where an outcome is kept; None if that leads out of the project."""
    return leads_to(root, f"build/.cache/check/{key}")


def _proof(own: bytes, key: str, said: Said) -> str:
    """The code that only who has the secret can make for this outcome of this key."""
    text = json.dumps([key, said.text, said.code]).encode()
    return hashlib.blake2b(text, key=own, digest_size=20).hexdigest()


def _entries(files: FolderFiles, codes: Sequence[str]) -> Iterator[Entry]:
    """All that a check can read, and what stands where it might look."""
    yield from files.below("report", depth=0)
    yield from files.below("templates")
    for code in codes:
        yield from files.below(f"report/{code}", depth=1)
        yield from files.below(f"sections/{code}", depth=1)
        yield from files.below(f"editions/{code}", depth=0)


def _content(files: FolderFiles, entry: Entry) -> bytes:
    """What stands there: the bytes of a file, or why it cannot be read as one."""
    if entry.kind not in ("file", "link"):
        return b""
    try:
        return files.content(entry.path) or b""
    except FileRefused as fault:
        return fault.message.encode()


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
