"""Compare a published file with what its sources produce here, and come to a verdict."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import Literal

from reportkit.publish.environment import Change, Reach
from reportkit.publish.evidence import Kind

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The sources a file carries produce these very bytes; who made it is not said by that."""

    harmless: tuple[Change, ...]
    """What is different here and made no difference."""


@dataclass(frozen=True, slots=True)
class Altered:
    """The file is not what its sources produce, and nothing here could be the reason."""

    where: str
    """What of the file shows it: `differs first at …`."""


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The file could not be made again here, or came out otherwise for a reason that is known."""

    why: tuple[str, ...]


Verdict = Rebuilt | Altered | CannotTell


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published file beside the one made again from its sources."""

    kind: Kind
    difference: str | None
    """The first place at which the bytes differ, as `first_difference` says it."""
    same_findings: bool
    changes: tuple[Change, ...]
    """What is different here from what the file records."""
    not_run: tuple[str, ...]
    """The files of rules that were not run for want of trust."""


def verdict(comparison: Comparison) -> Verdict:
    """Whether a file is what its sources produce; a change excuses only what it can reach."""
    of_pages = [change for change in comparison.changes if _reaches(change.reach, comparison.kind)]
    if comparison.difference is not None:
        if not of_pages:
            return Altered(f"differs first at {comparison.difference}")
        return CannotTell((f"it differs first at {comparison.difference}", *_said(of_pages)))
    if comparison.same_findings:
        return Rebuilt(comparison.changes)
    of_findings = [change for change in comparison.changes if change.reach in ("all", "findings")]
    if not of_findings and not comparison.not_run:
        return Altered("carries findings that its sources do not lead to")
    not_run = [
        f"the rules of {path} were not run; --trust-project-rules runs them"
        for path in comparison.not_run
    ]
    return CannotTell(
        (
            "its pages are what its sources produce, but its findings differ",
            *_said(of_findings),
            *not_run,
        )
    )


def first_difference(given: bytes, rebuilt: bytes) -> str | None:
    """The first place where two files differ, or None if they are the same."""
    if given == rebuilt:
        return None
    shorter = min(len(given), len(rebuilt))
    offset = next((i for i in range(shorter) if given[i] != rebuilt[i]), shorter)
    return f"byte {offset:,}, in {_place(given, offset)}"


def _reaches(reach: Reach, kind: Kind) -> bool:
    allowed: dict[Kind, tuple[Reach, ...]] = {
        "html": ("all", "pages"),
        "pdf": ("all", "pages", "PDF pages"),
    }
    return reach in allowed[kind]


def _said(changes: list[Change]) -> list[str]:
    return [f"{change}, which can change {_WHAT[change.reach]}" for change in changes]


_WHAT: dict[Reach, Literal["everything", "the pages", "a PDF", "the findings"]] = {
    "all": "everything",
    "pages": "the pages",
    "PDF pages": "a PDF",
    "findings": "the findings",
}


def _place(content: bytes, offset: int) -> str:
    """The PDF object or the line of the page that holds an offset."""
    if not content.startswith(b"%PDF"):
        return f"line {content.count(bytes([10]), 0, offset) + 1}"
    objects = [(match.start(1), int(match[1])) for match in _OBJECT.finditer(content)]
    index = bisect.bisect_right([start for start, _ in objects], offset) - 1
    return f"PDF object {objects[index][1]}" if index >= 0 else "the PDF's header"
