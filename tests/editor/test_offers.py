"""What may be typed is offered at its place: exactly that, from the publication's own data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.editor.completion import Offer, offers
from reportkit.editor.typed import typed_at
from reportkit.editor.values import Known
from reportkit.model.files import file_at
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace
from small_project import SMALL, copy_project

CODING = "sections/57511/coding-specifications.yaml"
SUMMARY = "sections/57511/summary.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
WAIVERS = "report/57511/waivers.yaml"
PROJECT = "report/project.yaml"
HERE = "⌖"
"""Stands where the cursor is."""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    root = copy_project(tmp_path_factory.mktemp("completed"))
    return Known(read_workspace(root, ["57511"]).publications[0], all_rules())


def offered(known: Known, path: str, old: str, new: str) -> list[Offer]:
    """What is offered in a file in which one stretch was replaced by what is typed."""
    text = (SMALL / path).read_text("utf-8")
    assert text.count(old) == 1, old
    typed = text.replace(old, new)
    named = file_at(path)
    assert named is not None
    return [*offers(known, named[0], typed.replace(HERE, ""), typed.index(HERE))]


SOURCES = ["cms-pfs", "client", "handbook"]
PLACES: dict[str, tuple[str, str, str, list[str]]] = {
    "modifier of a row, that no other row has": (
        CODING, 'code: "59"', 'code: "⌖"', ['"59"']),
    "modifier begun with a quote": (
        CODING, 'code: "59"', 'code: "5⌖', ['"59"']),
    "modifiers of a companion service": (
        CODING, "    modifiers: []", "    modifiers: [⌖]",
        ['"22"', '"51"', '"52"', '"53"', '"59"']),
    "a second one": (
        CODING, "    modifiers: []", '    modifiers: ["22", ⌖]', ['"51"', '"52"', '"53"', '"59"']),
    "keys of a row that are missing": (
        CODING, "    appended_to: column-two", "    ⌖", ["appended_to: "]),
    "keys of a new row": (
        CODING, "    appended_to: column-two", "    appended_to: column-two\n  - ⌖",
        ["code: ", "description: ", "when_to_use: ", "documentation: ", "appended_to: "]),
    "a key begun": (
        CLINICAL, "    sex: female", "    se⌖", ["sex: "]),
    "a key with its colon": (
        CLINICAL, "    sex: female", "    s⌖: female", ["sex"]),
    "values of a list": (
        CLINICAL, "evidence: histology", "evidence: ⌖",
        ["histology", "cytology", "imaging", "laboratory", "clinical"]),
    "true or false": (
        CLINICAL, "illustrative: true", "illustrative: t⌖", ["true", "false"]),
    "a site": (CLINICAL, "site: office", "site: o⌖", ["asc", "office"]),
    "a source of a guideline": (CLINICAL, "source: handbook", "source: ⌖", SOURCES),
    "a source of data, in braces": (
        INPUT, "mpfs: {source: cms-pfs,", "mpfs: {source: ⌖,", SOURCES),
    "a source of a citation": (SUMMARY, "The limit is", "The limit [@⌖ is", SOURCES),
    "a source in a citation that is closed": (
        SUMMARY, "denied [@cms-pfs].", "denied [@cms⌖-pfs].", SOURCES),
    "a payer of a policy": (
        INPUT, "coverage: null", "coverage:\n  - payer: ⌖", ["aetna", "medicare"]),
    "a gap": (
        INPUT, "  - field: ncci\n", "  - field: nc⌖\n",
        ["ncci"]),
    "a kind of data without provenance": (
        INPUT, "  asc: {source: cms-pfs, as_of: 2025-10-01, release: 2025Q4}", "  ⌖", ["asc: "]),
    "names of the data": (
        SUMMARY, "The limit is", "The limit {{ input.mue.⌖ is",
        ["quarter", "practitioner", "outpatient_hospital"]),
    "names of the data, in braces at the start of a text": (
        SUMMARY, "relevance: >", "relevance: {{ input.mue.practitioner.⌖ }}\nnotes: >",
        ["units", "mai", "rationale"]),
    "names of the data in a condition": (
        SUMMARY, "input.mpfs.nonfacility_payment !=", "input.asc.⌖ !=",
        ["release", "payment_indicator", "multiple_procedure_discount", "payment_rate", "apc",
         "opps_payment_rate"]),
    "the beginning of a reference": (
        SUMMARY, "The limit is", "{{⌖}}", ["input", "report", "say", "holds"]),
    "filters": (
        SUMMARY, "{{ input.mue.practitioner.units }}", "{{ input.mue.practitioner.units | ⌖ }}",
        ["money", "round", "percent"]),
    "topics that are not promised yet": (
        REPORT, "topics: [sites-of-service, clinical-context, modifiers]",
        "topics: [sites-of-service, clinical-context, modifiers, code-parameters, related-codes,"
        " diagnoses, taxonomies, medicare-payment, ⌖]",
        ["rate-benchmarks", "utilization", "payer-coverage", "policy-updates"]),
    "files of a waiver": (
        WAIVERS, 'path: "report/57511/input.yaml"', "path: ⌖",
        [f'"{path}"' for path in (PROJECT, REPORT, INPUT, SUMMARY,
                                  "sections/57511/billing-overview.yaml", CLINICAL, CODING,
                                  WAIVERS)]),
    "prose": (SUMMARY, "The limit is", "The lim⌖ is", []),
    "a remark": (SUMMARY, "reportkit: summary/1", "reportkit: summary/1 # [@⌖", []),
    "notes, which are not printed": (
        SUMMARY, "relevance: >", "notes: ['{{ input.⌖']\nrelevance: >", []),
    "a text in a condition": (
        SUMMARY, "input.mpfs.nonfacility_payment !=", 'input.mpfs.status == "⌖', []),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_exactly_what_fits_is_offered(known: Known, place: str) -> None:
    path, old, new, wanted = PLACES[place]
    assert [offer.insert for offer in offered(known, path, old, new)] == wanted


def test_statements_are_offered_that_the_data_can_say(known: Known) -> None:
    names = [offer.label for offer in offered(known, SUMMARY, "The limit is", "{{ say.⌖ }}")]
    assert "payment_by_setting" in names
    assert "diagnoses_provided" not in names


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (WAIVERS, "waivers:\n", "waivers:\n  - rule: ⌖\n"),
        (PROJECT, "language: en", "language: en\nrules:\n  ⌖"),
    ],
)
def test_rules_are_offered_that_can_be_set_aside(
    known: Known, path: str, old: str, new: str
) -> None:
    names = {offer.label for offer in offered(known, path, old, new)}
    assert names == {rule.name for rule in all_rules() if rule.waivable}


def test_what_is_typed_is_replaced_and_nothing_else(known: Known) -> None:
    (offer,) = offered(known, CODING, 'code: "59"', 'code: "5⌖9"')
    assert offer.insert == '"59"'
    assert offer.span.end - offer.span.start == len('"59"')


def test_a_file_that_is_broken_below_is_completed_above(known: Known) -> None:
    typed = offered(known, CLINICAL, "site: office\n", "site: ⌖\n]: [\n")
    assert [offer.label for offer in typed] == ["asc", "office"]


WORDS = ["reportkit: summary/1\n", "a: ", "- ", '"', "'", "{{ ", "}}", "[@", "]", "# ", "\n", "  ",
         "x", ".", "| ", ": >\n", "\U0001f9ca", "\r\n", "[", "{", ","]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join), st.data())
def test_any_text_is_read_at_any_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    typed = typed_at(text, offset)
    if typed is not None:
        assert 0 <= typed.span.start <= offset <= typed.span.end <= len(text)
