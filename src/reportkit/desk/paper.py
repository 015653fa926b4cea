"""Set the PDF of a publication as it is now, in a process of its own and within a time limit."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from typing import Final

from reportkit.desk.snapshot import page_job, theme_of
from reportkit.model.base import Unavailable
from reportkit.pipeline import preview_pdf
from reportkit.render.pdf import RenderFault
from reportkit.render.theme import ThemeError
from reportkit.workspace.publication import lacking
from reportkit.workspace.workspace import read_workspace

LONGEST: Final = 60.0
"""Seconds for one PDF."""
PAPERS_A_PROCESS: Final = 50
"""The layout library keeps memory, so that a process is replaced after some of them."""


class Press:
    """A process that sets PDFs, one at a time; it loads its libraries before it is asked."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._alone = Lock()
        self._running: tuple[BaseProcess, Connection] | None = None
        self._left = 0

    def make_ready(self) -> None:
        """Start the process, if none is running or busy; this does not wait for it."""
        if self._alone.acquire(blocking=False):
            try:
                self._started()
            finally:
                self._alone.release()

    def paper(self, root: Path, code: str) -> bytes | str:
        """The PDF of a publication; or, in words, why there is none."""
        with self._alone:
            _, pipe = self._started()
            self._left -= 1
            try:
                pipe.send((root, code))
                if pipe.poll(self._longest):
                    outcome: bytes | str = pipe.recv()
                    return outcome
                fault = f"it took more than {self._longest:g} seconds"
            except (EOFError, OSError):
                fault = "the process that set it was ended; is there enough memory?"
            self._end()
            return f"the PDF cannot be set: {fault}"

    def close(self) -> None:
        """End the process."""
        self._end()

    def _started(self) -> tuple[BaseProcess, Connection]:
        if self._running is not None and self._left > 0 and self._running[0].is_alive():
            return self._running
        self._end()
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_set_papers, args=(there,), daemon=True)
        process.start()
        there.close()
        self._running, self._left = (process, here), PAPERS_A_PROCESS
        return self._running

    def _end(self) -> None:
        if self._running is not None:
            process, pipe = self._running
            self._running = None
            process.kill()
            process.join()
            pipe.close()


def set_paper(root: Path, code: str) -> bytes | str:
    """The PDF of a publication; or, in words, what keeps it from being set."""
    workspace = read_workspace(root, [code])
    try:
        return preview_pdf(workspace.publications[0], page_job(theme_of(root)))
    except Unavailable as absent:
        fault = f"{lacking(absent)} cannot be read"
    except RenderFault as broken:
        fault = "; ".join(broken.messages)
    except ThemeError as broken:
        fault = f"templates/{broken}"
    return f"the PDF cannot be set: {fault}"


def _set_papers(there: Connection) -> None:
    """What runs in the process: it ends with the one that asks."""
    while True:
        try:
            root, code = there.recv()
        except (EOFError, KeyboardInterrupt):
            return
        there.send(set_paper(root, code))
