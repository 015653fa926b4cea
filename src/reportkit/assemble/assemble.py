"""Publication in, Document out."""

from __future__ import annotations

import gettext

from reportkit.assemble.cover import control, identity
from reportkit.assemble.document import Document
from reportkit.assemble.edition import Edition, citation_numbers
from reportkit.assemble.part import numbered
from reportkit.assemble.sections import MAKERS
from reportkit.model.sections import GENERATED
from reportkit.workspace.publication import Publication


def assemble(publication: Publication, translations: gettext.NullTranslations) -> Document:
    """Make the Document of a publication; raises Unavailable if a file is faulty."""
    edition = Edition(publication, translations, citation_numbers(publication))
    order = [section for section in publication.report.sections if section in MAKERS]
    wanted = dict.fromkeys([*order, *GENERATED])
    return Document(
        identity=identity(edition),
        control=control(edition),
        sections=numbered(MAKERS[section](edition) for section in wanted),
        citations=edition.citations,
    )
