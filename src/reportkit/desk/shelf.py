"""Keep the publications that are looked at, and make anew what an edit concerns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import Final

from reportkit.desk.bench import Bench
from reportkit.desk.changes import Edited
from reportkit.desk.snapshot import News, Snapshot, judged, set_page, theme_of

KEPT: Final = 30
"""Publications that are kept as they were last read; others are read when they are looked at."""


class Shelf:
    """Snapshots by code, for several threads: one makes them, all read them."""

    def __init__(self, bench: Bench, most: int = KEPT) -> None:
        self._bench = bench
        self._most = most
        self._theme = theme_of(bench.root)
        self._snapshots: dict[str, Snapshot] = {}
        self._old: set[str] = set()
        self._making = RLock()

    @property
    def root(self) -> Path:
        """The project."""
        return self._bench.root

    def snapshot(self, code: str) -> Snapshot:
        """A publication as it is now, with what the rules say of it."""
        with self._making:
            for _ in self.renewed(code) if self._is_old(code) else ():
                pass
            return self._snapshots[code]

    def page(self, code: str) -> str | None:
        """The last page that could be set; it waits for no rule that is running."""
        known = None if code in self._old else self._snapshots.get(code)
        return (known or self.snapshot(code)).html

    def outdate(self, edited: Edited) -> None:
        """Take note of an edit: what it concerns is made anew when somebody looks."""
        with self._making:
            if edited.is_shared:
                self._theme = theme_of(self._bench.root)
            self._old |= self._snapshots.keys() if edited.is_shared else edited.codes

    def renewed(self, code: str) -> Iterator[News]:
        """Make a publication anew: first with its page, then with what the rules say too."""
        with self._making:
            last = self._snapshots.get(code)
            self._old.discard(code)
            fresh = set_page(self._bench, code, self._theme, last.html if last else None)
            # What the rules said before is shown until they have said more.
            self._keep(fresh if last is None else fresh.with_review_of(last))
            yield "page"
            self._keep(judged(self._bench, fresh))
            yield "review"

    def _keep(self, snapshot: Snapshot) -> None:
        """Put a snapshot in place as the newest, and let the oldest go that are too many."""
        self._snapshots.pop(snapshot.code, None)
        self._snapshots[snapshot.code] = snapshot
        for code in list(self._snapshots)[: -self._most]:
            del self._snapshots[code]

    def _is_old(self, code: str) -> bool:
        return code in self._old or code not in self._snapshots
