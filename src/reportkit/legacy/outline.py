"""OldReport in, Outline out: which block belongs to which part of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportkit.legacy.headings import SECTION_OF, Part, looks_like_heading, part_named
from reportkit.legacy.old_report import Aside, Block, Heading, Item, OldReport, Paragraph, Where
from reportkit.model.codes import CODE_PATTERNS, CodeSystem


@dataclass(frozen=True, slots=True)
class Title:
    """The line that names the code and the service."""

    code: str
    system: CodeSystem
    text: str
    """What follows the code; empty if nothing does."""
    where: Where


@dataclass(frozen=True, slots=True)
class Entry:
    """A block and where it belongs; `part` is None below a heading nobody knows."""

    block: Block
    part: Part | None
    section: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The body by parts, and what stands outside of it."""

    title: Title | None
    entries: tuple[Entry, ...]
    headings: tuple[Entry, ...]
    """Headings, which the sections of the project have by themselves."""
    asides: tuple[Aside, ...]


def outline(report: OldReport) -> Outline:
    """Sort the blocks of a report under the headings it has; what comes first is the summary."""
    title: Title | None = None
    part: Part | None = "summary"
    section = "summary"
    entries: list[Entry] = []
    headings: list[Entry] = []
    asides: list[Aside] = []
    for block, following in zip(report.blocks, (*report.blocks[1:], None), strict=True):
        if isinstance(block, Aside):
            asides.append(block)
            continue
        if title is None and (found := _title(block)):
            title = found
            continue
        named = _named(block)
        if named is not None:
            part, section = named, SECTION_OF[named]
            headings.append(Entry(block, part, section))
        elif _is_unknown_heading(block, following):
            part = None
            entries.append(Entry(block, part, section))
        elif isinstance(block, Paragraph) and (split := _run_in(block)):
            head, rest, part = split
            section = SECTION_OF[part]
            headings.append(Entry(head, part, section))
            entries.append(Entry(rest, part, section))
        else:
            entries.append(Entry(block, part, section))
    return Outline(title, tuple(entries), tuple(headings), tuple(asides))


_TITLE = re.compile(
    r"\W*(?:(?:(?P<system>CPT|HCPCS)\W{0,3}\s*(?:Level II\s+)?(?:codes?\s+)?)|codes?\s+)?"
    r"(?P<code>[0-9A-Z]\d{3}[0-9A-Z])\W{0,2}(?:\s*[:–—|-]\s*|\s+)(?P<text>\S.*)",
    re.IGNORECASE,
)
_BARE_TITLE = re.compile(
    r"\W*(?P<system>CPT|HCPCS)\W{0,3}\s*(?:code\s+)?(?P<code>[0-9A-Z]{5})\W*", re.IGNORECASE
)
_RUN_IN = re.compile(r"(?P<name>[A-Z][\w &-]{3,50}):\s+(?P<rest>\S.*)", re.DOTALL)
_SEPARATED = re.compile(r"[0-9A-Z]{5}\W{0,3}\s*[:–—|-]\s")


def system_of(code: str) -> CodeSystem | None:
    """The code system whose shape a code has."""
    if CODE_PATTERNS["CPT"].fullmatch(code):
        return "CPT"
    return "HCPCS" if CODE_PATTERNS["HCPCS"].fullmatch(code) else None


def _title(block: Block) -> Title | None:
    if not isinstance(block, Heading | Paragraph) or len(block.text) > 200:
        return None
    found = _TITLE.fullmatch(block.text) or _BARE_TITLE.fullmatch(block.text)
    if found is None or block.text.rstrip().endswith((".", ";", ",")):
        return None
    code = found["code"].upper()
    system = system_of(code)
    separated = isinstance(block, Heading) or _SEPARATED.search(block.text)
    if system is None or not (separated or found["system"]):
        return None
    text = found.groupdict().get("text") or ""
    return Title(code, system, text, block.where)


def _named(block: Block) -> Part | None:
    match block:
        case Heading(text=text):
            return part_named(text)
        case Paragraph(text=text) if not text[:1].islower():
            return part_named(text)
        case Item(text=text) if _is_numbered_heading(block):
            return part_named(text)
        case _:
            return None


def _is_numbered_heading(block: Item) -> bool:
    return block.number is not None and looks_like_heading(block.text)


def _is_unknown_heading(block: Block, following: Block | None) -> bool:
    """A marked heading, or a line that looks like one and has text below it."""
    if isinstance(block, Heading):
        return True
    return (
        isinstance(block, Paragraph)
        and looks_like_heading(block.text)
        and following is not None
        and not isinstance(following, Aside)
    )


def _run_in(block: Paragraph) -> tuple[Paragraph, Paragraph, Part] | None:
    """A heading that runs into its text: `Clinical Context: A 29-year-old ...`."""
    found = _RUN_IN.fullmatch(block.text)
    if found is None or len(found["rest"].split()) < 8:
        return None
    part = part_named(found["name"])
    if part is None or part in ("sites", "units", "workflow"):
        return None
    return Paragraph(found["name"], block.where), Paragraph(found["rest"], block.where), part
