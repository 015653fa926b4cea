"""Run the benchmarks that compare, and write what they print with the machine and all versions.

python benchmarks/run.py            # what SCRIPTS lists, into results/
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER / "results"
SCRIPTS = (
    ("build_cost.py", "3"),
    ("catalogue_check.py", "50", "150"),
    ("peers.py", "1"),
    ("checkers.py", "25"),
    ("unchanged.py", "25"),
    ("search.py", "25"),
    ("editor.py", "1000", "20"),
    ("preview.py", "10"),
)
LIBRARIES = ("reportkit", "weasyprint", "pydyf", "jinja2", "pydantic", "ruamel.yaml", "pypdfium2",
             "typst", "yamllint")  # fmt: skip


def main() -> None:
    """Write one file, named by the day and the kind of machine."""
    now = datetime.now(UTC)
    parts = [f"# Benchmarks of {now:%Y-%m-%d}\n", *machine()]
    for script, *arguments in SCRIPTS:
        done = subprocess.run(
            [sys.executable, str(FOLDER / script), *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        print(done.stdout)
        parts.append(f"\n## {script} {' '.join(arguments)}\n\n```\n{done.stdout.rstrip()}\n```")
    path = RESULTS / f"{now:%Y-%m-%d}-{platform.system().lower()}-{platform.machine()}.md"
    RESULTS.mkdir(exist_ok=True)
    path.write_text("\n".join([*parts, ""]), "utf-8")
    print(f"wrote {path}")


def machine() -> list[str]:
    """The processors, how busy they were, and the versions of what was measured."""
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    return [
        f"- {os.cpu_count()} processors, {platform.machine()}, {platform.system()}",
        f"- processes waiting for them over 1, 5 and 15 minutes before: {load}",
        f"- Python {platform.python_version()}",
        *(f"- {name} {installed(name)}" for name in LIBRARIES),
    ]


def installed(name: str) -> str:
    """The version of a library, or that it is absent."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


if __name__ == "__main__":
    main()
