"""Offer a project to a drafting program by the Model Context Protocol, over standard streams."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, Literal, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from reportkit import __version__
from reportkit.cannot_run import CannotRun
from reportkit.drafting.project import Data, DraftedProject
from reportkit.drafting.sections import read_section, write_section

P = ParamSpec("P")
T = TypeVar("T")

Reach = Literal["read-only", "may-write"]
"""What a program may do: ask, or write sections as well."""

READS: Final = ToolAnnotations(read_only_hint=True, open_world_hint=False)
WRITES: Final = ToolAnnotations(
    read_only_hint=False, destructive_hint=True, idempotent_hint=True, open_world_hint=False
)

_TOLD: Final = (
    "reportkit checks reports on billing codes against the data that they were given. Write only "
    "what that data says: `statements` lists sentences that are made from it, and `check` finds "
    "what has no ground. What is missing is in `gaps`, and is left missing."
)


def make_server(project: DraftedProject, reach: Reach) -> MCPServer[Any]:
    """A server with its tools, not connected yet."""
    server: MCPServer[Any] = MCPServer(
        "reportkit", version=__version__, instructions=_TOLD, log_level="WARNING"
    )
    logging.getLogger("mcp.shared.jsonrpc_dispatcher").addFilter(_is_fault_of_ours)
    _add_questions(server, project)
    if reach == "may-write":
        _add_writing(server, project)
    return server


def _is_fault_of_ours(record: logging.LogRecord) -> bool:
    """Whether a line of the log is of more than a name that was asked for and that nobody has."""
    fault = record.exc_info[1] if record.exc_info else None
    return not (isinstance(fault, ValueError) and str(fault).startswith("Unknown "))


def _add_questions(server: MCPServer[Any], project: DraftedProject) -> None:
    @server.tool(annotations=READS)
    @_told
    def check(codes: list[str] | None = None) -> Data:
        """Find what is wrong in the reports of these codes, of all if none is named.

        Each finding has its rule, file, line, message, and a hint that mends it.
        """
        return project.check(codes or [])

    @server.tool(annotations=READS)
    @_told
    def explain(rule: str) -> str:
        """Say what a rule means, why it is there, and how bad and good look."""
        return project.explain(rule)

    @server.tool(annotations=READS)
    @_told
    def statements(code: str) -> Data:
        """List the sentences that the data says by itself, as `{{ say.name }}`, and what each
        sentence of the report on a subject stands on; a ground of null is none.
        """
        return project.statements(code)

    @server.tool(annotations=READS)
    @_told
    def challenge(code: str) -> Data:
        """Change the facts of a report one by one, in memory, and list what no rule notices."""
        return project.challenge(code)

    @server.tool(annotations=READS)
    @_told
    def gaps(codes: list[str] | None = None) -> Data:
        """List the data that is missing in these reports, of all if none is named, and from whom
        it is needed.
        """
        return project.gaps(codes or [])


def _add_writing(server: MCPServer[Any], project: DraftedProject) -> None:
    @server.tool(annotations=READS)
    @_told
    def section(code: str, name: str) -> Data:
        """The text of a section as it is, and the sha256 that `write_section` asks for."""
        text, digest = read_section(project.root, code, name)
        return {"text": text, "sha256": digest}

    @server.tool(name="write_section", annotations=WRITES)
    @_told
    def write(code: str, name: str, text: str, replaces: str) -> Data:
        """Put a whole text in the place of a section, and check the report.

        `replaces` is the sha256 that `section` gave. A text that has not the form of the section
        is refused, and nothing is written.
        """
        path = write_section(project.root, code, name, text, replaces)
        return {"wrote": path, **project.check([code])}


def _told(answer: Callable[P, T]) -> Callable[P, T]:
    """Tell the program why a question has no answer, in the words that a person would read."""

    @wraps(answer)
    def answered(*args: P.args, **named: P.kwargs) -> T:
        try:
            return answer(*args, **named)
        except CannotRun as stop:
            raise ToolError(f"{stop.message}\nhelp: {stop.hint}") from stop

    return answered
