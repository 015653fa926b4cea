"""Tell of the editions of a publication: which is in force on a day, and where the chain breaks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Literal

from reportkit.files.project_files import ProjectFiles
from reportkit.model.editions import Edition, Editions, Recall
from reportkit.model.files import place_of
from reportkit.model.version import number

FOLDER = "editions"
"""Where the editions of a project are."""
SOURCES = "sources"
"""The folder of an edition that holds its sources as a project."""
State = Literal["in force", "not yet in force", "superseded", "ended", "recalled"]


@dataclass(frozen=True, slots=True)
class Break:
    """An entry that is not what it was, or follows one that is not."""

    part: Literal["released", "recalled"]
    index: int
    message: str


def folder_of(code: str, version: str) -> str:
    """The folder of an edition, as a path from the project folder."""
    return f"{FOLDER}/{code}/{version}"


def chain_path(code: str) -> str:
    """The file that lists the editions of a code, as a path from the project folder."""
    return place_of("editions", code)


def frozen_versions(files: ProjectFiles, code: str) -> frozenset[str]:
    """The versions of which a folder lies among the editions of a code."""
    names = (
        PurePosixPath(entry.path).name
        for entry in files.below(f"{FOLDER}/{code}", depth=0)
        if entry.kind == "folder"
    )
    return frozenset(name for name in names if number(name) is not None)


def unlisted(editions: Editions, frozen: Collection[str]) -> list[str]:
    """The versions that have a folder and no entry: the chain was cut behind an earlier one."""
    return sorted(frozenset(frozen) - {edition.version for edition in editions.released})


def entry_sha256(entry: Edition | Recall) -> str:
    """The hash of an entry without its own; a key that may be left out does not count if empty."""
    data = entry.model_dump(mode="json", exclude={"sha256"}, exclude_none=True)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def breaks(code: str, editions: Editions) -> Iterator[Break]:
    """Every entry at which the chain of a code does not hold."""
    for index, edition in enumerate(editions.released):
        if _is_of_another(code, edition):
            message = f"the files of {edition.version} are those of another report than {code}"
            yield Break("released", index, message)
        if number(edition.version) is None:
            yield Break("released", index, f"`{edition.version}` is not the number of an edition")
    yield from _breaks("released", editions.released)
    yield from _breaks("recalled", editions.recalled)
    known = {edition.sha256 for edition in editions.released}
    for index, recall in enumerate(editions.recalled):
        if recall.edition not in known:
            yield Break("recalled", index, f"the edition {recall.version} that it recalls is gone")


def _is_of_another(code: str, edition: Edition) -> bool:
    """Whether the sources of an edition hold a report, and not that of this code."""
    own = f"{SOURCES}/{place_of('report', code)}"
    reports = f"{SOURCES}/{place_of('report', '*')}"
    return own not in edition.files and any(fnmatchcase(path, reports) for path in edition.files)


def _breaks(
    part: Literal["released", "recalled"], entries: Sequence[Edition | Recall]
) -> Iterator[Break]:
    before: str | None = None
    for index, entry in enumerate(entries):
        if entry_sha256(entry) != entry.sha256:
            yield Break(part, index, f"the entry of {entry.version} was changed after it was made")
        if entry.before != before:
            yield Break(
                part,
                index,
                f"what stands before {entry.version} is not what stood there when it was made",
            )
        before = entry.sha256


def edition_on(editions: Editions, day: date) -> Edition | None:
    """The edition that a day of service falls to, recalled or not; None before the first.

    Of two that take effect on one day, the one released later is meant.
    """
    begun = [edition for edition in editions.released if edition.effective <= day]
    return max(reversed(begun), key=lambda edition: edition.effective, default=None)


def recall_of(editions: Editions, edition: Edition) -> Recall | None:
    """The recall of an edition, if it was recalled."""
    return next((recall for recall in editions.recalled if recall.edition == edition.sha256), None)


def state_on(editions: Editions, edition: Edition, day: date) -> State:
    """What an edition is on a day."""
    if recall_of(editions, edition) is not None:
        return "recalled"
    if edition.effective > day:
        return "not yet in force"
    if edition_on(editions, day) != edition:
        return "superseded"
    return "ended" if edition.ended is not None and edition.ended <= day else "in force"


def made_with(edition: Edition, sha256: str) -> tuple[str, ...]:
    """What of an edition has this hash: data by its key, frozen files by their path."""
    data = (part.what for part in edition.made_with if part.sha256 == sha256)
    files = (path for path, digest in edition.files.items() if digest == sha256)
    return tuple(dict.fromkeys((*data, *files)))
