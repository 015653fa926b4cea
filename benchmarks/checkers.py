"""What a check takes beside other tools that check YAML, on the same section files.

Prints seconds of the clock and of all processors, and the ratio of the clock's to reportkit's with
all of its rules, all measured in one run. yamllint runs its default rules, Spectral and vacuum
three that they can state: the form is named, advice begins with `Use`, nothing is left to write.
A tool that is not installed is passed over; those two come from npm:

    npm install --prefix build/peers @stoplight/spectral-cli @quobix/vacuum
    python benchmarks/checkers.py [publications]         # of four section files each
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue_check import PARSE

from catalogue import make_catalogue

REPORTKIT = [sys.executable, "-c", "from reportkit.cli import main; main()", "check"]
PEERS = Path(__file__).resolve().parent.parent / "build/peers/node_modules/.bin"
RULES = """\
rules:
  form-is-named:
    message: the file names no form
    severity: error
    given: $
    then: {field: reportkit, function: truthy}
  use-when:
    message: advice does not begin with Use
    severity: warn
    given: $.modifiers[*].when_to_use
    then: {function: pattern, functionOptions: {match: "^Use "}}
  unwritten:
    message: something is left to be written
    severity: error
    given: $..*
    then: {function: pattern, functionOptions: {notMatch: "lorem ipsum|to be written"}}
"""


@dataclass(frozen=True)
class Cost:
    """Seconds that a command and all it started took."""

    wall: float
    cpu: float


def main(publications: int) -> None:
    """Print a line for each tool."""
    with tempfile.TemporaryDirectory() as name:
        folder = make_catalogue(Path(name) / "project", publications)
        (folder / "three.yaml").write_text(RULES)
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        time.sleep(2.5)  # what changed less than two seconds before it is read is read again
        files = len(list(folder.glob("sections/*/*.yaml")))
        print(f"checking {files} section files of {publications} reports")
        print(f"{'':34}{'clock':>8}{'CPU':>9}   to reportkit")
        first = cost(REPORTKIT, folder)
        show("reportkit, all rules", first, first)
        show("reportkit, nothing changed", cost(REPORTKIT, folder), first)
        for tool, command in checkers():
            show(tool, cost(command, folder), first)


def checkers() -> Iterator[tuple[str, list[str] | None]]:
    """The other tools, with their commands; None for one that is not there."""
    yield "a bare parse by the C loader", [sys.executable, "-c", PARSE]
    yield "yamllint, default rules", [sys.executable, "-m", "yamllint", "report", "sections"]
    spectral, vacuum = (shutil.which(name, path=str(PEERS)) for name in ("spectral", "vacuum"))
    yield (
        "Spectral, three rules",
        spectral and [spectral, "lint", "--quiet", "-r", "three.yaml", "sections/*/*.yaml"],
    )
    yield (
        "vacuum, three rules",
        vacuum and [vacuum, "lint", "-r", "three.yaml", "--globbed-files", "sections/*/*.yaml"],
    )


def show(tool: str, took: Cost | None, ours: Cost | None) -> None:
    """Print what a tool took, or that it is not there."""
    if took is None or ours is None:
        print(f"{tool:34}  not installed")
    else:
        print(f"{tool:34}{took.wall:7.1f}s{took.cpu:8.1f}s   {took.wall / ours.wall:.2f}")


def cost(command: list[str] | None, folder: Path) -> Cost | None:
    """What a command takes; None if it is not installed."""
    if command is None:
        return None
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if "No module named" in done.stderr:
        return None
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
