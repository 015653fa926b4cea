"""Read the keys and the certificates that a reader trusts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.named import read_named
from reportkit.cli.needed import needed_library

LARGEST: Final = 1_000_000
"""Bytes of a file of keys at most."""


def keys_of(file: Path) -> Mapping[str, str]:
    """The keys of an allowed-signers file of `ssh-keygen`, each with whose it is; or CannotRun."""
    from reportkit.workspace.seals import NoKeyError, trusted_keys

    text = read_named(file, LARGEST, "name a file of keys").decode("utf-8-sig", "replace")
    try:
        return trusted_keys(text)
    except NoKeyError as fault:
        raise CannotRun(
            f"{file.name}, line {fault.line} names no key",
            "write `name ssh-ed25519 AAAA…`, as `man ssh-keygen` tells under ALLOWED SIGNERS",
        ) from fault


def roots_of(file: Path) -> tuple[bytes, ...]:
    """The certificates of a file in PEM, each in DER; raises CannotRun."""
    needed_library("pyhanko", "pyHanko")
    from reportkit.publish.pdf_signatures import certificates_in

    try:
        return certificates_in(read_named(file, LARGEST, "name a file in PEM"))
    except ValueError as fault:
        raise CannotRun(
            f"{file.name} holds no certificate in PEM",
            "name a file with -----BEGIN CERTIFICATE-----",
        ) from fault
