"""`reportkit fix`: make the changes that findings offer where one is safe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import clock, options, reports
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.text_changes import content_of, difference, text_of, with_hashes
from reportkit.cli.unread import told_unread
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.counted import counted
from reportkit.findings.edit import Edit, apply_edits, compatible
from reportkit.report.text import verdict
from reportkit.source.parse import parse
from reportkit.workspace.workspace import workspace_of

Sureness = Literal["safe", "likely"]
"""What is changed: what is certain alone, or what is likely, too."""
ROUNDS = 10
"""A fix may make room for another; after so many rounds what is left is left."""


@click.command()
@options.names
@options.project
@reports.trust
@click.option("--diff", "show_diff", is_flag=True, help="Show the changes and write nothing.")
@click.option(
    "--unsafe",
    "sureness",
    flag_value="likely",
    default="safe",
    help="Make changes that are likely and not certain, too.",
)
def fix(
    names: tuple[str, ...], project: Path | None, trust: Trust, show_diff: bool, sureness: Sureness
) -> None:
    """Change what findings have a safe fix for, and leave everything else as it is.

    Comments and layout stay. Findings that are waived are left alone. What --unsafe changes is to
    be read by a person: --diff shows it. A file that cannot be read is named, and the exit code
    is 1.
    """
    root, codes = options.selected(project, names)
    if show_diff:
        files = FolderFiles(root)
        fixed = _fixed(files, codes, trust, sureness)
        for path in fixed.changes:
            options.show(difference(path, text_of(files, path), text_of(fixed.files, path)))
        raise SystemExit(int(_told_unread(fixed, codes)))
    with hold(root) as held:
        fixed = _fixed(FolderFiles(root), codes, trust, sureness)
        write_files(held, {path: fixed.files.content(path) for path in fixed.changes})
    for path, number in fixed.changes.items():
        click.echo(f"fixed {path}: {counted(number, 'change')}")
    if not fixed.changes:
        click.echo(f"no finding has a {sureness} fix")
    likely = sum(one.open and bool(one.likely) for one in fixed.findings.findings)
    if likely and sureness == "safe":
        click.echo(
            f"{counted(likely, 'finding')} with a likely fix: `reportkit fix --unsafe --diff`"
        )
    for code in fixed.findings.publications:
        click.echo(f"{code} {verdict(fixed.findings.of(code))}")
    raise SystemExit(int(_told_unread(fixed, codes)))


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A project as it would be with every safe fix made."""

    files: FolderFiles
    changes: Mapping[str, int]
    """Path to the number of changes, of the files that differ."""
    findings: Findings


def _told_unread(fixed: _Fixed, codes: tuple[str, ...]) -> bool:
    return told_unread(workspace_of(fixed.files, codes))


def _fixed(files: FolderFiles, codes: tuple[str, ...], trust: Trust, sureness: Sureness) -> _Fixed:
    changes: Counter[str] = Counter()
    findings = _findings(files, codes, trust)
    for _ in range(ROUNDS):
        wanted = _edits(findings, sureness)
        if not wanted:
            break
        texts = _changed(files, findings, wanted)
        files = files.changed({path: content_of(files, path, text) for path, text in texts.items()})
        changes.update({path: len(wanted.get(path, ("its hash",))) for path in texts})
        findings = _findings(files, codes, trust)
    return _Fixed(files, changes, findings)


def _changed(
    files: FolderFiles, findings: Findings, wanted: Mapping[str, Sequence[Edit]]
) -> dict[str, str]:
    """The texts of files with safe fixes made, and of reports that carry the hash of one."""
    sources = findings.sources
    return with_hashes(
        files, {path: apply_edits(sources[path], edits) for path, edits in wanted.items()}
    )


def _findings(files: FolderFiles, codes: tuple[str, ...], trust: Trust) -> Findings:
    workspace = workspace_of(files, codes)
    return check(workspace, rule_set(workspace, trust).rules, clock.today())


def _edits(findings: Findings, sureness: Sureness) -> dict[str, list[Edit]]:
    """The edits of open findings by file, without those that overlap one before."""
    chosen = compatible(
        finding.edits or (finding.likely if sureness == "likely" else ())
        for finding in findings.findings
        if finding.open
    )
    return {path: edits for path, edits in chosen.items() if _reads(findings.sources[path], edits)}


def _reads(text: str, edits: list[Edit]) -> bool:
    """Whether the file is still YAML after the edits, as far as it was before."""
    changed = apply_edits(text, edits)
    return changed != text and len(parse(changed).problems) <= len(parse(text).problems)
