"""Putting datasets into an input.yaml: what changes, and what people wrote and keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from cms_samples import GPCI, PFS, PTP, content
from hypothesis import given
from hypothesis import strategies as st

from reportkit.inputs.gpci import locality_payment, read_gpci
from reportkit.inputs.ncci_ptp import NcciSetting, ncci, read_ptp
from reportkit.inputs.pfs import mpfs, read_pfs
from reportkit.model.datasets import DATASETS
from reportkit.model.fees import Mpfs, Participants
from reportkit.model.input import Provenance, ProvidedInput, Validity
from reportkit.provide.refresh import CodeRef, Dataset, Refreshed, code_ref, refresh_input
from reportkit.source.emit import block
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.source.rewrite import RewriteRefused, as_read, read_mapping, replace_keys, same
from reportkit.source.values import plain

DAY = date(2026, 11, 23)
CODE = CodeRef("57511", "CPT")
TABLE = read_pfs(PFS, content(PFS))
ROWS = TABLE.by_code()["57511"]

ORIGIN = {"source": "cms-pfs", "as_of": "2026-11-23"}
EARLIER = {
    "release": "RVU25D",
    "conversion_factor": Decimal("32.3465"),
    "nonfacility_payment": Decimal("192.14"),
    "facility_payment": Decimal("143.94"),
    "released": "2025-09-11",
    "begins": "2025-10-01",
    "ends": "2025-12-31",
    "status": "A",
    "nonfacility_total": Decimal("5.94"),
    "facility_total": Decimal("4.45"),
    "participants": "all",
}


def fees(
    release: str = "RVU25D",
    factor: str = "32.3465",
    *,
    places: bool = False,
    participants: Participants = "all",
) -> Dataset:
    rows = [replace(row, conversion_factor=Decimal(factor)) for row in ROWS]
    table = replace(TABLE, release=release, participants=participants)
    indices = read_gpci(GPCI, content(GPCI)).localities if places else ()
    value = mpfs(rows, table, tuple(locality_payment(rows, each) for each in indices))
    return Dataset("mpfs", value, Provenance(source="cms-pfs", as_of=DAY, release=release))


def pairs(setting: NcciSetting) -> Dataset:
    edits = ncci("57511", read_ptp(PTP, content(PTP), setting=setting))
    origin = Provenance(source="cms-ncci", as_of=DAY, file=f"{setting}.csv", sha256=setting)
    return Dataset("ncci", (edits,), origin)


def refreshed(text: str | None, *provided: Dataset) -> Refreshed:
    return refresh_input(text, CODE, provided, DAY)


def model(text: str) -> ProvidedInput:
    loaded = load(decode("input.yaml", text.encode())[0], ProvidedInput)
    assert loaded.problems == ()
    assert loaded.model is not None
    return loaded.model


def test_new_input_has_every_key_and_a_gap_for_each_that_is_null() -> None:
    found = model(refreshed(None, fees()).text)
    assert found.mpfs is not None
    assert {each.field for each in found.missing} == set(DATASETS) - {"mpfs"}
    assert {each.since for each in found.missing} == {DAY}


def test_what_is_written_reads_back_as_the_same_model() -> None:
    provided = fees(places=True)
    assert model(refreshed(None, provided, pairs("practitioner")).text).mpfs == provided.value


def test_codes_and_indicators_are_quoted_and_decimals_keep_their_places() -> None:
    text = refreshed(None, fees(), pairs("practitioner")).text
    for line in (
        'code: "57511"',
        '  global_days: "010"',
        '  bilateral: "0"',
        '  status: "A"',
        "  preoperative: 0.10",
        "  conversion_factor: 32.3465",
    ):
        assert line in text.splitlines()
    assert 'column_2: "57452", indicator: "0"' in text


def test_refresh_with_the_same_data_changes_not_one_byte() -> None:
    text = refreshed(None, fees(places=True)).text
    again = refreshed(text, fees(places=True))
    assert (again.text, again.changes) == (text, ())


def test_comments_and_hand_entered_keys_stay() -> None:
    text = refreshed(None, fees()).text
    text = text.replace("payers: null", "payers: null # ask the policy team")
    text = text.replace("  work_rvu: 1.95", "  # checked by hand\n  work_rvu: 1.95  # see ruling")
    text = text.replace("service_line: null", 'service_line: "Women\'s health"')
    new = refreshed(text, fees("RVU26A", "33.4009")).text
    for kept in (
        "payers: null # ask the policy team",
        "  # checked by hand\n",
        "  work_rvu: 1.95  # see ruling",
        'service_line: "Women\'s health"',
    ):
        assert kept in new
    assert len(new.splitlines()) == len(text.splitlines()) + 7


def test_changes_between_releases_are_listed_value_by_value() -> None:
    found = refreshed(refreshed(None, fees()).text, fees("RVU26A", "33.4009"))
    assert [(each.path, each.old, each.new) for each in found.changes] == [
        ("provenance.mpfs.release", "RVU25D", "RVU26A"),
        ("provenance.mpfs.history.RVU25D", None, {**ORIGIN, "release": "RVU25D"}),
        ("mpfs.release", "RVU25D", "RVU26A"),
        ("mpfs.conversion_factor", Decimal("32.3465"), Decimal("33.4009")),
        ("mpfs.nonfacility_payment", Decimal("192.14"), Decimal("198.40")),
        ("mpfs.facility_payment", Decimal("143.94"), Decimal("148.63")),
        ("mpfs.history", None, (EARLIER,)),
    ]


def test_gap_is_dropped_when_its_dataset_arrives_and_the_others_stay() -> None:
    found = refreshed(refreshed(None, fees()).text, pairs("practitioner"))
    assert "missing[ncci]" in {each.path for each in found.changes}
    assert {each.field for each in model(found.text).missing} == set(DATASETS) - {"mpfs", "ncci"}


def test_localities_go_when_a_release_comes_without_them() -> None:
    text = refreshed(None, fees(places=True)).text.replace("  status:", "  # status\n  status:")
    kept, gone = refreshed(text, fees()), refreshed(text, fees("RVU26A", "33.4009"))
    assert _mpfs(kept.text).localities
    assert _mpfs(gone.text).localities == ()
    assert "  # status\n" in gone.text


def test_localities_come_to_a_release_that_had_none() -> None:
    found = refreshed(refreshed(None, fees()).text, fees("RVU26A", "33.4009", places=True))
    assert len(_mpfs(found.text).localities) == 4


def test_history_entered_by_hand_stays() -> None:
    old = (
        "  history:\n    - {release: RVU24D, nonfacility_payment: 201.06, "
        "facility_payment: null} # by hand\n"
    )
    text = refreshed(None, fees()).text.replace("\nmue:", f"\n{old}mue:", 1)
    assert "# by hand" in refreshed(text, fees("RVU26A", "33.4009")).text


def test_a_newer_release_moves_the_payment_before_it_into_the_history_with_its_origin() -> None:
    text = refreshed(None, fees()).text
    for release, factor in (("RVU26A", "33.4009"), ("RVU26B", "33.5"), ("RVU26B", "33.5")):
        text = refreshed(text, fees(release, factor)).text
    found = model(text)
    assert [each.release for each in _mpfs(text).history] == ["RVU25D", "RVU26A"]
    assert as_read(_mpfs(text).history[0].model_dump(exclude_defaults=True)) == EARLIER
    assert _mpfs(text).release == "RVU26B"
    assert {key: origin.release for key, origin in found.provenance.items()} == {
        "mpfs": "RVU26B",
        "mpfs.history.RVU25D": "RVU25D",
        "mpfs.history.RVU26A": "RVU26A",
    }


def test_releases_stand_in_order_of_time_in_whatever_order_they_come() -> None:
    releases = (
        ("RVU24A", "32.7442"),
        ("RVU24AR", "33.2875"),
        ("RVU25A", "32.3465"),
        ("RVU26A", "33.4009"),
    )
    texts = set()
    for order in permutations(releases):
        text: str | None = None
        for release, factor in order:
            text = refreshed(text, fees(release, factor)).text
        texts.add(text)
    (text,) = texts
    assert text is not None
    found = _mpfs(text)
    assert found.release == "RVU26A"
    assert [(each.release, str(each.begins), str(each.ends)) for each in found.history] == [
        ("RVU24A", "2024-01-01", "2024-03-08"),
        ("RVU24AR", "2024-03-09", "2024-03-31"),
        ("RVU25A", "2025-01-01", "2025-03-31"),
    ]
    assert list(model(text).provenance) == [
        "mpfs",
        "mpfs.history.RVU24A",
        "mpfs.history.RVU24AR",
        "mpfs.history.RVU25A",
    ]


def test_both_factors_of_a_release_stand_side_by_side_in_whatever_order_they_come() -> None:
    both = (
        fees("RVU26C", "33.4009", participants="nonqualifying"),
        fees("RVU26C", "33.5675", participants="qualifying"),
    )
    newer = fees("RVU26D", "33.4009", participants="nonqualifying")
    texts = set()
    for order in permutations((*both, newer)):
        text: str | None = None
        for each in order:
            text = refreshed(text, each).text
        texts.add(text)
    (text,) = texts
    assert text is not None
    found = model(refreshed(refreshed(None, both[1]).text, both[0]).text)
    assert found.mpfs is not None
    assert found.mpfs.qualifying is not None
    assert (found.mpfs.participants, found.mpfs.conversion_factor) == (
        "nonqualifying",
        Decimal("33.4009"),
    )
    assert found.mpfs.qualifying.model_dump(exclude_defaults=True) == {
        "conversion_factor": Decimal("33.5675"),
        "nonfacility_payment": Decimal("199.39"),
        "facility_payment": Decimal("149.38"),
    }
    assert list(found.provenance) == ["mpfs", "mpfs.qualifying"]
    earlier = _mpfs(text).history[0]
    assert (earlier.release, earlier.participants) == ("RVU26C", "nonqualifying")
    assert earlier.qualifying == found.mpfs.qualifying
    assert list(model(text).provenance)[1:] == [
        "mpfs.history.RVU26C",
        "mpfs.history.RVU26C.qualifying",
    ]


def test_an_issue_that_was_taken_back_is_kept_with_its_day() -> None:
    held = fees().value
    assert isinstance(held, Mpfs)
    issues = [
        replace(fees(), value=held.model_copy(update={"released": day}))
        for day in (date(2025, 9, 11), date(2025, 11, 1))
    ]
    newer = fees("RVU26A", "33.4009")
    texts = set()
    for order in permutations((*issues, newer)):
        text: str | None = None
        for each in order:
            text = refreshed(text, each).text
        texts.add(text)
    (text,) = texts
    assert text is not None
    assert list(model(text).provenance) == [
        "mpfs",
        "mpfs.history.RVU25D.2025-09-11",
        "mpfs.history.RVU25D",
    ]
    again = refreshed(refreshed(None, issues[0]).text, issues[1])
    assert _mpfs(again.text).released == date(2025, 11, 1)
    assert list(model(again.text).provenance) == ["mpfs", "mpfs.history.RVU25D.2025-09-11"]


def test_other_datasets_keep_what_is_newer() -> None:
    newer = Validity(release="2026Q4", added=None, terminated=None)
    older = Validity(release="2026Q1", added=None, terminated=date(2026, 3, 31))
    origin = Provenance(source="cms-hcpcs", as_of=DAY, release="2026Q4")
    text = refreshed(None, Dataset("validity", newer, origin)).text
    earlier = origin.model_copy(update={"release": "2026Q1"})
    found = refreshed(text, Dataset("validity", older, earlier))
    assert found.text == text
    assert found.left_out == ("validity 2026Q1",)
    assert model(refreshed(text, pairs("practitioner")).text).validity == newer


def test_the_history_grows_below_the_comments_on_it() -> None:
    text = refreshed(refreshed(None, fees()).text, fees("RVU26A", "33.4009")).text
    lines = text.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("    - release:"))
    lines[at] += " # as in the final rule"
    grown = refreshed("\n".join(lines) + "\n", fees("RVU26B", "33.5", places=True)).text
    assert grown.count("# as in the final rule") == 1
    assert [each.release for each in _mpfs(grown).history] == ["RVU25D", "RVU26A"]
    assert len(_mpfs(grown).localities) == 4


def test_pairs_of_one_setting_do_not_take_away_the_other() -> None:
    first = refreshed(None, pairs("practitioner")).text
    found = model(refreshed(first, pairs("outpatient-hospital")).text)
    assert found.ncci is not None
    assert [each.setting for each in found.ncci] == ["practitioner", "outpatient-hospital"]
    assert found.provenance["ncci"].file == "outpatient-hospital.csv + practitioner.csv"


def test_sample_mark_goes_with_the_sample() -> None:
    sample = replace(fees(), provenance=Provenance(source="house", as_of=DAY, sample=True))
    assert not model(refreshed(refreshed(None, sample).text, fees()).text).provenance["mpfs"].sample


def test_windows_line_ends_stay() -> None:
    text = refreshed(None, fees()).text.replace("\n", "\r\n")
    new = refreshed(text, fees("RVU26A", "33.4009", places=True), pairs("practitioner")).text
    assert new.count("\n") == new.count("\r\n")
    assert len(_mpfs(new).localities) == 4


def test_input_of_another_code_is_refused() -> None:
    text = refreshed(None, fees()).text.replace('code: "57511"', 'code: "57510"')
    with pytest.raises(RewriteRefused, match="the input of code 57510, not 57511"):
        refreshed(text, fees())


def test_file_that_is_not_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(RewriteRefused, match="line 2: "):
        refreshed("code: 1\nmpfs: [", fees())


MISSHAPEN = {
    "provenance": ("provenance:\n", "provenance: 7\nother:\n"),
    "provenance.mpfs": ("  mpfs: {source: cms-pfs,", "  mpfs: 3\n  other: {source: cms-pfs,"),
    "as_of": ("as_of: 2026-11-23\n", "as_of: [soon]\n"),
    "missing": ("missing:\n", "missing: none\nother:\n"),
}


@pytest.mark.parametrize(("key", "change"), MISSHAPEN.items(), ids=MISSHAPEN)
@pytest.mark.parametrize("provided", [(), (fees("RVU26A"),)], ids=["vouched for", "imported into"])
def test_what_is_renewed_has_to_have_its_form(
    key: str, change: tuple[str, str], provided: tuple[Dataset, ...]
) -> None:
    old = refreshed(None, fees()).text
    assert change[0] in old, old
    with pytest.raises(RewriteRefused, match=f"`{key}` has not its form"):
        refreshed(old.replace(*change, 1), *provided)


def test_an_input_that_is_vouched_for_has_its_form_and_one_that_data_replaces_needs_none() -> None:
    old = refreshed(None, fees()).text.replace('status: "A"', "status: [A]")
    with pytest.raises(RewriteRefused, match=r"`mpfs\.status` has not its form"):
        refreshed(old)
    assert 'status: "A"' in refreshed(old, fees()).text


def test_dental_codes_have_no_system() -> None:
    assert code_ref("D0120") is None
    assert code_ref("0596T") == CodeRef("0596T", "CPT")
    assert code_ref("G0101") == CodeRef("G0101", "HCPCS")


def _mpfs(text: str) -> Mpfs:
    found = model(text).mpfs
    assert found is not None
    return found


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(0, 10**12)
    | st.decimals(0, 10**6, places=3)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.sampled_from(["010", "null", "true", "no", "1:30", "2026-01-01", "a: b", "- x", "# y"])
)
DATA = st.dictionaries(
    st.sampled_from("abcdefg"),
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from("hijk"), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(DATA)
def test_whatever_is_emitted_reads_back_the_same(data: dict[str, object]) -> None:
    text = block(data, -2).removeprefix("\n") + "\n"
    assert same(plain(read_mapping(text)), as_read(data))


@given(DATA, DATA)
def test_replaced_keys_read_back_as_given_and_others_as_before(
    old: dict[str, object], new: dict[str, object]
) -> None:
    text = block(old, -2).removeprefix("\n") + "\n"
    assert same(plain(read_mapping(replace_keys(text, new))), as_read({**old, **new}))
