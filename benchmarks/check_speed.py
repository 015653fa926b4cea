"""How long `reportkit check` of one report takes, as a ratio to importing its libraries.

Prints one line for a first check and one for a check of unchanged files, each as the median
of paired whole-process runs. Usage: python benchmarks/check_speed.py [runs]
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = [sys.executable, "-c", "import pydantic, ruamel.yaml, jinja2"]
AS_INSTALLED = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Compiled modules are kept, as an installation keeps them."""
CHECK = [sys.executable, "-c", "from reportkit.cli import main; main()", "check", "57511"]


def main() -> None:
    """Measure in a copy of the project, so that nothing of its build/ is touched."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("report", "sections"):
            shutil.copytree(ROOT / part, folder / part)
        first, again = [], []
        for _ in range(runs):
            base = seconds(IMPORTS, folder)
            shutil.rmtree(folder / "build", ignore_errors=True)
            first.append(seconds(CHECK, folder) / base)
            again.append(seconds(CHECK, folder) / base)
    print(f"first check / imports      {statistics.median(first):.2f}")
    print(f"unchanged check / imports  {statistics.median(again):.2f}")


def seconds(command: list[str], folder: Path) -> float:
    """Wall seconds of one process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False, env=AS_INSTALLED)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
