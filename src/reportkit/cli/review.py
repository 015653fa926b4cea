"""`reportkit review`: pages for reviewers in build/review/."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import options, reports
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.publish.folder import replace_file
from reportkit.render.review import render_review, render_review_index
from reportkit.render.theme import load_theme
from reportkit.report.review import make_review
from reportkit.workspace.workspace import read_workspace


@click.command()
@options.names
@options.project
@reports.trust
def review(names: tuple[str, ...], project: Path | None, trust: Trust) -> None:
    """Check publications and write build/review/: an index, and one page for each.

    The pages work from the file system, without a server.
    """
    root, codes = options.selected(project, names)
    workspace = read_workspace(root, codes)
    rules = rule_set(workspace, trust)
    write_reviews(root, rules.mention(check(workspace, rules.rules, options.today())))
    click.echo(f"wrote {options.shown(root / 'build' / 'review' / 'index.html')}")


def write_reviews(root: Path, findings: Findings) -> None:
    """Write the page of every publication checked, and the index of all pages there are."""
    folder, theme = root / "build" / "review", load_theme(root / "templates")
    for publication in read_workspace(root, findings.publications).publications:
        made = make_review(publication, findings)
        replace_file(folder / f"{made.code}.html", render_review(made, theme).encode())
        entry = {"code": made.code, "verdict": made.verdict}
        replace_file(folder / f"{made.code}.json", f"{json.dumps(entry)}\n".encode())
    entries = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    replace_file(folder / "index.html", render_review_index(entries, theme).encode())
