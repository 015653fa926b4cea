"""What a build takes where nothing changed, and where one section did, in a catalogue of any size.

Prints seconds of the clock of whole processes, PDFs left out, and whether the PDF writer was
imported where nothing changed. The same edit in a project of one report says what that report costs
by itself.

    python benchmarks/unchanged.py [publications]        # 2000 take a quarter of an hour to build
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from catalogue import make_catalogue

BUILD = """
import sys
sys.argv = ["reportkit", "build", "--pdf", "none"]
from reportkit.cli import main
try:
    main()
finally:
    print(f"imported: {'weasyprint' in sys.modules}")
"""
CODE = "20000"


def main(publications: int) -> None:
    """Print a line for each kind of build."""
    alone, _ = seconds_of_a_change(1)
    with_all, unchanged = seconds_of_a_change(publications)
    print(
        f"{publications} reports, nothing changed: {unchanged[0]:.2f} s, "
        f"WeasyPrint {'was' if unchanged[1] else 'was not'} imported"
    )
    print(
        f"one section changed: {with_all:.2f} s, of which that report by itself {alone:.2f} s, "
        f"{with_all - alone:.2f} s more"
    )


def seconds_of_a_change(publications: int) -> tuple[float, tuple[float, bool]]:
    """What a build takes after one section changed, and before that, when nothing had."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        folder = make_catalogue(Path(name) / "project", publications)
        time.sleep(2.5)  # what changed less than two seconds before it is read is read again
        build(folder)
        unchanged = build(folder)
        summary = folder / f"sections/{CODE}/summary.yaml"
        text = summary.read_text("utf-8")
        summary.write_text(text.replace("until its cells die", "until all its cells die"), "utf-8")
        took, _ = build(folder)
    return took, unchanged


def build(folder: Path) -> tuple[float, bool]:
    """Seconds of a build, and whether it imported WeasyPrint."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=folder, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, "imported: True" in done.stdout


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
