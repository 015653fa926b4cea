"""`reportkit import report`: an old report in, the files of a publication out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.named import read_named
from reportkit.files.reading import ProjectFiles
from reportkit.files.together import hold, write_files
from reportkit.legacy.draft import Draft
from reportkit.legacy.old_report import Remark
from reportkit.legacy.place import place
from reportkit.legacy.read import MOST_BYTES, read_old_report
from reportkit.legacy.write import spots, write_draft
from reportkit.report.frame import printable


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="Code of the publication, if FILE does not say it.")
@click.option("--force", is_flag=True, help="Replace the files of a publication that exists.")
@options.project
def report(file: Path, code: str | None, force: bool, project: Path | None) -> None:
    """Read FILE, an old report as text, Markdown, HTML or PDF, as a publication to check.

    Every word of it is kept: in a field, or under `notes:`, which is never published.
    What the old report does not say stands as `To be written.` or as a day that cannot be
    meant; `reportkit check` then names what is wrong.
    """
    root = options.project_root(project)
    content = read_named(file, MOST_BYTES, "name a file of text")
    old = read_old_report(printable(file.name), content)
    draft = place(old, code, clock.today())
    texts = write_draft(draft)
    with hold(root) as held:
        _refuse_standing(ProjectFiles(root), texts, force=force)
        write_files(held, {path: text.encode() for path, text in texts.items()})
    options.show("".join(f"{printable(line)}\n" for line in told(old.name, draft, texts)))


def told(name: str, draft: Draft, texts: Mapping[str, str]) -> Iterator[str]:
    """What was placed where, what needs a look, and the counts, line by line."""
    for spot in spots(draft, texts):
        yield (
            f"{name}:{spot.old.line}: -> {spot.path}:{spot.line}  {spot.key}"
            if (spot.old.page is None)
            else f"{name}, {spot.old}: -> {spot.path}:{spot.line}  {spot.key}"
        )
    for remark in draft.remarks:
        yield f"{remark.kind}: {_at(name, remark)}{remark.message}"
    kinds = ("repaired", "inferred", "unplaced", "absent")
    counts = (f"{sum(r.kind == kind for r in draft.remarks)} {kind}" for kind in kinds)
    yield f"{draft.code}: {len(texts)} files written; {', '.join(counts)}"
    yield f"see what is wrong with it: reportkit check {draft.code}"


def _at(name: str, remark: Remark) -> str:
    match remark.where:
        case None:
            return ""
        case where if where.page is None:
            return f"{name}:{where.line}: "
        case where:
            return f"{name}, {where}: "


def _refuse_standing(files: ProjectFiles, texts: Iterable[str], *, force: bool) -> None:
    standing = [path for path in texts if files.has(path)]
    if standing and not force:
        raise CannotRun(f"{standing[0]} exists; nothing was written",
                        "use --force to replace the files of this publication")  # fmt: skip
