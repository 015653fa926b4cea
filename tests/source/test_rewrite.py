"""New keys in rows of a list: what stands in the row stays as it was written."""

from __future__ import annotations

import pytest

from reportkit.source.rewrite import read_mapping, replace_keys
from reportkit.source.values import plain

ROWS = """\
rows:
  # chosen by the client
  - code: N87.0  # mild
    # agreed in June
    title: Typed in  # to be looked up
    basis: 'histology'
  - {code: N87.1, title: Typed in, basis: 'histology'}  # moderate
  - {
      code: N72,  # added in July
      title: Typed in,
      basis: 'histology',
    }
after: 1
"""
WIDENED = """\
rows:
  # chosen by the client
  - code: N87.0  # mild
    # agreed in June
    title: "Mild"  # to be looked up
    basis: 'histology'
    excludes1: ["D06.-"]
  - {code: N87.1, title: "Moderate", basis: 'histology', excludes1: ["D06.-"]}  # moderate
  - {
      code: N72,  # added in July
      title: "Inflammatory",
      basis: 'histology', excludes1: ["D06.-"],
    }
after: 1
"""
TITLES = ("Mild", "Moderate", "Inflammatory")


def widened(text: str, *dropped: str) -> str:
    rows = plain(read_mapping(text))["rows"]
    looked_up = []
    for row, title in zip(rows, TITLES, strict=True):
        stays = {key: value for key, value in row.items() if key not in dropped}
        looked_up.append({**stays, "title": title, "excludes1": ("D06.-",)})
    return replace_keys(text, {"rows": looked_up})


def test_comments_and_quotes_of_a_row_stay_when_it_gets_a_key() -> None:
    assert widened(ROWS) == WIDENED


def test_braces_that_grow_too_long_for_a_line_are_written_below_unless_they_hold_a_comment() -> (
    None
):
    long = {"source": "cms-asc", "file": "a" * 60, "sha256": "b" * 60}
    text = "of:\n  asc: {source: cms-asc}\nafter: 1\n"
    below = f"    source: cms-asc\n    file: {'a' * 60}\n    sha256: {'b' * 60}\n"
    assert replace_keys(text, {"of": {"asc": long}}) == f"of:\n  asc:\n{below}after: 1\n"
    noted = "of:\n  asc: {source: cms-asc,  # ours\n  }\n"
    assert "# ours" in replace_keys(noted, {"of": {"asc": long}})


def test_keys_come_to_empty_braces() -> None:
    assert plain(read_mapping(replace_keys("row: {}\n", {"row": {"code": "N72"}}))) == {
        "row": {"code": "N72"}
    }


@pytest.mark.parametrize("dropped", ["code", "basis"])
def test_a_row_that_loses_a_key_reads_back_as_wanted(dropped: str) -> None:
    text = widened(ROWS, dropped)
    rows = plain(read_mapping(text))["rows"]
    assert [tuple(row) for row in rows] == [
        tuple(key for key in ("code", "title", "basis", "excludes1") if key != dropped)
    ] * 3
    assert text.endswith("\nafter: 1\n")
    assert widened(text) == text
