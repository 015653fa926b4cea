"""A git revision in, a project folder as it was then out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from reportkit.workspace.cannot_run import CannotRun


def write_revision(root: Path, revision: str, folder: Path) -> None:
    """Write report/, sections/ and templates/ of a revision into `folder`.

    Raises CannotRun if the project is not kept in git or the revision is not known.
    """
    if revision.startswith("-"):
        raise CannotRun(f"{revision} is not a revision", "name a commit, tag or branch")
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", named=revision
    )
    tree = f"{commit.decode().strip()}:{prefix.rstrip('/')}"
    listed = _git(top, "ls-tree", "--name-only", tree).decode().split()
    wanted = [name for name in ("report", "sections", "templates") if name in listed]
    archive = _git(top, "archive", "--format=tar", tree, *wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


def _git(root: Path, *arguments: str, named: str = "") -> bytes:
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
        said = outcome.stderr.decode(errors="replace").strip() or f"{named} is not a revision here"
        raise CannotRun(said.splitlines()[0], "name a folder, a published file, or a commit")
    return outcome.stdout
