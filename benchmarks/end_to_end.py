"""What a whole catalogue costs: check, build, agreement and site, on one core and on two.

Prints seconds of the clock and of all processors, and the most memory that one process took, for
each command with an empty store, all measured in one run; for `agree` also where nothing changed.
With `pdf` as the second argument PDFs are built as well.

    python benchmarks/end_to_end.py [publications] [pdf]     # 16000 take half an hour without PDFs
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from catalogue_check import CHECK, Cost, cost

from catalogue import make_catalogue


def main(publications: int, pdf: str) -> None:
    """Print a line for each command."""
    with tempfile.TemporaryDirectory() as name:
        folder = make_catalogue(Path(name) / "project", publications)
        print(f"{publications} reports{'' if pdf == 'all' else ', without PDFs'}")
        print(f"{'':24}   clock s     CPU s   most MB")
        run(folder, "check", "--jobs", "2")
        one = run(folder, "build", "--jobs", "1", "--pdf", pdf)
        two = run(folder, "build", "--jobs", "2", "--pdf", pdf)
        print(f"{'':24}two cores are {one.wall / two.wall:.2f} times as fast as one")
        run(folder, "site", "--no-search", keep=True)
        size = sum(path.stat().st_size for path in (folder / "build/site").rglob("*.*"))
        print(f"{'':24}the site has {size / 1e6:.0f} MB")
        run(folder, "agree", "--jobs", "2")
        run(folder, "agree", "--jobs", "2", keep=True)


def run(folder: Path, *command: str, keep: bool = False) -> Cost:
    """Run a command and print what it took, with an empty store unless it is to be kept."""
    if not keep:
        shutil.rmtree(folder / "build", ignore_errors=True)
    took = cost([sys.executable, "-c", CHECK, *command], folder)
    print(f"{' '.join(command):24}{took.wall:10.1f}{took.cpu:10.1f}{took.memory:10}", flush=True)
    return took


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20, "all" if sys.argv[2:] == ["pdf"] else "none"
    )
