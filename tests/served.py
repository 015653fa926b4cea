"""Serve a project for a test, as its users do, and ask the server for pages."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REPORTKIT = [sys.executable, "-c", "from reportkit.cli import main; main()"]


@dataclass(frozen=True)
class Served:
    """A server that runs: its process, and the address that it printed."""

    process: subprocess.Popen[str]
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
def served(folder: Path, *arguments: str) -> Iterator[Served]:
    """A server of the project in a folder, for as long as the block lasts."""
    command = [*REPORTKIT, *(arguments or ("serve",))]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            assert line.startswith("serving http://127.0.0.1:"), line
            yield Served(process, line.split()[1])
        finally:
            process.terminate()
            process.wait(20)
