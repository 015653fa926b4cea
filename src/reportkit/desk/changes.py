"""Watch a project's folders, and say which publications an edit may concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from watchfiles import watch


@dataclass(frozen=True, slots=True)
class Edited:
    """What was saved since the last look."""

    codes: frozenset[str]
    """Publications with a file of their own that was saved."""
    is_shared: bool = False
    """Whether a file was saved that every publication is made with."""


def edits(root: Path, stop: Event) -> Iterator[Edited]:
    """What is saved in a project from now on, until `stop` is set.

    A folder that appears later is noticed within `LOOK_AGAIN`, and counts as an edit of all.
    """
    while not stop.is_set():
        folders = _folders(root)
        for saved in watch(*folders, stop_event=stop, step=STEP, debounce=SETTLE,
                           rust_timeout=LOOK_AGAIN, yield_on_timeout=True,
                           raise_interrupt=False):  # fmt: skip
            edited = edited_by(root, (Path(path) for _, path in saved))
            if edited is not None:
                yield edited
            if _folders(root) != folders:
                yield Edited(frozenset(), is_shared=True)
                break


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
