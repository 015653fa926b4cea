"""Price files that are refused, and what the reader is told."""

from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inputs import rates_json_stream, rates_offer
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates import RateImport, read_rates

DATA = Path(__file__).parent / "data"
NAMES = (
    "rates_hospital_tall.csv",
    "rates_hospital_wide.csv",
    "rates_hospital.json",
    "rates_in_network.json",
)
FILES = {name: (DATA / name).read_bytes() for name in NAMES}
TALL = FILES["rates_hospital_tall.csv"]
PAYER = FILES["rates_in_network.json"]


def read(content: bytes) -> RateImport:
    return read_rates([("prices", io.BytesIO(content))], ["57511"], {"North Health": "north"})


MARKED = ("utf-16", "utf-32")
"""Encodings that a mark at the start of the file names."""


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("encoding", [*MARKED, "utf-16-le", "mac-roman"])
@pytest.mark.parametrize("content", [TALL, PAYER])
def test_a_file_in_a_named_or_marked_encoding_is_read_as_it_would_be_in_utf8(
    content: bytes, encoding: str, packed: bool
) -> None:
    written = content.decode("utf-8-sig").encode(encoding)
    given = gzip.compress(written) if packed else written
    prices = [("prices", io.BytesIO(given))]
    named = None if encoding in MARKED else encoding
    there = read_rates(prices, ["57511"], {"North Health": "north"}, named)
    assert (there.rates, there.left_out) == (read(content).rates, read(content).left_out)
    assert there.files[0].sha256 == hashlib.sha256(given).hexdigest()


@pytest.mark.parametrize(
    ("encoding", "message", "hint"),
    [
        ("utf-8", "expected text in utf-8, found other bytes", "leave --encoding out"),
        ("base64", "expected an encoding by its name, found `base64`", "write for example"),
        ("klingon", "expected an encoding by its name, found `klingon`", "write for example"),
    ],
)
def test_an_encoding_that_does_not_fit_is_told(encoding: str, message: str, hint: str) -> None:
    content = TALL.replace(b"North", b"N\xf6rth")
    with pytest.raises(LayoutError) as caught:
        read_rates([("prices", io.BytesIO(content))], ["57511"], {}, encoding)
    assert message in str(caught.value)
    assert (caught.value.hint or "").startswith(hint)


def refusal(content: bytes) -> LayoutError:
    with pytest.raises(LayoutError) as caught:
        read(content)
    return caught.value


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "prices:1: expected hospital_name in the first row, found nothing"),
        (b"PK\x03\x04rest", "found a zip archive"),
        (TALL.decode().encode("utf-16-be"), "found UTF-16 or UTF-32 text"),
        (b"<?xml version='1.0'?>", "found XML or HTML"),
        (TALL.replace(b"3.0.0", b"1.1.0"), "prices:2: expected version 2 or 3, found 1.1.0"),
        (TALL.replace(b"4/1/2026", b"soon"), "expected last_updated_on as YYYY-MM-DD or M/D/YYYY"),
        (TALL.replace(b",modifiers", b",changes"), "prices:3: expected a column modifiers"),
        (TALL.replace(b",plan_name", b",product"), "prices:3: expected a column plan_name"),
        (TALL.replace(b",count", b",setting"), "prices:3: expected each column once"),
        (TALL.replace(b",", b"#"), "prices:1: expected hospital_name in the first row"),
        (
            (DATA / "PPRRVU2025_Oct.csv").read_bytes(),
            "prices:1: expected a hospital's standard charges, found the relative value file",
        ),
        (TALL[:-20], "prices:15: expected 25 cells, found 20 cells and the end of the file"),
        (PAYER.replace(b'"2.0.0"', b'"3.0.0"'), "expected version 1 or 2, found 3.0.0"),
        (PAYER.replace(b'"2026-04-01"', b"null"), "expected last_updated_on as YYYY-MM-DD"),
        (PAYER.replace(b'"in_network"', b'"out_of_network"'), "found allowed amounts"),
        (PAYER.replace(b'"in_network"', b'"reporting_structure"'), "found a table of contents"),
        (PAYER.replace(b'"in_network"', b'"prices"'), "found neither"),
        (b"[]", "expected an object, found a list"),
        (b'{"in_network": {}}', "expected a list at in_network, found an object"),
        (b'{"in_network": [7]}', "expected an object at in_network[0], found a number"),
        (b'{"a":\n1}\n{', "prices:3: expected JSON, found parse error: trailing garbage"),
        (b'{"a":\n\n nope}', "prices:3: expected JSON, found lexical error"),
        (b'{"a": "\xff"}', "found text that is not UTF-8 near byte 7"),
        (b'{"a": ' + b"9" * 5000 + b"}", "found a number too large to read"),
        (b'{"a": 1e99999999999999999999}', "found a number too large to read"),
        (b'{"version": ' + b"[" * 300_000, "expected a value of ordinary size at version"),
        (b'{"in_network": [', "found the end of the file inside a value near byte 16"),
        (gzip.compress(PAYER)[:-20], "found gzip data that is cut off"),
        (gzip.compress(PAYER)[:60] + b"x" * 60, "found damaged gzip data"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_what_was_expected_and_found(
    content: bytes, message: str
) -> None:
    error = refusal(content)
    assert message in str(error)
    assert error.file == "prices"


@given(st.sampled_from(NAMES), st.data())
@settings(max_examples=150)
def test_a_file_cut_off_anywhere_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = FILES[name]
    packed = data.draw(st.booleans())
    whole = gzip.compress(content) if packed else content
    cut = whole[: data.draw(st.integers(0, len(whole) - 3))]
    if packed or name.endswith("json"):
        refusal(cut)
    else:
        read_or_refuse(cut)


@given(st.sampled_from(NAMES), st.integers(0, 1 << 14), st.binary(min_size=1, max_size=4))
@settings(max_examples=300)
def test_a_file_with_bytes_overwritten_is_read_or_refused(
    name: str, at: int, damage: bytes
) -> None:
    content = FILES[name]
    at %= len(content)
    read_or_refuse(content[:at] + damage + content[at + len(damage) :])


def read_or_refuse(content: bytes) -> None:
    try:
        read(content)
    except LayoutError as error:
        assert error.expected
        assert error.found


def test_one_endless_value_is_refused_before_it_fills_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rates_json_stream, "LONGEST_TOKEN", 1 << 17)
    assert "one value of more than 131072 bytes" in str(refusal(b'{"a": "' + b"x" * (1 << 19)))


def test_more_distinct_prices_than_can_be_real_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rates_offer, "MOST_DISTINCT_OFFERS", 10)
    assert "a bounded number of distinct prices, found more than 10" in str(refusal(PAYER))


def test_a_place_deep_in_a_file_is_named_by_line_and_byte() -> None:
    lines = [f'"{index}": [1, "two", 3.5],' for index in range(20_000)]
    lines[15_000] = '"15000": [1, two, 3.5],'
    content = ("{" + "\n".join(lines) + '"z": 0}').encode()
    error = refusal(content)
    assert error.line == 15_001
    byte = int(error.found.rsplit(" ", 1)[1])
    assert abs(byte - content.index(b'two, 3.5],\n"15001')) <= 3
