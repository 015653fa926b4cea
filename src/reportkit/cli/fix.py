"""`reportkit fix`: make the changes that findings offer where one is safe."""

from __future__ import annotations

import codecs
import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import options, reports
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.findings.edit import Edit, apply_edits, compatible
from reportkit.provide.renew import with_hash_of
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
        for path, text in _changed(root, findings, _edits(findings)).items():
            options.show(_diff(path, findings.sources[path], text))
        return
    fixed: Counter[str] = Counter()
    for _ in range(ROUNDS):
        edits = _edits(findings)
        if not edits:
            break
        for path, text in _changed(root, findings, edits).items():
            _write(root, path, text)
            fixed[path] += len(edits.get(path, ("the hash of its input",)))
        findings = _findings(root, codes, trust)
    for path, number in fixed.items():
        click.echo(f"fixed {path}: {_number(number, 'change')}")
    if not fixed:
        click.echo("no finding has a safe fix")
    for code in findings.publications:
        click.echo(f"{code} {verdict(findings.of(code))}")


def _changed(
    root: Path, findings: Findings, wanted: Mapping[str, Sequence[Edit]]
) -> dict[str, str]:
    """The texts of files with safe fixes made, and of reports that carry the hash of one."""
    sources = findings.sources
    texts = {path: apply_edits(sources[path], edits) for path, edits in wanted.items()}
    for path in [path for path in texts if path.endswith("/input.yaml")]:
        report = path.replace("/input.yaml", "/report.yaml")
        before = texts.get(report, sources.get(report, ""))
        content = _content(root, path, texts[path])
        after = with_hash_of(before, (root / path).read_bytes(), content)
        if after != before:
            texts[report] = after
    return texts


def _findings(root: Path, codes: tuple[str, ...], trust: Trust) -> Findings:
    workspace = read_workspace(root, codes)
    return check(workspace, rule_set(workspace, trust).rules, options.today())


def _edits(findings: Findings) -> dict[str, list[Edit]]:
    """The edits of open findings by file, without those that overlap one before."""
    chosen = compatible(finding.edits for finding in findings.findings if finding.open)
    return {path: edits for path, edits in chosen.items() if _reads(findings.sources[path], edits)}


def _reads(text: str, edits: list[Edit]) -> bool:
    """Whether the file is still YAML after the edits, as far as it was before."""
    changed = apply_edits(text, edits)
    return changed != text and len(parse(changed).problems) <= len(parse(text).problems)


def _diff(path: str, before: str, after: str) -> str:
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, path, path))


def _content(root: Path, path: str, text: str) -> bytes:
    """A text as bytes, behind a byte order mark if the file has one."""
    marked = (root / path).read_bytes().startswith(codecs.BOM_UTF8)
    return (codecs.BOM_UTF8 if marked else b"") + text.encode()


def _write(root: Path, path: str, text: str) -> None:
    try:
        replace_file(root / path, _content(root, path, text))
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error}",
                        "check the folder's permissions") from error  # fmt: skip


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
