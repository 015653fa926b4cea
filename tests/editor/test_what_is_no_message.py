"""What an editor sends and is no message is told in a line, and the server goes on or ends."""

from __future__ import annotations

import subprocess
import sys

import pytest


def served(sent: bytes) -> subprocess.CompletedProcess[bytes]:
    """A server that was sent this, to its end."""
    command = [sys.executable, "-c", "from reportkit.cli import main; main()", "lsp"]
    return subprocess.run(command, input=sent, capture_output=True, timeout=60, check=False)


def message(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


@pytest.mark.parametrize("body", [b"{abc}", b'"abc"', b"null", b"[" * 100_000, b"\xff"])
def test_what_is_no_request_is_shown_and_the_next_is_read(body: bytes) -> None:
    asked = b'{"jsonrpc": "2.0", "id": 7, "method": "shutdown", "params": null}'
    outcome = served(message(body) + message(asked))
    assert b"Error in server: " in outcome.stdout
    assert b'"id": 7' in outcome.stdout.replace(b'"id":7', b'"id": 7')
    assert (outcome.stderr, outcome.returncode) == (b"", 0)


@pytest.mark.parametrize("size", [100_000_001, 99 * 10**12, 10**23])
def test_a_message_larger_than_memory_ends_the_server_with_a_line(size: int) -> None:
    outcome = served(b"Content-Length: %d\r\n\r\n{}" % size)
    first, *_ = outcome.stderr.decode().splitlines()
    assert first == (
        f"reportkit: a message of the editor has {size:,} bytes; 100,000,000 are the most"
    )
    assert b"Traceback" not in outcome.stderr
    assert outcome.returncode == 2
