"""Turn a git revision into the files of the project as they were then."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from reportkit.cannot_run import CannotRun


def revision_files(root: Path, revision: str) -> dict[str, bytes]:
    """Path to content of every file in report/, sections/ and templates/ of a revision.

    Raises CannotRun if the project is not kept in git or the revision is not known.
    """
    if revision.startswith("-"):
        raise CannotRun(f"{revision} is not a revision", "name a commit, tag or branch")
    no_git = f"{revision} is no folder or file, and the project is not kept in git"
    prefix = _git(root, "rev-parse", "--show-prefix", refused=no_git).decode().strip()
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().strip())
    unknown = f"{revision} is no folder, no file and no revision here"
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", refused=unknown
    )
    tree = f"{commit.decode().strip()}:{prefix.rstrip('/')}"
    listed = _git(top, "ls-tree", "--name-only", tree).decode().split()
    wanted = [name for name in ("report", "sections", "templates") if name in listed]
    archive = _git(top, "archive", "--format=tar", tree, *wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        opened = ((member.name, tar.extractfile(member)) for member in tar if member.isfile())
        return {name: content.read() for name, content in opened if content is not None}


def _git(root: Path, *arguments: str, refused: str | None = None) -> bytes:
    """What git says; `refused` is the message if it refuses, by itself its own first line."""
    try:
        outcome = subprocess.run(  # noqa: S603 -- arguments are ours; a revision is one word
            ["git", *arguments],  # noqa: S607 -- the git of the user's path
            cwd=root,
            capture_output=True,
            check=False,
            timeout=60,
        )
    except FileNotFoundError as missing:
        raise CannotRun("git is not installed", "install git, or name two folders") from missing
    if outcome.returncode:
        said = refused or outcome.stderr.decode(errors="replace").strip() or "git refused"
        raise CannotRun(said.splitlines()[0], "name a folder, a published file, or a commit")
    return outcome.stdout
