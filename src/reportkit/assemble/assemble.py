"""Make the Document of a publication."""

from __future__ import annotations

import gettext

from reportkit.assemble.anchors import distinct
from reportkit.assemble.cover import control, identity
from reportkit.assemble.document import Document
from reportkit.assemble.edition import Edition, citation_numbers
from reportkit.assemble.key_facts import key_facts
from reportkit.assemble.labels import section_title
from reportkit.assemble.origins import origins
from reportkit.assemble.part import Part, gaps_of, numbered
from reportkit.assemble.sections import MAKERS
from reportkit.model.sections import GENERATED
from reportkit.workspace.publication import Publication


def assemble(
    publication: Publication,
    translations: gettext.NullTranslations,
    *,
    is_draft: bool = False,
) -> Document:
    """Make the Document of a publication; raises Unavailable if a file is faulty.

    With `is_draft` every page calls it a draft, whatever its state.
    """
    edition = Edition(publication, translations, citation_numbers(publication))
    order = [section for section in publication.report.sections if section in MAKERS]
    wanted = dict.fromkeys([*order, *GENERATED])
    return Document(
        identity=identity(edition, is_draft=is_draft),
        opening=key_facts(edition),
        control=control(edition, is_draft=is_draft),
        sections=distinct(numbered(_part(edition, section) for section in wanted)),
        citations=edition.citations,
        origins=origins(edition),
    )


def _part(edition: Edition, section: str) -> Part:
    """A section; one that nobody has written yet consists of its gaps."""
    if section in edition.publication.unwritten:
        return Part(section, section_title(edition, section), gaps_of(edition, section))
    return MAKERS[section](edition)
