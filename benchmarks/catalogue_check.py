"""What `reportkit check` of many publications costs each, and how much memory it takes.

Prints a line for each size of a catalogue, all measured in one run: CPU milliseconds a publication
of a first check and of a check of unchanged files, each also as a ratio to a bare parse of the same
files by ruamel.yaml's C loader, and the most memory that one process took.

    python benchmarks/catalogue_check.py [publications …]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from catalogue import make_catalogue

SIZES = (100, 400, 1600)
CHECK = "from reportkit.cli import main; main()"
PARSE = """
import sys
from pathlib import Path
from ruamel.yaml import YAML
loader = YAML(typ="safe")
for part in ("report", "sections"):
    for path in sorted(Path(part).rglob("*.yaml")):
        loader.compose(path.read_text("utf-8"))
"""
MEASURED = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump([code, used.ru_utime + used.ru_stime, used.ru_maxrss], file)
"""


@dataclass(frozen=True)
class Cost:
    """What a process and those it started took."""

    cpu: float
    """Seconds."""
    memory: int
    """Megabytes of the largest process."""
    wall: float
    """Seconds."""


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    print("publications   first ms   /parse   unchanged ms   /parse   wall s, s   most MB")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = make_catalogue(Path(name) / "project", size)
            parse = cost([sys.executable, "-c", PARSE], folder)
            first = cost([sys.executable, "-c", CHECK, "check"], folder)
            again = cost([sys.executable, "-c", CHECK, "check"], folder)
        print(
            f"{size:12}   {first.cpu / size * 1000:8.2f}   {first.cpu / parse.cpu:6.2f}   "
            f"{again.cpu / size * 1000:12.2f}   {again.cpu / parse.cpu:6.2f}   "
            f"{first.wall:5.1f}, {again.wall:.1f}   {max(first.memory, again.memory):7}"
        )


def cost(command: list[str], folder: Path) -> Cost:
    """What a command costs, run in a folder with a store of its own."""
    told = folder.parent / "cost.json"
    own = os.environ | {"XDG_STATE_HOME": str(folder.parent / "state")}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", MEASURED, str(told), *command], cwd=folder, env=own, check=True
    )
    wall = time.perf_counter() - start
    code, cpu, kilobytes = json.loads(told.read_text())
    if code not in (0, 1):
        raise SystemExit(f"{command} ended with {code}")
    return Cost(cpu, kilobytes // 1024, wall)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
