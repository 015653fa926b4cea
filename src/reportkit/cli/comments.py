"""`reportkit comments`: what people wrote into a copy, at the lines of the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import click

from reportkit.check.engine import locate
from reportkit.cli import clock, options
from reportkit.cli.marked_copies import Mark, marks_of
from reportkit.cli.named import read_named
from reportkit.decide.judged import judged_at, read
from reportkit.decide.on_places import send_back
from reportkit.decide.sitting import Sitting, reviewer
from reportkit.desk.comments import Nowhere
from reportkit.files.reading import FolderFiles
from reportkit.findings.place import At
from reportkit.model.signoff import Role
from reportkit.report.frame import printable
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes

MOST_BYTES: Final = 100_000_000


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="Publication; default: the one FILE is named after.")
@click.option("--write", is_flag=True, help="Send each place back, with its comment.")
@click.option("--by", help="Whose comments they are; default: as the copy says of each.")
@click.option("--role", type=click.Choice(get_args(Role)), help="As what they decide.")
@options.project
def comments(
    file: Path,
    code: str | None,
    write: bool,
    by: str | None,
    role: Role | None,
    project: Path | None,
) -> None:
    """List the comments and changes in FILE, a copy in PDF or Word, at the lines they belong to.

    With --write each goes to report/<code>/review.yaml, as if the reviewer had sent the place
    back with `reportkit decide`; a change stands there as a proposal, and no text is changed.
    What cannot be placed is listed.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code or file.stem], root)
    publication = read(FolderFiles(root), code)
    written = marks_of(root, publication, file.name, read_named(file, MOST_BYTES, _HINT))
    for comment in written:
        options.show("".join(f"{printable(line)}\n" for line in _shown(publication, comment)))
    if write:
        for comment in written:
            _send(root, publication, comment, by, role)
    placed = sum(isinstance(comment.place, At) for comment in written)
    click.echo(f"{placed} of {len(written)} comments {'sent back' if write else 'have a place'}")


_HINT: Final = "name a PDF, or a document of Word"


def _shown(publication: Publication, comment: Mark) -> Iterator[str]:
    who = f" by {comment.author}" if comment.author else ""
    said = f"{comment.what}{who}: {comment.words}"
    if isinstance(comment.place, Nowhere):
        yield f"not placed, {said}"
        yield f"  on `{comment.on}`: {comment.place.why}"
    else:
        where = locate(publication.files[comment.place.key], comment.place)
        yield f"{where.file}:{where.line}  {said}"


def _send(
    root: Path, publication: Publication, comment: Mark, by: str | None, role: Role | None
) -> None:
    if isinstance(comment.place, Nowhere):
        return
    who = reviewer(by or comment.author, role)
    sitting = Sitting(root, publication.code, who, clock.time_of_record(), clock.today())
    judged = judged_at(publication, comment.place.key, comment.place.route)
    if judged is not None:
        send_back(sitting, judged, comment.words)
