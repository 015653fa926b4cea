"""Start what goes on until it is stopped, such as a server, and ask the server for pages."""

from __future__ import annotations

import http.client
import os
import signal
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TextIO

from preloaded import start_preloaded


@dataclass(frozen=True)
class Running:
    """A command that goes on until it is told to end: its process, and what it prints."""

    process: BaseProcess
    printed: TextIO
    errors: Path
    """What it prints of faults."""

    def end(self, by: signal.Signals) -> int | None:
        """Its exit code, when a signal has ended it."""
        if self.process.is_alive() and self.process.pid:
            with suppress(ProcessLookupError):  # it has ended between the two
                os.kill(self.process.pid, by)
        self.process.join(20)
        return self.process.exitcode


@dataclass(frozen=True)
class Served(Running):
    """A server that runs, and the address that it printed."""

    address: str

    @property
    def port(self) -> int:
        """The port it chose."""
        return int(self.address.split(":")[2].partition("/")[0])

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: str | None = None,
    ) -> Answered:
        """What it answers; a header of Host takes the place of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answered(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()


@dataclass(frozen=True)
class Answered:
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[Running]:
    """A command that runs in a folder for as long as the block lasts."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        os.mkfifo(out)
        process = start_preloaded(folder, arguments, environment, out, err)
        with out.open() as printed:
            running = Running(process, printed, err)
            try:
                yield running
            finally:
                running.end(signal.SIGTERM)


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[Served]:
    """A server of the project in a folder, for as long as the block lasts."""
    with started(folder, *(arguments or ("serve",))) as running:
        line = running.printed.readline()
        assert line.startswith("serving http://127.0.0.1:"), line
        yield Served(running.process, running.printed, running.errors, line.split()[1])
