"""Have a signature made by the signer's own SSH key."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.named import read_named
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.workspace.published import published
from reportkit.workspace.seals import (
    NAMESPACE,
    basis_sha256,
    signing_key,
    statement,
)

if TYPE_CHECKING:
    from reportkit.model.signoff import Signature
    from reportkit.workspace.workspace import Workspace

LARGEST: Final = 1_000_000
"""Bytes of a file of keys at most."""


def sealed(key: Path, trust: Trust, signature: Signature, workspace: Workspace) -> Signature:
    """A signature with its seal; raises CannotRun where the key cannot be used."""
    from reportkit import pipeline
    from reportkit.render.theme import ThemeError, load_theme

    try:
        theme = load_theme(workspace.files)
    except ThemeError as fault:
        raise CannotRun(str(fault), "mend the theme, and sign then") from fault
    carried = published(workspace.publications[0])
    rules = rule_set(workspace, trust)
    basis = basis_sha256(carried, pipeline.sources_of(carried, rules.files, theme))
    bound = signature.model_copy(update={"basis_sha256": basis, "key": _public_key(key)})
    code = carried.report.code
    done = bound.model_copy(update={"seal": _signed(key, statement(code, bound))})
    if signing_key(code, done) is None:
        raise CannotRun(
            f"{key.name} and its public key do not belong together",
            "name the key whose .pub lies beside it",
        )
    return done


def _public_key(key: Path) -> str:
    """The public half: of a .pub file, of the one beside the key, or as ssh-keygen draws it."""
    beside = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    if beside.exists():
        text = read_named(beside, LARGEST, "name a key").decode("utf-8", "replace")
    else:
        text = _run(["-y", "-f", str(key)], b"").decode("utf-8", "replace")
    words = text.split()
    if len(words) < 2:
        raise CannotRun(f"{key.name} is no SSH key", "`ssh-keygen -t ed25519` makes one")
    return " ".join(words[:2])


def _signed(key: Path, message: bytes) -> str:
    return _run(["-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE], message).decode("ascii")


def _run(arguments: list[str], message: bytes) -> bytes:
    """What ssh-keygen answers; it asks for a passphrase on the terminal by itself."""
    program = shutil.which("ssh-keygen")
    if program is None:
        raise CannotRun(
            "ssh-keygen is not installed, which signs with a key",
            "install OpenSSH, on Debian openssh-client",
        )
    command = [program, *arguments]
    done = subprocess.run(command, input=message, capture_output=True, check=False)  # noqa: S603
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise CannotRun(f"ssh-keygen cannot sign: {said[0]}", "name your own private key")
    return done.stdout
