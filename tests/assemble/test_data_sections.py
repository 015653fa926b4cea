"""Sections made of provided data: present as content, or as a named gap."""

from __future__ import annotations

import gettext
import re
from typing import get_args

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document, Facts, Gap, Section, Table
from reportkit.assemble.labels import SECTION_TITLES, WORDS
from reportkit.check.example import read_example, specimen
from reportkit.model import input as provided
from reportkit.model.rates import Rate
from reportkit.model.sections import FROM_DATA

EVERYTHING = """\
# report
sections: [summary, billing-overview, clinical-context, coding-specifications, code-parameters,
  medicare-payment, related-codes, diagnoses, taxonomies, rate-benchmarks, utilization,
  payer-coverage, policy-updates]
# input
mpfs: {release: RVU26D, status: A, global_days: "010", preoperative: 0.1, intraoperative: 0.8,
  postoperative: 0.1, multiple_procedure: "2", bilateral: "0", assistant_surgeon: "1",
  co_surgeon: "0", team_surgery: "0", pc_tc: "0", work_rvu: 1.95, nonfacility_pe_rvu: 3.66,
  facility_pe_rvu: 2.17, mp_rvu: 0.33, nonfacility_total: 5.94, facility_total: 4.45,
  nonfacility_na: false, facility_na: false, conversion_factor: 32.3465,
  nonfacility_payment: 192.14, facility_payment: 143.94, localities: [{locality: "0310200",
  name: Arizona, work_gpci: 1, pe_gpci: 0.975, mp_gpci: 0.854, nonfacility_payment: 187.62,
  facility_payment: 140.63}], history: [{release: RVU25D, nonfacility_payment: 190.02,
  facility_payment: 141.1}]}
asc: {release: 2025Q4, payment_indicator: P3, multiple_procedure_discount: true,
  payment_rate: 118.39, apc: "5412", opps_payment_rate: 303.79}
ncci:
  - quarter: 2026Q4
    setting: practitioner
    pairs: [{column_1: "57511", column_2: "57452", indicator: "0", deleted: null}]
related_codes:
  - {code: "57513", code_system: CPT, relation: alternative, note: Laser in place of freezing.}
diagnoses:
  - {code: N87.1, title: Moderate cervical dysplasia, basis: histology, support: informational,
     source: manual}
taxonomies:
  - {code: 207V00000X, display: Obstetrics and gynecology, kind: individual}
rates:
  - {published_by: payer, payer: aetna, plan: PPO, setting: outpatient,
     billing_class: professional, modifiers: [], negotiated_type: negotiated, period: 2026-10,
     n: 12, p10: 100, p25: 120.5, p50: 143.94, p75: 160, p90: 200, low: 90, high: 250,
     publisher: Example Administrator, network: Broad, places: ["19", "22"], arrangement: ffs}
utilization:
  - {year: 2024, setting: total, services: 1200, beneficiaries: null, providers: 80,
     average_submitted: 300, average_allowed: 150, average_paid: 120}
coverage:
  - {payer: aetna, policy_id: P-1, title: Cervix, stance: covered-with-criteria,
     prior_authorization: not-required, criteria: Biopsy first., effective: 2026-01-01,
     last_review: null, url: null, accessed: 2026-11-01}
policy_updates:
  - {date: 2026-10-01, payer: aetna, change: Criteria reworded., effect: None., source: manual,
     effective: 2026-11-01}
service_line: Gynecology
missing: []
"""


def document(example: str) -> Document:
    return assemble(specimen(read_example(example)), gettext.NullTranslations())


def every(sections: tuple[Section, ...]) -> list[Section]:
    return [inner for each in sections for inner in (each, *every(each.subsections))]


def section(found: Document, name: str) -> Section:
    return next(each for each in every(found.sections) if each.id == name)


def tables(found: Section) -> list[Table]:
    return [block for each in every((found,)) for block in each.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [
        [str(getattr(c, "text", getattr(c, "markdown", ""))) for c in r.cells] for r in table.rows
    ]


def test_every_dataset_becomes_a_table_in_its_section() -> None:
    found = document(EVERYTHING)
    for name in FROM_DATA:
        assert tables(section(found, name)), name
    assert not [b for s in every(found.sections) for b in s.blocks if isinstance(b, Gap)]


def test_rates_say_what_sets_their_bucket_apart_and_how_they_compare() -> None:
    (table,) = tables(section(document(EVERYTHING), "rate-benchmarks"))
    assert table.caption == (
        "Professional, outpatient, place of service 19 and 22, negotiated, ffs, without modifier, "
        "payer files of October 2026; line: Medicare, facility, $143.94"
    )
    (row,) = cells(table)
    assert [cell for cell in row if cell and not cell.startswith("Plot")] == [
        "Aetna, PPO, network Broad, published by Example Administrator",
        "12",
        "$100.00",
        "$120.50",
        "$143.94",
        "$160.00",
        "$200.00",
        "100%",
    ]


def test_a_code_with_an_end_says_its_last_day() -> None:
    found = document(
        EVERYTHING.replace(
            "missing: []",
            "missing: []\nvalidity: {release: 2026Q4, added: 2004-01-01, terminated: 2026-12-31}",
        )
    )
    facts = section(found, "code-parameters").blocks[0]
    assert isinstance(facts, Facts)
    assert [(name, getattr(value, "text", "")) for name, value in facts.pairs] == [
        ("Valid from", "January 1, 2004"),
        ("Last day of validity", "December 31, 2026"),
    ]


def test_capped_imaging_shows_both_amounts_and_what_is_paid() -> None:
    capped = EVERYTHING.replace(
        "facility_payment: 143.94, localities",
        "facility_payment: 143.94,\n  opps_cap: {nonfacility_pe_rvu: 3.5, facility_pe_rvu: 3.5, "
        "mp_rvu: 0.33}, localities",
    ).replace("nonfacility_payment: 192.14", "nonfacility_payment: 186.96")
    [found] = tables(section(document(capped), "opps-cap"))
    assert cells(found)[0] == ["Non-facility", "$192.14", "$186.96", "$186.96"]
    assert found.source is not None


def test_the_head_of_a_table_is_no_sentence() -> None:
    """A head that is drawn again on the next page is not read again; checkers of PDFs suspect
    hidden prose in eight words on a line, if half of them are in lower case."""
    for found in (table for each in document(EVERYTHING).sections for table in tables(each)):
        words = re.findall(r"[^\W\d_]{2,}", " ".join(column.title for column in found.columns))
        assert len(words) < 8 or sum(word[0].islower() for word in words) < 4, found.id


def test_no_two_things_share_an_anchor() -> None:
    found = every(document(EVERYTHING).sections)
    ids = [each.id for each in found]
    ids += [b.id for s in found for b in s.blocks if hasattr(b, "id")]
    ids += [r.id for s in found for b in s.blocks if isinstance(b, Table) for r in b.rows]
    assert sorted(set(ids)) == sorted(ids)


def test_a_suppressed_count_says_so() -> None:
    (table,) = tables(section(document(EVERYTHING), "utilization"))
    assert cells(table)[0][2:5] == ["1,200", "suppressed", "80"]


def test_what_is_null_is_a_gap_in_its_section_and_in_the_ledger() -> None:
    found = document("# summary\n")
    gaps = [b for s in every(found.sections) for b in s.blocks if isinstance(b, Gap)]
    ledger = tables(section(found, "data-gaps"))[0]
    assert len(gaps) == len(ledger.rows) == 10
    assert any(isinstance(block, Gap) for block in section(found, "diagnoses").blocks)


def test_an_empty_list_is_said_to_hold_nothing() -> None:
    found = document("# input\ndiagnoses: []\n")
    (paragraph, *_rest) = section(found, "diagnoses").blocks
    assert "none in the data provided" in str(paragraph)


def test_sections_are_numbered_in_the_order_of_reading() -> None:
    found = document(EVERYTHING)
    assert [each.number for each in found.sections] == [
        str(number) for number in range(1, len(found.sections) + 1)
    ]
    assert section(found, "modifiers").number == "4.1"


def test_every_value_of_the_files_has_a_word_for_the_reader() -> None:
    shown = (
        (Rate, ("setting", "billing_class", "published_by")),
        (provided.Site, ("rank",)),
        (provided.Coverage, ("stance", "prior_authorization")),
        (provided.Diagnosis, ("basis", "support")),
        (provided.Utilization, ("setting",)),
        (provided.RelatedCode, ("relation",)),
        (provided.Missing, ("reason",)),
    )
    for model, names in shown:
        for name in names:
            for value in get_args(model.model_fields[name].annotation):
                assert value in WORDS, (model, name, value)
    assert set(FROM_DATA) <= set(SECTION_TITLES)
