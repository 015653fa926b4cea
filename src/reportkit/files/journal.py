"""Note what a write of several files is about to do, so that it can be taken back or tidied up."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files import disk
from reportkit.files.inside import inside
from reportkit.files.reading import read_regular

FRESH, BEGUN, DONE = "begun.new", "begun", "done"
"""Name of the journal until it is whole, until every file is in its place, until all is tidy."""

_FORM = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One file: what stands at `path` is replaced by content of this hash, or removed."""

    path: str
    existed: bool
    sha256: str | None
    """None for a file that is removed."""


@dataclass(frozen=True, slots=True)
class Journal:
    """A write of several files, with the folders that had to be made for them."""

    steps: tuple[Step, ...]
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Where one step finds its file, the successor and the second name of the predecessor."""

    target: Path
    new: Path
    old: Path


def plan(root: Path, files: Mapping[str, bytes | None]) -> Journal:
    """The journal for writing files by their paths; raises CannotRun for one that leads out."""
    top = Path(os.path.realpath(root))
    places = {inside(root, path): content for path, content in files.items()}
    steps = tuple(
        Step(place.relative_to(top).as_posix(), os.path.lexists(place), _sha256(content))
        for place, content in places.items()
    )
    folders = {made: None for place in places for made in disk.lacking(place.parent)}
    return Journal(steps, tuple(made.relative_to(top).as_posix() for made in folders))


def names(root: Path, journal: Journal) -> tuple[Names, ...]:
    """The names of every step, in its order; raises CannotRun for a path that leads out."""
    targets = (inside(root, step.path) for step in journal.steps)
    return tuple(
        Names(
            target,
            target.with_name(f".writing-{number}.new"),
            target.with_name(f".writing-{number}.old"),
        )
        for number, target in enumerate(targets)
    )


def write_journal(folder: Path, journal: Journal) -> None:
    """Put the journal where the next process finds it. Raises OSError."""
    fresh = folder / FRESH
    disk.create(fresh, json.dumps({"form": _FORM, **asdict(journal)}).encode())
    fresh.replace(folder / BEGUN)
    disk.flush(folder)


def read_journal(path: Path) -> Journal | None:
    """The journal at `path`; None if there is none. Raises CannotRun, OSError."""
    content = read_regular(path)
    if content is None:
        return None
    try:
        data = json.loads(content)
        steps = tuple(
            Step(str(step["path"]), bool(step["existed"]), step["sha256"]) for step in data["steps"]
        )
        return Journal(steps, tuple(str(folder) for folder in data["folders"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise CannotRun(f"{path} is not what reportkit writes there", "delete it") from fault


def _sha256(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
