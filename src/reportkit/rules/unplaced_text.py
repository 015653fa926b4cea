"""Rule: a text of an old report that has found no place in the files."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def unplaced_text(publication: Publication) -> Iterator[Issue]:
    """A text of an old report was set aside, as no field is for it.

    Why:
        What is set aside is not printed. Readers of the old report would miss it without being
        told, unless a person has decided that it is wrong, or is said in another way.

    Bad:
        # imported
        set_aside:
          - at: line 14
            section: coding-specifications
            reason: no section has its heading
            text: A second unit on the same day is denied.

    Good:
        # coding-specifications
        intro: A second unit on the same day is denied.
    """
    for index, aside in enumerate(publication.imported.set_aside):
        yield Issue(
            at("imported", "set_aside", index, "text"),
            f"{aside.at} of the old report was set aside: {aside.reason}",
            "move the words to the field that they belong to, or drop them, and delete the record",
            related=_section(publication, aside.section),
        )


def _section(publication: Publication, section: str) -> tuple[tuple[At, str], ...]:
    """The section the text stood near, where there is such a file."""
    return ((at(section), "the section it stood in"),) if section in publication.files else ()
