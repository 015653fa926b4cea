"""`reportkit verify`: is a published file what its sources produce?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from reportkit.cli import options
from reportkit.files.whole import new_folder
from reportkit.publish.evidence import Evidence, NoEvidence, read_evidence
from reportkit.publish.verify import changed_libraries, first_difference
from reportkit.workspace.publication import Unavailable


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Say whether FILE, a published PDF or web page, is unaltered, and what it was made from.

    The sources in the file are built again and the bytes compared. The exit code is 1 if
    they differ.
    """
    palette = options.palette()
    try:
        evidence = read_evidence(file.name, file.read_bytes())
    except NoEvidence as fault:
        options.show(f"{palette.paint('error', 'altered')} {file.name}: {fault}\n")
        raise SystemExit(1) from fault
    lines = list(_made_from(evidence))
    fault_lines = list(_faults(file, evidence))
    verdict = (
        palette.paint("error", "altered")
        if fault_lines
        else palette.paint("good", "unaltered: the sources it carries produce these very bytes")
    )
    options.show("\n".join([f"{file.name} {verdict}", *fault_lines, *lines]) + "\n")
    raise SystemExit(1 if fault_lines else 0)


def _made_from(evidence: Evidence) -> Iterator[str]:
    said = evidence.manifest
    yield f"  report     {said['report']} version {said['version']}, {said['status']}"
    yield f"  created    {said['created']}"
    yield f"  rules      {said['rules_sha256'][:16]}"
    yield f"  theme      {said['theme_sha256'][:16]}"
    yield f"  gaps       {len(said['gaps'])}"
    for entry in said["files"]:
        yield f"  source     {entry['sha256'][:16]}  {entry['path']}"


def _faults(file: Path, evidence: Evidence) -> Iterator[str]:
    from reportkit import __version__
    from reportkit.render.pdf import library_versions

    difference = first_difference(file.read_bytes(), _rebuilt(file, evidence))
    if difference is None:
        return
    yield f"  differs first at byte {difference.offset:,}, in {difference.where}"
    present = {"reportkit": __version__, **library_versions()}
    for name, then, now in changed_libraries(evidence.manifest["libraries"], present):
        yield f"  {name} was {then} and is {now} here, which alone can change the bytes"


def _rebuilt(file: Path, evidence: Evidence) -> bytes:
    """The file made again from the sources it carries."""
    from reportkit import pipeline
    from reportkit.cli.rule_set import rule_set
    from reportkit.render.theme import load_theme
    from reportkit.workspace.workspace import read_workspace

    said = evidence.manifest
    with tempfile.TemporaryDirectory(prefix="reportkit-verify-") as name:
        root = Path(name) / "project"
        new_folder(root, evidence.files)
        workspace = read_workspace(root, [said["code"]])
        created = datetime.fromisoformat(said["created"])
        job = pipeline.Job(
            rules=rule_set(workspace, "untrusted").rules,
            theme=load_theme(root / "templates"),
            fail_on="error",
            purpose="draft" if said["draft"] else "edition",
            today=created.date(),
            created=created,
        )
        try:
            rendition = pipeline.produce(workspace.publications[0], workspace, job)
        except Unavailable:
            return b""
    return pipeline.files_of(rendition).get(f"{said['code']}{file.suffix.lower()}", b"")
