"""Answer what an editor asks by the language server protocol, over standard input and output."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, BinaryIO, Final, TypeVar, cast

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from reportkit import __version__
from reportkit.cannot_run import CannotRun
from reportkit.editor import answers
from reportkit.editor.highlight import LEGEND
from reportkit.editor.open_project import Judge
from reportkit.editor.rename import RenameRefused
from reportkit.editor.session import Document, Session

REQUEST_FAILED: Final = -32803
"""Says that a request was right and could not be fulfilled (LSP 3.17)."""


def serve(judge: Judge, today: Callable[[], date]) -> None:
    """Serve one editor until it says that it is done.

    `judge` checks publications as `reportkit check` does; `today` is the day waivers count from.
    """
    # What is no request is shown to the user by the editor; a traceback beside it helps nobody.
    logging.getLogger("pygls.server").setLevel(logging.CRITICAL + 1)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_fault_of_ours)
    make_server(judge, today).start_io(cast("BinaryIO", BoundedInput(sys.stdin.buffer)))


def _is_fault_of_ours(record: logging.LogRecord) -> bool:
    """Whether a line of the log is of more than a message that the editor should not have sent."""
    kind = record.exc_info[0] if record.exc_info else None
    refused = kind is not None and issubclass(kind, JsonRpcException)
    return not (refused or str(record.msg).startswith("Unable to deserialize message"))


class AnsweringProtocol(LanguageServerProtocol):
    """The protocol, in which a request without its form is answered, too."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message that data stands for; who asked is told if it stands for none."""
        try:
            return super().structure_message(data)
        except JsonRpcException as fault:
            asked = data.get("id")
            if "method" in data and isinstance(asked, int | str):
                self._send_response(asked, None, fault.to_response_error())
            raise


LARGEST: Final = 100_000_000
"""Bytes of a message at most; the texts of a project are smaller by far."""


class BoundedInput:
    """What an editor sends, of which no message is taken that is larger than memory should hold."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of a message's head."""
        return self._stream.readline(LARGEST)

    def read(self, size: int) -> bytes:
        """A message of this size; raises CannotRun."""
        if size > LARGEST:
            raise CannotRun(
                f"a message of the editor has {size:,} bytes; {LARGEST:,} are the most",
                "start the editor again, or tell who made it",
            )
        return self._stream.read(size)


def make_server(judge: Judge, today: Callable[[], date]) -> LanguageServer:
    """A server that is not connected yet."""
    server = LanguageServer(
        "reportkit",
        __version__,
        text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
        protocol_cls=AnsweringProtocol,
    )
    session = Session(server, judge)
    _follow_files(server, session)
    _answer_places(server, session)
    _answer_changes(server, session, today)
    return server


def _follow_files(server: LanguageServer, session: Session) -> None:
    """Take every change of a text, in the editor and on the disk."""

    @server.feature(lsp.INITIALIZED)
    async def watch(_: lsp.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            await server.client_register_capability_async(_WATCHERS)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(parameters: lsp.DidOpenTextDocumentParams) -> None:
        session.take(parameters.text_document.uri, parameters.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(parameters: lsp.DidChangeTextDocumentParams) -> None:
        address = parameters.text_document.uri
        session.take(address, server.workspace.get_text_document(address).source)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(parameters: lsp.DidCloseTextDocumentParams) -> None:
        session.leave(parameters.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(parameters: lsp.DidSaveTextDocumentParams) -> None:
        session.renew(parameters.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(parameters: lsp.DidChangeWatchedFilesParams) -> None:
        for event in parameters.changes:
            session.look_again(event.uri)
            session.renew(event.uri)


_WATCHERS: Final = lsp.RegistrationParams(
    [
        lsp.Registration(
            "files-of-projects",
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            lsp.DidChangeWatchedFilesRegistrationOptions(
                [lsp.FileSystemWatcher(f"**/{part}/**") for part in ("report", "sections")]
            ),
        )
    ]
)


def _answer_places(server: LanguageServer, session: Session) -> None:
    """Answer questions on a place of a file."""

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION,
        lsp.CompletionOptions(trigger_characters=["{", ".", "@", '"', " "]),
    )
    def complete(parameters: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        return _asked(session, parameters, answers.completion, [])

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(parameters: lsp.HoverParams) -> lsp.Hover | None:
        return _asked(session, parameters, answers.hover, None)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(parameters: lsp.DefinitionParams) -> list[lsp.Location]:
        return _asked(session, parameters, answers.definition, [])

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(parameters: lsp.ReferenceParams) -> list[lsp.Location]:
        return _asked(session, parameters, answers.references, [])

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(parameters: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        return _asked(session, parameters, answers.symbols, [])

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def foldings(parameters: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        return _asked(session, parameters, answers.foldings, [])

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def colours(parameters: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        return _asked(session, parameters, answers.colours, lsp.SemanticTokens([]))


def _answer_changes(server: LanguageServer, session: Session, today: Callable[[], date]) -> None:
    """Answer with changes of files, which the editor makes."""

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(
        parameters: lsp.PrepareRenameParams,
    ) -> lsp.PrepareRenamePlaceholder | None:
        return _asked(session, parameters, answers.prepare_rename, None)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(parameters: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        try:
            return _asked(session, parameters, answers.renamed, None)
        except RenameRefused as refused:
            raise JsonRpcException(str(refused), REQUEST_FAILED) from refused

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def formatted(parameters: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        return _asked(session, parameters, answers.formatting, [])

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    )
    def actions(parameters: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _asked(session, parameters, answers.actions(today), [])


P = TypeVar("P")
A = TypeVar("A")


def _asked(
    session: Session,
    parameters: P,
    answer: Callable[[Session, Document, P], A],
    nothing: A,
) -> A:
    """The answer to what is asked of a file; `nothing` for what is no file of a project."""
    asked: Any = parameters
    document = session.document(asked.text_document.uri)
    return nothing if document is None else answer(session, document, parameters)
