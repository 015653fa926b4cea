"""`reportkit trace`: confirm or refute a publication's figures by the public files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_read as read
from reportkit.cli import options
from reportkit.publish.printed_figures import NoFigures, read_figures
from reportkit.publish.public_data import TRACED, read_public
from reportkit.publish.trace import Traced
from reportkit.publish.trace import trace as held_against
from reportkit.report.frame import printable


@click.command()
@click.argument("file", type=read.data_file)
@click.option(
    "--data",
    "data",
    type=read.data_file,
    multiple=True,
    required=True,
    help="A file of CMS, or an archive of such files: PPRRVU, GPCI, addendum AA, BB, EE, FF or B, "
    "CLFS, ASP, DMEPOS, ANES, base units of anesthesia, MUE or PTP; may be given several times.",
)
@click.option(
    "--release",
    "releases",
    multiple=True,
    metavar="NAME",
    help="Release of files that do not say it: 2025Q4, or RVU25D of a fee schedule; may be given "
    "several times.",
)
def trace(file: Path, data: tuple[Path, ...], releases: tuple[str, ...]) -> None:
    """Hold the figures of FILE, a published PDF or web page, against public files.

    Every figure that comes from one of the files is confirmed or refuted; exit code 1 if any is
    refuted. Figures that come from elsewhere are counted and left alone.
    """
    given = read.read_given(file, None)
    try:
        printed = read_figures(given.name, given.content)
    except NoFigures as missing:
        raise CannotRun(str(missing), "give a PDF or web page of build/") from missing
    files = [given for path in data for given in read.read_each(path, TRACED)]
    with read.layouts_explained():
        public = read_public(printed.code, [(part.name, part.content) for part in files], releases)
    found = held_against(printed, public)
    options.show("".join(f"{line}\n" for line in _lines(found)))
    raise SystemExit(1 if any(figure.verdict == "refuted" for figure in found) else 0)


def _lines(found: Sequence[Traced]) -> list[str]:
    palette = options.palette()
    lines = [
        f"{palette.paint('error', 'refuted')} {printable(traced.figure.field)}: "
        f"{printable(traced.figure.shown)} is printed, the file says {traced.expected}"
        for traced in found
        if traced.verdict == "refuted"
    ]
    counts = Counter(traced.verdict for traced in found)
    lines.append(
        f"{counts['confirmed']} confirmed, {counts['refuted']} refuted, "
        f"{counts['not traced']} from other data"
    )
    return lines
