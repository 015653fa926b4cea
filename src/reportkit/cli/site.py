"""`reportkit site`: a catalogue of what was published, for readers to look through and search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.catalogue.entry import entry_of
from reportkit.catalogue.search import HINT, can_index, index_site
from reportkit.catalogue.site import Catalogue, Of, Source, site_files
from reportkit.catalogue.voice import Voice
from reportkit.cli import clock, options
from reportkit.cli.released import lists_gone, read_chains, released_codes
from reportkit.cli.theme_faults import theme_faults_told
from reportkit.files.inside import inside
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles, stands
from reportkit.files.whole import replace_large_folder
from reportkit.findings.counted import counted
from reportkit.model.base import Unavailable
from reportkit.model.project import Project
from reportkit.publish.evidence import BrokenEvidence, NoEvidence
from reportkit.render.theme import load_theme
from reportkit.workspace.editions import edition_on, folder_of, state_on
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import read_file

FOLDER = "build/site"


@click.command()
@options.project
@click.option(
    "--released", is_flag=True, help="Show the editions in force today, not the copies in build/."
)
@click.option(
    "--no-search",
    "unsearched",
    is_flag=True,
    help="Make no index for the search, and run no program.",
)
@click.option(
    "--single-file/--no-single-file",
    default=None,
    help="Put beside each page the one that needs no other file, to be sent; default: "
    "where there is one publication.",
)
def site(project: Path | None, released: bool, unsearched: bool, single_file: bool | None) -> None:
    """Write build/site/: lists of all publications, their pages, and a search over them.

    It is made from what was built or released and builds nothing itself; any file server can show
    it. The search is made by Pagefind where that is installed. What cannot be shown is named, and
    the exit code is 1.
    """
    root = options.project_root(project)
    of: Of = "released" if released else "working"
    files = FolderFiles(root)
    given = [*_sources(files, root, of)]
    left = [one for one in given if isinstance(one, str)]
    for line in left:
        click.echo(line, err=True)
    sources = [one for one in given if isinstance(one, Source)]
    if not sources:
        hint = "run `reportkit release CODE`" if released else "run `reportkit build`"
        raise CannotRun(f"nothing is there to show: no {of} publication", hint)
    settings = _settings(files)
    searched = not unsearched and can_index()
    with theme_faults_told():
        single = len(sources) == 1 if single_file is None else single_file
        catalogue = Catalogue(
            of,
            settings.publisher.name,
            Voice(settings.language),
            sources,
            load_theme(files),
            searched,
            single,
        )
        replace_large_folder(
            inside(root, FOLDER), site_files(catalogue), index_site if searched else _nothing
        )
    index = options.shown(root / FOLDER / "index.html")
    click.echo(f"wrote {index}: {counted(len(sources), 'publication')}")
    if not (searched or unsearched):
        click.echo(f"the site has no search: Pagefind is not installed\n  = help: {HINT}", err=True)
    raise SystemExit(1 if left else 0)


def _nothing(_: Path) -> None:
    """Leave the site as it is."""


def _sources(files: FolderFiles, root: Path, of: Of) -> Iterator[Source | str]:
    """What is to be shown of each publication, or why something is not."""
    for place in _folders(files, root, of):
        if isinstance(place, str):
            yield place
            continue
        folder, code = place
        page, pdf = f"{folder}/{code}.html", f"{folder}/{code}.pdf"
        try:
            entry = entry_of(_content(root, page))
        except (NoEvidence, BrokenEvidence, Unavailable) as fault:
            yield f"{page} is left out: it {fault}"
            continue
        except CannotRun as fault:
            yield f"{page} is left out: {fault}"
            continue
        has_pdf = stands(root / pdf) == "file"
        if not has_pdf and files.holds(pdf):
            yield f"{pdf} is left out: no file stands there"
        yield Source(
            entry, partial(_content, root, page), partial(_content, root, pdf) if has_pdf else None
        )


def _folders(files: FolderFiles, root: Path, of: Of) -> Iterator[tuple[str, str] | str]:
    """The folder of what each publication was published as, and its code; or what has none."""
    if of == "working":
        for code in all_codes(root):
            if files.holds(f"build/{code}/{code}.html"):
                yield f"build/{code}", code
        return
    today = clock.today()
    chains, unread = read_chains(root, released_codes(root, ()))
    for fault in (*unread, *lists_gone(root)):
        yield f"a publication is left out: {fault}"
    for chain in chains:
        edition = edition_on(chain.editions, today)
        if edition is not None and state_on(chain.editions, edition, today) == "in force":
            yield folder_of(chain.code, edition.version), chain.code


def _content(root: Path, path: str) -> bytes:
    """The bytes of a file of the project, read anew, so that no more than one is held."""
    try:
        return FolderFiles(root).content(path) or b""
    except FileRefused as refused:
        raise CannotRun(f"{path} cannot be read: {refused.message}", refused.hint) from refused


def _settings(files: FolderFiles) -> Project:
    loaded = read_file(files, "report/project.yaml", Project)
    if loaded.model is None:
        raise CannotRun("report/project.yaml cannot be read", "`reportkit check` says why")
    settings: Project = loaded.model
    return settings
