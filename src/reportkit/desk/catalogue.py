"""Know the whole catalogue: what the store has at once, the rest checked in another process."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Condition, Thread

from reportkit.desk.apart import Apart, Failed
from reportkit.desk.bench import Bench
from reportkit.desk.changes import Edited
from reportkit.desk.kept_rows import checked_row, kept_rows, unchecked_row
from reportkit.desk.rows import Row
from reportkit.store.store import open_store


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue as far as it is known."""

    rows: tuple[Row, ...]
    """Of the publications that were checked as they are, by code."""
    unchecked: tuple[str, ...]
    """The codes of the others."""


class Catalogue:
    """Rows of all publications; what an edit concerns is checked again.

    One process checks one publication at a time, beside the one that serves: whoever writes is
    not kept waiting. Nothing is checked before somebody asks, and nothing that is in the store.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._rows: dict[str, Row] = {}
        self._edits: dict[str, int] = {}
        """How often each code was edited: what was read before an edit is not kept."""
        self._changed = Condition()
        self._is_open = True
        self._thread: Thread | None = None
        self._apart = Apart(checked_row)

    def known(self) -> Known:
        """What is known now; the rest is checked from now on."""
        codes = self._bench.codes()
        with self._changed:
            if self._thread is None:
                self._rows |= kept_rows(self._bench)
                self._thread = Thread(target=self._fill, name="catalogue", daemon=True)
                self._thread.start()
            self._changed.notify()
            return Known(
                tuple(self._rows[code] for code in codes if code in self._rows),
                tuple(code for code in codes if code not in self._rows),
            )

    def outdate(self, edited: Edited) -> None:
        """Take note of an edit: what it concerns is checked again."""
        with self._changed:
            for code in self._bench.codes() if edited.is_shared else edited.codes:
                self._rows.pop(code, None)
                self._edits[code] = self._edits.get(code, 0) + 1
            self._changed.notify()

    def close(self) -> None:
        """Check no more."""
        with self._changed:
            self._is_open = False
            self._changed.notify()
        self._apart.close()
        open_store(self._bench.root).trim()

    def _fill(self) -> None:
        while (wanted := self._next()) is not None:
            code, edits = wanted
            bench = self._bench
            row = self._apart.call(bench.root, code, bench.check, bench.reviewer, bench.today())
            if isinstance(row, Failed):
                row = unchecked_row(code, row.why)
            with self._changed:
                if edits == self._edits.get(code, 0):
                    self._rows[code] = row

    def _next(self) -> tuple[str, int] | None:
        """A publication that is to be checked, when there is one; None at the end."""
        with self._changed:
            while self._is_open:
                for code in self._bench.codes():
                    if code not in self._rows:
                        return code, self._edits.get(code, 0)
                self._changed.wait()
            return None
