"""`reportkit impact`: which reports a new public file would touch, before anything is written."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.touched import Touched, touched
from reportkit.cli import import_run as run
from reportkit.cli import options
from reportkit.cli.begin_from import import_commands
from reportkit.cli.import_ import import_data
from reportkit.cli.unread import told_unread
from reportkit.files.reading import FolderFiles
from reportkit.findings.counted import counted
from reportkit.inputs.releases import order
from reportkit.model.base import Unavailable
from reportkit.model.datasets import KINDS
from reportkit.model.sections import AUTHORED
from reportkit.provide.grades import GRADES, Touch, gravest, touches
from reportkit.provide.merge import newest
from reportkit.provide.refresh import Dataset
from reportkit.source.emit import flow
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import Workspace, read_workspace

SHOWN = 20
"""So many reports are shown with their values and sentences, beyond only counted."""


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    help="A report to look at; may be given again. Default: all.",
)
@click.option("--all-shown", is_flag=True, help=f"Show every report, and not the first {SHOWN}.")
@options.project
def impact(
    files: tuple[Path, ...], codes: tuple[str, ...], all_shown: bool, project: Path | None
) -> None:
    """Say which reports, sentences, waivers and signatures FILEs would touch; nothing is written.

    FILEs are new issues of public files, as addenda AA and FF of a quarter together. Each report
    has the gravest grade of its changes: an amount by a cent, another amount, data it did not have,
    an indicator, a code that is gone. All others are certified to say what they say today, but
    for one that cannot be read: it is named, and the exit code is 1.
    """
    root = options.project_root(project)
    named = codes or all_codes(root)
    commands = import_commands(codes, [file.resolve() for file in files])
    measure = _measured(root, commands)
    changes = {code: tuple(_touches(measure, code)) for code in named if code in measure.data}
    given = {word for command in commands for word in command}
    gone = _all_gone(root, [code for code in named if code not in changes], measure, given)
    wanted = [code for code in named if code not in measure.left]
    hit = {code: change for code, change in (changes | gone).items() if change}
    workspace = read_workspace(root, _written(root, hit))
    rests = _rests(workspace, hit)
    reports = [_Report(code, hit[code], rests[code]) for code in sorted(hit)]
    shown = reports if all_shown else reports[:SHOWN]
    lines = [line for report in shown for line in report.lines()]
    renewed = sum(1 for code in changes if code not in hit)
    options.show("\n".join([*lines, *_counts(reports, len(wanted), renewed)]) + "\n")
    for why in measure.left.values():
        click.echo(f"not read: {why}", err=True)
    raise SystemExit(1 if told_unread(workspace) or measure.left else 0)


def _measured(root: Path, commands: Sequence[Sequence[str]]) -> run.Measure:
    """What the imports of the files would change; raises CannotRun, as they do."""
    measure = run.Measure()
    for command in commands:
        if command[0] == "hcpcs":
            raise CannotRun(
                "the HCPCS file is looked up code by code",
                "name the codes: `reportkit import hcpcs FILE CODE --write --dry-run` "
                "shows what would change",
            )
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            import_data.main(
                [*command, "--project", str(root)],
                "reportkit import",
                standalone_mode=False,
                obj=measure,
            )
    return measure


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that the files would touch."""

    code: str
    touches: tuple[Touch, ...]
    rests: Touched | None
    """What rests on the values; None where its files cannot be read."""

    def lines(self) -> Iterator[str]:
        yield f"{self.code}: {gravest(self.touches)}"
        for touch in self.touches:
            yield f"  {touch.grade}: {touch.field} {_brief(touch.old)} -> {_brief(touch.new)}"
        if self.rests is None:
            yield "  its sentences cannot be read; `reportkit check` says why"
            return
        for place, words in self.rests.sentences:
            yield f"  sentence: {place}: {words}"
        for waiver in self.rests.waivers:
            yield f"  waiver: {waiver}"
        for signature in self.rests.signatures:
            yield f"  signature: {signature}"


def _touches(measure: run.Measure, code: str) -> Iterator[Touch]:
    for dataset in measure.provided:
        yield from touches(dataset, measure.data[code].changes)


def _all_gone(
    root: Path, codes: Sequence[str], measure: run.Measure, given: Set[str]
) -> dict[str, tuple[Touch, ...]]:
    """What is gone of each report; of one that cannot be read, why is noted."""
    gone: dict[str, tuple[Touch, ...]] = {}
    for code in codes:
        try:
            gone[code] = tuple(_gone(root, code, measure, given))
        except CannotRun as stop:
            measure.left[code] = str(stop)
    return gone


def _gone(root: Path, code: str, measure: run.Measure, given: Set[str]) -> Iterator[Touch]:
    """Datasets of a report whose code the files no longer have, where they are newer."""
    held = run.standing(root, code)
    for name, arriving in measure.provided.items():
        key, value = KINDS[name].release, held.get(name)
        if name == "asc" and value is not None and _is_of_other_addendum(value, given):
            continue
        if key is not None and value is not None and _is_newer(arriving, newest(value, key)):
            yield Touch(name, value, None, "code gone")


def _is_of_other_addendum(asc: Mapping[str, Any], given: Set[str]) -> bool:
    """Whether a center's payment is none of addendum AA, and neither BB nor EE was given."""
    is_surgery = asc.get("multiple_procedure_discount") is not None
    return not is_surgery and given.isdisjoint({"--bb", "--ee"})


def _is_newer(arriving: Dataset, held: tuple[object, ...]) -> bool:
    return order(arriving.provenance.release or "") > held


def _written(root: Path, codes: Iterable[str]) -> list[str]:
    """Those of which people have written something that can rest on data."""
    files = FolderFiles(root)
    return [code for code in sorted(codes) if any(map(files.holds, _written_by_people(code)))]


def _rests(workspace: Workspace, hit: Mapping[str, tuple[Touch, ...]]) -> dict[str, Touched | None]:
    rests: dict[str, Touched | None] = dict.fromkeys(hit, Touched())
    for publication in workspace.publications:
        fields = [touch.field for touch in hit[publication.code]]
        try:
            rests[publication.code] = touched(publication, fields)
        except Unavailable:
            rests[publication.code] = None
    return rests


def _written_by_people(code: str) -> list[str]:
    """The files in which something can rest on data; a draft that an import began has none."""
    sections = (f"sections/{code}/{section}.yaml" for section in AUTHORED)
    return [f"report/{code}/signoff.yaml", f"report/{code}/waivers.yaml", *sections]


def _counts(reports: Sequence[_Report], wanted: int, renewed: int) -> Iterator[str]:
    grades = Counter(gravest(report.touches) for report in reports)
    told = ", ".join(f"{grades[grade]} {grade}" for grade in GRADES)
    yield f"{counted(len(reports), 'report')} of {wanted} touched: {told}"
    rests = [report.rests for report in reports if report.rests is not None]
    yield (
        f"{counted(sum(len(one.sentences) for one in rests), 'sentence')}, "
        f"{counted(sum(len(one.waivers) for one in rests), 'waiver')} and "
        f"{counted(sum(len(one.signatures) for one in rests), 'signature')} "
        "rest on what changes"
    )
    yield (
        f"certified unchanged: {wanted - len(reports)}; {renewed} of them stand in the files "
        "with the values they have"
    )


def _brief(value: object) -> str:
    match value:
        case dict() | tuple():
            return f"{counted(len(value), 'value')}"
    text = flow(value)
    return text if len(text) <= 60 else text[:59] + "…"
