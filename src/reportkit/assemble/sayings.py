"""Say each statement that reportkit knows of a publication, or why it cannot be said."""

from __future__ import annotations

from dataclasses import dataclass

from reportkit.assemble.edition import Edition
from reportkit.assemble.language import translations
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS, said
from reportkit.workspace.ways import Unresolved


@dataclass(frozen=True, slots=True)
class Sayable:
    """A statement by its name, with its sentence, or with the reason why there is none."""

    name: str
    sentence: str | None
    reason: str | None


def sayings(publication: Publication) -> tuple[Sayable, ...]:
    """Every statement, in the language of the publication; raises Unavailable."""
    writer = Edition(publication, translations(publication.project.language), {})
    return tuple(_sayable(name, publication, writer) for name in STATEMENTS)


def _sayable(name: str, publication: Publication, writer: Edition) -> Sayable:
    sentence = said(name, publication.input, writer)
    if isinstance(sentence, Unresolved):
        return Sayable(name, None, sentence.reason)
    return Sayable(name, sentence, None)
