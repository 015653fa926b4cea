"""Name the people who sign in tests, as the options of `reportkit sign`, and make their keys."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

AUTHOR: Final = ("--role", "author", "--name", "Ann Writer", "--meaning", "Written and read again.")
CODER: Final = (
    *("--role", "coding-reviewer", "--name", "Bo Coder"),
    *("--meaning", "Reviewed for coding accuracy."),
)


def two_keys(folder: Path) -> Path:
    """A new folder with the keys of the two, `ann` and `bo`, and `signers`, which lists both."""
    folder.mkdir()
    lines = []
    for name in ("ann", "bo"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name]
        subprocess.run(command, check=True)
        kind, key, _ = (folder / f"{name}.pub").read_text("utf-8").split()
        lines.append(f'{name}@example.org namespaces="reportkit" {kind} {key}\n')
    (folder / "signers").write_text("".join(lines), "utf-8")
    return folder
