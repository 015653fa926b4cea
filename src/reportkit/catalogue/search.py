"""Index a finished site for its search, with Pagefind: the one program that a command runs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportkit.cannot_run import CannotRun

HINT: Final = "pip install 'pagefind[bin]', where reportkit is installed"


def can_index() -> bool:
    """Whether Pagefind is installed."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def index_site(folder: Path) -> None:
    """Write the index into the folder pagefind/ of a site; raises CannotRun."""
    options = ("--site", str(folder), "--keep-index-url", "--silent")
    command = [sys.executable, "-m", "pagefind", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it does not say why"]
        raise CannotRun(
            f"the site cannot be indexed: {said[-1]}", "run `reportkit site --no-search`"
        )
