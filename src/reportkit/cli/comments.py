"""`reportkit comments`: what people wrote into a copy of the PDF, at the lines of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import locate
from reportkit.cli import clock, options
from reportkit.cli.named import read_named
from reportkit.cli.suspect import told
from reportkit.contain import Answer, Limits, contained
from reportkit.decide.judged import judged_at, read
from reportkit.decide.on_places import send_back
from reportkit.decide.sitting import Sitting, reviewer
from reportkit.desk.comments import Nowhere, place_on_page
from reportkit.files.reading import FolderFiles
from reportkit.findings.place import At
from reportkit.model.signoff import Role
from reportkit.report.frame import printable
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes

MOST_BYTES: Final = 100_000_000
LIMITS: Final = Limits(seconds=30, megabytes=1_000)
"""A commented copy comes from anybody."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a PDF, and where it belongs."""

    page: int
    kind: str
    words: str
    author: str
    on: str
    """What is printed there."""
    place: At | Nowhere

    @property
    def said(self) -> str:
        """What it asks of the author; a mark without words is quoted."""
        return self.words or f"{self.kind} on `{self.on}`"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="Publication; default: the one FILE is named after.")
@click.option("--write", is_flag=True, help="Send each place back, with its comment.")
@click.option("--by", help="Whose comments they are; default: as the PDF says of each.")
@click.option("--role", type=click.Choice(get_args(Role)), help="As what they decide.")
@options.project
def comments(
    file: Path, code: str | None, write: bool, by: str | None, role: Role | None,
    project: Path | None,
) -> None:  # fmt: skip
    """List the comments in FILE, a commented copy of a PDF, at the lines they belong to.

    With --write each goes to report/<code>/review.yaml, as if the reviewer had sent the place
    back with `reportkit decide`. What cannot be placed is listed with its page.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code or file.stem], root)
    publication = read(FolderFiles(root), code)
    written = _read(publication, printable(file.name), read_named(file, MOST_BYTES, "name a PDF"))
    for comment in written:
        options.show("".join(f"{printable(line)}\n" for line in _shown(publication, comment)))
    if write:
        for comment in written:
            _send(root, publication, comment, by, role)
    placed = sum(isinstance(comment.place, At) for comment in written)
    click.echo(f"{placed} of {len(written)} comments {'sent back' if write else 'have a place'}")


def _read(publication: Publication, name: str, content: bytes) -> list[Comment]:
    match contained("reportkit.publish.annotations:annotations_in", content, LIMITS):
        case Answer(value={"pages": pages, "comments": found}):
            return [_comment(publication, pages, one) for one in found]
        case outcome:
            raise CannotRun(f"{name} cannot be read: {told(outcome)}",
                            "open it in a viewer, and save it again as PDF")  # fmt: skip


def _comment(publication: Publication, pages: list[list[str]], one: dict[str, Any]) -> Comment:
    page, first, last = pages[one["page"] - 1], one["first"], one["last"]
    on = " ".join("".join(page[first : last + 1]).split()) if first >= 0 else ""
    place = place_on_page(publication, page, first, last)
    return Comment(one["page"], one["kind"], one["words"], one["author"], on, place)


def _shown(publication: Publication, comment: Comment) -> Iterator[str]:
    who = f" by {comment.author}" if comment.author else ""
    said = f"page {comment.page}, {comment.kind}{who}: {comment.said}"
    if isinstance(comment.place, Nowhere):
        yield f"not placed, {said}"
        yield f"  on `{comment.on}`: {comment.place.why}"
    else:
        where = locate(publication.files[comment.place.key], comment.place)
        yield f"{where.file}:{where.line}  {said}"


def _send(
    root: Path, publication: Publication, comment: Comment, by: str | None, role: Role | None
) -> None:
    if isinstance(comment.place, Nowhere):
        return
    who = reviewer(by or comment.author, role)
    sitting = Sitting(root, publication.code, who, clock.time_of_record(), clock.today())
    judged = judged_at(publication, comment.place.key, comment.place.route)
    if judged is not None:
        send_back(sitting, judged, comment.said)
