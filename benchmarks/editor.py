"""How long an edit takes until an editor is told what is found, in milliseconds and in checks.

Serves a project of many publications over standard input and output, changes a section of one of
them again and again, and prints the median and the slowest from change to diagnostics, without the
moment that the server waits for the next change, and as ratios to a check of the publication in
this process; then the same of completion, meanings and the outline, from question to answer.
Usage: python benchmarks/editor.py [publications] [edits]
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from reportkit.check.engine import check
from reportkit.cli import clock
from reportkit.editor.session import PAUSE
from reportkit.rules import all_rules
from reportkit.start.project_files import EXAMPLE_CODE, example_project
from reportkit.workspace.workspace import read_workspace

SERVER = [sys.executable, "-c", "from reportkit.cli import main; main()", "lsp"]
SECTION = f"sections/{EXAMPLE_CODE}/summary.yaml"


def main() -> None:
    """Measure in a folder of its own."""
    publications = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_project(root, publications)
        one = statistics.median(seconds_of_a_check(root) for _ in range(10))
        asyncio.run(measure(root, edits, one))


def write_project(root: Path, publications: int) -> None:
    """The small report that ships, under as many codes."""
    for path, text in example_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for number in range(1, publications):
        for part in ("report", "sections"):
            shutil.copytree(root / part / EXAMPLE_CODE, root / part / f"{10000 + number}")


def seconds_of_a_check(root: Path) -> float:
    """Read one publication and run all rules over it."""
    start = time.perf_counter()
    check(read_workspace(root, [EXAMPLE_CODE]), all_rules(), clock.today())
    return time.perf_counter() - start


async def measure(root: Path, edits: int, one: float) -> None:
    """Edit, wait, and print."""
    client = LanguageClient("benchmark", "1")
    told = asyncio.Event()
    uri = (root / SECTION).as_uri()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def take(parameters: lsp.PublishDiagnosticsParams) -> None:
        if parameters.uri == uri:
            told.set()

    await client.start_io(*SERVER)
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities()))
    client.initialized(lsp.InitializedParams())
    text = (root / SECTION).read_text("utf-8")
    document = lsp.TextDocumentItem(uri, "yaml", 1, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    await told.wait()

    numbers = count(2)

    async def edit() -> None:
        told.clear()
        number = next(numbers)
        changed = text.replace("a short visit", f"a short visit {'again ' * number}")
        version = lsp.VersionedTextDocumentIdentifier(number, uri)
        whole = lsp.TextDocumentContentChangeWholeDocument(changed)
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
        await told.wait()

    identifier = lsp.TextDocumentIdentifier(uri)
    place = lsp.Position(text[: text.index("{{ say.")].count("\n"), len("  {{ say."))
    show("edit to findings", [await seconds(edit) - PAUSE for _ in range(edits)], one)
    for name, ask in (
        (
            "completion",
            lambda: client.text_document_completion_async(lsp.CompletionParams(identifier, place)),
        ),
        ("hover", lambda: client.text_document_hover_async(lsp.HoverParams(identifier, place))),
        (
            "outline",
            lambda: client.text_document_document_symbol_async(
                lsp.DocumentSymbolParams(identifier)
            ),
        ),
    ):
        show(name, [await seconds(ask) for _ in range(edits)], one)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


async def seconds(act: Callable[[], Awaitable[object]]) -> float:
    """Wall seconds of one act."""
    start = time.perf_counter()
    await act()
    return time.perf_counter() - start


def show(name: str, times: list[float], one: float) -> None:
    """The median and the slowest, in milliseconds and as ratios to one check."""
    median, slowest = (
        f"{seconds * 1000:4.0f} ms, {seconds / one:5.2f} checks"
        for seconds in (statistics.median(times), max(times))
    )
    print(f"{name:16} median {median}   slowest {slowest}")


if __name__ == "__main__":
    main()
