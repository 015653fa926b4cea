"""The pages of a PDF in, its larger lines out: what is set larger than the text is a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportkit.legacy.headings import part_named
from reportkit.legacy.lines import Line

Sizes = Mapping[str, float]
"""The words of a line to the size they are set in, in points."""


def sizes_of(page: Any) -> Sizes:
    """The lines of a pypdf page with their sizes."""
    sizes: dict[str, float] = {}

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        scale = abs(float(cm[3]) * float(tm[3])) or 1.0
        for line in text.split("\n"):
            if line.strip():
                sizes[_flat(line)] = round(float(size or 0) * scale, 1)

    page.extract_text(visitor_text=visit)
    return sizes


def mark_headings(pages: Sequence[Sequence[Line]], sizes: Sequence[Sizes]) -> Iterator[list[Line]]:
    """The lines of each page; a heading is one line and begins with `# `."""
    body = _body_size(sizes)
    for page, known in zip(pages, sizes, strict=True):
        lines: list[Line] = []
        last = 0.0
        for line in page:
            size = known.get(_flat(line.text), 0.0)
            larger = body > 0 and size > 1.12 * body
            if larger and last == size and not part_named(lines[-1].text):
                lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {_flat(line.text)}")
            elif larger:
                lines.append(replace(line, text=f"# {_flat(line.text)}"))
            elif line.text.strip() or not last:
                lines.append(line)
            if line.text.strip():
                last = size if larger else 0.0
        yield lines


def _body_size(sizes: Sequence[Sizes]) -> float:
    """The size most signs are set in."""
    signs: Counter[float] = Counter()
    for page in sizes:
        for text, size in page.items():
            signs[size] += len(text)
    return signs.most_common(1)[0][0] if signs else 0.0


def _flat(text: str) -> str:
    return " ".join(text.split())
