"""`reportkit diff`: what changed from one edition to another."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from reportkit.cli import options
from reportkit.compare.comparison import Comparison, compare
from reportkit.report.changes import changes_json, changes_text, summary
from reportkit.workspace.cannot_run import CannotRun
from reportkit.workspace.publication import Publication, Unavailable
from reportkit.workspace.revision import write_revision
from reportkit.workspace.select import all_codes, find_root
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option("--code", "codes", multiple=True, help="Only this code; may be given again.")
@click.option("--format", "output_format", type=click.Choice(["text", "json", "html"]),
              default="text", show_default=True, help="Form of the comparison.")  # fmt: skip
@click.option("--revision", is_flag=True, help="Print an entry for `revisions` in report.yaml.")
def diff(old: str, new: str, codes: tuple[str, ...], output_format: str, revision: bool) -> None:
    """Show what changed from OLD to NEW by section, field, row and word.

    Each is a project folder, a git revision of this project, or a published PDF or web page;
    NEW is this project if it is not named. The exit code is 1 if a changed section has no
    entry in the revision history.
    """
    with tempfile.TemporaryDirectory(prefix="reportkit-diff-") as name:
        before = _publications(old, Path(name) / "old", codes)
        after = _publications(new, Path(name) / "new", codes)
        comparisons = _compared(before, after)
    if revision:
        options.show("".join(_entry(each) for each in comparisons))
        return
    options.show(_formatted(comparisons, output_format))
    raise SystemExit(1 if any(each.unrecorded for each in comparisons) else 0)


def _publications(named: str, folder: Path, codes: tuple[str, ...]) -> dict[str, Publication]:
    root = _folder(named, folder)
    found = all_codes(root)
    wanted = [code for code in found if not codes or code in codes]
    return {each.code: each for each in read_workspace(root, wanted).publications}


def _folder(named: str, folder: Path) -> Path:
    """The project folder a name stands for; revisions and files are written to `folder`."""
    path = Path(named)
    if path.is_dir():
        return find_root(path.resolve())
    if path.is_file():
        from reportkit.cli.extract import evidence_of, write_sources

        write_sources(evidence_of(path), folder)
        return folder
    folder.mkdir(parents=True)
    write_revision(find_root(Path.cwd()), named, folder)
    return folder


def _compared(
    before: dict[str, Publication], after: dict[str, Publication]
) -> Sequence[Comparison]:
    shared = [code for code in after if code in before]
    if not shared:
        raise CannotRun("the two editions have no code in common",
                        "name editions of the same report")  # fmt: skip
    try:
        return [compare(before[code], after[code]) for code in shared]
    except Unavailable as missing:
        raise CannotRun(f"{missing.key}.yaml of an edition cannot be read",
                        "run `reportkit check` on it") from missing  # fmt: skip


def _formatted(comparisons: Sequence[Comparison], output_format: str) -> str:
    match output_format:
        case "json":
            return changes_json(comparisons)
        case "html":
            from reportkit.render.redline import render_redline
            from reportkit.render.theme import ThemeError, load_theme

            try:
                return render_redline(comparisons, load_theme(_templates()))
            except ThemeError as fault:
                raise CannotRun(f"the theme cannot be used: {fault}", fault.hint) from fault
        case _:
            return changes_text(comparisons, options.palette())


def _templates() -> Path | None:
    """The theme of the project that the comparison is made in, if it is made in one."""
    try:
        return find_root(Path.cwd()) / "templates"
    except CannotRun:
        return None


def _entry(comparison: Comparison) -> str:
    """A revision history entry that records the comparison, as YAML to be finished by hand."""
    said = "; ".join(
        f"{change.key} {'.'.join(map(str, change.route))} {summary(change)}"
        for change in comparison.changes
        if change.key != "report"
    )
    return (
        f"# {comparison.code}: for `revisions` in report.yaml\n"
        f'  - version: "{comparison.new_version}"\n'
        f"    date: {date.today().isoformat()}\n"  # noqa: DTZ011 -- the editor's own day
        f"    sections: [{', '.join(comparison.sections)}]\n"
        f"    change: >-\n      {said or 'No change of content'}.\n"
        f"    reason: \n"
    )
