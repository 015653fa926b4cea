"""Figures that authors typed are found in their texts, each with what its sentence stands on."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.typed_figures import typed_figures


def figures(relevance: str) -> list[tuple[str, str | None, str]]:
    """The figures of a text: each as typed, its basis, and what that is."""
    publication = specimen(read_example(f"# summary\nrelevance: {relevance}\n"))
    text = next(one for one in (publication.summary.relevance,) if one is not None)
    typed = text.strip()
    return [
        (typed[figure.start : figure.end], figure.basis, figure.what)
        for figure in typed_figures(publication).get(typed, ())
    ]


@pytest.mark.parametrize(
    ("relevance", "found"),
    [
        ("It takes 20 minutes, or 1,200 seconds.", ["20", "1,200"]),
        ("About 12.5% of them, and $30.25 each.", ["12.5%", "$30.25"]),
        ("CPT 57511 with modifier 22 takes 7 minutes.", ["7"]),
        ("The B12 and the 2nd, the 3-day and the x-4.", []),
        ("'  It takes 9 minutes. '", ["9"]),
        (r"'It costs \$15 a day.'", [r"\$15"]),
        ("'1. It takes 8 minutes.'", ["8"]),
        ("It takes some minutes.", []),
    ],
)
def test_a_figure_is_a_number_that_names_nothing(relevance: str, found: list[str]) -> None:
    assert [typed for typed, _, _ in figures(relevance)] == found


def test_a_figure_stands_on_what_its_sentence_stands_on() -> None:
    assert figures(
        "\"Medicare pays it in 7 days {{ holds(input.mpfs.status == 'A') }}. "
        'It takes 8 minutes [@manual]. It takes 9 minutes."'
    ) == [
        ("7", "bound", "input.mpfs.status"),
        ("8", "cited", "manual"),
        ("9", None, ""),
    ]
    assert figures('"{{ say.global_period }} It takes 5 minutes."') == [("5", None, "")]
