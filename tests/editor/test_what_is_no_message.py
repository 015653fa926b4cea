"""What an editor sends and is no message is told in a line, and the server goes on or ends."""

from __future__ import annotations

import json
import re
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


HOVER = '"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover"'
NO_REQUESTS = {
    "without what it is about": f"{{{HOVER}}}",
    "about a list": f'{{{HOVER}, "params": [1]}}',
    "about a number": f'{{{HOVER}, "params": NaN}}',
    "at no place": f'{{{HOVER}, "params": {{"textDocument": {{"uri": "file:///a"}}, '
    '"position": {"line": -1, "character": "a"}}}',
    "of no method known": '{"jsonrpc": "2.0", "id": 5, "method": "a/b"}',
    "of a method that is a number": '{"jsonrpc": "2.0", "id": 5, "method": 5}',
    "of a method of half a letter": '{"jsonrpc": "2.0", "id": 5, "method": "\\ud800"}',
    "of no command": '{"jsonrpc": "2.0", "id": 5, "method": "workspace/executeCommand", '
    '"params": {"command": "rm"}}',
}
NO_NOTES = {
    "a text that is none": '{"jsonrpc": "2.0", "method": "textDocument/didOpen"}',
    "changes that are a number": '{"jsonrpc": "2.0", "method": "textDocument/didChange", '
    '"params": {"textDocument": {"uri": "file:///a", "version": 1}, "contentChanges": 5}}',
    "files that are a number": '{"jsonrpc": "2.0", "method": '
    '"workspace/didChangeWatchedFiles", "params": 5}',
    "an answer to nothing": '{"jsonrpc": "2.0", "id": 77, "error": 5}',
    "a message of another version": '{"jsonrpc": "1.0", "id": 5, "method": "a/b", "params": {}}',
}
BEGIN = (
    b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", '
    b'"params": {"processId": null, "rootUri": null, "capabilities": {}}}'
)
ASKED = b'{"jsonrpc": "2.0", "id": 7, "method": "shutdown", "params": null}'


def answers(outcome: subprocess.CompletedProcess[bytes]) -> dict[object, str]:
    """The id of each answer to whether it is a result or an error."""
    sent = re.findall(rb"\r\n\r\n(\{.*?\})(?=Content-|$)", outcome.stdout, re.DOTALL)
    told = [json.loads(body) for body in sent]
    return {one["id"]: "error" if "error" in one else "result" for one in told if "id" in one}


@pytest.mark.parametrize("body", NO_REQUESTS.values(), ids=NO_REQUESTS)
def test_a_request_without_its_form_is_answered_by_an_error(body: str) -> None:
    outcome = served(message(BEGIN) + message(body.encode()) + message(ASKED))
    assert answers(outcome) == {1: "result", 5: "error", 7: "result"}
    assert b"Traceback" not in outcome.stderr
    assert outcome.returncode == 0


@pytest.mark.parametrize("body", NO_NOTES.values(), ids=NO_NOTES)
def test_what_nobody_waits_for_breaks_nothing(body: str) -> None:
    outcome = served(message(BEGIN) + message(body.encode()) + message(ASKED))
    assert answers(outcome) == {1: "result", 7: "result"}
    assert b"Traceback" not in outcome.stderr
    assert outcome.returncode == 0


@pytest.mark.parametrize("size", [100_000_001, 99 * 10**12, 10**23])
def test_a_message_larger_than_memory_ends_the_server_with_a_line(size: int) -> None:
    outcome = served(b"Content-Length: %d\r\n\r\n{}" % size)
    first, *_ = outcome.stderr.decode().splitlines()
    assert first == (
        f"reportkit: a message of the editor has {size:,} bytes; 100,000,000 are the most"
    )
    assert b"Traceback" not in outcome.stderr
    assert outcome.returncode == 2
