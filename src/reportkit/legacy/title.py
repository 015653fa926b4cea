"""Find the line of an old report that names the code and the service."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reportkit.legacy.headings import part_named
from reportkit.legacy.old_report import Block, Heading, Paragraph, Where
from reportkit.model.codes import CODE_PATTERNS, CodeSystem


@dataclass(frozen=True, slots=True)
class Title:
    """The line that names the code and the service."""

    code: str
    system: CodeSystem
    text: str
    """What the line says beside the code; empty if nothing."""
    where: Where


def system_of(code: str) -> CodeSystem | None:
    """The code system whose shape a code has."""
    if CODE_PATTERNS["CPT"].fullmatch(code):
        return "CPT"
    return "HCPCS" if CODE_PATTERNS["HCPCS"].fullmatch(code) else None


def title_in(block: Block) -> Title | None:
    """The title a block is, or None."""
    if not isinstance(block, Heading | Paragraph) or len(block.text) > 200:
        return None
    if block.text.rstrip().endswith((".", ";", ",", "?")):
        return None
    return _before(block) or _behind(block)


def _before(block: Heading | Paragraph) -> Title | None:
    """`CPT 57511: Freezing the cervix`, or the code alone."""
    match = _TITLE.fullmatch(block.text) or _BARE_TITLE.fullmatch(block.text)
    if match is None:
        return None
    separated = isinstance(block, Heading) or _SEPARATED.search(block.text)
    text = match.groupdict().get("text") or ""
    if not separated and (text[:1].islower() or not match["system"]):
        return None  # the beginning of a sentence: `CPT 57511 reports the freezing`
    return _made(match["code"], text, block)


def _behind(block: Heading | Paragraph) -> Title | None:
    """`Freezing the cervix (CPT 57511)`, `Freezing the cervix: CPT 57511`."""
    match = _CODE_LAST.fullmatch(block.text)
    if match is None or part_named(match["text"]):
        return None  # a label, `Billing code: CPT 57511`
    return _made(match["code"], match["text"], block)


def _made(code: str, text: str, block: Heading | Paragraph) -> Title | None:
    system = system_of(code.upper())
    return None if system is None else Title(code.upper(), system, text.strip(), block.where)


_TITLE = re.compile(
    r"\W*(?:(?:(?P<system>CPT|HCPCS)\W{0,3}\s*(?:Level II\s+)?(?:codes?\s+)?)|codes?\s+)?"
    r"(?P<code>[0-9A-Z]\d{3}[0-9A-Z])\W{0,2}(?:\s*[:–—|-]\s*|\s+)(?P<text>\S.*)",
    re.IGNORECASE,
)
_BARE_TITLE = re.compile(
    r"\W*(?P<system>CPT|HCPCS)\W{0,3}\s*(?:code\s+)?(?P<code>[0-9A-Z]{5})\W*", re.IGNORECASE
)
_CODE_LAST = re.compile(
    r"(?P<text>[^\W\d_].{3,150}?)\s*[:(\[–—-]\s*(?:(?:CPT|HCPCS)\W{0,3}\s*"
    r"(?:code\s+)?|codes?\s+|c[oó]digo\s+)(?P<code>[0-9A-Z]\d{3}[0-9A-Z])\s*[)\]]?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"[0-9A-Z]{5}\W{0,3}\s*[:–—|-]\s")
FILE_CODE: Final = re.compile(r"(?<![0-9A-Za-z])([0-9A-Z][0-9]{3}[0-9A-Z])(?![0-9A-Za-z])")
"""A code as it stands in the name of a file, or behind a label."""
NAMED_CODE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:CPT|HCPCS|[Cc]odes?|[Cc][oó]digo)\W{0,3}\s*(?:[Cc]ode\s+)?([0-9A-Z]\d{3}[0-9A-Z])\b"
)
"""A code as prose names it."""
