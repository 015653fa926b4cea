"""HCPCS codes and places of service."""

from __future__ import annotations

from datetime import date

from cms_samples import HCPCS, POS, content

from reportkit.inputs.descriptors import DescriptorPolicy
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.pos import pos_differences, read_pos
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.pos import PLACES_OF_SERVICE
from reportkit.model.pos import POS as KNOWN


def test_codes_and_modifiers_are_told_apart() -> None:
    found = read_hcpcs(HCPCS, content(HCPCS))
    assert {code: each.kind for code, each in found.codes.items()} == {
        "G0101": "procedure",
        "J9999": "procedure",
        "XE": "modifier",
    }
    assert [each.reason for each in found.refused] == [
        "`G12` is not a code of five digits or capital letters"
    ]


def test_terminated_code_is_valid_until_its_last_day() -> None:
    code = read_hcpcs(HCPCS, content(HCPCS)).codes["J9999"]
    assert code.valid_on(date(2023, 12, 31))
    assert not code.valid_on(date(2024, 1, 1))
    assert not code.valid_on(date(1989, 12, 31))


def test_descriptors_of_hcpcs_are_dropped_unless_kept_under_a_licence() -> None:
    assert read_hcpcs(HCPCS, content(HCPCS)).codes["XE"].descriptor is None
    kept = read_hcpcs(HCPCS, content(HCPCS), DescriptorPolicy.KEEP_UNDER_LICENCE)
    assert kept.codes["XE"].descriptor == "own words"


def test_known_places_of_service_are_the_codes_their_pattern_accepts() -> None:
    pattern = CODE_PATTERNS["place of service"]
    accepted = {f"{n:02}" for n in range(100) if pattern.fullmatch(f"{n:02}")}
    assert set(KNOWN) == accepted
    assert len(PLACES_OF_SERVICE) == 52


def test_hospital_and_surgical_center_take_the_facility_rate_and_the_office_does_not() -> None:
    assert {code: KNOWN[code].rate for code in ("11", "19", "22", "24")} == {
        "11": "nonfacility",
        "19": "facility",
        "22": "facility",
        "24": "facility",
    }


def test_table_that_differs_is_told_code_by_code() -> None:
    found = read_pos(POS, content(POS))
    assert [each.code for each in found.places] == ["11", "24"]
    assert "place of service 24 is nonfacility in the file and facility here" in pos_differences(
        found
    )
