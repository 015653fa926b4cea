"""`reportkit review`: pages for reviewers in build/review/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import click

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import clock, editions, options, reports
from reportkit.cli import serve as served
from reportkit.cli.challenge_record import read_shares
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.theme_faults import theme_faults_told
from reportkit.cli.unread import told_unread
from reportkit.compare.comparison import compare
from reportkit.decide.sitting import reviewer
from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.signoff import Role
from reportkit.render.redline import render_redline
from reportkit.render.review import render_review, render_review_index
from reportkit.render.theme import Theme, load_theme
from reportkit.report.review import Review, make_review
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace

_FORM = "reportkit/review-entry/1"
_FOLDER = "build/review"


@click.command()
@options.names
@options.project
@reports.trust
@editions.against
@click.option(
    "--serve", "is_served", is_flag=True, help="Serve the pages to your browser, to decide on them."
)
@click.option("--by", help="Your printed name, for --serve.")
@click.option("--role", type=click.Choice(get_args(Role)), help="As what you decide, for --serve.")
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your SSH key, to sign with, for --serve.",
)
@served.port
@served.opened
def review(
    names: tuple[str, ...],
    project: Path | None,
    trust: Trust,
    against: str | None,
    is_served: bool,
    by: str | None,
    role: Role | None,
    key: Path | None,
    port: int | None,
    is_opened: bool,
) -> None:
    """Check publications and write build/review/: an index, and one page for each.

    The pages work from the file system, without a server. With --serve nothing is written there:
    you look at the publications as with `reportkit serve`, and what you decide goes at once to
    the files of the project, under your name. A file that cannot be read is named, and the exit
    code is 1.
    """
    root, codes = options.selected(project, names)
    if is_served:
        served.needed_for_desk()
        who = reviewer(by, role)
        named = codes if names else None
        served.run(served.bench(root, named, trust, who, key), port, is_opened)
        return
    with editions.edition_before(against, root, codes) as before:
        earlier = FolderFiles(before) if before else None
        workspace = editions.with_previous(read_workspace(root, codes), earlier)
        rules = rule_set(workspace, trust)
        findings = rules.mention(check(workspace, rules.rules, clock.today()))
        with theme_faults_told():
            theme = load_theme(workspace.files)
            for publication in workspace.publications:
                write_review(root, publication, findings, theme)
            write_review_index(root, theme)
    click.echo(f"wrote {options.shown(root / 'build' / 'review' / 'index.html')}")
    raise SystemExit(int(told_unread(workspace)))


def write_review(root: Path, publication: Publication, findings: Findings, theme: Theme) -> None:
    """Write the page of a publication for its reviewers, and its entry for the index."""
    files = FolderFiles(root)
    has_page = files.holds(f"build/{_page(publication.code)}")
    pages = review_pages(files, publication, findings, theme, has_page)
    with hold(root) as held:
        write_files(held, pages)


def write_review_index(root: Path, theme: Theme) -> None:
    """Write the index of all pages there are, and take away what is left of a longer one."""
    with hold(root) as held:
        files = FolderFiles(root)
        index = render_review_index(_entries(files), theme)
        left = {
            entry.path
            for entry in files.below(_FOLDER, depth=0)
            if entry.path.startswith(f"{_FOLDER}/index-")
        }
        pages = {f"{_FOLDER}/{name}": page.encode() for name, page in index.items()}
        write_files(held, {**dict.fromkeys(left), **pages})


def review_pages(
    files: ProjectFiles,
    publication: Publication,
    findings: Findings,
    theme: Theme,
    has_page: bool,
) -> dict[str, bytes | None]:
    """The files for the reviewers of one publication by path; None for one not to be there.

    `has_page` says whether there is a page of the publication for them to lead to.
    """
    made = make_review(publication, findings, read_shares(files, publication))
    changes = _changes(publication, theme)
    address = f"../{_page(made.code)}" if has_page else None
    named = f"{made.code}-changes.html"
    page = render_review(made, theme, address, None if changes is None else named)
    return {
        f"{_FOLDER}/{named}": changes,
        f"{_FOLDER}/{made.code}.html": page.encode(),
        f"{_FOLDER}/{made.code}.json": f"{json.dumps(_entry(made))}\n".encode(),
    }


def _page(code: str) -> str:
    """The page of a publication, from build/."""
    return f"{code}/{code}.html"


def _changes(publication: Publication, theme: Theme) -> bytes | None:
    """The page of what changed since the edition before, if there is one."""
    if publication.previous is None or publication.files["report"].model is None:
        return None
    return render_redline([compare(publication.previous, publication)], theme).encode()


def _entries(files: FolderFiles) -> list[dict[str, object]]:
    """The entries of the index, but for those of other versions of reportkit."""
    standing = {entry.path for entry in files.below(_FOLDER, depth=0)}
    entries = []
    for path in sorted(path for path in standing if path.endswith(".json")):
        try:
            entry = json.loads(files.content(path) or b"")
        except (ValueError, FileRefused):
            continue
        if isinstance(entry, dict) and entry.get("form") == _FORM:
            entries.append(entry)
    return entries


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
