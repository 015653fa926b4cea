"""Rule: a language the publication cannot be written in."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.language import catalogue, languages
from reportkit.check.issue import Fix, Issue, at
from reportkit.check.mend import meant_value
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "publication", waivable=False)
def unknown_language(publication: Publication) -> Iterator[Issue]:
    """The project asks for a language that has no catalogue of messages.

    Why:
        Headings, table heads and notices are written by reportkit. Without a catalogue they
        would stand in English in the midst of another language, and a screen reader would
        pronounce them by the wrong rules.

    Bad:
        # project
        language: fr

    Good:
        # project
        language: es-US
    """
    language = publication.project.language
    if catalogue(language) is None:
        yield Issue(
            at("project", "language"),
            f"the language `{language}` has no catalogue",
            f"write one of {', '.join(f'`{name}`' for name in languages())}, "
            "with a region after a hyphen if need be: `es-US`",
            fix=_fix(language),
        )


def _fix(language: str) -> Fix | None:
    """The tag in the letters that tags are written in, or the language that can only be meant."""
    name, _, region = language.strip().replace("_", "-").partition("-")
    tag = f"{name.lower()}-{region.upper()}".removesuffix("-")
    return Fix(tag) if catalogue(tag) is not None else meant_value(language, languages())
