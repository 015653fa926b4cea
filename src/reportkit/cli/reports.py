"""`--format NAME[=FILE]`: one report on standard output, any number into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.files.whole import write_file

if TYPE_CHECKING:
    from reportkit.check.findings import Findings

NAMES = (
    "text", "concise", "statistics", "alike", "json", "sarif", "sarif-open", "junit", "github",
    "gitlab",
    "checkstyle",
)  # fmt: skip
"""Every format; stated here so that `--help` imports none of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format, and the file it goes to; None is standard output."""

    name: str
    file: Path | None


class _Format(click.ParamType[Wanted]):
    name = "NAME[=FILE]"

    def convert(self, value: Any, param: Any, ctx: Any) -> Wanted:
        """Read `sarif` or `sarif=out.sarif`."""
        if isinstance(value, Wanted):
            return value
        name, _, file = str(value).partition("=")
        if name not in NAMES:
            self.fail(f"{name!r} is not a format; known: {', '.join(NAMES)}", param, ctx)
        return Wanted(name, Path(file) if file else None)


formats = click.option(
    "--format",
    "formats",
    type=_Format(),
    multiple=True,
    default=("text",),
    metavar="NAME[=FILE]",
    help=f"Form of the findings: {', '.join(NAMES)}. May be given several times, "
    "for several files.  [default: text]",
)
show_waived = click.option(
    "--show-waived", is_flag=True, help="List every waived finding, not only the first."
)
trust = click.option(
    "--trust-project-rules",
    "trust",
    flag_value="trusted",
    default="untrusted",
    help="Run the rules in Python that project.yaml names; they can do what you can do.",
)


def check_wanted(wanted: Sequence[Wanted]) -> None:
    """Refuse two reports on one output, before any work is done."""
    outputs = [report.file for report in wanted]
    for output in outputs:
        if outputs.count(output) > 1:
            where = output or "standard output"
            raise CannotRun(f"two formats go to {where}", "write one into a file: NAME=FILE")


def in_text_alone(wanted: Sequence[Wanted]) -> bool:
    """True if text on standard output is all that is wanted."""
    return list(wanted) == [Wanted("text", None)]


def in_place_of_text(wanted: Sequence[Wanted], name: str) -> tuple[Wanted, ...]:
    """The formats wanted with another in place of text, which is there unless one is named."""
    return tuple(Wanted(name, one.file) if one.name == "text" else one for one in wanted)


def write_reports(
    root: Path, findings: Findings, wanted: Sequence[Wanted], waived_listed: int
) -> str:
    """Write the reports that go to files; what goes to standard output comes back."""
    from reportkit.report.formats import report_as
    from reportkit.report.presentation import Presentation

    folder = _way_from_top(root)
    shown = Presentation(options.palette(), waived_listed, folder)
    output = ""
    for report in wanted:
        if report.file is None:
            output = report_as(report.name, findings, shown)
            continue
        plain = Presentation(waived_listed=waived_listed, folder=folder)
        write_file(report.file, report_as(report.name, findings, plain).encode())
    return output


def _way_from_top(root: Path) -> str:
    """The way from the top of the git repository that holds a project; empty where none does."""
    whole = root.resolve()
    top = next((one for one in (whole, *whole.parents) if (one / ".git").exists()), whole)
    return "".join(f"{step}/" for step in whole.relative_to(top).parts)


def listed(show: bool) -> int:
    """How many waived findings to list in text."""
    return 1_000_000 if show else 5
