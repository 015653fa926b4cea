"""Write several files of a project all or none, alone among the processes that write there.

What is to be written is noted first, in a journal; each new file is written beside the old one,
the old one gets a second name, and only then do the new ones take their places. A fault on the
way takes everything back; after a dead process, the next one that asks for the project does.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files import disk
from reportkit.files.inside import inside, leads_to
from reportkit.files.journal import (
    BEGUN,
    DONE,
    FRESH,
    Journal,
    Names,
    Step,
    names,
    plan,
    read_journal,
    write_journal,
)
from reportkit.files.lock import held
from reportkit.files.reading import read_regular, stands
from reportkit.files.whole import restore

BUILD = "build"
"""Where everything generated is, from the project folder."""
FOLDER = f"{BUILD}/.writing"
"""Where the lock and the journal of a project are."""


@dataclass(frozen=True, slots=True)
class Held:
    """A project that no other process writes to while this one does; `hold` gives it."""

    root: Path


@contextmanager
def hold(root: Path) -> Iterator[Held]:
    """Hold a project for as long as what is read has to stay true until it is written.

    What a dead process has left half done is taken back first. Raises CannotRun if the project
    cannot be held, or another process holds it too long.
    """
    if stands(inside(root, BUILD)) in ("file", "other"):
        raise CannotRun(f"{BUILD} is no folder, and reportkit writes there", "rename it")
    folder = inside(root, FOLDER)
    with ExitStack() as stack:
        try:
            disk.make_folders(folder)
            lock = held(folder / "lock", os.O_RDWR | os.O_CREAT, str(root))
            if not stack.enter_context(lock):
                raise CannotRun(
                    f"the disk of {root} cannot keep two processes apart",
                    "move the project to another disk",
                )
            _recover(root, folder)
        except OSError as error:
            raise disk.not_written(FOLDER, error) from error
        yield Held(root)


def recover(root: Path) -> None:
    """Take back what a dead process has left half done in a project; raises CannotRun.

    Costs a few looks where nothing is left, so that every command can begin with it.
    """
    build = leads_to(root, BUILD)
    if build is None:
        return
    restore(build)
    folder = inside(root, FOLDER)
    if any(os.path.lexists(folder / name) for name in (FRESH, BEGUN, DONE)):
        with hold(root):
            return


def write_files(project: Held, files: Mapping[str, bytes | None]) -> None:
    """Put files in place by their paths in the project, all or none; None removes one.

    Raises CannotRun, and then nothing has changed.
    """
    root, folder = project.root, inside(project.root, FOLDER)
    journal = plan(root, files)
    places = names(root, journal)
    try:
        write_journal(folder, journal)
        for made in journal.folders:
            inside(root, made).mkdir()
        _stage(places, files.values())
        _put_in_place(places, journal)
        (folder / BEGUN).replace(folder / DONE)
        disk.flush(folder)
    except BaseException as fault:
        _undo(root, folder)
        if isinstance(fault, OSError):
            raise disk.not_written(_shown(files, places, fault), fault) from fault
        raise
    _tidy(folder, places)


def _stage(places: Sequence[Names], contents: Iterable[bytes | None]) -> None:
    """Write every successor beside its predecessor, and give that one a second name."""
    for place, content in zip(places, contents, strict=True):
        if content is not None:
            disk.create(place.new, content, like=place.target)
        _keep(place)
    for folder in {place.target.parent for place in places}:
        disk.flush(folder)


def _keep(place: Names) -> None:
    """A second name for what stands at a place; a copy where the disk has no second names."""
    try:
        place.old.hardlink_to(place.target)
    except FileNotFoundError:
        return
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            raise
        disk.create(place.old, read_regular(place.target) or b"", like=place.target)


def _put_in_place(places: Sequence[Names], journal: Journal) -> None:
    for place, step in zip(places, journal.steps, strict=True):
        if step.sha256 is None:
            disk.remove(place.target)
        else:
            place.new.replace(place.target)
    for folder in {place.target.parent for place in places}:
        disk.flush(folder)


def _undo(root: Path, folder: Path) -> None:
    """Take everything back at once; what cannot be is left to the next process."""
    try:
        if os.path.lexists(folder / DONE):
            (folder / DONE).replace(folder / BEGUN)
        _recover(root, folder)
    except OSError:
        return


def _recover(root: Path, folder: Path) -> None:
    """End what the journal says was left: take it back, or tidy up after it. Raises OSError."""
    disk.remove(folder / FRESH)
    done = read_journal(folder / DONE)
    if done is not None:
        _tidy(folder, names(root, done))
    begun = read_journal(folder / BEGUN)
    if begun is not None:
        _take_back(root, begun)
        disk.remove(folder / BEGUN)
        disk.flush(folder)


def _take_back(root: Path, journal: Journal) -> None:
    """Bring back what stood there before; what somebody has changed since stays as it is.

    Can be done again after it was broken off. Raises OSError.
    """
    places = names(root, journal)
    for step, place in zip(journal.steps, places, strict=True):
        if os.path.lexists(place.old):
            if not os.path.lexists(place.target) or _holds(place.target, step):
                place.old.replace(place.target)
        elif not step.existed and not os.path.lexists(place.new) and _holds(place.target, step):
            disk.remove(place.target)
        disk.remove(place.old)
        disk.remove(place.new)
    for name in reversed(journal.folders):
        disk.remove_empty(inside(root, name))
    for folder in {place.target.parent for place in places if place.target.parent.is_dir()}:
        disk.flush(folder)


def _holds(path: Path, step: Step) -> bool:
    """True if a file has the content the step was to give it."""
    try:
        content = read_regular(path)
    except OSError:
        return False
    return content is not None and hashlib.sha256(content).hexdigest() == step.sha256


def _tidy(folder: Path, places: Iterable[Names]) -> None:
    """Remove the second names; what cannot be removed now is left to the next process."""
    try:
        for place in places:
            disk.remove(place.old)
        disk.remove(folder / DONE)
        disk.flush(folder)
    except OSError:
        return


def _shown(files: Iterable[str], places: Iterable[Names], fault: OSError) -> str:
    """Which of the files a fault is about, as far as the system says."""
    for path, place in zip(files, places, strict=True):
        near = (place.target, place.new, place.old, place.target.parent)
        if str(fault.filename) in map(str, near):
            return path
    return "the files"
