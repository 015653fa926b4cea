"""What sets prices apart: everything a file states, and what it cannot state is counted."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportkit.cli.import_rates import find_rates, summary
from reportkit.inputs import rates_contracts
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates import RateImport, read_rates
from reportkit.inputs.rates_hospital_csv import LONGEST_LINE
from reportkit.model.rates import Rate

FACTS = "hospital_name,last_updated_on,version,location_name\n{hospital},{day},3.0.0,Main\n"
COLUMNS = (
    "description,code|1,code|1|type,code|2,code|2|type,modifiers,setting,billing_class,"
    "drug_unit_of_measurement,drug_type_of_measurement,payer_name,plan_name,"
    "standard_charge|negotiated_dollar,standard_charge|negotiated_percentage,"
    "standard_charge|negotiated_algorithm,median_amount,10th_percentile,90th_percentile,count,"
    "standard_charge|methodology,additional_generic_notes\n"
)
ROW = {
    "description": "freezing", "code": "57511", "type": "CPT", "code2": "", "type2": "",
    "modifiers": "", "setting": "outpatient", "class": "facility", "unit": "", "measure": "",
    "payer": "Aetna", "plan": "PPO", "dollar": "118.39", "percentage": "", "algorithm": "",
    "median": "", "p10": "", "p90": "", "count": "", "methodology": "fee schedule", "notes": "",
}  # fmt: skip
PAYERS = {"Aetna": "aetna", "Cigna": "cigna"}
PRICE = {
    "setting": "outpatient",
    "negotiated_type": "negotiated",
    "expiration_date": "9999-12-31",
    "billing_class": "professional",
    "negotiated_rate": 100,
    "service_code": ["11"],
}


def tall(*rows: dict[str, str], hospital: str = "First", day: str = "2026-04-01") -> str:
    lines = [",".join({**ROW, **row}.values()) + "\n" for row in rows]
    return FACTS.format(hospital=hospital, day=day) + COLUMNS + "".join(lines)


def in_network(*prices: dict[str, Any], **top: Any) -> str:
    rates = [
        {"provider_references": price.pop("groups", [1]), "negotiated_prices": [{**PRICE, **price}]}
        for price in map(dict, prices)
    ]
    item = {
        "negotiation_arrangement": "ffs",
        "billing_code_type": "CPT",
        "billing_code": "57511",
        "negotiated_rates": rates,
    }
    facts = {
        "reporting_entity_name": "Admin",
        "issuer_name": "Aetna",
        "plan_name": "PPO",
        "last_updated_on": "2026-04-01",
        "version": "2.0.0",
    }
    return json.dumps({**facts, **top, "in_network": [{**item, **top.pop("item", {})}]})


def read(*texts: str | bytes) -> RateImport:
    raw = [text.encode() if isinstance(text, str) else text for text in texts]
    files = [(f"file {at}", io.BytesIO(content)) for at, content in enumerate(raw, start=1)]
    return read_rates(files, ["57511"], PAYERS)


def prices(found: RateImport) -> list[tuple[str, int, str, str]]:
    return [(each.payer, each.n, str(each.low), str(each.high)) for each in found.rates["57511"]]


def left_out(found: RateImport) -> list[tuple[str, str, int]]:
    return [(each.reason, each.detail, each.n) for each in found.left_out]


def only(found: RateImport) -> Rate:
    (rate,) = found.rates["57511"]
    return rate


def test_places_of_service_are_not_pooled() -> None:
    hospital = {"negotiated_rate": 143.94, "service_code": ["22", "19"]}
    found = read(in_network({"negotiated_rate": 192.14}, hospital))
    assert [(each.places, str(each.low), each.n) for each in found.rates["57511"]] == [
        (("11",), "192.14", 1),
        (("19", "22"), "143.94", 1),
    ]
    assert only(read(in_network({"service_code": ["CSTM-00"]}))).places == ("all",)
    assert only(read(in_network({"service_code": []}))).places == ()


@pytest.mark.parametrize(
    ("price", "field", "value"),
    [
        (
            {"additional_information": "after a case rate"},
            "additional_information",
            "after a case rate",
        ),
        ({"billing_code_modifier": ["26"]}, "modifiers", ("26",)),
        ({"billing_class": "institutional"}, "billing_class", "institutional"),
        ({"negotiated_type": "fee schedule"}, "negotiated_type", "fee schedule"),
        ({"groups": [2]}, "network", "Narrow"),
        ({"groups": [1, 2]}, "network", "Broad + Narrow"),
    ],
)
def test_each_statement_of_a_payers_file_is_a_bucket_of_its_own(
    price: dict[str, Any], field: str, value: object
) -> None:
    head = {
        "provider_references": [
            {"provider_group_id": 1, "network_name": ["Broad"]},
            {"network_name": ["Narrow"], "provider_groups": [], "provider_group_id": 2},
        ]
    }
    both = read(in_network({}, price, **head)).rates["57511"]
    assert len(both) == 2
    assert value in [getattr(each, field) for each in both]
    assert {(each.publisher, each.arrangement) for each in both} == {("Admin", "ffs")}


def test_networks_behind_the_prices_are_named_together() -> None:
    text = in_network({}, {"groups": [2]})
    groups = '[{"provider_group_id": 1, "network_name": "A"}, {"network_name": ["B"]}]'
    later = text.removesuffix("}") + f', "provider_references": {groups}}}'
    assert only(read(later)).network == "A + B"


def test_entities_that_report_for_one_payer_are_kept_apart() -> None:
    found = read(in_network({}), in_network({}, reporting_entity_name="Other"))
    assert [(each.publisher, each.n) for each in found.rates["57511"]] == [
        ("Admin", 1),
        ("Other", 1),
    ]


def test_lines_of_a_charge_list_are_one_contract_and_two_prices_have_no_median() -> None:
    twice = ({"dollar": "100"}, {"dollar": "900", "code2": "361", "type2": "RC"})
    rate = only(read(tall(*twice)))
    assert (rate.n, rate.p50, str(rate.low), str(rate.high)) == (1, None, "100.00", "900.00")
    others = [tall({"dollar": price}, hospital=price) for price in ("200", "300")]
    rate = only(read(tall(*twice), *others))
    assert (rate.n, str(rate.p50), str(rate.low), str(rate.high)) == (
        3,
        "300.00",
        "100.00",
        "900.00",
    )


def test_two_issues_of_one_hospital_are_refused() -> None:
    with pytest.raises(LayoutError) as stop:
        read(tall({}), tall({}, day="2026-04-20"))
    assert str(stop.value) == (
        "file 2: expected one issue of a hospital's charges, found First, Main of 2026-04-20 and, "
        "in file 1, of 2026-04-01"
    )


@pytest.mark.parametrize(
    "cell",
    [{"type": "CPT®"}, {"methodology": "Fee_Schedule"},
     {"modifiers": "N/A"}, {"modifiers": "none"}, {"modifiers": "-"}],
)  # fmt: skip
def test_what_means_the_same_in_a_cell_is_read(cell: dict[str, str]) -> None:
    assert prices(read(tall(cell))) == [("aetna", 1, "118.39", "118.39")]
    assert only(read(tall(cell))).modifiers == ()


@pytest.mark.parametrize("written", ["57511.0", "57511.00", " 57511 "])
def test_a_code_that_a_spreadsheet_made_a_number_is_read(written: str) -> None:
    assert prices(read(tall({"code": written}))) == [("aetna", 1, "118.39", "118.39")]
    text = in_network({})
    for said in (json.dumps(written), written.strip()):
        assert only(read(text.replace('"billing_code": "57511"', f'"billing_code": {said}'))).n == 1


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("2026-12-31T00:00:00", True),
        ("2026-12-31 00:00:00.000", True),
        ("2026-12-31T23:59:59Z", True),
        ("2026-03-31T00:00:00", False),
        ("12/31/2026", True),
        ("3/31/2026", False),
    ],
)
def test_the_last_day_of_a_contract_may_have_a_time(written: str, holds: bool) -> None:
    found = read(in_network({"expiration_date": written}))
    assert [why for why, _, _ in left_out(found)] == ([] if holds else ["expired"])


def test_a_price_of_a_quantity_of_a_drug_is_a_bucket_of_its_own() -> None:
    assert only(read(tall({"unit": "1", "measure": "ml"}))).drug_unit == "1 ML"
    text = '{"code_information": [{"code": "57511", "type": "CPT"}], "drug_information": {drug},'
    charges = (
        '"standard_charges": [{"setting": "outpatient", "payers_information": [{'
        '"payer_name": "Aetna", "plan_name": "PPO", "methodology": "fee schedule", '
        '"standard_charge_dollar": 3}]}]}'
    )
    whole = (
        '{"hospital_name": "H", "last_updated_on": "2026-04-01", "version": "3.0.0", '
        '"standard_charge_information": [' + text + charges + "]}"
    )
    drug = '{"unit": 2.5, "type": "GR"}'
    assert only(read(whole.replace("{drug}", drug))).drug_unit == "2.5 GR"


def test_a_hospitals_own_statistics_are_kept_and_never_mixed_with_rates() -> None:
    said = {"dollar": "", "algorithm": "base rate times 1.2", "methodology": "other",
            "median": "120", "p10": "100", "p90": '"$1,150"', "count": "1 through 10"}  # fmt: skip
    found = read(tall({}, said))
    assert prices(found) == [("aetna", 1, "118.39", "118.39")]
    (own,) = found.allowed["57511"]
    assert (own.hospital, own.payer, own.plan, own.period) == (
        "First, Main",
        "aetna",
        "PPO",
        "2026-04",
    )
    assert (str(own.p10), str(own.median), str(own.p90)) == ("100.00", "120.00", "1150.00")
    assert own.count == "1 through 10"
    assert left_out(found) == [("algorithm", "", 1)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"type": "CPT/HCPCS"}, [("aetna", 1, "118.39", "118.39")]),
        ({"dollar": '"$1,118.39"'}, [("aetna", 1, "1118.39", "1118.39")]),
        ({"dollar": "N/A", "percentage": "65"}, [("percentage", "", 1)]),
        ({"dollar": "."}, []),
        ({"dollar": "TBD"}, [("unreadable-price", "TBD", 1)]),
        ({"dollar": "0.00"}, [("unreadable-price", "0.00", 1)]),
        ({"type": "Proprietary"}, [("code-type", "PROPRIETARY", 1)]),
        ({"type": "CDM"}, []),
        ({"notes": ",one cell more"}, [("too-many-cells", "", 1)]),
    ],
)
def test_a_cell_is_read_or_counted_with_its_text(
    row: dict[str, str], expected: list[tuple[object, ...]]
) -> None:
    found = read(tall(row))
    assert [*prices(found), *left_out(found)] == expected


def test_bytes_and_rows_that_concern_no_wanted_code_do_no_harm() -> None:
    text = tall({}, {"code": "99999", "description": 'a "stray'}, {"payer": "Cigna"}).encode()
    short = b"room \x96\0 room,762,RC,,,,outpatient\n"
    assert prices(read(text.replace(b"Cigna", b"Cigna\0") + short)) == [
        ("aetna", 1, "118.39", "118.39"),
        ("cigna", 1, "118.39", "118.39"),
    ]


def test_a_wide_file_may_leave_the_plan_out_of_its_columns() -> None:
    charges = "Standard_Charge | Cigna | "
    columns = "description,code|1,code|1|type,modifiers,setting," + ",".join(
        charges + name for name in ("Negotiated_Dollar", "Methodology")
    )
    text = FACTS.format(hospital="First", day="2026-04-01") + (
        columns + ",standard_charge|negotiated_dollar\nx,57511,CPT,,outpatient,77,fee schedule,9\n"
    )
    found = read(text)
    assert (only(found).plan, str(only(found).low)) == ("unstated", "77.00")
    assert found.files[0].unread == ("standard_charge|negotiated_dollar",)


def test_facts_and_columns_may_stand_further_down() -> None:
    assert only(read("A title,\n\n" + tall({}))).n == 1


def test_a_type_of_code_that_is_not_known_is_counted_in_a_payers_file() -> None:
    found = read(in_network({}, item={"billing_code_type": "CPT-4"}))
    assert (prices(found), left_out(found)) == ([], [("code-type", "CPT-4", 1)])
    assert left_out(read(in_network({}, item={"billing_code_type": "APC"}))) == []


def test_modifiers_may_be_a_text_in_place_of_a_list() -> None:
    text = (
        '{"hospital_name": "H", "last_updated_on": "2026-04-01", "version": "3.0.0", '
        '"standard_charge_information": [{"code_information": [{"code": "57511", "type": "CPT"}],'
        '"standard_charges": [{"setting": "outpatient", "modifier_code": "50", '
        '"payers_information": [{"payer_name": "Aetna", "plan_name": "PPO", "methodology": '
        '"fee schedule", "standard_charge_dollar": 177.59}]}]}]}'
    )
    assert only(read(text)).modifiers == ("50",)


@pytest.mark.parametrize("written", ["57511-50", "57511.5", "57511.0.0", "57511 50"])
def test_a_code_with_more_in_its_cell_is_counted_by_its_text(written: str) -> None:
    counted = [("code-form", written, 1)]
    assert left_out(read(tall({"code": written}))) == counted
    payers = in_network({}).replace('"57511"', f'"{written}"')
    assert left_out(read(payers)) == counted


@pytest.mark.parametrize("kind", ["LOCAL", "MS-DRG", "RC"])
def test_a_code_of_another_kind_is_not_ours_whatever_it_begins_with(kind: str) -> None:
    assert left_out(read(tall({"code": "57511-50", "type": kind}))) == []


@pytest.mark.parametrize(
    ("price", "read_as"),
    [
        ({"negotiated_rate": "118.39"}, ((), ("11",), "118.39")),
        ({"negotiated_rate": "$1,118.39"}, ((), ("11",), "1118.39")),
        ({"billing_code_modifier": "26"}, (("26",), ("11",), "100.00")),
        ({"billing_code_modifier": ["TC", "50"]}, (("50", "TC"), ("11",), "100.00")),
        ({"billing_code_modifier": None}, ((), ("11",), "100.00")),
        ({"service_code": ["2", "11"]}, ((), ("02", "11"), "100.00")),
        ({"service_code": "22"}, ((), ("22",), "100.00")),
        ({"service_code": ["CSTM-00"]}, ((), ("all",), "100.00")),
    ],
)
def test_a_payers_price_is_read_where_a_list_is_a_text_or_a_number_one(
    price: dict[str, Any], read_as: tuple[object, ...]
) -> None:
    rate = only(read(in_network(price)))
    assert (rate.modifiers, rate.places, str(rate.low)) == read_as


@pytest.mark.parametrize(
    ("price", "reason"),
    [
        ({"negotiated_type": "percentage"}, "percentage"),
        ({"negotiated_type": "per diem"}, "per-diem"),
        ({"negotiated_type": "unheard of"}, "incomplete"),
        ({"billing_code_modifier": {"a": "26"}}, "modifier-form"),
        ({"billing_code_modifier": [["26"]]}, "modifier-form"),
        ({"billing_code_modifier": "modifier 26"}, "modifier-form"),
        ({"service_code": [["11"]]}, "place-form"),
        ({"service_code": "office"}, "place-form"),
        ({"setting": None}, "incomplete"),
        ({"expiration_date": "soon"}, "incomplete"),
        ({"negotiated_rate": "on request"}, "unreadable-price"),
        ({"negotiated_rate": 0}, "unreadable-price"),
    ],
)
def test_a_payers_price_that_is_no_amount_is_counted(price: dict[str, Any], reason: str) -> None:
    assert [(why, n) for why, _, n in left_out(read(in_network(price)))] == [(reason, 1)]


@pytest.mark.parametrize(
    ("price", "told"),
    [
        ({"setting": None}, "no setting"),
        ({"setting": "clinic"}, "setting clinic"),
        ({"billing_class": "facility"}, "billing class facility"),
        ({"expiration_date": "soon"}, "expiration date soon"),
    ],
)
def test_what_a_price_lacks_is_told_by_its_text(price: dict[str, Any], told: str) -> None:
    assert [detail for _, detail, _ in left_out(read(in_network(price)))] == [told]


@pytest.mark.parametrize("words", ["modifier 50", "LT50", "5"])
def test_a_hospitals_price_whose_modifiers_are_none_is_not_pooled_with_those_without(
    words: str,
) -> None:
    found = read(tall({"modifiers": words}, {"dollar": "99.00"}))
    assert str(only(found).low) == "99.00"
    assert [why for why, _, _ in left_out(found)] == ["modifier-form"]


@pytest.mark.parametrize("arrangement", ["bundle", "capitation"])
def test_a_price_of_more_than_the_service_is_counted(arrangement: str) -> None:
    payers = in_network({}).replace('"ffs"', f'"{arrangement}"')
    assert [why for why, _, _ in left_out(read(payers))] == [arrangement]


def test_a_column_of_notes_may_stand_twice_and_one_that_is_read_may_not() -> None:
    notes = COLUMNS.replace("additional_generic_notes", "description")
    assert only(read(tall({}).replace(COLUMNS, notes))).n == 1
    with pytest.raises(LayoutError, match="each column once"):
        read(tall({}).replace(COLUMNS, COLUMNS.replace("additional_generic_notes", "setting")))


def test_a_bad_date_is_refused_before_the_prices_are_read() -> None:
    text = in_network({}, last_updated_on="soon") + " " * 200_000 + "nonsense"
    with pytest.raises(LayoutError, match="expected last_updated_on as YYYY-MM-DD, found soon"):
        read(text)


@pytest.mark.parametrize("written", [["11,22"], ["11, 22"], "11, 22", "22|11", ["22;11", "11"]])
def test_places_that_are_written_as_one_text_are_told_apart(written: Any) -> None:
    assert only(read(in_network({"service_code": written}))).places == ("11", "22")


@pytest.mark.parametrize("written", [["1122"], "11 and 22", ["11,office"], "11,222"])
def test_a_text_that_is_no_list_of_places_is_counted(written: Any) -> None:
    assert [why for why, _, _ in left_out(read(in_network({"service_code": written})))] == [
        "place-form"
    ]


def test_what_one_contract_states_of_a_price_counts_once() -> None:
    price = json.dumps(PRICE)
    text = in_network({}, {"groups": [2]})
    said = text.replace(price, f"{price}, {price}")
    assert said.count(price) == 4
    assert prices(read(said)) == prices(read(text)) == [("aetna", 2, "100.00", "100.00")]
    other = price.replace("100", "200")
    assert prices(read(text.replace(price, f"{price}, {other}"))) == [
        ("aetna", 2, "100.00", "200.00")
    ]


def head_behind(text: str) -> str:
    """The same file with each member of each object in the opposite order."""
    return json.dumps(json.loads(text, object_pairs_hook=lambda pairs: dict(pairs[::-1])))


@pytest.mark.parametrize("written", [str, head_behind])
def test_entries_that_name_the_same_provider_groups_are_one_contract(written: Any) -> None:
    def weighed(*prices: tuple[list[int], int]) -> Rate:
        entries = ({"groups": groups, "negotiated_rate": price} for groups, price in prices)
        return only(read(written(in_network(*entries))))

    others = (([3], 300), ([4], 400))
    again = weighed(([1, 2], 100), ([2, 1], 100), *others)
    assert (again.n, again.p50) == (3, Decimal("300.00"))
    shared = weighed(([1, 2], 100), ([2, 1], 350), *others)
    assert (shared.n, shared.p50) == (3, Decimal("350.00"))
    apart = weighed(([1, 2], 100), ([1], 350), *others)
    assert (apart.n, apart.p50) == (4, Decimal("350.00"))


def test_one_contract_may_stand_in_two_items_and_prices_that_expired_are_none_of_it() -> None:
    text = in_network({}, {"groups": [2], "negotiated_rate": 300})
    held = json.loads(text)
    held["in_network"] *= 2
    assert prices(read(json.dumps(held))) == [("aetna", 2, "100.00", "300.00")]
    old = json.loads(in_network({"negotiated_rate": 50, "expiration_date": "2026-03-31"}))
    held["in_network"] += old["in_network"]
    assert prices(read(json.dumps(held))) == [("aetna", 2, "100.00", "300.00")]


def test_provider_groups_may_stand_in_the_entry_or_nowhere() -> None:
    def read_with(*groups: Any) -> int:
        held = json.loads(in_network(*({} for _ in groups)))
        for entry, group in zip(held["in_network"][0]["negotiated_rates"], groups, strict=True):
            entry |= group
            del entry["provider_references"]
        return only(read(json.dumps(held))).n

    first, second = ({"provider_groups": [{"npi": [number]}]} for number in (1, 2))
    assert read_with(first, second, first) == 2
    assert read_with({}, {}, {"provider_groups": []}) == 3
    assert only(read(in_network({"groups": []}, {"groups": []}))).n == 2
    assert only(read(in_network({"groups": None}, {"groups": 7}))).n == 2


def test_more_contracts_than_are_known_again_count_an_entry_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rates_contracts, "MOST_ENTRIES", 2)
    assert only(read(in_network({}, {}, {"groups": [2]}, {"groups": [2]}))).n == 3


@pytest.mark.parametrize("name", ["rates_hospital_tall.csv", "rates_hospital_wide.csv"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_charge_list_may_have_other_signs_and_other_ends_of_lines(
    name: str, sign: str, end: str
) -> None:
    plain = (Path(__file__).parent / "data" / name).read_text("utf-8-sig")
    rows = csv.reader(io.StringIO(plain, newline=""))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=sign, lineterminator=end).writerows(rows)
    names = {"North Health": "north"}
    found, there = (
        read_rates([("prices", io.BytesIO(text.encode()))], ["57511"], names)
        for text in (plain, written.getvalue())
    )
    assert any(found.rates.values())
    assert (there.rates, there.left_out, there.unmatched) == (
        (found.rates, found.left_out, found.unmatched)
    )


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_a_list_with_a_longer_line_than_any_has_is_refused(end: str) -> None:
    text = tall({}).replace("\n", end) + "x" * LONGEST_LINE
    with pytest.raises(LayoutError, match=f"expected lines below {LONGEST_LINE} bytes"):
        read(text)


@pytest.mark.parametrize("day", ["2026-04-01T00:00:00Z", "2026-04-01 12:30", "20260401.0"])
def test_the_day_of_a_file_may_tell_the_time(day: str) -> None:
    assert only(read(in_network({}, last_updated_on=day))).period == "2026-04"
    assert only(read(tall({}, day=day))).period == "2026-04"


def test_one_price_file_alone_in_an_archive_is_read(tmp_path: Path) -> None:
    (tmp_path / "report/57511").mkdir(parents=True)
    specimen = Path(__file__).parents[2] / "src/reportkit/check/specimen/input.yaml"
    (tmp_path / "report/57511/input.yaml").write_bytes(specimen.read_bytes())
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("in/prices.csv", tall({}))
    found = find_rates(tmp_path, ["a.zip", "57511"], tmp_path)
    assert "57511: 1 contracts in 1 buckets" in summary(found)
