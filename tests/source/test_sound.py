"""One wrong value hides nothing else: all that is sound is read, and only what needs it waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reportkit.check.engine import check
from reportkit.check.example import EXAMPLE_DAY, KEYS, OPTIONAL, read_example, specimen
from reportkit.check.findings import Findings
from reportkit.files.project_files import CarriedFiles
from reportkit.findings.place import Route, route_text
from reportkit.model.base import Withheld
from reportkit.model.files import MODELS
from reportkit.rules import all_rules
from reportkit.source import emit
from reportkit.source.annotations import field_route
from reportkit.source.values import plain
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace

FORM = {"wrong-type", "unknown-value", "number-for-text", "missing-key", "unknown-key"}


def data_of(key: str) -> dict[str, Any]:
    root = specimen({}).files[key].tree.root
    assert root is not None
    data: dict[str, Any] = plain(root)
    return data


def routes_of(value: Any, begun: Route = ()) -> Iterator[Route]:
    """The routes of all values that are there."""
    if begun and value is not None:
        yield begun
    items: Any = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, tuple) else items
    for step, inner in items:
        yield from routes_of(inner, (*begun, step))


def with_value(data: Any, route: Route, value: Any) -> Any:
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(data, dict):
        return {**data, step: with_value(data[step], rest, value)}
    index = int(step)
    return (*data[:index], with_value(data[index], rest, value), *data[index + 1 :])


def publication(key: str, data: dict[str, Any]) -> Publication:
    text = "".join(f"{name}:{emit.block(value, 0)}\n" for name, value in data.items())
    return specimen({key: (text, "whole")})


def checked(publication: Publication) -> Findings:
    workspace = Workspace(CarriedFiles({}), publication.files["project"], (publication,))
    return check(workspace, all_rules(), EXAMPLE_DAY)


def wrong(value: Any) -> Any:
    """A value of no type that the place allows."""
    return "a word" if isinstance(value, dict | tuple) else {"a": ("list",)}


PLACES = [(key, route) for key in KEYS if key not in OPTIONAL for route in routes_of(data_of(key))]


def named(place: object) -> str:
    return route_text(place) if isinstance(place, tuple) else str(place)


@pytest.mark.parametrize(("key", "route"), PLACES, ids=named)
def test_a_wrong_value_is_withheld_and_all_else_is_read(key: str, route: Route) -> None:
    before = specimen({}).files[key].model
    data = data_of(key)
    value: Any = data
    for step in route:
        value = value[step]
    loaded = publication(key, with_value(data, route, wrong(value))).files[key]
    assert list(loaded.withheld) == [field_route(MODELS[key], route)]
    assert {problem.rule for problem in loaded.problems} <= FORM
    assert loaded.problems
    assert loaded.model is None
    assert loaded.part is not None
    (left_out,) = loaded.withheld
    assert without(loaded.part, ()) == without(before, left_out)


def without(value: Any, left_out: Route) -> Any:
    """A model as plain data, without the field a route leads to and without a hash."""
    data = plain_of(value)
    holder = data
    for step in left_out[:-1]:
        holder = holder[step]
    if left_out:
        del holder[left_out[-1]]
    data.pop("input_sha256", None)
    return data


def plain_of(value: Any) -> Any:
    """A model as dicts and lists of what it holds."""
    if hasattr(value, "model_fields_set"):
        return {name: plain_of(item) for name, item in vars(value).items()}
    if isinstance(value, dict):
        return {name: plain_of(item) for name, item in value.items()}
    return [plain_of(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(("key", "route"), PLACES, ids=named)
def test_a_wrong_value_raises_no_false_alarm(key: str, route: Route) -> None:
    data = data_of(key)
    value: Any = data
    for step in route:
        value = value[step]
    before = {(each.rule, each.message) for each in checked(publication(key, data)).findings}
    outcome = checked(publication(key, with_value(data, route, wrong(value))))
    new = {(each.rule, each.message) for each in outcome.findings} - before
    assert {rule for rule, _ in new} <= FORM | {"stale-input"}
    assert {skip.needs for skip in outcome.skipped} <= {
        f"{route_text(field_route(MODELS[key], route))} of {key}"
    }


def run(example: str) -> tuple[set[tuple[str, str]], set[str]]:
    """What the specimen with an example has more than without: findings, and what rules need."""
    usual = {(each.rule, each.message) for each in checked(specimen({})).findings}
    outcome = checked(specimen(read_example(example)))
    found = {(each.rule, each.message) for each in outcome.findings}
    return found - usual, {skip.needs for skip in outcome.skipped}


def test_a_code_without_quotes_is_read_as_it_is_written() -> None:
    found, needs = run("# input\nmodifiers: [22, 59]\n")
    assert {rule for rule, _ in found} == {"number-for-text"}
    assert needs == set()


def test_a_misspelt_key_is_one_finding_and_what_it_stands_for_is_withheld() -> None:
    sites = (
        "# input\nsites:\n  - {id: asc, name: Center, poss: ['24'], rank: typical}\n"
        "  - {id: office, name: Office, pos: ['11'], rank: also}\n"
    )
    found, needs = run(sites)
    assert [rule for rule, _ in found] == ["unknown-key"]
    assert needs == {"sites[0].pos of input"}


def test_what_a_rule_found_before_it_met_the_fault_stays() -> None:
    found, needs = run(
        "# input\npayers:\n  - {id: aetna, name: Aetna, kind: insurer}\n"
        "sites:\n  - {id: asc, name: Center, pos: ['98', five], rank: typical}\n"
        "  - {id: office, name: Office, pos: {a: b}, rank: also}\n"
    )
    assert ("invalid-pos", "place of service 98 is not assigned") in found
    assert needs == {"sites[1].pos of input"}


@pytest.mark.parametrize(
    ("example", "needs"),
    [
        ("# summary\nrelevance: &x The site decides the rate.\n", set()),
        ("# summary\nrelevance: &x The site decides.\nimportance: *x\n", {"importance"}),
        ("# summary\nnotes2: !!str x\nmore: [*a, *a]\nmost: &a 1\n", set()),
        ("# input\nservice_line: !!str Gynecology\n", {"service_line"}),
        ("# input\nmue:\n  <<: &y {quarter: 2026Q4}\n  practitioner: null\n", {"mue"}),
    ],
)
def test_what_is_not_written_out_is_withheld(example: str, needs: set[str]) -> None:
    publication = specimen(read_example(example))
    loaded = [loaded for loaded in publication.files.values() if loaded.problems]
    assert {problem.rule for problem in loaded[0].problems} - {"unknown-key"} == {"yaml-anchor"}
    assert {route_text(route) for route in loaded[0].withheld} == needs
    assert loaded[0].sound is not None


def test_a_waiver_or_setting_with_a_fault_does_nothing_and_the_others_hold() -> None:
    waiver = "{{rule: placeholder-text, path: 'sections/**', reason: Is to come., owner: Lead, {}}}"
    found, _ = run(
        "# summary\nrelevance: TO"
        + "DO\n# waivers\nwaivers:\n  - "
        + waiver.format("expiry: never")
        + "\n# project\nrules:\n"
        "  stale-data: {severity: grave, reason: It is.}\n"
        "  unsourced-claim: {severity: 'off', reason: It is.}\n"
    )
    assert {rule for rule, _ in found} >= {"wrong-type", "unknown-value", "placeholder-text"}


def test_a_fault_in_the_edition_before_is_named_too() -> None:
    outcome = checked(specimen(read_example("# summary (before)\nrelevance: {a: b}\n")))
    assert {skip.needs for skip in outcome.skipped} == {"summary"}


def test_who_asks_for_a_withheld_field_is_told_which_it_is() -> None:
    publication = specimen(read_example("# input\nmue: {quarter: [1], practitioner: null}\n"))
    with pytest.raises(Withheld) as absent:
        assert publication.input.mue and publication.input.mue.quarter
    assert publication.place_of(absent.value) == ("input", ("mue", "quarter"))


def test_a_file_of_an_earlier_form_is_one_finding() -> None:
    example = "# input (whole)\nreportkit: input/0\nsort: long\n"
    loaded = specimen(read_example(example)).files["input"]
    assert [problem.message for problem in loaded.problems] == [
        "`input/0` is an earlier form of this file; today's is input/1"
    ]
    assert loaded.sound is None


@pytest.mark.parametrize("form", ["input/2", "summary/1", "input"])
def test_a_file_of_a_later_form_or_another_kind_is_read_on(form: str) -> None:
    loaded = specimen(read_example(f"# input\nreportkit: {form}\n")).files["input"]
    assert [problem.rule for problem in loaded.problems] == ["unknown-value"]
    assert list(loaded.withheld) == [("reportkit",)]
