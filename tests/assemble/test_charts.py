"""Charts: which data is worth looking at, and what is said to those who do not see it."""

from __future__ import annotations

import gettext
from decimal import Decimal

import pytest

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Bars, Callout, Chart, History, Quartiles, Section, Table
from reportkit.assemble.rate_charts import MOST_ROWS
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
        "p90": "null", **other,
    }  # fmt: skip
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def earlier(release: str, nonfacility: str = "190.02", facility: str = "141.10") -> str:
    return (f"{{release: {release}, nonfacility_payment: {nonfacility}, "
            f"facility_payment: {facility}}}")  # fmt: skip


def test_both_settings_are_drawn_as_bars_above_their_table() -> None:
    found = section("medicare-payment", mpfs())
    (chart,) = charts(found)
    assert isinstance(chart.drawing, Bars)
    assert [(bar.label, bar.value, bar.shown) for bar in chart.drawing.bars] == [
        ("Non-facility", Decimal("192.14"), "$192.14"),
        ("Facility", Decimal("143.94"), "$143.94"),
    ]
    at = found.blocks.index(chart)
    table = found.blocks[at + 1]
    assert isinstance(table, Table)
    assert f"in the table “{table.caption}”" in chart.alternative
    assert {"$192.14", "$143.94"} <= set(chart.alternative.split())


@pytest.mark.parametrize("payments", [("null", "143.94"), ("192.14", "null"), ("150", "150")])
def test_one_payment_or_two_that_are_the_same_are_no_chart(payments: tuple[str, str]) -> None:
    assert charts(section("medicare-payment", mpfs(*payments))) == []


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
        ("Non-facility", [("RVU24C", "2024-07-01", "—"), ("RVU26A", "2026-01-01", "$190.02"),
                          ("RVU26D", "2026-10-01", "$192.14")]),
        ("Facility", [("RVU24C", "2024-07-01", "$141.10"), ("RVU26A", "2026-01-01", "$141.10"),
                      ("RVU26D", "2026-10-01", "$143.94")]),
    ]  # fmt: skip
    for said in (
        "Non-facility payment goes from $190.02 in release RVU26A to $192.14 in release RVU26D",
        "the lowest is $141.10 in release RVU24C, the highest $143.94 in release RVU26D",
        "in the table “Payment over releases”",
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
    assert [point.label for point in chart.drawing.series[0].points] == ["RVU26A", "RVU26D"]


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


def test_rates_are_compared_within_their_bucket_highest_median_first() -> None:
    found = section("rate-benchmarks", rates(
        rate("PPO", "143.94"),
        rate("Institutional A", "900", billing_class="institutional"),
        rate("HMO", "210", n="1204"),
        rate("Institutional B", "950", billing_class="institutional"),
        rate("Few", "99.12", p25="null", p75="null", n="3"),
        rate("With a modifier", "300", modifiers='["22"]'),
    ))  # fmt: skip
    professional, institutional = charts(found)
    assert isinstance(professional.drawing, Quartiles)
    assert isinstance(institutional.drawing, Quartiles)
    assert [(row.label, row.low, row.middle, row.high, row.shown, row.count)
            for row in professional.drawing.rows] == [
        ("Aetna, HMO", Decimal("120.50"), 210, 260, "$210.00", "n 1,204"),
        ("Aetna, PPO", Decimal("120.50"), Decimal("143.94"), 260, "$143.94", "n 12"),
        ("Aetna, Few", None, Decimal("99.12"), None, "$99.12", "n 3"),
    ]  # fmt: skip
    assert [row.label for row in institutional.drawing.rows] == [
        "Aetna, Institutional B", "Aetna, Institutional A",
    ]  # fmt: skip
    assert "professional" in professional.caption
    assert "institutional" in institutional.caption


def test_what_a_chart_of_rates_shows_is_said_in_full() -> None:
    found = section("rate-benchmarks", rates(
        rate("PPO", "143.94", places='["22"]'),
        rate("Few", "99.12", p25="null", p75="null", n="3", places='["22"]'),
    ))  # fmt: skip
    (chart,) = charts(found)
    assert chart.alternative == (
        "Rates of 2 payers and plans are compared. Aetna, PPO: half of the 12 rates lie between "
        "$120.50 and $260.00, with the median at $143.94. Aetna, Few: the median is at $99.12, and "
        "too few rates were published for quartiles, 3 in all. A line marks what Medicare pays: "
        "Medicare, facility, $143.94. The figures stand in the table “Rate benchmarks”."
    )


@pytest.mark.parametrize(
    ("places", "billing", "label"),
    [
        ('["19", "22"]', "professional", "Medicare, facility, $143.94"),
        ('["11", "12"]', "professional", "Medicare, non-facility, $192.14"),
        ('["11", "22"]', "professional", None),
        ("[all]", "professional", None),
        ("[]", "professional", None),
        ('["22"]', "institutional", None),
    ],
)
def test_medicare_is_drawn_where_every_place_takes_the_same_amount(
    places: str, billing: str, label: str | None
) -> None:
    like = {"places": places, "billing_class": billing}
    found = section("rate-benchmarks", rates(rate("A", "150", **like), rate("B", "160", **like)))
    (chart,) = charts(found)
    assert isinstance(chart.drawing, Quartiles)
    assert (chart.drawing.level.label if chart.drawing.level else None) == label


def test_a_bucket_with_one_row_is_no_chart() -> None:
    alone = rates(rate("A", "150"), rate("B", "160", setting="both"))
    assert charts(section("rate-benchmarks", alone)) == []


def test_more_rows_than_a_page_holds_are_parted_on_one_scale() -> None:
    many = rates(*(rate(f"Plan {n}", str(100 + n)) for n in range(MOST_ROWS + 1)))
    first, second = charts(section("rate-benchmarks", many))
    assert isinstance(first.drawing, Quartiles)
    assert isinstance(second.drawing, Quartiles)
    assert [len(first.drawing.rows), len(second.drawing.rows)] == [6, 5]
    assert first.drawing.top == second.drawing.top == 260
    assert first.caption.endswith("(1 of 2)")
    assert len({first.id, second.id}) == 2


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
    notices = [block.id for each in every((found,)) for block in each.blocks
               if isinstance(block, Callout)]  # fmt: skip
    assert len(notices) == len(set(notices)) == 2
