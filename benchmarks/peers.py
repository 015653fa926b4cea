"""What a build takes beside other tools that print the same content.

Prints CPU seconds and their ratio to reportkit's, all measured in one run; a tool that is not
installed is passed over. A report is built by reportkit, by a plain loop of Jinja2 and WeasyPrint
over its page, and, as text alone, by Typst.

    python benchmarks/peers.py [publications]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from catalogue import make_catalogue

REPORTKIT = [sys.executable, "-c", "from reportkit.cli import main; main()"]
PLAIN_LOOP = """
import sys
from pathlib import Path
import jinja2, weasyprint
frame = jinja2.Environment(autoescape=True).from_string("{{ page | safe }}")
for path in sorted(Path("build").glob("2*/*.html")):
    html = frame.render(page=path.read_text("utf-8"))
    weasyprint.HTML(string=html).write_pdf(path.with_suffix(".plain.pdf"))
"""
TYPST = """
import json
from pathlib import Path
import typst
for path in sorted(Path("build").glob("2*/*.txt")):
    lines = path.read_text("utf-8").splitlines()
    text = "\\n\\n".join(f"#{json.dumps(line, ensure_ascii=False)}" for line in lines)
    typst.compile(text.encode(), output=str(path.with_suffix(".typst.pdf")))
"""


def main(publications: int) -> None:
    """Print a line for each tool."""
    with tempfile.TemporaryDirectory() as name:
        folder = make_catalogue(Path(name) / "project", publications)
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        build = cpu([*REPORTKIT, "build", "--jobs", "1"], folder)
        write_texts(folder)
        print(f"building {publications} reports")
        print(f"{'reportkit build':28}{build:8.1f} s  1.00")
        for tool, command in printers():
            show(tool, cpu(command, folder), build)


def printers() -> Iterator[tuple[str, list[str]]]:
    """The tools that print, with their commands."""
    yield "Jinja2 and WeasyPrint alone", [sys.executable, "-c", PLAIN_LOOP]
    yield "Typst, text without tables", [sys.executable, "-c", TYPST]


def write_texts(folder: Path) -> None:
    """Write the words of each page beside it, for a tool that reads no HTML."""
    from reportkit.publish.reading import html_text

    for path in folder.glob("build/2*/*.html"):
        path.with_suffix(".txt").write_text(html_text(path.read_text("utf-8")), "utf-8")


def show(tool: str, took: float | None, ours: float) -> None:
    """Print what a tool took, or that it is not there."""
    if took is None:
        print(f"{tool:28}  not installed")
    else:
        print(f"{tool:28}{took:8.1f} s  {took / ours:.2f}")


def cpu(command: list[str], folder: Path) -> float | None:
    """CPU seconds of a command and all it starts; None if it is not installed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if "No module named" in done.stderr:
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
