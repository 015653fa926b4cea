"""A first file of a section is one a person can fill in: sound but for what is not written yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.example import specimen
from reportkit.model.base import Record
from reportkit.model.input import ProvidedInput
from reportkit.model.sections import AUTHORED
from reportkit.source.explanations import explanations
from reportkit.source.file import decode
from reportkit.source.load import Loaded, load
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain
from reportkit.start.sections import SAYINGS, section_text
from reportkit.workspace.statements import STATEMENTS

MODIFIERS = st.lists(st.from_regex(r"[0-9A-Z]{2}", fullmatch=True), unique=True, max_size=6)


def loaded(section: str, text: str) -> Loaded[Record]:
    file, problems = decode(f"sections/57511/{section}.yaml", text.encode())
    return load(file, AUTHORED[section], problems)


def data(**changes: object) -> ProvidedInput:
    return specimen({}).input.model_copy(update=changes)


@pytest.mark.parametrize("section", AUTHORED)
def test_nothing_is_wrong_with_its_form_but_choices_that_are_open(section: str) -> None:
    problems = loaded(section, section_text(section, data())).problems
    assert {problem.rule for problem in problems} <= {"wrong-type"}
    for problem in problems:
        assert " is empty; expected " in problem.message


@pytest.mark.parametrize("section", AUTHORED)
def test_every_key_that_has_to_be_there_has_its_prompt(section: str) -> None:
    model = AUTHORED[section]
    text = " ".join(section_text(section, data()).replace("\n# ", " ").split())
    for key, field in model.model_fields.items():
        if field.is_required() and key != "reportkit":
            assert explanations(model)[key] in text, key


def test_a_begun_section_is_plain_to_read() -> None:
    assert section_text("billing-overview", data()) == BEGUN


BEGUN = """\
# What is billed under the code, in the publisher's own words.
reportkit: "billing-overview/1"

# What is done and billed under the code, step by step, in your own words.
description: >
  To be written.

# What kind of act it is; rules hold words and modifiers against it. One of: destruction,
# excision, biopsy, incision, repair, endoscopy, anesthesia, imaging, laboratory, evaluation,
# injection, therapy, supply, other.
service_type: null

# Whether it treats, finds something out, or prevents. One of: therapeutic, diagnostic,
# diagnostic-and-therapeutic, preventive, screening.
purpose: null

# What one unit of service covers.
units: >
  To be written.
  {{ say.unit_limit }}
  {{ say.unit_limit_kind }}
"""


@given(MODIFIERS)
def test_each_provided_modifier_is_a_row_whatever_it_looks_like(codes: list[str]) -> None:
    text = section_text("coding-specifications", data(modifiers=tuple(codes)))
    rows = plain(read_mapping(text))["modifiers"]
    assert [row["code"] for row in rows] == codes


@given(st.text(st.characters(categories=["L", "N"], include_characters=" -_:#"), min_size=1))
def test_the_id_of_a_site_stands_as_it_is(name: str) -> None:
    (site, *_) = data().sites or ()
    sites = (site.model_copy(update={"id": name}),)
    text = section_text("clinical-context", data(sites=sites))
    assert plain(read_mapping(text))["vignette"]["site"] == name


def test_the_typical_site_is_that_of_the_case() -> None:
    one, other = data().sites or ()
    assert (one.rank, other.rank) == ("typical", "also")
    text = section_text("clinical-context", data(sites=(other, one)))
    assert plain(read_mapping(text))["vignette"]["site"] == one.id


def test_sentences_that_are_said_have_names() -> None:
    named = [name for fields in SAYINGS.values() for names in fields.values() for name in names]
    assert set(named) <= STATEMENTS.keys()
    assert len(named) == len(set(named))
