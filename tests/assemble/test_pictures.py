"""Pictures: which amounts are drawn, on which scale, and what is said to those who do not see."""

from __future__ import annotations

import gettext
from decimal import Decimal

import pytest

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import (
    Callout,
    Chart,
    History,
    Plain,
    Plot,
    Section,
    Table,
)
from reportkit.check.example import read_example, specimen

MPFS = """\
mpfs: {{release: RVU26D, status: A, global_days: "010", preoperative: 0.1, intraoperative: 0.8,
  postoperative: 0.1, multiple_procedure: "2", bilateral: "0", assistant_surgeon: "1",
  co_surgeon: "0", team_surgery: "0", pc_tc: "0", work_rvu: 1.95, nonfacility_pe_rvu: 3.66,
  facility_pe_rvu: 2.17, mp_rvu: 0.33, nonfacility_total: 5.94, facility_total: 4.45,
  nonfacility_na: false, facility_na: false, conversion_factor: 32.3465,
  nonfacility_payment: {nonfacility}, facility_payment: {facility}, history: [{history}]}}
"""


def section(name: str, inputs: str) -> Section:
    example = f"# report\nsections: [summary, medicare-payment, rate-benchmarks]\n# input\n{inputs}"
    found = assemble(specimen(read_example(example)), gettext.NullTranslations())
    return next(each for each in every(found.sections) if each.id == name)


def every(sections: tuple[Section, ...]) -> list[Section]:
    return [inner for each in sections for inner in (each, *every(each.subsections))]


def charts(found: Section) -> list[Chart]:
    return [block for block in found.blocks if isinstance(block, Chart)]


def mpfs(nonfacility: str = "192.14", facility: str = "143.94", history: str = "") -> str:
    return MPFS.format(nonfacility=nonfacility, facility=facility, history=history)


def rates(*rows: str) -> str:
    return "\n".join(("rates:", *rows, ""))


def rate(plan: str, p50: str, **other: str) -> str:
    values = {
        "published_by": "payer", "payer": "aetna", "plan": plan, "setting": "outpatient",
        "billing_class": "professional", "modifiers": "[]", "negotiated_type": "negotiated",
        "period": "2026-10", "n": "12", "p10": "null", "p25": "120.50", "p50": p50, "p75": "260",
        "p90": "null", "places": '["22"]', **other,
    }  # fmt: skip
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def earlier(release: str, nonfacility: str = "190.02", facility: str = "141.10") -> str:
    return (
        f"{{release: {release}, nonfacility_payment: {nonfacility}, facility_payment: {facility}}}"
    )


def test_releases_stand_in_the_order_of_their_days_with_the_current_one_last() -> None:
    found = section(
        "payment-history", mpfs(history=", ".join((earlier("RVU26A"), earlier("RVU24C", "null"))))
    )
    (chart,) = charts(found)
    assert isinstance(chart.drawing, History)
    assert [
        (series.label, [(point.label, str(point.day), point.shown) for point in series.points])
        for series in chart.drawing.series
    ] == [
        ("Non-facility", [("July 1, 2024", "2024-07-01", "—"),
                          ("January 1, 2026", "2026-01-01", "$190.02"),
                          ("October 1, 2026", "2026-10-01", "$192.14")]),
        ("Facility", [("July 1, 2024", "2024-07-01", "$141.10"),
                      ("January 1, 2026", "2026-01-01", "$141.10"),
                      ("October 1, 2026", "2026-10-01", "$143.94")]),
    ]  # fmt: skip
    for said in (
        "Non-facility payment goes from $190.02 on January 1, 2026 to $192.14 on October 1, 2026",
        "the lowest is $141.10 on July 1, 2024, the highest $143.94 on October 1, 2026",
        "in the table “What each release pays”",
    ):
        assert said in chart.alternative


def test_the_table_of_releases_prints_what_the_chart_has_no_place_for() -> None:
    history = ", ".join((earlier("CY2019"), earlier("RVU26A")))
    found = section("payment-history", mpfs(history=history))
    table = next(block for block in found.blocks if isinstance(block, Table))
    said = [[getattr(cell, "text", "") for cell in row.cells] for row in table.rows]
    assert said[0] == ["CY2019", "—", "—", "$190.02", "$141.10", "—"]
    assert said[2] == ["RVU26D", "October 1, 2026", "32.3465", "$192.14", "$143.94", "Source 1"]
    (chart,) = charts(found)
    assert isinstance(chart.drawing, History)
    assert [point.label for point in chart.drawing.series[0].points] == [
        "January 1, 2026",
        "October 1, 2026",
    ]


def test_releases_of_which_one_has_a_day_or_a_payment_are_no_chart() -> None:
    assert charts(section("payment-history", mpfs(history=earlier("CY2019")))) == []
    assert charts(section("payment-history", mpfs(history=earlier("RVU26A", "null", "null")))) == []


def test_a_history_that_is_a_sample_says_so() -> None:
    provenance = """\
provenance:
  payers: {source: manual, as_of: 2026-11-01}
  mpfs: {source: manual, as_of: 2026-11-01}
  mpfs.history.RVU26A: {source: manual, as_of: 2026-01-01, sample: true}
"""
    found = section("payment-history", provenance + mpfs(history=earlier("RVU26A")))
    assert isinstance(found.blocks[0], Callout)


def cells(found: Section, table: str) -> list[list[str]]:
    block = next(b for b in found.blocks if isinstance(b, Table) and b.id == table)
    return [[getattr(cell, "text", "") for cell in row.cells] for row in block.rows]


def pictures(found: Section, table: str) -> list[Plot]:
    block = next(b for b in found.blocks if isinstance(b, Table) and b.id == table)
    return [cell for row in block.rows for cell in row.cells if isinstance(cell, Plot)]


def test_rates_that_may_be_compared_are_one_table_the_highest_median_first() -> None:
    found = section(
        "rate-benchmarks",
        rates(
            rate("PPO", "143.94"),
            rate("Institutional A", "900", billing_class="institutional"),
            rate("HMO", "210", n="1204"),
            rate("Few", "99.12", p25="null", p75="null", n="3"),
            rate("With a modifier", "300", modifiers='["22"]'),
        ),
    )
    captions = [block.caption for block in found.blocks if isinstance(block, Table)]
    assert captions == [
        "Professional, outpatient, place of service 22, negotiated, without modifier, payer files "
        "of October 2026; line: Medicare, facility, $143.94",
        "Institutional, outpatient, place of service 22, negotiated, without modifier, payer files "
        "of October 2026",
        "Professional, outpatient, place of service 22, negotiated, with modifier 22, payer files "
        "of October 2026",
    ]
    assert cells(found, "rates-1") == [
        ["Aetna, HMO", "1,204", "$120.50", "$210.00", "$260.00", "", "146%"],
        ["Aetna, PPO", "12", "$120.50", "$143.94", "$260.00", "", "100%"],
        ["Aetna, Few", "3", "—", "$99.12", "—", "", "69%"],
    ]
    assert pictures(found, "rates-1")[0] == Plot(
        Decimal(260),
        spread=(Decimal("120.50"), Decimal(260)),
        dot=Decimal(210),
        line=Decimal("143.94"),
    )


@pytest.mark.parametrize(("n", "drawn"), [("9", False), ("10", True)])
def test_a_small_sample_is_not_drawn_as_a_spread(n: str, drawn: bool) -> None:
    found = section("rate-benchmarks", rates(rate("PPO", "143.94", n=n)))
    assert (pictures(found, "rates-1")[0].spread is not None) is drawn


def test_rates_without_a_median_come_last_and_one_price_stands_for_itself() -> None:
    few = {"p25": "null", "p75": "null", "n": "2"}
    found = section(
        "rate-benchmarks",
        mpfs()
        + rates(
            rate("Two prices", "null", low="90", high="95.50", **few),
            rate("One price", "null", low="287.88", high="287.88", **few),
            rate("PPO", "143.94", low="100", high="300"),
        ),
    )
    assert cells(found, "rates-1") == [
        ["Aetna, PPO", "12", "$120.50", "$143.94", "$260.00", "$100.00 to $300.00", "", "100%"],
        ["Aetna, One price", "2", "—", "—", "—", "$287.88", "", "200%"],
        ["Aetna, Two prices", "2", "—", "—", "—", "$90.00 to $95.50", "", "—"],
    ]


def test_a_group_without_anything_to_draw_has_no_pictures() -> None:
    row = rate("PPO", "null", p25="null", p75="null", places="[]", low="90", high="95.50", n="2")
    assert pictures(section("rate-benchmarks", rates(row)), "rates-1") == []


def test_what_hospitals_say_of_amounts_allowed_is_a_table_of_its_own() -> None:
    found = section(
        "allowed-amounts",
        """\
allowed_amounts:
  - {hospital: Example Hospital, payer: aetna, plan: PPO, setting: outpatient,
     billing_class: institutional, modifiers: [], methodology: other, period: 2026-10,
     median: 310.25, p10: null, p90: 402, count: 1 through 10}
""",
    )
    assert cells(found, "allowed-amounts-table") == [
        [
            "Example Hospital",
            "Aetna, PPO",
            "Outpatient; billing class: institutional; without modifier; other; 2026-10",
            "1 through 10",
            "$310.25",
            "$402.00",
        ]
    ]


def test_deciles_are_printed_where_a_group_has_any() -> None:
    found = section("rate-benchmarks", rates(rate("PPO", "150", p10="100", p90="300")))
    assert cells(found, "rates-1")[0][1:7] == [
        "12",
        "$100.00",
        "$120.50",
        "$150.00",
        "$260.00",
        "$300.00",
    ]


@pytest.mark.parametrize(
    ("bucket", "line"),
    [
        ({"places": '["19", "22"]'}, "143.94"),
        ({"places": '["11", "12"]'}, "192.14"),
        ({"places": '["11", "22"]'}, None),
        ({"places": "[all]"}, None),
        ({"places": "[]"}, None),
        ({"modifiers": '["22"]'}, None),
        ({"drug_unit": "1 ML"}, None),
        ({"billing_class": "institutional"}, None),
        ({"billing_class": "institutional", "published_by": "hospital"}, "303.79"),
        (
            {"billing_class": "institutional", "published_by": "hospital", "setting": "inpatient"},
            None,
        ),
    ],
)
def test_medicare_is_drawn_at_the_same_place_or_not_at_all(
    bucket: dict[str, str], line: str | None
) -> None:
    center = """\
asc: {release: 2026Q4, payment_indicator: P3, multiple_procedure_discount: true,
  payment_rate: 118.39, apc: "5412", opps_payment_rate: 303.79}
"""
    found = section("rate-benchmarks", center + rates(rate("A", "150", **bucket)))
    drawn = pictures(found, "rates-1")[0].line
    assert (None if drawn is None else str(drawn)) == line


def test_localities_stand_in_the_order_of_what_is_paid_on_a_scale_that_is_named() -> None:
    rows = ", ".join(
        f'{{locality: "{number}", name: {name}, work_gpci: 1, pe_gpci: 1, mp_gpci: 1, '
        f"nonfacility_payment: {paid}, facility_payment: 143.94}}"
        for number, name, paid in (("01", "Low", "180"), ("02", "High", "230"))
    )
    found = section("localities", mpfs().replace("history: []", f"localities: [{rows}]"))
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert [row.cells[0].text for row in table.rows if isinstance(row.cells[0], Plain)] == [
        "02 High",
        "01 Low",
    ]
    assert table.columns[-1].title == "$180.00–$230.00"
    low, high, line = Decimal(180), Decimal(230), Decimal("192.14")
    assert pictures(found, table.id) == [
        Plot(high, bottom=low, dot=high, line=line),
        Plot(high, bottom=low, dot=low, line=line),
    ]


def test_each_table_of_a_sample_says_so_under_an_anchor_of_its_own() -> None:
    provenance = """\
provenance:
  payers: {source: manual, as_of: 2026-11-01}
  mpfs: {source: manual, as_of: 2026-11-01, sample: true}
"""
    localities = (
        'localities: [{locality: "0310200", name: Arizona, work_gpci: 1, pe_gpci: 1, mp_gpci: 1, '
        "nonfacility_payment: 192.14, facility_payment: 143.94}], history: []"
    )
    found = section("medicare-payment", provenance + mpfs().replace("history: []", localities))
    notices = [
        block.id for each in every((found,)) for block in each.blocks if isinstance(block, Callout)
    ]
    assert len(notices) == len(set(notices)) == 2
