"""The tutorial, followed to the letter, ends with a signed publication.

Where REPORTKIT_INSTALLED names a command, as .ci/wheels does of a virtual environment that holds
the wheel and nothing else, it is followed with that.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from preloaded import CLOCK
from reportkit.source.rewrite import read_mapping, replace_keys
from reportkit.source.values import plain
from reportkit.start.project_files import example_project
from small_project import ROOT, run
from test_documents import FENCED

TUTORIAL = ROOT / "docs/tutorial.md"
FEES = "PPRRVU2025_Oct.csv"
NOON = "1763985600"
DAY = {"SOURCE_DATE_EPOCH": NOON, CLOCK: NOON}  # 2025-11-24, when the file was the newest
CLOCK_OF_THE_TUTORIAL = f"""
from datetime import UTC, datetime
from reportkit.cli import clock
clock.time_of_record = lambda: datetime.fromtimestamp({NOON}, UTC)
"""
"""Sets the time of signatures, which no variable can."""
FAILS = {"check 99211": 1}
"""Commands that are to find something, with their exit code; all others end with 0."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of the tutorial."""

    kind: str
    path: str
    """Of a block of YAML: the file it is for."""
    part: bool
    """True for keys to put into a file, false for a whole file."""
    text: str


def blocks() -> Iterator[Block]:
    """The blocks in order; a block of YAML says in its first line what it is for."""
    for kind, text in FENCED.findall(TUTORIAL.read_text("utf-8")):
        named = re.match(r"# (in )?(\S+\.yaml)\n", text)
        if named:
            yield Block(kind, named[2], bool(named[1]), text[named.end() :])
        else:
            yield Block(kind, "", False, text)


def put_in(path: Path, block: Block) -> None:
    """Set the keys of a block in a file, as the text around the block tells the reader to."""
    text = path.read_text("utf-8")
    old, new = plain(read_mapping(text)), plain(read_mapping(block.text))
    if "provenance" in new:
        new["provenance"] = {**old["provenance"], **new["provenance"]}
        new["missing"] = [gap for gap in old["missing"] if old.get(gap["field"]) is None]
    path.write_text(replace_keys(text, new), "utf-8")


def accept_input(project: Path) -> None:
    """Write the hash that check names, as section 5 tells the reader to."""
    digest = hashlib.sha256((project / "report/99211/input.yaml").read_bytes()).hexdigest()
    outcome = typed(project, "check", "99211")
    assert f"read the sections against the data, then write {digest}" in outcome.stdout
    report = project / "report/99211/report.yaml"
    report.write_text(replace_keys(report.read_text("utf-8"), {"input_sha256": digest}), "utf-8")


def follow(folder: Path) -> Path:
    """Do what every block says, from an empty folder on; gives the folder of the project."""
    shutil.copy(ROOT / "tests/inputs/data" / FEES, folder)
    project, printed = folder, ""
    for block in blocks():
        match block.kind:
            case "yaml" if block.part:
                put_in(project / block.path, block)
                if "input_sha256" not in block.text and "sources" in block.text:
                    accept_input(project)
            case "yaml":
                (project / block.path).write_text(block.text, "utf-8")
            case "text":
                assert block.text.strip() in printed, block.text
            case _:
                for line in block.text.splitlines():
                    if line.startswith("cd "):
                        shutil.copy(project / FEES, project / line[3:])
                        project = project / line[3:]
                    else:
                        printed = followed(project, line)
    return project


def followed(project: Path, line: str) -> str:
    """What a command of the tutorial prints."""
    program, *arguments = shlex.split(line)
    assert program == "reportkit", line
    outcome = typed(project, *arguments)
    expected = FAILS.get(" ".join(arguments), 0)
    assert outcome.returncode == expected, (line, outcome.stdout, outcome.stderr)
    return outcome.stdout


def typed(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run reportkit in a folder, of this checkout or where it is installed."""
    installed = os.environ.get("REPORTKIT_INSTALLED")
    if not installed:
        return run(project, *arguments, **DAY)
    with tempfile.TemporaryDirectory() as folder:
        # Python runs this before a program; no other file is on the way of its modules.
        Path(folder, "sitecustomize.py").write_text(CLOCK_OF_THE_TUTORIAL, "utf-8")
        return subprocess.run(
            [installed, *arguments],
            cwd=project,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": folder, **DAY},
            capture_output=True,
            text=True,
            check=False,
        )


def test_the_tutorial_leads_to_a_signed_publication(tmp_path: Path) -> None:
    project = follow(tmp_path)
    page = (project / "editions/99211/1.0/99211.html").read_text("utf-8")
    assert "A. Writer" in page
    assert "C. Coder" in page
    assert (project / "editions/99211/1.0/99211.pdf").read_bytes().startswith(b"%PDF")


def test_its_sections_are_those_of_the_example() -> None:
    written = {block.path: block.text for block in blocks() if block.path and not block.part}
    shipped = {path: text for path, text in example_project().items() if "sections/" in path}
    assert written == shipped
