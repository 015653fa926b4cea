"""How much CPU `reportkit check` of one report takes, as a ratio to importing its libraries.

Prints a line for a first check, one for a check after a sentence was changed and one for a check of
unchanged files, each as the median of whole processes that were run in turn with the import.
Usage: python benchmarks/check_speed.py [runs]
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = [sys.executable, "-c", "import pydantic, ruamel.yaml, jinja2"]
AS_INSTALLED = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Compiled modules are kept, as an installation keeps them."""
CHECK = [sys.executable, "-c", "from reportkit.cli import main; main()", "check", "57511"]
SUMMARY = "sections/57511/summary.yaml"
WORDS = ("the cervix", "this cervix")


def main() -> None:
    """Measure in a copy of the project, so that nothing of its build/ is touched."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("report", "sections"):
            shutil.copytree(ROOT / part, folder / part)
        seconds(CHECK, folder)  # writes the compiled modules
        imports, first, changed, again = [], [], [], []
        for run in range(runs):
            imports.append(seconds(IMPORTS, folder))
            shutil.rmtree(folder / "build", ignore_errors=True)
            first.append(seconds(CHECK, folder))
            again.append(seconds(CHECK, folder))
            change_sentence(folder / SUMMARY, run)
            changed.append(seconds(CHECK, folder))
    base = statistics.median(imports)
    print(f"the libraries take {base * 1000:.0f} ms of CPU to import")
    print(f"first check / imports             {statistics.median(first) / base:.2f}")
    print(f"one sentence changed / imports    {statistics.median(changed) / base:.2f}")
    print(f"unchanged check / imports         {statistics.median(again) / base:.2f}")


def change_sentence(file: Path, run: int) -> None:
    """Give the file words that it did not have in the run before."""
    text = file.read_text("utf-8")
    old, new = WORDS if run % 2 == 0 else reversed(WORDS)
    if old not in text:
        raise SystemExit(f"{file.name} does not say `{old}` any more")
    file.write_text(text.replace(old, new, 1), "utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, capture_output=True, check=False, env=AS_INSTALLED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
