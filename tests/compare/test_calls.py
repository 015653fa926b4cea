"""What changed from one edition to the next says how far the version has to rise."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.compare.calls import call_of, least_version
from reportkit.compare.comparison import compare
from reportkit.model.version import number, same_number
from reportkit.workspace.published import published

SINCE_1_2 = (
    ("nothing that is printed", "# report\nversion: '1.3'\n# summary\nnotes: [Ask again.]\n",
     None, "1.2.1"),
    ("a title", "# report\ntitle: Freezing of tissue\n", "wording", "1.2.1"),
    ("a word", "# summary\nimportance: A claim with a wrong code is denied or paid wrongly.\n",
     "wording", "1.2.1"),
    ("an amount", "# input\nmpfs.work_rvu: 2.05\n", "amount", "1.3"),
    ("a site more", "# input\nsites[+]: {id: home, name: Home, pos: ['12'], rank: also}\n",
     "addition", "1.3"),
    ("an indicator", "# input\nmpfs.global_days: '090'\n", "indicator", "2.0"),
    ("an edit more", "# input\nncci: [{quarter: 2026Q4, setting: practitioner, pairs: []}]\n",
     "indicator", "2.0"),
    ("a modifier less", "# input\nmodifiers[1]: (absent)\n", "advice-withdrawn", "2.0"),
    ("data that is gone", "# input\nmpfs: null\n", "advice-withdrawn", "2.0"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("example", "kind", "least"), [case[1:] for case in SINCE_1_2], ids=[c[0] for c in SINCE_1_2]
)
def test_a_change_calls_for_a_version(example: str, kind: str | None, least: str) -> None:
    old, new = specimen({}), specimen(read_example(example))
    call = call_of(compare(published(old), published(new)))
    before = number("1.2")
    assert before is not None
    assert (call and call.kind, str(least_version(before, call))) == (kind, least)


def test_the_gravest_change_is_told_with_its_places() -> None:
    example = "# input\nmpfs.global_days: '090'\nmpfs.work_rvu: 2.05\n# report\ntitle: Another\n"
    call = call_of(compare(specimen({}), specimen(read_example(example))))
    assert call is not None
    assert call.places == ("mpfs.global_days of input: 010, now 090",)


def test_versions_are_numbers() -> None:
    assert [number(text) for text in ("1.0", "1.0.0", "1.10", "1", "1.0b", "../1.0")] == [
        (1, 0, 0),
        (1, 0, 0),
        (1, 10, 0),
        None,
        None,
        None,
    ]
    assert same_number("1.0", "1.0.0")
    assert not same_number("1.1", "1.10")
    assert same_number("draft", "draft")
