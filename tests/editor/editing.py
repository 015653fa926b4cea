"""Drive `reportkit lsp` as an editor does, and read `reportkit check` beside it."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest_lsp
from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from reportkit.check.engine import check
from reportkit.cli import clock
from reportkit.cli.rule_set import rule_set
from reportkit.report.json import json_report
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import read_workspace

SERVER: Final = [sys.executable, "-c", "from reportkit.cli import main; main()", "lsp"]


class EditorClient(LanguageClient):
    """An editor that keeps which version of a text it was last told of."""

    def __init__(self) -> None:
        """A client that is not connected yet."""
        super().__init__(converter_factory=default_converter)
        self.told: dict[str, int | None] = {}
        self.news = asyncio.Event()


def make_client() -> EditorClient:
    """A client that takes what the server tells by itself."""
    client = EditorClient()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def take(parameters: lsp.PublishDiagnosticsParams) -> None:
        client.diagnostics[parameters.uri] = parameters.diagnostics
        client.told[parameters.uri] = parameters.version
        client.news.set()

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def register(_: lsp.RegistrationParams) -> None:
        """Files are watched by the tests themselves."""

    @client.feature(lsp.WORKSPACE_CONFIGURATION)
    def configure(parameters: lsp.ConfigurationParams) -> list[Any]:
        return [client.get_configuration(section=item.section) for item in parameters.items]

    @client.feature(lsp.WINDOW_SHOW_MESSAGE)
    def show(parameters: lsp.ShowMessageParams) -> None:
        client.messages.append(parameters)

    return client


SERVED: Final = ClientServerConfig(server_command=SERVER, client_factory=make_client)


def server_for(editor: str) -> Any:
    """A fixture: one server for all tests of a module, whose client can do what an editor can."""

    @pytest_lsp.fixture(config=SERVED, scope="module")
    async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
        capabilities = client_capabilities(editor)
        await lsp_client.initialize_session(lsp.InitializeParams(capabilities=capabilities))
        yield
        await lsp_client.shutdown_session()

    return client


_SEVERITIES: Final = {"error": 1, "warning": 2, "info": 3}

Shown = tuple[str, int, tuple[int, int], tuple[int, int], str, str, tuple[object, ...]]
"""Rule, severity, start, end, message, address of the page, and related places of a finding."""


@dataclass
class Editing:
    """A project with files open in an editor."""

    client: EditorClient
    root: Path
    versions: dict[str, int] = field(default_factory=dict)

    def uri(self, path: str) -> str:
        """The address of a file."""
        return (self.root / path).as_uri()

    def text(self, path: str) -> str:
        """The text of a file on the disk, as an editor shows it."""
        content = (self.root / path).read_bytes().removeprefix(b"\xef\xbb\xbf")
        return content.decode(errors="replace")

    async def open(self, path: str, text: str | None = None) -> None:
        """Open a file, and wait for what is found in it."""
        self.begin(path, text)
        await self._checked(path)

    def begin(self, path: str, text: str | None = None) -> None:
        """Open a file, with the text on the disk or another."""
        self.versions[path] = 1
        self.client.told.pop(self.uri(path), None)
        shown = self.text(path) if text is None else text
        document = lsp.TextDocumentItem(self.uri(path), "yaml", 1, shown)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    async def change(self, path: str, text: str) -> None:
        """Write a whole text in the place of a file's, unsaved, and wait for what is found."""
        self.versions[path] += 1
        document = lsp.VersionedTextDocumentIdentifier(self.versions[path], self.uri(path))
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
        await self._checked(path)

    async def save(self, path: str) -> None:
        """Tell that a file was saved, and wait until the server has taken note of it."""
        identifier = lsp.TextDocumentIdentifier(self.uri(path))
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(identifier))
        await self.client.text_document_folding_range_async(lsp.FoldingRangeParams(identifier))

    async def close(self, path: str) -> None:
        """Close a file, whatever was written in it."""
        identifier = lsp.TextDocumentIdentifier(self.uri(path))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(identifier))
        del self.versions[path]

    def position(self, path: str, offset: int, text: str | None = None) -> Any:
        """What a request asks of a file and an offset, in columns of UTF-16."""
        before = (self.text(path) if text is None else text)[:offset]
        line = before.rpartition("\n")[2]
        return {
            "text_document": lsp.TextDocumentIdentifier(self.uri(path)),
            "position": lsp.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2),
        }

    def shown(self) -> dict[str, list[Shown]]:
        """Path to what the editor shows there; files without findings are left out."""
        return {
            Path(uri.removeprefix("file://")).relative_to(self.root).as_posix(): sorted(
                map(self._shown, diagnostics), key=repr
            )
            for uri, diagnostics in self.client.diagnostics.items()
            if diagnostics
        }

    def checked(self) -> dict[str, list[Shown]]:
        """The same, as `check --format json` has it of the files on the disk."""
        workspace = read_workspace(self.root, all_codes(self.root))
        findings = check(workspace, rule_set(workspace, "untrusted").rules, clock.today())
        return self.found(json.loads(json_report(findings)))

    def found(self, report: dict[str, Any]) -> dict[str, list[Shown]]:
        """What a report in JSON says, as an editor shows it."""
        found: dict[str, list[Shown]] = {}
        for finding in report["findings"]:
            found.setdefault(finding["file"], []).append(self._found(finding))
        return {path: sorted(shown, key=repr) for path, shown in found.items()}

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is true of what was told."""
        async with asyncio.timeout(30):
            while not is_so():
                self.client.news.clear()
                await self.client.news.wait()

    async def _checked(self, path: str) -> None:
        """Wait until the version that was written is checked, and all of it is told."""
        await self.until(lambda: self.client.told.get(self.uri(path)) == self.versions[path])
        # Answers come in order: what was told with it has arrived when this has.
        identifier = lsp.TextDocumentIdentifier(self.uri(path))
        await self.client.text_document_folding_range_async(lsp.FoldingRangeParams(identifier))

    def _shown(self, diagnostic: lsp.Diagnostic) -> Shown:
        start, end = diagnostic.range.start, diagnostic.range.end
        return (
            str(diagnostic.code),
            int(diagnostic.severity or 0),
            (start.line, start.character),
            (end.line, end.character),
            diagnostic.message,
            diagnostic.code_description.href if diagnostic.code_description else "",
            tuple(
                (other.location.uri, other.location.range.start.line, other.message)
                for other in diagnostic.related_information or ()
            ),
        )

    def _found(self, finding: dict[str, Any]) -> Shown:
        lines = [finding["message"]]
        lines += [f"help: {finding['hint']}"] if finding["hint"] else []
        if waived := finding["waived"]:
            lines += [f"waived until {waived['expiry']} by {waived['owner']}: {waived['reason']}"]
        page = finding["page"]
        return (
            finding["rule"],
            4 if waived else _SEVERITIES[finding["severity"]],
            (finding["line"] - 1, self._units(finding["file"], finding["line"], finding["column"])),
            (
                finding["end_line"] - 1,
                self._units(finding["file"], finding["end_line"], finding["end_column"]),
            ),
            "\n".join(lines),
            page if page.startswith("http") else "",
            tuple(
                (self.uri(other["file"]), other["line"] - 1, other["label"])
                for other in finding["related"]
            ),
        )

    def _units(self, path: str, line: int, column: int) -> int:
        """A column of code points in units of UTF-16."""
        text = self.text(path).replace("\r\n", "\n").replace("\r", "\n")
        return len(text.split("\n")[line - 1][: column - 1].encode("utf-16-le")) // 2
