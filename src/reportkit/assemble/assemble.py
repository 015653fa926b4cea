"""Make the Document of a publication."""

from __future__ import annotations

import gettext
from dataclasses import replace
from types import MappingProxyType

from reportkit.assemble.anchors import distinct
from reportkit.assemble.asked import told
from reportkit.assemble.cover import control, identity
from reportkit.assemble.document import Document
from reportkit.assemble.edition import Edition, citation_numbers
from reportkit.assemble.key_facts import key_facts
from reportkit.assemble.labels import section_title
from reportkit.assemble.origins import figures, spots_of
from reportkit.assemble.part import Part, gaps_of, numbered
from reportkit.assemble.sections import MAKERS
from reportkit.model.sections import GENERATED
from reportkit.workspace.publication import Publication
from reportkit.workspace.typed_figures import TypedFigures


def assemble(
    publication: Publication,
    translations: gettext.NullTranslations,
    typed: TypedFigures = MappingProxyType({}),
    *,
    is_draft: bool = False,
) -> Document:
    """Make the Document of a publication; raises Unavailable if a file is faulty.

    `typed` says what the figures stand on that authors typed. With `is_draft` every page calls it
    a draft, whatever its state.
    """
    edition = Edition(publication, translations, citation_numbers(publication), typed)
    order = [section for section in publication.report.sections if section in MAKERS]
    wanted = dict.fromkeys([*order, *GENERATED])
    document = Document(
        identity=identity(edition, is_draft=is_draft),
        opening=key_facts(edition),
        control=control(edition, is_draft=is_draft),
        sections=distinct(numbered(_part(edition, section) for section in wanted)),
        citations=edition.citations,
        origins=edition.origins,
    )
    grounds = dict.fromkeys(figure.ground for figure in figures(document))
    spots = spots_of(grounds, edition)
    return replace(
        document,
        spots=spots,
        told={ground: told(ground, spots.get(ground.field, ()), edition) for ground in grounds},
    )


def _part(edition: Edition, section: str) -> Part:
    """A section; one that nobody has written yet consists of its gaps."""
    if section in edition.publication.unwritten:
        return Part(section, section_title(edition, section), gaps_of(edition, section))
    return MAKERS[section](edition)
