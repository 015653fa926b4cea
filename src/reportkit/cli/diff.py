"""`reportkit diff`: what changed from one edition to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, completion, options
from reportkit.cli.editions import edition
from reportkit.compare.comparison import Comparison, compare
from reportkit.decide.entry import with_entry
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.base import Unavailable
from reportkit.report.changes import changes_json, changes_text
from reportkit.report.revision import recorded
from reportkit.workspace.publication import Publication, lacking
from reportkit.workspace.select import all_codes, find_root
from reportkit.workspace.workspace import workspace_of


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option(
    "--code",
    "codes",
    multiple=True,
    shell_complete=completion.codes,
    help="Only this code; may be given again.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Form of the comparison.",
)
@click.option(
    "--record", metavar="REASON", help="Add the changes to `revisions` in report.yaml, with REASON."
)
def diff(
    old: str, new: str, codes: tuple[str, ...], output_format: str, record: str | None
) -> None:
    """Show what changed from OLD to NEW by section, field, row and word.

    Each is a project folder, a git revision of this project, or a published PDF or web page;
    NEW is this project if it is not named. The exit code is 1 if a changed section has no
    entry in the revision history.
    """
    with edition(old, Path.cwd()) as before, edition(new, Path.cwd()) as after:
        if record is not None:
            _record(before, after, codes, record, named=new)
            return
        earlier, later = (_publications(FolderFiles(root), codes) for root in (before, after))
        comparisons, unread = _compared(earlier, later)
    options.show(_formatted(comparisons, output_format))
    for stop in unread[:-1]:
        click.echo(stop.message, err=True)
    if unread:
        raise unread[-1]
    raise SystemExit(1 if any(comparison.unrecorded for comparison in comparisons) else 0)


def _compared(
    earlier: Mapping[str, Publication], later: Mapping[str, Publication]
) -> tuple[list[Comparison], list[CannotRun]]:
    """Every report that both editions have, compared; and why one could not be."""
    shared = [code for code in later if code in earlier]
    if not shared:
        raise CannotRun(
            "the two editions have no code in common", "name editions of the same report"
        )
    comparisons, unread = [], []
    for code in shared:
        try:
            comparisons.append(compare(earlier[code], later[code]))
        except Unavailable as missing:
            unread.append(
                CannotRun(
                    f"{lacking(missing)} of an edition of {code} cannot be read",
                    f"run `reportkit check {code}` on it",
                )
            )
    return comparisons, unread


def _publications(files: FolderFiles, codes: tuple[str, ...]) -> dict[str, Publication]:
    present = all_codes(files.root)
    wanted = [code for code in present if not codes or code in codes]
    read = workspace_of(files, wanted).publications
    return {publication.code: publication for publication in read}


def _formatted(comparisons: Sequence[Comparison], output_format: str) -> str:
    match output_format:
        case "json":
            return changes_json(comparisons)
        case "html":
            from reportkit.cli.theme_faults import theme_faults_told
            from reportkit.render.redline import render_redline
            from reportkit.render.theme import load_theme

            with theme_faults_told():
                return render_redline(comparisons, load_theme(_project_here()))
        case _:
            return changes_text(comparisons, options.palette())


def _project_here() -> FolderFiles | None:
    """The project that the comparison is made in, whose theme it takes, if it is made in one."""
    try:
        return FolderFiles(find_root(Path.cwd()))
    except CannotRun:
        return None


def _record(before: Path, after: Path, codes: tuple[str, ...], reason: str, *, named: str) -> None:
    """Write an entry of the revision history for each report of which a section changed."""
    if not Path(named).is_dir():
        raise CannotRun(
            f"{named} is not a project folder, and cannot be written to",
            "compare with the folder, and --record",
        )
    with hold(after) as held:
        files = FolderFiles(after)
        later = _publications(files, codes)
        comparisons, unread = _compared(_publications(FolderFiles(before), codes), later)
        if unread:
            raise unread[0]
        entries = {
            comparison.code: _entry(comparison, later[comparison.code], reason)
            for comparison in comparisons
        }
        contents = {
            _report(code): with_entry(files, _report(code), "revisions", entry)
            for code, entry in entries.items()
            if entry is not None
        }
        write_files(held, contents)
    for comparison in comparisons:
        click.echo(_told(comparison, written=_report(comparison.code) in contents))


def _report(code: str) -> str:
    return f"report/{code}/report.yaml"


def _entry(
    comparison: Comparison, publication: Publication, reason: str
) -> dict[str, object] | None:
    """What to add to the history of a report; None if there is nothing to add."""
    if not comparison.sections:
        return None
    if comparison.new_version == comparison.old_version:
        raise CannotRun(
            f"{_report(comparison.code)} still says version {comparison.new_version}",
            "raise `version`, then record what changed",
        )
    if not comparison.unrecorded:
        return None
    if publication.report.published < clock.today():
        raise CannotRun(
            f"{_report(comparison.code)} says that version {comparison.new_version} is published "
            f"{publication.report.published}, before this change of today",
            "write the day of the new version in `published`, then record what changed",
        )
    return {
        "version": comparison.new_version,
        "date": clock.today(),
        "sections": comparison.sections,
        "change": recorded(comparison),
        "reason": reason,
    }


def _told(comparison: Comparison, *, written: bool) -> str:
    code = comparison.code
    if written:
        sections = ", ".join(comparison.sections)
        return f"wrote {_report(code)}: version {comparison.new_version}, {sections}"
    if comparison.sections:
        return f"{code}: every change is recorded"
    return f"{code}: no section changed, nothing to record"
