"""Make anew what an edit concerns, as soon as it is saved, and tell who looks at it."""

from __future__ import annotations

from threading import Event, Thread
from typing import Final

from reportkit.desk.catalogue import Catalogue
from reportkit.desk.changes import edits
from reportkit.desk.listeners import Listeners
from reportkit.desk.shelf import Shelf


class Keeper:
    """A thread that watches a project for as long as it is open."""

    def __init__(self, shelf: Shelf, catalogue: Catalogue, listeners: Listeners) -> None:
        self._shelf = shelf
        self._catalogue = catalogue
        self._listeners = listeners
        self._ended = Event()
        self._edits = edits(shelf.root, self._ended)
        self._thread = Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _keep(self) -> None:
        for edited in self._edits:
            self._shelf.outdate(edited)
            self._catalogue.outdate(edited)
            looked_at = self._listeners.codes()
            for code in sorted(looked_at if edited.is_shared else looked_at & edited.codes):
                self._renew(code)

    def _renew(self, code: str) -> None:
        for news in self._shelf.renewed(code):
            self._listeners.tell(code, news)
            # The browser is to have the page before the rules take the processor.
            self._ended.wait(HEAD_START)


HEAD_START: Final = 0.15
"""Seconds."""
