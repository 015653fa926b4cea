"""A program that drafts sections asks by the protocol's own client."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
from mcp import Client, StdioServerParameters
from mcp.server import MCPServer
from mcp.types import CallToolResult, TextContent

from made import DAY
from reportkit.check.engine import check as check_workspace
from reportkit.check.findings import Findings
from reportkit.drafting.project import DraftedProject
from reportkit.drafting.server import Reach, make_server
from reportkit.report.json import as_data
from reportkit.rules import all_rules
from reportkit.workspace.workspace import Workspace, read_workspace
from small_project import copy_project, edit

T = TypeVar("T")
QUESTIONS: Final = ("check", "explain", "statements", "challenge", "gaps")
SUMMARY = "sections/57511/summary.yaml"
COMMAND = ["-c", "from reportkit.cli import main; main()", "mcp"]


def test_a_program_starts_it_and_asks_over_standard_streams(tmp_path: Path) -> None:
    copy_project(tmp_path)
    command = [*COMMAND, "--project", str(tmp_path)]
    server = StdioServerParameters(command=sys.executable, args=command, env={**os.environ})

    async def ask(client: Client) -> tuple[dict[str, bool | None], Any]:
        return await tools_of(client), await client.call_tool("gaps", {})

    offered, gaps = asyncio.run(talk(server, ask))
    assert offered == dict.fromkeys(QUESTIONS, True)
    assert gaps.structured_content == answer(tmp_path, "gaps")


def test_a_prompt_that_nobody_has_is_answered_and_leaves_no_traceback(tmp_path: Path) -> None:
    opening = {
        "protocolVersion": "2024-11-05",
        "capabilities": {},
        "clientInfo": {"name": "program", "version": "1"},
    }
    asked = (
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": opening},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "prompts/get", "params": {"name": "none"}},
    )
    with subprocess.Popen(
        [sys.executable, *COMMAND],
        cwd=copy_project(tmp_path / "project"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        server.stdin.write("".join(f"{json.dumps(message)}\n" for message in asked))
        server.stdin.flush()
        answers = [server.stdout.readline() for _ in range(2)]
        server.stdin.close()
        told = server.stderr.read()
    assert "Unknown prompt: none" in answers[1]
    assert told == ""


def test_it_writes_only_where_it_was_started_so(tmp_path: Path) -> None:
    offered = asyncio.run(talk(server_of(tmp_path, "read-only"), tools_of))
    assert offered == dict.fromkeys(QUESTIONS, True)
    writing = asyncio.run(talk(server_of(tmp_path, "may-write"), tools_of))
    assert writing == {**offered, "section": True, "write_section": False}


def test_check_finds_what_the_command_finds(tmp_path: Path) -> None:
    edit(project(tmp_path) / SUMMARY, "A cold probe", "A a cold probe")
    told = answer(tmp_path, "check", codes=["57511"])
    assert told["form"] == "reportkit/findings/1"
    checked = check_workspace(read_workspace(tmp_path, ["57511"]), all_rules(), DAY)
    assert told == as_data(checked)
    assert "repeated-word" in rules_of(told)


def test_it_explains_a_rule_and_knows_one_that_is_meant(tmp_path: Path) -> None:
    page = answer(tmp_path, "explain", rule="repeated-word")
    assert "# repeated-word" in page["result"]
    assert refusal(tmp_path, "explain", rule="repeated-words") == (
        "no rule is named repeated-words\nhelp: did you mean repeated-word?"
    )


def test_statements_are_told_with_what_they_say_or_why_they_cannot(tmp_path: Path) -> None:
    told = answer(tmp_path, "statements", code="57511")
    said = {one["reference"]: (one["sentence"], one["reason"]) for one in told["sayable"]}
    assert all((sentence is None) != (reason is None) for sentence, reason in said.values())
    assert all(one["sentence"] and one["subject"] for one in told["sentences"])


def test_gaps_are_told_with_who_is_to_supply_them(tmp_path: Path) -> None:
    told = answer(tmp_path, "gaps")
    assert told["gaps"] != []
    assert all(one["publication"] == "57511" and one["needed_from"] for one in told["gaps"])


def test_changes_that_nothing_notices_are_told(tmp_path: Path) -> None:
    told = answer(tmp_path, "challenge", code="57511")
    assert {"kind", "noticed", "tried"} == set(told["shares"][0])
    tried = sum(share["tried"] - share["noticed"] for share in told["shares"])
    assert len(told["not_noticed"]) == tried


def test_a_publication_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    assert refusal(tmp_path, "statements", code="57512") == (
        "no publication or file is named 57512\nhelp: did you mean 57511?"
    )


STRANGE = ("../../etc", "x" * 300, "57511/../57512", "/etc", "57511\0", "\0", "a\x1b[31m\u202e")


@pytest.mark.parametrize("code", STRANGE)
def test_a_name_that_leads_elsewhere_or_nowhere_is_of_no_publication(
    tmp_path: Path, code: str
) -> None:
    for tool, arguments in (
        ("check", {"codes": [code]}),
        ("gaps", {"codes": [code]}),
        ("statements", {"code": code}),
        ("challenge", {"code": code}),
    ):
        said = refusal(tmp_path, tool, **arguments)
        assert said.startswith("no publication or file is named "), (tool, said)


def test_a_section_is_written_whole_and_checked(tmp_path: Path) -> None:
    file = project(tmp_path) / SUMMARY
    text = file.read_text("utf-8").replace("A cold probe", "A a cold probe")
    told = write(tmp_path, "summary", text, sha256(file))
    assert told["wrote"] == SUMMARY
    assert rules_of(told) == ["repeated-word"]
    assert file.read_text("utf-8") == text


def test_a_text_without_the_form_of_its_section_is_never_written(tmp_path: Path) -> None:
    file = project(tmp_path) / SUMMARY
    before = file.read_bytes()
    for text, said in (
        ("importance: [", f"{SUMMARY}:1:14: a value is expected here"),
        (
            "reportkit: summary/1\n",
            f"{SUMMARY}:1:1: `definition` is missing\nhelp: add `definition:`",
        ),
    ):
        told = refusal(
            tmp_path,
            "write_section",
            code="57511",
            name="summary",
            text=text,
            replaces=sha256(file),
        )
        assert told.startswith(said)
        assert file.read_bytes() == before


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    file = project(tmp_path) / SUMMARY
    read, text = sha256(file), file.read_text("utf-8")
    edit(file, "A cold probe", "One cold probe")
    told = refusal(
        tmp_path, "write_section", code="57511", name="summary", text=text, replaces=read
    )
    assert told == (
        f"{SUMMARY} is not the text that was read\n"
        "help: read the section again, and write with its sha256"
    )
    assert "One cold probe" in file.read_text("utf-8")


def test_nothing_is_written_out_of_the_project(tmp_path: Path) -> None:
    file = project(tmp_path / "inside") / SUMMARY
    text = file.read_text("utf-8")
    outside = tmp_path / "outside.yaml"
    file.rename(outside)
    file.symlink_to(outside)
    told = refusal(
        tmp_path / "inside",
        "write_section",
        code="57511",
        name="summary",
        text=text,
        replaces=sha256(outside),
    )
    assert told == (
        f"{SUMMARY}: the file is a link that leads out of the project\n"
        "help: put the file itself here"
    )
    for code, name in (("..", "summary"), ("57511", "../../../outside"), ("57511", "input")):
        told = refusal(
            tmp_path / "inside", "write_section", code=code, name=name, text=text, replaces="new"
        )
        assert told.startswith("no ")
    assert outside.read_text("utf-8") == text


def project(folder: Path) -> Path:
    """The folder with the small project in it, which is put there once."""
    if not (folder / "report").exists():
        copy_project(folder)
    return folder


def rules_of(told: Any) -> list[str]:
    """The rules that found something in the summary."""
    return [one["rule"] for one in told["findings"] if one["file"] == SUMMARY]


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def server_of(folder: Path, reach: Reach) -> MCPServer[Any]:
    """A server of the folder, judging on a day on which nothing of the small project is stale."""

    def judge(workspace: Workspace) -> Findings:
        return check_workspace(workspace, all_rules(), DAY)

    few = tuple(rule for rule in all_rules() if rule.name in ("repeated-word", "units"))
    drafted = DraftedProject(project(folder), judge, lambda _: few, lambda: DAY)
    return make_server(drafted, reach)


async def talk(
    server: MCPServer[Any] | StdioServerParameters, ask: Callable[[Client], Awaitable[T]]
) -> T:
    async with Client(server) as client:
        return await ask(client)


async def tools_of(client: Client) -> dict[str, bool | None]:
    """The tools that are offered, and whether each says that it changes nothing."""
    return {
        tool.name: tool.annotations.read_only_hint if tool.annotations else None
        for tool in (await client.list_tools()).tools
    }


def called(folder: Path, tool: str, arguments: dict[str, Any]) -> CallToolResult:
    """What a tool of a server that may write gives."""

    async def ask(client: Client) -> CallToolResult:
        return await client.call_tool(tool, arguments)

    return asyncio.run(talk(server_of(folder, "may-write"), ask))


def answer(folder: Path, tool: str, **arguments: Any) -> Any:
    """The data that a tool gives."""
    result = called(folder, tool, arguments)
    assert not result.is_error, result.content
    return result.structured_content


def write(folder: Path, name: str, text: str, replaces: str) -> Any:
    """What is said of a section of 57511 that is written."""
    return answer(folder, "write_section", code="57511", name=name, text=text, replaces=replaces)


def refusal(folder: Path, tool: str, **arguments: Any) -> str:
    """The words in which a tool refuses, without those of the protocol's library before them."""
    result = called(folder, tool, arguments)
    assert result.is_error
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text.removeprefix(f"Error executing tool {tool}: ")
