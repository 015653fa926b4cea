"""Read a published file that is not trusted, without letting it read, run or print anything."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.named import read_named
from reportkit.contain import Answer, Exceeded, Limits, Outcome, Raised, contained

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust

EXAMINE: Final = "reportkit.cli.examine:examine"
SOURCES_OF: Final = "reportkit.cli.examine:sources_of"
LARGEST: Final = 100_000_000
"""Bytes of a published file at most."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A file to examine, and what of it the user trusts."""

    content: bytes
    rules: Trust = "untrusted"
    theme: Trust = "untrusted"
    roots: tuple[bytes, ...] = ()
    """Certificates, in DER."""


def content_of(file: Path) -> bytes:
    """The bytes of a regular file that is not too large; raises CannotRun."""
    return read_named(file, LARGEST, "name a PDF or a web page that reportkit has built")


def carried_sources(file: Path) -> Mapping[str, bytes]:
    """The sources a published file carries, by their path in the project; raises CannotRun."""
    hint = (
        "take a file that `reportkit build` has written, "
        "and for one of an earlier form the reportkit of its time"
    )
    match contained(SOURCES_OF, content_of(file), limits(60)):
        case Answer(value={"files": files}):
            return {path: base64.b64decode(body) for path, body in files.items()}
        case Answer(value={"fault": fault}):
            raise CannotRun(f"{file.name} {fault}", hint)
        case outcome:
            raise CannotRun(f"{file.name} cannot be read: {told(outcome)}", hint)


def limits(seconds: int) -> Limits:
    """The limits under which a suspect file is read.

    The theme of reportkit may be, and the time zones of the system, which pyHanko loads.
    """
    from zoneinfo import TZPATH

    from reportkit.render.theme import default_folder

    return Limits(seconds, readable=(str(default_folder()), *TZPATH))


def told(outcome: Outcome) -> str:
    """Why a contained function has no answer, as a clause."""
    match outcome:
        case Exceeded(said=said):
            return said
        case Raised(fault=fault):
            return f"it breaks reportkit ({fault})"
        case Answer(value=value):
            return f"it gave {type(value).__name__}"
