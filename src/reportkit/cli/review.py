"""`reportkit review`: pages for reviewers in build/review/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import editions, options, reports
from reportkit.cli.challenge_record import read_shares
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.theme_faults import theme_faults_told
from reportkit.compare.comparison import compare
from reportkit.publish.folder import replace_file
from reportkit.render.redline import render_redline
from reportkit.render.review import render_review, render_review_index
from reportkit.render.theme import Theme, load_theme
from reportkit.report.review import Review, make_review
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace

_FORM = "reportkit/review-entry/1"


@click.command()
@options.names
@options.project
@reports.trust
@editions.against
def review(names: tuple[str, ...], project: Path | None, trust: Trust, against: str | None) -> None:
    """Check publications and write build/review/: an index, and one page for each.

    The pages work from the file system, without a server.
    """
    root, codes = options.selected(project, names)
    with editions.edition_before(against, root, codes) as before:
        workspace = editions.with_previous(read_workspace(root, codes), before)
        rules = rule_set(workspace, trust)
        findings = rules.mention(check(workspace, rules.rules, options.today()))
        write_reviews(root, findings, before)
    click.echo(f"wrote {options.shown(root / 'build' / 'review' / 'index.html')}")


@theme_faults_told()
def write_reviews(root: Path, findings: Findings, before: Path | None) -> None:
    """Write the page of every publication checked, and the index of all pages there are."""
    folder, theme = root / "build" / "review", load_theme(root / "templates")
    workspace = editions.with_previous(read_workspace(root, findings.publications), before)
    for publication in workspace.publications:
        shares = read_shares(root, publication)
        made = make_review(publication, findings, shares)
        changes = _write_changes(publication, folder, theme)
        built = f"{made.code}/{made.code}.html"
        address = f"../{built}" if (root / "build" / built).is_file() else None
        page = render_review(made, theme, address, changes)
        replace_file(folder / f"{made.code}.html", page.encode())
        replace_file(folder / f"{made.code}.json", f"{json.dumps(_entry(made))}\n".encode())
    entries = [entry for path in sorted(folder.glob("*.json")) for entry in _read_entry(path)]
    replace_file(folder / "index.html", render_review_index(entries, theme).encode())


def _write_changes(publication: Publication, folder: Path, theme: Theme) -> str | None:
    """Write the page of what changed since the edition before; its name, if there is one."""
    name = f"{publication.code}-changes.html"
    if publication.previous is None or publication.files["report"].model is None:
        (folder / name).unlink(missing_ok=True)
        return None
    page = render_redline([compare(publication.previous, publication)], theme)
    replace_file(folder / name, page.encode())
    return name


def _read_entry(path: Path) -> Iterator[dict[str, object]]:
    """What was written before for the index; nothing if another version wrote it."""
    try:
        entry = json.loads(path.read_bytes())
    except ValueError:
        return
    if isinstance(entry, dict) and entry.get("form") == _FORM:
        yield entry


def _entry(review: Review) -> dict[str, object]:
    """What the index says of a publication."""
    facts = dict(review.facts)
    return {
        "form": _FORM,
        "code": review.code,
        "title": review.title,
        "version": facts.get("Version", ""),
        "state": facts.get("State", ""),
        "ready": review.ready,
        "counts": review.counts,
    }
