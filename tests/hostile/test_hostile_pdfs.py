"""Whoever reads a PDF that was made to break its readers says so in a clause, and soon."""

from __future__ import annotations

import contextlib
import time

import pytest

from hostile_inputs import paper
from hostile_pdfs import PDFS, note, page, pdf
from made import DAY, told
from reportkit.cannot_run import CannotRun
from reportkit.cli.examine import sources_of
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.publish.annotations import annotations_in
from reportkit.publish.printed_figures import NoFigures, read_figures

SECONDS = 15
"""Of the processor, for all readers: a few of each at the worst."""


@pytest.mark.parametrize("content", PDFS.values(), ids=PDFS)
def test_a_hostile_pdf_breaks_no_reader(content: bytes) -> None:
    begun = time.process_time()
    comments = annotations_in(content)
    assert comments.keys() in ({"fault"}, {"pages", "comments"})
    assert told(content)["verdict"] in ("altered", "cannot tell")
    assert sources_of(content).keys() == {"fault"}
    with contextlib.suppress(CannotRun):
        place(read_old_report("old.pdf", content), "57511", DAY)
    assert time.process_time() - begun < SECONDS


NOTES = {
    "no place": b"/Contents(Say who pays)",
    "words for a place": b"/Rect(a)/Contents(Say who pays)",
    "half a place": b"/Rect[1 2]/Contents(Say who pays)",
    "nothing in its place": b"/Rect[null 2 3 4]/Contents(Say who pays)",
    "marks that are none": b"/QuadPoints[/A (b) null 1 2 3 4 5]/Contents(Say who pays)",
}


@pytest.mark.parametrize("keys", NOTES.values(), ids=NOTES)
def test_a_comment_with_a_broken_place_is_kept(keys: bytes) -> None:
    comments = annotations_in(pdf(note(keys)))["comments"]
    assert [(comment["words"], comment["first"]) for comment in comments] == [("Say who pays", -1)]


def test_what_is_no_comment_hides_none() -> None:
    broken = b"/Annots[null 99 0 R 5 (a) [1] <</Subtype/Text/Rect[1 2 3 4]/Contents(Why)>>]"
    assert [one["words"] for one in annotations_in(pdf(page(keys=broken)))["comments"]] == ["Why"]


REPAIRED = {
    "strings that do not end": b"".join(b"%d 0 obj (" % number for number in range(80_000)),
    "ends that are none": b"trailer (" * 100_000,
}


@pytest.mark.parametrize("words", REPAIRED.values(), ids=REPAIRED)
def test_a_published_pdf_with_a_megabyte_more_is_not_repaired(words: bytes) -> None:
    content = paper()[:9] + words + paper()[9:]
    begun = time.process_time()
    assert told(content)["verdict"] == "altered"
    assert sources_of(content).keys() == {"fault"}
    with pytest.raises(NoFigures):
        read_figures("page.pdf", content)
    assert time.process_time() - begun < SECONDS
