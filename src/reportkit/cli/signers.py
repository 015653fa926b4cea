"""Read the keys that a reader trusts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.named import read_named

LARGEST: Final = 1_000_000
"""Bytes of a file of keys at most."""


def keys_of(file: Path) -> Mapping[str, str]:
    """The keys of an allowed-signers file of `ssh-keygen`, each with whose it is; or CannotRun."""
    from reportkit.workspace.seals import NoKeyError, trusted_keys

    text = read_named(file, LARGEST, "name a file of keys").decode("utf-8", "replace")
    try:
        return trusted_keys(text)
    except NoKeyError as fault:
        raise CannotRun(f"{file.name}, line {fault.line} names no key",
                        "write `name ssh-ed25519 AAAA…`, as `man ssh-keygen` tells under "
                        "ALLOWED SIGNERS") from fault  # fmt: skip
