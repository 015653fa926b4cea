"""Tell the parts of publications without reading what nobody has touched since it was last read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from reportkit.files.reading import FolderFiles
from reportkit.files.stamp import Part, stamp_of
from reportkit.store.parts import OF_THE_HOUSE, Parts, of_publication, parts_of
from reportkit.store.store import Store, key_of


def seen_parts(root: Path, codes: Sequence[str], store: Store) -> dict[str, Parts]:
    """The parts of each publication, and under HOUSE those that all share.

    A file is read only if the system says that it may have changed since this user's reportkit
    last read it.
    """
    wanted = {HOUSE: OF_THE_HOUSE, **{code: of_publication(code) for code in codes}}
    known = json_entry(store, _KEY)
    parts: dict[str, Parts] = {}
    learned = {}
    for name, where in wanted.items():
        parts[name], mark = _parts(root, where, known.get(name))
        if mark is not None:
            learned[name] = [mark, parts[name]]
    if learned:
        store.keep(_KEY, json.dumps(known | learned).encode())
    return parts


HOUSE: Final = ""
_KEY: Final = key_of("seen", "1")
"""The number goes up with the form of the entry, as one of another version may stand there."""


def json_entry(store: Store, key: str) -> dict[str, Any]:
    """An entry that holds a mapping; an empty one if nothing is kept."""
    content = store.read(key)
    return {} if content is None else dict(json.loads(content))


def _parts(root: Path, where: Sequence[Part], known: Any) -> tuple[Parts, str | None]:
    """The parts, and the mark of what was read if it is to be kept with them."""
    stamp = stamp_of(root, where)  # before the files are read: what changes later has another
    mark = None if stamp is None else key_of("mark", stamp)
    if known is not None and mark == known[0]:
        parts: Mapping[str, str] = known[1]
        return parts, None
    return parts_of(FolderFiles(root), where), mark
