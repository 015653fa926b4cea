"""Run the server on this machine's own address, until it is stopped."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import closing, suppress
from types import FrameType

import uvicorn

from reportkit.cannot_run import CannotRun
from reportkit.desk.app import application
from reportkit.desk.bench import Bench
from reportkit.desk.listeners import Listeners
from reportkit.desk.passes import Pass
from reportkit.files.disk import reason

LOOPBACK = "127.0.0.1"
"""No other machine reaches it."""
MOST_CONNECTIONS = 400
"""Fewer than the files that a process may open: whoever asks beyond is told to ask again."""


def serve(bench: Bench, port: int | None, ready: Callable[[str, str], None]) -> None:
    """Serve until the process is told to end.

    `ready` gets the address, and what a browser has to ask there to decide. Without a port a
    free one is taken. Raises CannotRun if the port cannot be had.
    """
    with closing(_socket(port or 0)) as listening:
        taken: int = listening.getsockname()[1]
        listeners, owner = Listeners(), Pass(taken)
        address, asked = f"http://{LOOPBACK}:{taken}/", owner.asked if bench.reviewer else ""
        app = application(bench, owner, listeners, lambda: ready(address, asked))
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        # Ctrl-C is how it is stopped, and no fault.
        with suppress(KeyboardInterrupt):
            _Server(config, listeners).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that ends its streams of news when it is told to end: they would go on for ever."""

    def __init__(self, config: uvicorn.Config, listeners: Listeners) -> None:
        super().__init__(config)
        self._listeners = listeners

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, as a signal asks."""
        self._listeners.end()
        super().handle_exit(sig, frame)


def _socket(port: int) -> socket.socket:
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotRun(
                f"port {port} is taken by another program", "leave --port out, or name another one"
            ) from error
        raise CannotRun(
            f"port {port} cannot be had: {reason(error)}",
            "leave --port out, or name one above 1023",
        ) from error
