"""Rule: a part of the body that the code is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.described import codes_beside, is_description
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families.organs import parts_of
from reportkit.reading.organs import organ_mentions
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def organ_against_code(publication: Publication) -> Iterator[Issue]:
    """A text that says what is done names a part of the body that the code is not for, and none
    that it is for.

    Why:
        The chapters of CPT follow the body. A title or a description that was left from the report
        of another code tells of its organ, and is fluent and false.

    Bad:
        # report
        title: Removal of the gallbladder

    Good:
        # report
        title: Freezing of tissue of the cervix
    """
    possible = parts_of(publication.code)
    if possible is None:
        return
    for text in worded_texts(publication):
        if not _tells_what_is_done(text):
            continue
        named = [
            mention
            for mention in organ_mentions(text)
            if codes_beside(text, mention.start) <= {publication.code}
        ]
        if named and not possible & {mention.part for mention in named}:
            first = named[0]
            yield Issue(
                text.at(first.start, first.end),
                f"`{text.plain[first.start : first.end]}` is no part of the body that "
                f"{publication.code} is for",
                "tell of this code, or take the sentence out",
                related=((at("report", "code"), "the code"),),
            )


def _tells_what_is_done(text: Text) -> bool:
    """Whether a text says what is done: a description, or the procedure of the case."""
    return is_description(text) or (text.key, text.route[-1]) == ("clinical-context", "procedure")
