"""Turn data files that a user names into the commands that import them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_read import layouts_explained, read_given
from reportkit.inputs.archive import is_archive, members
from reportkit.inputs.known_files import KnownFile, recognised_bytes

COMMANDS: Final = (
    "pfs",
    "pfs FILE --gpci",
    "asc",
    "asc FILE --bb",
    "asc FILE --ee",
    "asc FILE --ff",
    "opps",
    "clfs",
    "asp",
    "anesthesia",
    "anesthesia FILE --base-units",
    "dmepos",
    "addons",
    "telehealth",
    "utilization",
    "psps",
    "ncci --mue",
    "ncci --ptp",
    "hcpcs",
)
"""The imports that can begin a report, as known files name them."""

ALWAYS: Final[Mapping[str, Sequence[str]]] = {"hcpcs": ("--write",)}
"""Import to the options it is given in any case."""


@dataclass(slots=True)
class _Import:
    """What one command is given, as it is collected from the files."""

    files: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)


def import_commands(codes: Sequence[str], paths: Sequence[Path]) -> list[list[str]]:
    """What to put behind `reportkit import`, once for each command; raises CannotRun.

    A file is known by what it says, not by its name.
    """
    commands: dict[str, _Import] = {}
    for path in paths:
        for known in _known(path):
            name, *rest = (known.command or "").split()
            part = commands.setdefault(name, _Import())
            if rest:
                part.options += [rest[-1], str(path)]
            else:
                part.files.append(str(path))
    for name, part in commands.items():
        if name != "ncci" and len(part.files) != 1:
            raise CannotRun(
                f"{len(part.files)} files are for `reportkit import {name}`, and one is needed",
                "name one with --from, and import the others by that command",
            )
    return [
        [name, *part.files, *codes, *part.options, *ALWAYS.get(name, ())]
        for name, part in commands.items()
    ]


def _known(path: Path) -> Iterator[KnownFile]:
    """What a file is, and of an archive each kind of table in it once."""
    given = read_given(path, None)
    with layouts_explained():
        packed = list(members(given.name, given.content)) if is_archive(given.content) else []
    if not packed:
        yield _usable(path, recognised_bytes(given.name, given.content))
        return
    inside = {
        known.command: known
        for member in packed
        if (known := recognised_bytes(member.name, member.content))
    }
    usable = [
        known for command, known in inside.items() if _begins(known) and "FILE" not in str(command)
    ]
    yield from usable or [_usable(path, None)]


def _usable(path: Path, known: KnownFile | None) -> KnownFile:
    if known is None:
        raise CannotRun(
            f"{path.name} is no file that reportkit knows",
            "name files of the fee schedule, of surgical centers, of NCCI or of "
            "HCPCS, as CMS publishes them",
        )
    if not _begins(known):
        raise CannotRun(
            f"{path.name} is {known.name}, with which no report is begun",
            f"leave it out of --from; {known.hint} afterwards",
        )
    return known


def _begins(known: KnownFile) -> bool:
    return known.command in COMMANDS
