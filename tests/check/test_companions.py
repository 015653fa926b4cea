"""The line of another code is held to the data of that code, at the sites of this one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportkit.check.claims import Claim, Line
from reportkit.check.companions import companion_lines, companion_remarks
from reportkit.check.example import read_example, specimen
from reportkit.findings.place import At
from reportkit.model.input import ProvidedInput
from reportkit.source.load import Loaded

HERE = At("coding-specifications", ("companion_services", 0))


def claim(*codes: str, **given: object) -> Claim:
    return Claim(HERE, tuple(map(Line, codes)), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("advised", "codes"),
    [
        (claim("57452", "57511"), ["57452"]),
        (claim("visit", "57511"), []),
        (claim("service", "57452", "57511"), ["57452"]),
        (claim("57454", "57452", "57511", primary="57454"), ["57452"]),
        (claim("57511", "57452", row="column-two"), []),
    ],
)
def test_the_lines_of_other_codes_that_are_advised(advised: Claim, codes: list[str]) -> None:
    assert [line.code for line in companion_lines(advised, "57511")] == codes


def data(text: str) -> Callable[[str], Loaded[ProvidedInput]]:
    """The data of every other code, which differs from the specimen's as given."""
    return lambda _: specimen(read_example(f"# input\n{text}")).files["input"]


def said(advised: Claim, beside: Callable[[str], Loaded[ProvidedInput] | None] | None) -> list[str]:
    office = '# input\nsites: [{id: office, name: Office, pos: ["11"], rank: typical}]\n'
    return [str(one) for one in companion_remarks(advised, specimen(read_example(office)), beside)]


SITE = "57452: place of service: 57452 is not priced in a nonfacility setting"


@pytest.mark.parametrize(
    ("text", "apart", "expected"),
    [
        ("as_of: 2026-11-01\n", False, []),
        ("mpfs.status: B\n", True, ["advised"]),
        ("mpfs.nonfacility_na: true\n", False, [f"{SITE} (denied-companion)"]),
        ("mpfs.facility_na: true\n", False, []),
        ("sites: null\n", False, []),
        ("mue: null\n", False, ["57452: no limit on units was provided"]),
        ("mue: null\n", True, ["57452: no limit on units was provided"]),
    ],
)
def test_a_line_is_judged_by_the_data_of_its_code_at_the_sites_of_this_one(
    text: str, apart: bool, expected: list[str]
) -> None:
    found = said(claim("57452", "57511", is_set_apart=apart), data(text))
    if expected == ["advised"]:
        (one,) = found
        assert one.startswith("57452: status B in RVU26D: ")
        assert one.endswith("; the advice says when the two are not billed together")
    else:
        assert found == expected


def test_a_code_of_which_no_report_has_data_is_not_judged() -> None:
    advised = claim("57452", "57454", "57511")
    told = "`reportkit agree` holds it to the data of its own report"
    assert said(advised, None) == [f"57452: {told}", f"57454: {told}"]
    known = data("as_of: 2026-11-01\n")
    assert said(advised, lambda code: known(code) if code == "57454" else None) == [
        "57452: no report has the data of the code"
    ]
