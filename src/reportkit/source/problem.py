"""What keeps a file from being read as what it should be."""

from __future__ import annotations

from dataclasses import dataclass

from reportkit.findings.place import Route, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of a file's form; the rule of the same name reports it."""

    rule: str
    span: Span
    message: str
    hint: str | None = None
    route: Route = ()
    related: tuple[Span, str] | None = None
    """A second stretch of the same file, with a label."""
    replacement: str | None = None
    """Text that would put the span right, where that is safe."""
    likely: str | None = None
    """Text that may put the span right, where nothing is certain to."""
