"""`reportkit fix`: make the changes that findings offer where one is safe."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import options, reports
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.findings.edit import Edit, apply_edits
from reportkit.publish.folder import replace_file
from reportkit.report.text import verdict
from reportkit.source.parse import parse
from reportkit.workspace.workspace import read_workspace

ROUNDS = 10
"""A fix may make room for another; after so many rounds what is left is left."""


@click.command()
@options.names
@options.project
@reports.trust
@click.option("--diff", "show_diff", is_flag=True, help="Show the changes and write nothing.")
def fix(names: tuple[str, ...], project: Path | None, trust: Trust, show_diff: bool) -> None:
    """Change what findings have a safe fix for, and leave everything else as it is.

    Comments and layout stay. Findings that are waived are left alone.
    """
    root, codes = options.selected(project, names)
    findings = _findings(root, codes, trust)
    if show_diff:
        for path, edits in _edits(findings).items():
            options.show(_diff(path, findings.sources[path], edits))
        return
    fixed = 0
    for _ in range(ROUNDS):
        changes = _edits(findings)
        if not changes:
            break
        for path, edits in changes.items():
            _write(root, path, apply_edits(findings.sources[path], edits))
            click.echo(f"fixed {path}: {_number(len(edits), 'change')}")
            fixed += len(edits)
        findings = _findings(root, codes, trust)
    if not fixed:
        click.echo("no finding has a safe fix")
    for code in findings.publications:
        click.echo(f"{code} {verdict(findings.of(code))}")


def _findings(root: Path, codes: tuple[str, ...], trust: Trust) -> Findings:
    workspace = read_workspace(root, codes)
    return check(workspace, rule_set(workspace, trust).rules, options.today())


def _edits(findings: Findings) -> dict[str, list[Edit]]:
    """The edits of open findings by file, without those that overlap one before."""
    wanted: dict[str, list[Edit]] = {}
    for finding in findings.findings:
        for edit in finding.edits if finding.open else ():
            wanted.setdefault(edit.file, []).append(edit)
    chosen = {path: _apart(edits) for path, edits in wanted.items()}
    return {path: edits for path, edits in chosen.items() if _reads(findings.sources[path], edits)}


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
        if not kept or edit.span.start >= max(kept[-1].span.end, kept[-1].span.start + 1):
            kept.append(edit)
    return kept


def _reads(text: str, edits: list[Edit]) -> bool:
    """Whether the file is still YAML after the edits, as far as it was before."""
    changed = apply_edits(text, edits)
    return changed != text and len(parse(changed).problems) <= len(parse(text).problems)


def _diff(path: str, text: str, edits: list[Edit]) -> str:
    before, after = (each.splitlines(keepends=True) for each in (text, apply_edits(text, edits)))
    return "".join(difflib.unified_diff(before, after, path, path))


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    try:
        mark = codecs.BOM_UTF8 if file.read_bytes().startswith(codecs.BOM_UTF8) else b""
        replace_file(file, mark + text.encode())
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error}",
                        "check the folder's permissions") from error  # fmt: skip


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
