"""Rule: prose that names a modifier the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.modifiers import ModifierMention, is_kept_off, modifier_mentions
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "provided data", waivable=False)
def unprovided_modifier_in_prose(publication: Publication) -> Iterator[Issue]:
    """A text names a modifier that is neither provided nor on a companion service.

    Why:
        Advice on a modifier acts like a row of the table, wherever it stands. A modifier of
        the visit beside the procedure belongs under `companion_services`, where the line
        that carries it is named.

    Bad:
        # summary
        importance: Append modifier 25 when a visit takes place on the same day.

    Good:
        # summary
        importance: Append modifier 22 when the work was far above what is usual.
    """
    provided = publication.input.modifiers or ()
    companions: set[str] = set()
    if publication.is_written("coding-specifications"):
        for service in publication.coding.companion_services:
            companions.update(service.modifiers)
    listed = "the input provides " + (", ".join(provided) or "no modifiers")
    for text in worded_texts(publication):
        for mention in modifier_mentions(text):
            if mention.code in provided or mention.code in companions:
                continue
            if text.route[0] != "missing" and _is_denied(text, mention):
                continue
            yield Issue(
                text.at(mention.start, mention.end),
                f"modifier {mention.code} is not provided; {listed}",
                "delete the advice, or list the service that carries the modifier under"
                " `companion_services`",
                related=((at("input", "modifiers"), "the modifiers provided"),),
            )


def _is_denied(text: Text, mention: ModifierMention) -> bool:
    """Whether a text says that the modifier is not used; a gap says what data is not there."""
    if text.denies(mention.start, mention.end):
        return True
    return is_kept_off(text.sentence(mention.start))
