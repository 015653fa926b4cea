"""Read the editions of a project that were released, for the commands that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportkit.cannot_run import CannotRun
from reportkit.files.project_files import Entry, FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.findings.meant import closest
from reportkit.model.editions import Edition, Editions
from reportkit.publish.frozen import Read, added_files, changed_files
from reportkit.workspace.editions import (
    FOLDER,
    breaks,
    chain_path,
    folder_of,
    frozen_versions,
    unlisted,
)
from reportkit.workspace.workspace import read_file


@dataclass(frozen=True, slots=True)
class Chain:
    """The editions of one code, as its file lists them."""

    code: str
    editions: Editions
    frozen: frozenset[str]
    """Versions of which a folder lies there."""


def released_codes(root: Path, named: Sequence[str]) -> tuple[str, ...]:
    """The codes named, or every code, of which an edition was released; raises CannotRun.

    A code stays among them when its report is gone.
    """
    files = FolderFiles(root)
    entries = list(files.below(FOLDER, depth=0))
    if Entry(FOLDER, "unreadable") in entries:
        hint = "let it be the folder that reportkit made, and one that you may read"
        raise CannotRun(f"{FOLDER} cannot be read as a folder", hint)
    folders = [PurePosixPath(entry.path).name for entry in entries if entry.kind != "file"]
    known = [name for name in folders if files.holds(chain_path(name))]
    for name in named:
        if name not in known and name in folders:
            raise CannotRun(_gone(name), f"bring {chain_path(name)} back as it was in git")
        if name not in known:
            close = closest(name, known)
            hint = f"did you mean {close}?" if close else f"`reportkit release {name}` does it"
            raise CannotRun(f"no edition of {name} was released", hint)
    return tuple(named) or tuple(known)


def lists_gone(root: Path) -> Iterator[str]:
    """The codes whose editions lie there without the list of them, each in plain words."""
    files = FolderFiles(root)
    for entry in files.below(FOLDER, depth=0):
        name = PurePosixPath(entry.path).name
        if entry.kind == "folder" and not files.holds(chain_path(name)):
            yield _gone(name)


def _gone(code: str) -> str:
    return f"{chain_path(code)} is gone, which lists the editions in its folder"


def read_chain(root: Path, code: str) -> Chain:
    """The editions of a code; raises CannotRun if its file has not its form."""
    path = chain_path(code)
    files = FolderFiles(root)
    loaded = read_file(files, path, Editions)
    if loaded.model is None:
        fault = loaded.problems[0].message if loaded.problems else "it has not its form"
        raise CannotRun(f"{path} cannot be read: {fault}", f"bring {path} back as it was in git")
    return Chain(code, loaded.model, frozen_versions(files, code))


def read_chains(root: Path, codes: Sequence[str]) -> tuple[list[Chain], list[str]]:
    """The editions of several codes, and in plain words which lists of them cannot be read."""
    chains, unread = [], []
    for code in codes:
        try:
            chains.append(read_chain(root, code))
        except CannotRun as stop:
            unread.append(stop.message)
    return chains, unread


def faults_of(root: Path, chain: Chain) -> Iterator[str]:
    """Everything of a code's editions that is not as it was released, in plain words."""
    yield from _broken_entries(chain)
    for edition in chain.editions.released:
        yield from changed_files(chain.code, edition, reader(root))
    own = chain_path(chain.code)
    entries = FolderFiles(root).below(f"{FOLDER}/{chain.code}")
    paths = (entry.path for entry in entries if entry.kind != "folder" and entry.path != own)
    yield from added_files(chain.code, chain.editions, paths)


def faults_at(root: Path, chain: Chain, edition: Edition) -> Iterator[str]:
    """What is not as it was released of one edition's files, and of the entries of its code."""
    yield from entry_faults(chain)
    yield from changed_files(chain.code, edition, reader(root))


def entry_faults(chain: Chain) -> Iterator[str]:
    """The entries that are not what they were, and the editions that have none any more."""
    yield from _broken_entries(chain)
    for version in unlisted(chain.editions, chain.frozen):
        yield f"{chain_path(chain.code)}: {folder_of(chain.code, version)} has no entry"


def _broken_entries(chain: Chain) -> Iterator[str]:
    for broken in breaks(chain.code, chain.editions):
        yield f"{chain_path(chain.code)}, {broken.part}[{broken.index}]: {broken.message}"


def reader(root: Path) -> Read:
    """How the files of a project are read; a file that cannot be read is none."""
    files = FolderFiles(root)

    def read(path: str) -> bytes | None:
        try:
            return files.content(path)
        except FileRefused:
            return None

    return read
