"""`reportkit diff`: what changed from one edition to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, options
from reportkit.cli.add_entry import with_entry, write_entry
from reportkit.cli.editions import edition
from reportkit.compare.comparison import Comparison, compare
from reportkit.report.changes import changes_json, changes_text
from reportkit.report.revision import recorded
from reportkit.workspace.publication import Publication, Unreadable
from reportkit.workspace.select import all_codes, find_root
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option("--code", "codes", multiple=True, shell_complete=completion.codes,
              help="Only this code; may be given again.")  # fmt: skip
@click.option("--format", "output_format", type=click.Choice(["text", "json", "html"]),
              default="text", show_default=True, help="Form of the comparison.")  # fmt: skip
@click.option("--record", metavar="REASON",
              help="Add the changes to `revisions` in report.yaml, with REASON.")  # fmt: skip
def diff(
    old: str, new: str, codes: tuple[str, ...], output_format: str, record: str | None
) -> None:
    """Show what changed from OLD to NEW by section, field, row and word.

    Each is a project folder, a git revision of this project, or a published PDF or web page;
    NEW is this project if it is not named. The exit code is 1 if a changed section has no
    entry in the revision history.
    """
    with edition(old, Path.cwd()) as before, edition(new, Path.cwd()) as after:
        publications = _publications(after, codes)
        comparisons = _compared(_publications(before, codes), publications)
        if record is not None:
            _record(comparisons, publications, new, after, record)
            return
    options.show(_formatted(comparisons, output_format))
    raise SystemExit(1 if any(each.unrecorded for each in comparisons) else 0)


def _publications(root: Path, codes: tuple[str, ...]) -> dict[str, Publication]:
    found = all_codes(root)
    wanted = [code for code in found if not codes or code in codes]
    return {each.code: each for each in read_workspace(root, wanted).publications}


def _compared(
    before: dict[str, Publication], after: dict[str, Publication]
) -> Sequence[Comparison]:
    shared = [code for code in after if code in before]
    if not shared:
        raise CannotRun("the two editions have no code in common",
                        "name editions of the same report")  # fmt: skip
    try:
        return [compare(before[code], after[code]) for code in shared]
    except Unreadable as missing:
        raise CannotRun(f"{missing.key}.yaml of an edition cannot be read",
                        "run `reportkit check` on it") from missing  # fmt: skip


def _formatted(comparisons: Sequence[Comparison], output_format: str) -> str:
    match output_format:
        case "json":
            return changes_json(comparisons)
        case "html":
            from reportkit.cli.theme_faults import theme_faults_told
            from reportkit.render.redline import render_redline
            from reportkit.render.theme import load_theme

            with theme_faults_told():
                return render_redline(comparisons, load_theme(_templates()))
        case _:
            return changes_text(comparisons, options.palette())


def _templates() -> Path | None:
    """The theme of the project that the comparison is made in, if it is made in one."""
    try:
        return find_root(Path.cwd()) / "templates"
    except CannotRun:
        return None


def _record(
    comparisons: Sequence[Comparison],
    publications: Mapping[str, Publication],
    new: str,
    root: Path,
    reason: str,
) -> None:
    """Write an entry of the revision history for each report of which a section changed."""
    if not Path(new).is_dir():
        raise CannotRun(f"{new} is not a project folder, and cannot be written to",
                        "compare with the folder, and --record")  # fmt: skip
    for each in comparisons:
        path = f"report/{each.code}/report.yaml"
        if not each.sections:
            click.echo(f"{each.code}: no section changed, nothing to record")
            continue
        if each.new_version == each.old_version:
            raise CannotRun(f"{path} still says version {each.new_version}",
                            "raise `version`, then record what changed")  # fmt: skip
        if not each.unrecorded:
            click.echo(f"{each.code}: every change is recorded")
            continue
        published = publications[each.code].report.published
        if published < options.today():
            raise CannotRun(f"{path} says that version {each.new_version} is published {published},"
                            " before this change of today",
                            "write the day of the new version in `published`, then record what"
                            " changed")  # fmt: skip
        entry = {"version": each.new_version, "date": options.today(),
                 "sections": each.sections, "change": recorded(each), "reason": reason}  # fmt: skip
        write_entry(root, path, with_entry(root, path, "revisions", entry))
        click.echo(f"wrote {path}: version {each.new_version}, {', '.join(each.sections)}")
