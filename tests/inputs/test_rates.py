"""What price files say of a code, by file format."""

from __future__ import annotations

import csv
import gzip
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates import RateImport, read_rates
from reportkit.model.rates import Rate
from shared_data import SHARED, needs

DATA = Path(__file__).parent / "data"
OFFICIAL = SHARED / "data" / "price-transparency"
HOSPITAL_FILES = ("rates_hospital_tall.csv", "rates_hospital_wide.csv", "rates_hospital.json")
PAYERS = {"NORTH  health": "north", "South_Health": "south"}


def read(content: bytes, name: str = "prices", payers: dict[str, str] = PAYERS) -> RateImport:
    return read_rates([(name, io.BytesIO(content))], ["57511"], payers)


def fixture(name: str) -> bytes:
    return (DATA / name).read_bytes()


def span(rate: Rate) -> str:
    return str(rate.low) if rate.low == rate.high else f"{rate.low} to {rate.high}"


def summary(rates: tuple[Rate, ...]) -> list[tuple[str, int, str]]:
    return [
        (
            f"{each.payer} {each.plan} {each.setting} {each.billing_class} "
            + " ".join([*each.modifiers, each.negotiated_type]),
            each.n,
            str(each.p50) if each.p50 is not None else span(each),
        )
        for each in rates
    ]


def left_out(found: RateImport) -> dict[tuple[str, str], int]:
    return {(each.payer, each.reason): each.n for each in found.left_out}


@pytest.mark.parametrize("name", HOSPITAL_FILES)
def test_a_hospital_file_gives_a_bucket_for_each_combination(name: str) -> None:
    found = read(fixture(name))
    assert summary(found.rates["57511"]) == [
        ("north PPO outpatient institutional fee schedule", 1, "118.39 to 200.00"),
        ("north PPO outpatient institutional 22 50 fee schedule", 1, "177.50"),
        ("south HMO outpatient institutional case rate", 1, "150.00"),
    ]
    assert {each.period for each in found.rates["57511"]} == {"2026-04"}
    assert {each.published_by for each in found.rates["57511"]} == {"hospital"}


@pytest.mark.parametrize("name", HOSPITAL_FILES)
def test_what_is_not_dollars_for_the_code_alone_is_counted_and_left_out(name: str) -> None:
    assert left_out(read(fixture(name))) == {
        ("North Health", "algorithm"): 1,
        ("North Health", "per-diem"): 1,
        ("North Health", "qualified"): 1,
        ("North Health", "several-codes"): 1,
        ("South Health", "incomplete"): 1,
        ("South Health", "percentage"): 1,
    }


def test_a_payer_file_gives_a_bucket_for_each_combination() -> None:
    found = read(fixture("rates_in_network.json"))
    assert summary(found.rates["57511"]) == [
        ("north PPO outpatient professional derived", 1, "140.00"),
        ("north PPO outpatient professional negotiated", 12, "107.00"),
        ("north PPO outpatient professional 52 negotiated", 1, "118.39"),
    ]
    twelve = found.rates["57511"][1]
    assert [str(each) for each in (twelve.p10, twelve.p25, twelve.p75, twelve.p90)] == [
        "102.00",
        "104.00",
        "110.00",
        "111.00",
    ]
    assert left_out(found) == {
        ("North Health", reason): 1
        for reason in (
            "bundle",
            "every-code",
            "expired",
            "incomplete",
            "per-diem",
            "percentage",
            "unreadable-price",
        )
    }


def test_keys_may_come_in_any_order() -> None:
    def reverse(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: reverse(value[key]) for key in reversed(value)}
        return [reverse(each) for each in value] if isinstance(value, list) else value

    for name in ("rates_in_network.json", "rates_hospital.json"):
        turned = json.dumps(reverse(json.loads(fixture(name)))).encode()
        assert read(turned).rates == read(fixture(name)).rates
        assert read(turned).left_out == read(fixture(name)).left_out


def test_a_payer_that_the_input_does_not_know_is_reported() -> None:
    found = read(fixture("rates_hospital_tall.csv"), payers={"North Health": "north"})
    assert {each.payer for each in found.rates["57511"]} == {"north"}
    assert [(each.code, each.payer, each.n) for each in found.unmatched] == [
        ("57511", "South Health", 1)
    ]


def test_the_reporting_entity_stands_in_for_an_issuer_the_input_does_not_know() -> None:
    found = read(fixture("rates_in_network.json"), payers={"example administrator": "admin"})
    assert {each.payer for each in found.rates["57511"]} == {"admin"}


def test_a_code_without_prices_has_no_buckets() -> None:
    found = read_rates([("f", io.BytesIO(fixture("rates_hospital.json")))], ["00100"], PAYERS)
    assert found.rates == {"00100": ()}


def test_prices_of_several_files_are_pooled_but_not_across_publishers() -> None:
    other = fixture("rates_hospital_tall.csv").replace(b"118.390", b"110")
    other = other.replace(b"\nExample Hospital,", b"\nOther Hospital,")
    names = ("rates_hospital_tall.csv", "rates_in_network.json")
    files = [(name, io.BytesIO(fixture(name))) for name in names]
    found = read_rates([*files, ("other.csv", io.BytesIO(other))], ["57511"], PAYERS)
    hospital, payer = found.rates["57511"][0], found.rates["57511"][-1]
    assert (hospital.published_by, hospital.n) == ("hospital", 2)
    assert payer.published_by == "payer"
    assert sum(each.n for each in found.rates["57511"] if each.published_by == "payer") == 14


def test_the_same_file_given_twice_is_refused() -> None:
    content = fixture("rates_hospital_tall.csv")
    with pytest.raises(LayoutError, match="b: expected each file once, found the content of a"):
        read_rates([("a", io.BytesIO(content)), ("b", io.BytesIO(content))], ["57511"], PAYERS)


@pytest.mark.parametrize("name", [*HOSPITAL_FILES, "rates_in_network.json"])
def test_a_packed_file_reads_as_the_plain_one_with_or_without_a_byte_order_mark(name: str) -> None:
    packed = gzip.compress(b"\xef\xbb\xbf" + fixture(name))
    assert read(packed).rates == read(fixture(name)).rates


def test_version_2_of_the_hospital_template_is_read_where_it_has_the_columns() -> None:
    content = fixture("rates_hospital_tall.csv").replace(b"3.0.0", b"2.0.0")
    content = content.replace(b"median_amount,10th_percentile,90th_percentile", b"a,b,c")
    assert read(content).rates["57511"] == read(fixture("rates_hospital_tall.csv")).rates["57511"]


MONEY = st.integers(1, 10**7).map(lambda cents: str(Decimal(cents) / 100))
PLANS = (("North Health", "PPO"), ("South Health", "HMO"), ("North Health", "HMO"))
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["inpatient", "Outpatient", "both"]),
        st.sampled_from(["", "50", "22|50", "50 |22"]),
        st.fixed_dictionaries(
            {},
            optional={
                plan: st.tuples(
                    MONEY | st.just(""),
                    st.just("") | st.just("65"),
                    st.just("") | st.just("by formula"),
                    st.sampled_from(["case rate", "fee schedule", "per diem", "other", ""]),
                )
                for plan in PLANS
            },
        ),
    ),
    max_size=12,
)
PRICES = ("negotiated_dollar", "negotiated_percentage", "negotiated_algorithm", "methodology")


@given(ITEMS)
@settings(max_examples=60)
def test_tall_and_wide_files_of_the_same_content_give_equal_buckets(items: Any) -> None:
    top = [["hospital_name", "last_updated_on", "version"], ["Example", "2026-04-01", "3.0.0"]]
    item = ["description", "code|1", "code|1|type", "setting", "modifiers"]
    tall = [*top, [*item, "payer_name", "plan_name", *(f"standard_charge|{n}" for n in PRICES)]]
    wide = [*top, [*item, *(f"standard_charge|{p}|{q}|{n}" for p, q in PLANS for n in PRICES)]]
    for setting, modifiers, plans in items:
        start = ["own, words", "57511", "CPT", setting, modifiers]
        tall += [[*start, *plan, *prices] for plan, prices in plans.items()]
        wide.append([*start, *(cell for plan in PLANS for cell in plans.get(plan, ("",) * 4))])
    one, other = read(written(tall)), read(written(wide))
    assert one.rates == other.rates
    assert one.left_out == other.left_out


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


@needs(OFFICIAL)
def test_the_official_hospital_examples_agree_in_all_three_layouts() -> None:
    payers = {"Platform Health Insurance": "platform", "Region Health Insurance": "region"}
    codes = ["70551", "49505", "80048", "99283", "H0017", "J1450", "C1785"]
    found = [
        read_rates([(path.name, path.open("rb"))], codes, payers)
        for path in sorted((OFFICIAL / "hpt").glob("examples_*"))
    ]
    assert len(found) == 3
    assert summary(found[0].rates["49505"]) == [
        ("platform PPO outpatient unstated case rate", 1, "8000.00"),
        ("region HMO outpatient unstated fee schedule", 1, "360.00"),
    ]
    assert found[0].rates == found[1].rates == found[2].rates
    assert found[0].left_out == found[1].left_out == found[2].left_out


@needs(OFFICIAL)
def test_the_official_payer_example_gives_dollars_and_leaves_percentages_out() -> None:
    path = next((OFFICIAL / "tic").glob("*in-network*all-negotiated-types*.json"))
    payers = {"Comprehensive Health Issuer": "chi"}
    found = read_rates([(path.name, path.open("rb"))], ["99285", "97110"], payers)
    assert summary(found.rates["99285"]) == [
        ("chi Plan D PPO outpatient institutional negotiated", 1, "2500.00")
    ]
    assert found.rates["97110"] == ()
    assert {each.reason for each in found.left_out} == {"percentage"}
