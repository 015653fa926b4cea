"""Watch a project's folders, and say which publications an edit may concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from watchfiles._rust_notify import RustNotify  # as its documentation has it


@dataclass(frozen=True, slots=True)
class Edited:
    """What was saved since the last look."""

    codes: frozenset[str]
    """Publications with a file of their own that was saved."""
    is_shared: bool = False
    """Whether a file was saved that every publication is made with."""


def edits(root: Path, stop: Event) -> Iterator[Edited]:
    """What is saved in a project from this call on, until `stop` is set.

    A folder that appears later is noticed within `LOOK_AGAIN`, and counts as an edit of all.
    """
    # Here and not in the generator, which begins when it is first asked: nothing is missed.
    folders = _folders(root)
    return _edits(root, stop, folders, _watcher(folders))


def _edits(
    root: Path, stop: Event, folders: Sequence[Path], watcher: RustNotify
) -> Iterator[Edited]:
    while True:
        with watcher:
            while _folders(root) == folders:
                saved = watcher.watch(SETTLE, STEP, LOOK_AGAIN, stop)
                if saved in ("stop", "signal"):
                    return
                paths = () if isinstance(saved, str) else (Path(path) for _, path in saved)
                edited = edited_by(root, paths)
                if edited is not None:
                    yield edited
        folders = _folders(root)
        watcher = _watcher(folders)
        yield Edited(frozenset(), is_shared=True)


def _watcher(folders: Sequence[Path]) -> RustNotify:
    """A watcher that has begun to watch."""
    watched = [str(folder) for folder in folders]
    return RustNotify(
        watched,
        debug=False,
        force_polling=False,
        poll_delay_ms=POLLED,
        recursive=True,
        ignore_permission_denied=True,
    )


POLLED: Final = 300
"""Milliseconds between two looks, where the system tells of no changes."""
STEP: Final = 10
"""Milliseconds of quiet after which a save is taken for finished."""
SETTLE: Final = 200
"""Milliseconds after which a save that goes on is shown as it is."""
LOOK_AGAIN: Final = 1000
"""Milliseconds between two looks for folders that were not there."""


def edited_by(root: Path, paths: Iterable[Path]) -> Edited | None:
    """What the saving of files means; None for those that editors keep beside the real ones."""
    parts = [path.relative_to(root).parts for path in paths if path.is_relative_to(root)]
    real = [way for way in parts if not way[-1].startswith(".") and not way[-1].endswith("~")]
    if not real:
        return None
    codes = frozenset(way[1] for way in real if _is_of_one(way))
    return Edited(codes, is_shared=not all(map(_is_of_one, real)))


def _is_of_one(way: tuple[str, ...]) -> bool:
    """Whether a file belongs to one publication: `report/57511/input.yaml`."""
    return way[0] != "templates" and len(way) > 2 and way[:2] not in _SHARED


_FOLDERS: Final = ("report", "sections", "templates", "editions")
_SHARED: Final = {("report", "rules"), ("report", "texts")}


def _folders(root: Path) -> list[Path]:
    return [root / name for name in _FOLDERS if (root / name).is_dir()]
