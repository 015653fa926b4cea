"""Comparisons in, text or JSON out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reportkit.compare.comparison import Change, Comparison, FieldChange
from reportkit.findings.place import route_text
from reportkit.report.frame import printable
from reportkit.report.palette import Palette

FORM = "reportkit/comparison/1"


def changes_text(comparisons: Iterable[Comparison], palette: Palette) -> str:
    """What changed, for a person at a terminal."""
    return (
        "\n\n".join("\n".join(_comparison(comparison, palette)) for comparison in comparisons)
        + "\n"
    )


def changes_json(comparisons: Iterable[Comparison]) -> str:
    """What changed, as JSON."""
    data = {"form": FORM, "comparisons": [_data(comparison) for comparison in comparisons]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def summary(change: Change) -> str:
    """What happened, in a few words."""
    if change.moved is None:
        return change.kind
    before, after = change.moved
    edited = ", edited" if change.fields else ""
    return f"moved from row {before} to row {after}{edited}"


def _comparison(comparison: Comparison, palette: Palette) -> Iterator[str]:
    versions = f"{comparison.old_version} → {comparison.new_version}"
    yield palette.paint("strong", f"{comparison.code} {versions}")
    if not comparison.changes:
        yield "  nothing changed"
    for key, changes in groupby(comparison.changes, key=lambda change: change.key):
        yield f"  {key}"
        for change in changes:
            yield f"    {route_text(change.route) or 'the file'}: {summary(change)}"
            for field in change.fields:
                yield f"      {_words(field, change, palette)}"
    for section in comparison.unrecorded:
        name = palette.paint("error", "error[unrecorded-change]")
        yield f"{name} {section} changed and no new revision names it"
        yield "  = help: add a revision to report.yaml; `--record REASON` writes it"


def _words(field: FieldChange, change: Change, palette: Palette) -> str:
    pieces = []
    for piece in field.words:
        match piece.kind:
            case "same":
                pieces.append(_shortened(printable(piece.text)))
            case "removed":
                pieces.append(palette.paint("error", f"[-{printable(piece.text)}-]"))
            case "added":
                pieces.append(palette.paint("good", f"{{+{printable(piece.text)}+}}"))
    inner = route_text(field.route[len(change.route) :])
    return f"{inner}: {''.join(pieces)}" if inner else "".join(pieces)


def _shortened(text: str) -> str:
    """Unchanged text, cut in the middle where it is long."""
    return text if len(text) <= 80 else f"{text[:36]} … {text[-36:]}"


def _data(comparison: Comparison) -> dict[str, Any]:
    return {
        "code": comparison.code,
        "old_version": comparison.old_version,
        "new_version": comparison.new_version,
        "sections": list(comparison.sections),
        "unrecorded": list(comparison.unrecorded),
        "changes": [
            {
                "file": change.key,
                "path": route_text(change.route),
                "kind": change.kind,
                "moved": list(change.moved) if change.moved else None,
                "fields": [
                    {
                        "path": route_text(field.route),
                        "old": field.old,
                        "new": field.new,
                        "words": [[piece.kind, piece.text] for piece in field.words],
                    }
                    for field in change.fields
                ],
            }
            for change in comparison.changes
        ],
    }
