"""Read the files a user names for an import: unpacked, in their encoding, and of the kind asked."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli.days import DAY
from reportkit.cli.named import read_named
from reportkit.findings.counted import counted
from reportkit.inputs.archive import Member, is_archive, members
from reportkit.inputs.known_files import recognised_bytes
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import quarter_of_day
from reportkit.inputs.refused import Refused
from reportkit.inputs.text import MOST_BYTES, transcode
from reportkit.inputs.workbook import is_workbook, sheets_read
from reportkit.report.frame import printable

data_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file the user named, or the one of an archive that was asked for.

    `name` is its name alone, behind that of the archive; `content` is in UTF-8 if the user named
    the encoding; `sha256` is of its bytes as they are in the file or archive.
    """

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says of the files, for where they do not say it themselves."""

    release: str | None
    as_of: date | None
    encoding: str | None

    @property
    def quarter(self) -> str | None:
        """The quarter as the release, or the one that the day is in: `2025Q4`."""
        return self.release or (quarter_of_day(self.as_of) if self.as_of else None)

    @property
    def fee_release(self) -> str | None:
        """The release as fee schedules are named, or the one that the day is in: `RVU25D`."""
        quarter = self.quarter
        if quarter is None or not re.fullmatch(r"20\d\dQ[1-4]", quarter):
            return quarter
        return f"RVU{quarter[2:4]}{'ABCD'[int(quarter[5]) - 1]}"


encoding = click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of the files; UTF-8, Windows-1252 and marked UTF-16 are recognised.",
)
"""Gives a command the option for how the files are encoded."""


def stated(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for what files leave out; it gets them as `stated`."""

    @click.option(
        "--release",
        "--quarter",
        "release",
        metavar="NAME",
        help="Release, where the files do not say it: 2025Q4, or RVU25D for a fee schedule.",
    )
    @click.option(
        "--as-of",
        type=DAY,
        metavar="DAY",
        help="First day the data holds, where the files do not say it.",
    )
    @encoding
    @functools.wraps(command)
    def with_stated(
        *arguments: Any,
        release: str | None,
        as_of: date | None,
        encoding: str | None,
        **options: Any,
    ) -> Any:
        said = Stated(release, as_of, encoding)
        return command(*arguments, stated=said, **options)

    return with_stated


def read_given(path: Path, kind: str | None, encoding: str | None = None) -> GivenFile:
    """Read a file the user named, out of its archive where it is in one. Raises CannotRun.

    `kind` is the command of the known file that an archive is searched for (`pfs`, `ncci --mue`);
    with None the file is taken as it is.
    """
    content = read_named(path, MOST_BYTES, "give the extract that holds the codes you need")
    with layouts_explained():
        member = _member(path.name, content, kind) if kind and is_archive(content) else None
        given = _given(member or Member(path.name, content))
        if kind is not None:
            _tell_sheets(given)
        if encoding is None or is_workbook(given.content):
            return given
        return replace(given, content=transcode(given.name, given.content, encoding))


def read_each(path: Path, kinds: Collection[str | None]) -> tuple[GivenFile, ...]:
    """Read a file the user named, or every file of such kinds out of an archive. Raises CannotRun.

    `kinds` are commands of known files, as for `read_given`.
    """
    content = read_named(path, MOST_BYTES, "give the extract that holds the codes you need")
    with layouts_explained():
        if not is_archive(content):
            given = _given(Member(path.name, content))
            _tell_sheets(given)
            return (given,)
        held = list(members(path.name, content))
        fitting = _fitting(held, kinds)
        if not fitting:
            raise LayoutError(
                path.name,
                None,
                "an archive with a file of CMS as published",
                _names(held) or "an empty one",
                "give the archive that holds it, or the file alone",
            )
    return tuple(map(_given, fitting))


@contextmanager
def layouts_explained() -> Iterator[None]:
    """Say a file that is not as expected as one message."""
    try:
        yield
    except LayoutError as error:
        raise CannotRun(str(error), error.hint or "use the file as published") from None


def stop_for_missing(absent: Sequence[str], named: Sequence[str], file: str, hint: str) -> None:
    """Stop if codes the user named are not in the file; others are only mentioned."""
    if not absent:
        return
    shown = ", ".join(absent[:12]) + (" …" if len(absent) > 12 else "")
    if named:
        raise CannotRun(f"{file} has no readable row for {shown}", hint)
    click.echo(f"not in {file}: {shown}", err=True)


def stop_for_refused(refused: Sequence[Refused], wanted: Sequence[str], file: str) -> None:
    """Stop if a row of a wanted code is refused; other refused rows are only mentioned."""
    stop_for_rows(refused, wanted, file)
    mention_refused(refused, file)


def stop_for_rows(refused: Sequence[Refused], wanted: Sequence[str], file: str) -> None:
    """Stop if a row of a wanted code, or of another thing that rows are about, is refused."""
    for row in refused:
        named = [code for code in row.codes if code in wanted]
        if named:
            raise CannotRun(
                f"{file}:{row.line}: row of {' and '.join(named)} refused: {row.reason}",
                "correct the row, or use the file as published",
            )


def stop_for_part(refused: Sequence[Refused], named: Sequence[str], file: str) -> None:
    """Stop if a locality cannot be read that is named, or any if all are to be written."""
    if refused and not named:
        row = refused[0]
        raise CannotRun(
            f"{file}:{row.line}: row refused: {row.reason}; the localities "
            "are written all or not at all",
            "correct the row, or name the localities with --locality",
        )
    stop_for_refused(refused, named, file)


def mention_refused(refused: Sequence[Refused], file: str) -> None:
    """Say which rows were left out and why; of many for one reason, the first and their number."""
    alike: dict[str, list[Refused]] = {}
    for row in refused:
        alike.setdefault(_VALUE.sub("", row.reason), []).append(row)
    for first, *others in alike.values():
        more = f"; {counted(len(others), 'more row')} like it" if others else ""
        click.echo(f"{file}:{first.line}: row refused: {first.reason}{more}", err=True)


_VALUE = re.compile(r"`[^`]*`|\d+")
"""What differs between two rows that are refused for one reason."""
_FORMS = (".csv", ".txt", ".xlsx", ".xml")
"""Of one table in several forms, the earlier one is read."""


def _member(file: str, content: bytes, kind: str) -> Member:
    """The one file of the archive that is of a kind; of several forms of it, the first."""
    held = list(members(file, content))
    fitting = _fitting(held, {kind})
    if len(fitting) == 1:
        return fitting[0]
    names = _names(fitting or held)
    if not fitting:
        raise LayoutError(
            file,
            None,
            f"an archive with a file for `reportkit import {kind}`",
            names or "an empty one",
            "give the archive that holds it",
        )
    raise LayoutError(
        file,
        None,
        f"one file for `reportkit import {kind}`",
        names,
        "unpack the archive and give one of them",
    )


def _fitting(held: Sequence[Member], kinds: Collection[str | None]) -> list[Member]:
    """The files of some kinds; of several forms of one, the first."""
    fitting: dict[str, Member] = {}
    for member in sorted(held, key=_form):
        known = recognised_bytes(member.name, member.content)
        if known is not None and known.command in kinds:
            fitting.setdefault(Path(member.name).stem.casefold(), member)
    return [*fitting.values()]


def _names(held: Sequence[Member]) -> str:
    return ", ".join(sorted(Path(part.name).name for part in held)[:12])


def _given(member: Member) -> GivenFile:
    return GivenFile(member.name, member.content, hashlib.sha256(member.content).hexdigest())


def _tell_sheets(given: GivenFile) -> None:
    """Say which sheet of a workbook is read, where it has others."""
    if not is_workbook(given.content):
        return
    read, others = sheets_read(given.name, given.content)
    if others:
        sheets = printable(f"sheet {read} is read, and not {', '.join(others)}")
        click.echo(f"{printable(given.name)}: {sheets[:300]}", err=True)


def _form(member: Member) -> int:
    suffix = Path(member.name).suffix.casefold()
    return _FORMS.index(suffix) if suffix in _FORMS else len(_FORMS)
