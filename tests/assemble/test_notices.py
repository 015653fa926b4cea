"""Notices: the owners of the code sets are named, whatever licences are declared."""

from __future__ import annotations

import gettext

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Paragraph, Plain
from reportkit.check.example import read_example, specimen


def notices(licences: str) -> str:
    example = read_example(f"# project\nlicences: {licences}\n")
    document = assemble(specimen(example), gettext.NullTranslations())
    section = next(each for each in document.sections if each.id == "notices")
    return "\n".join(
        block.text.text
        for block in section.blocks
        if isinstance(block, Paragraph) and isinstance(block.text, Plain)
    )


def test_the_owner_of_cpt_is_named_with_a_licence_and_without() -> None:
    for licences in ("{cpt: null}", "{cpt: AMA-0000}"):
        assert "copyright of the American Medical Association" in notices(licences)
    assert "declared no CPT licence" in notices("{cpt: null}")
    assert "used under licence AMA-0000" in notices("{cpt: AMA-0000}")


def test_owners_of_other_sets_are_named_where_a_licence_is_declared() -> None:
    said = notices("{cpt: null, cdt: ADA-0000, ub04: AHA-0000}")
    assert "American Dental Association" in said
    assert "under licence ADA-0000" in said
    assert "American Hospital Association" in said
    assert "under licence AHA-0000" in said
    assert "Dental" not in notices("{cpt: null}")
