"""Markdown in, blocks and remarks out.

Read line by line like plain text, since old reports in Markdown are seldom faultless: a
bullet on a line of its own would make a heading of the paragraph above it. Emphasis stays
in prose, which may have it, and goes from headings, labels and codes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportkit.legacy.headings import part_hinted, part_named
from reportkit.legacy.old_report import Aside, Block, Heading, Item, Paragraph, Remark, Row, Where
from reportkit.legacy.read_text import read_text


def read_markdown(text: str) -> tuple[list[Block], list[Remark]]:
    """Read Markdown; front matter and comments become asides."""
    asides: list[Block] = []

    def blanked(found: re.Match[str]) -> str:
        inner = " ".join(found["inner"].split())
        if inner:
            asides.append(Aside(inner, Where(text.count("\n", 0, found.start()) + 1)))
        return "\n" * found[0].count("\n")

    body = _FRONT_MATTER.sub(blanked, text, count=1)
    body = _COMMENT.sub(blanked, body)
    blocks, remarks = read_text(body)
    return [*asides, *(_plain(block) for block in blocks)], remarks


_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<inner>.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_COMMENT = re.compile(r"<!--(?P<inner>.*?)-->", re.DOTALL)
_BOX = re.compile(r"^\[[ xX]\]\s+(?=\S)")
"""What a list of tasks has before each of them."""
_STRONG_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_]{2,70}?):?(?P=mark):?")
_STRONG_LABEL = re.compile(r"(?:\*\*|__)(?P<label>[^*_]{2,60}?)(?::(?:\*\*|__)|(?:\*\*|__):)\s*")
_STRONG_BEGINNING = re.compile(r"(?:\*\*|__)(?P<label>[^*_.?]{2,60})[.?](?:\*\*|__)\s+(?=\S)")
"""A label that ends as a sentence does: `**Indications.** Pain that stays.`"""
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def _plain(block: Block) -> Block:
    match block:
        case Heading(text=text):
            return replace(block, text=_bare(text))
        case Row(cells=cells):
            return replace(block, cells=tuple(_bare(cell) for cell in cells))
        case Paragraph(text=text) if found := _STRONG_LINE.fullmatch(text):
            return Heading(found["text"], block.where)
        case Item(text=text):
            return replace(block, text=_labelled(_BOX.sub("", text, count=1)))
        case Paragraph(text=text):
            return replace(block, text=_labelled(text))
        case _:
            return block


def _bare(text: str) -> str:
    return _EMPHASIS.sub(r"\2", text)


def _labelled(text: str) -> str:
    """Text whose emphasised label at the start stands without its emphasis."""
    if text[:1] in "*_":
        text = _STRONG_LABEL.sub(r"\g<label>: ", text, count=1)
        begun = _STRONG_BEGINNING.match(text)
        if begun and (part_named(begun["label"]) or part_hinted(begun["label"])):
            text = f"{begun['label']}: {text[begun.end() :]}"
    return _bare(text) if part_named(_bare(text)) else text
