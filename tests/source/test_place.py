"""Lines and columns are those an editor shows, and told in the time of a look-up."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from reportkit.findings.place import Span, line_and_column, line_span


@given(st.text("ab\n\r\t", max_size=30), st.integers(0, 30))
def test_an_offset_is_in_the_line_that_counting_finds(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = line_and_column(text, offset)
    # The return before a feed is kept in its line, a return alone ends one.
    broken = re.sub(r"\r(?!\n)", "\n", text)
    before = broken[:offset].split("\n")
    assert (line, column) == (len(before), len(before[-1]) + 1)
    span = line_span(text, line)
    assert span is not None
    assert broken[span.start : span.end] == broken.split("\n")[line - 1]


def test_a_return_alone_breaks_a_line() -> None:
    assert line_and_column("one\rtwo\r\nthree", 4) == (2, 1)
    assert line_and_column("one\rtwo\r\nthree", 9) == (3, 1)


def test_a_text_has_no_line_before_its_first_or_after_its_last() -> None:
    assert (line_span("a\nb", 0), line_span("a\nb", 3)) == (None, None)
    assert line_span("", 1) == Span(0, 0)


def test_many_places_in_a_long_text_are_told_at_once() -> None:
    text = "word\n" * 100_000
    begun = time.perf_counter()
    for offset in range(0, len(text), 5):
        line_and_column(text, offset)
    assert time.perf_counter() - begun < 5
