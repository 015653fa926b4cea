"""Rule: a text of the house that no report prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.issue import at_key
from reportkit.check.rule import Read, agreement_rule
from reportkit.model.files import text_key
from reportkit.workspace.passages import printed_at
from reportkit.workspace.publication import Publication


def _prints(publication: Publication) -> Iterator[Fact]:
    """Of every text of the house, whether the publication prints it, or may do so."""
    printed = printed_at(publication)
    for name in sorted(publication.house_texts):
        says = (
            "printed" if name in printed else "" if publication.is_readable else "not all is read"
        )
        yield Fact(publication.code, name, says, at_key(text_key(name), "wordings"))


@agreement_rule("warning", "agreement", _prints)
def unused_house_text(facts: Sequence[Fact], _: Read) -> Iterator[Clash]:
    """A text in report/texts/ is printed by no report.

    Why:
        Nobody checks the words of such a text against data, and it ages unread: rules read a text
        where it is printed. Whoever prints it next would take it for one that is looked after.

    Bad:
        # texts/consent
        wordings:
          - text: The patient agrees before the service is given.

    Good:
        # texts/consent
        wordings:
          - text: The patient agrees before the service is given.
        # summary
        relevance: The code is used in offices. {{ text.consent }}
    """
    for name, told in by_subject(facts).items():
        if not any(fact.says for fact in told):
            yield Clash(
                told[0],
                f"no report prints the text `{name}`",
                f"print it with `{{{{ text.{name} }}}}`, or delete the file",
            )
