"""The words that a wording is looked for by stand in everything that its pattern finds."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from needed_words import unneeded, wordings_of

from reportkit import reading, rules
from reportkit.reading.wording import Wording


def sought() -> Iterator[tuple[str, Wording]]:
    """Every wording that names its words, by where it is."""
    for package in (reading, rules):
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(info.name)).items():
                for number, wording in enumerate(wordings_of(value)):
                    if wording.needs:
                        yield f"{info.name}.{name}[{number}]", wording


def test_no_text_that_is_worded_so_is_passed_over() -> None:
    passed_over = {where: text for where, wording in sought() if (text := unneeded(wording))}
    assert passed_over == {}


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:one|two)s?\b", "one ones two"),
        (r"\b(?:one )?(?:two|three)\b", "two"),
        (r"\bone\b[^.]*\b(?:two|three)\b", "two"),
        (r"\b(?:RVUs?)\d", "rvu rvus"),
        (r"(?<=one )[a-z]+", "two"),
    ],
)
def test_a_form_without_a_word_is_named(pattern: str, needs: str) -> None:
    wording = Wording(pattern, needs)
    text = unneeded(wording)
    assert text is not None
    assert wording.compiled.search(text)
    assert frozenset(needs.split()).isdisjoint(text.lower().split())


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:one|two)s?\b", "one ones two twos"),
        (r"\b(?:one )?(?:two|three)\b", "two three"),
        (r"\bone\b[^.]*\b(?:two|three)\b", "one"),
        (r"\bone-(?:two|three)", "one"),
        (r"(?<=one )[a-z]+", "one"),
        (r"[a-z]+(?= one\b)", "one"),
    ],
)
def test_a_wording_whose_words_are_all_named_passes(pattern: str, needs: str) -> None:
    assert unneeded(Wording(pattern, needs)) is None
