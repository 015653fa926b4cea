"""The figures of prose carry what they stand on: the data, or the ground of their sentence."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from reportkit.assemble.edition import Edition
from reportkit.assemble.prose import marked
from reportkit.check.example import read_example, specimen
from reportkit.check.typed_figures import typed_figures

EXAMPLE = """
# summary
importance: |-
  {text}
"""


def marks(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each figure of a text as it is printed, with its field or the words for its ground."""
    publication = specimen(read_example(EXAMPLE.format(text=text)))
    edition = Edition(publication, NullTranslations(), {}, typed_figures(publication))
    prose = marked(publication.summary.importance, edition)
    return [
        (
            prose.markdown[mark.start : mark.end],
            mark.ground.field if mark.ground else None,
            mark.basis.partition("\n")[0] if mark.basis else None,
        )
        for mark in prose.marks
    ]


def test_a_value_of_the_data_names_its_field() -> None:
    assert marks("It has {{ input.mpfs.work_rvu }} units.") == [(r"1\.95", "mpfs.work_rvu", None)]


def test_a_sentence_made_from_the_data_names_what_it_is_made_from() -> None:
    ((_, field, basis),) = marks("{{ say.global_period }}")
    assert (field, basis) == (None, "Written from the data: mpfs.global_days")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The period is 10 days {{ holds(input.mpfs.global_days == "010") }}.',
            [("10", None, "Held to the data: mpfs.global_days")],
        ),
        ("It was 40% of $1,200.50 once.", [("40%", None, None), ("$1,200.50", None, None)]),
        ("It takes **12** minutes.", [("12", None, None)]),
        (r"It costs \$5.", [(r"\$5", None, None)]),
        ("1. First\n  2. Second", []),
        ("CPT 57452 and modifier 59 stand beside it.", []),
        ("It is paid by [2025 rules](https://example.org/2025).", [("2025", None, None)]),
    ],
)
def test_a_typed_figure_has_the_ground_of_its_sentence_or_none(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert marks(text) == expected


def test_a_figure_that_cites_a_source_stands_on_it() -> None:
    ((shown, _, basis),) = marks("Of 100 women 3 came back [@manual].")[:1]
    assert shown == "100"
    assert basis is not None
