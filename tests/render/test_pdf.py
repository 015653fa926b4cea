"""What a PDF carries beside its tags, and which pages are refused."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_samples import EVERYTHING, printable, table

from pdf_checks import assert_conforms, complaints, embedded_fonts
from reportkit.render.pdf import (
    Attachment,
    PrintablePage,
    RenderFault,
    library_versions,
    printing,
    write_pdf,
)

FILES = (
    Attachment("rates.csv", b"same", "text/csv", "The rates", "Data"),
    Attachment("input.yaml", b"same", "application/yaml", "What was provided", "Source"),
)


def faults_of(page: PrintablePage) -> tuple[str, ...]:
    with pytest.raises(RenderFault) as caught:
        write_pdf(page)
    return caught.value.messages


@pytest.fixture(scope="module")
def opened() -> list[str]:
    """The files opened and hosts called since it was cleared; an audit hook stays for good."""
    seen: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "socket.connect", "socket.getaddrinfo"):
            seen.append(f"{event} {arguments}")

    sys.addaudithook(note)
    return seen


def test_the_same_page_gives_the_same_bytes_twice_and_in_another_process() -> None:
    page = printable(EVERYTHING, attachments=FILES)
    once = write_pdf(page)
    assert write_pdf(page) == once
    here = Path(__file__).parent
    script = f"""
import sys; sys.path[:0] = [{str(here)!r}, {str(here.parent)!r}]
from hashlib import sha256
from test_pdf import EVERYTHING, FILES, printable, write_pdf
print(sha256(write_pdf(printable(EVERYTHING, attachments=FILES))).hexdigest())
"""
    other = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    )
    assert other.stdout.strip() == hashlib.sha256(once).hexdigest()


def test_the_date_is_the_date_of_the_build_in_any_time_zone() -> None:
    page = printable("<h1>T</h1>")
    elsewhere = page.created.astimezone(timezone(timedelta(hours=9)))
    moved = PrintablePage(page.html, page.resources, page.identifier, elsewhere)
    pdf = write_pdf(page)
    assert write_pdf(moved) == pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo.CreationDate) == "D:20260301083000Z"
        assert str(opened.docinfo.ModDate) == "D:20260301083000Z"
        metadata = opened.open_metadata()
        assert metadata["xmp:CreateDate"] == "2026-03-01T08:30:00Z"
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_editions_of_one_report_share_its_identifier() -> None:
    def identifiers(body: str) -> list[bytes]:
        with pikepdf.open(BytesIO(write_pdf(printable(body)))) as opened:
            return [bytes(part) for part in opened.trailer.ID]

    first, second = identifiers("<h1>One</h1>"), identifiers("<h1>Two</h1>")
    assert first[0] == second[0] == b"report-57511"
    assert first[1] != second[1]


def test_attachments_say_what_they_are() -> None:
    pdf = write_pdf(printable("<h1>T</h1><p>See the files.</p>", attachments=FILES))
    assert_conforms(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [
            (
                str(f.UF),
                str(f.AFRelationship),
                str(f.EF.F.Subtype),
                str(f.Desc),
                f.EF.F.read_bytes(),
            )
            for f in opened.Root.AF
        ]
        assert opened.attachments.keys() == {"input.yaml", "rates.csv"}
    assert found == [
        ("input.yaml", "/Source", "/application/yaml", "What was provided", b"same"),
        ("rates.csv", "/Data", "/text/csv", "The rates", b"same"),
    ]


def test_every_checker_is_heard() -> None:
    with pikepdf.open(BytesIO(write_pdf(printable("<h1>T</h1>")))) as opened:
        del opened.Root.MarkInfo, opened.Root.Lang
        opened.save(broken := BytesIO())
    heard = {complaint.split()[0] for complaint in complaints(broken.getvalue())}
    assert heard == {"ua1", "3a", "outloud", "pdfua"}


def test_only_the_fonts_of_the_page_are_embedded() -> None:
    pdf = write_pdf(printable('<h1>T</h1><p style="font-family: DejaVu Sans, monospace">Text</p>'))
    assert embedded_fonts(pdf) == ("Body", "Body-Semi-Bold")


def test_a_caption_over_a_split_table_does_not_stop_the_tags() -> None:
    assert write_pdf(printable(f"<h1>T</h1>{table('A caption', 60)}"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://localhost:9/x.svg",
        "theme:missing.svg",
        "theme:../print.css",
        "missing.svg",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="a picture">',
        '<p style="background: url({})">Text</p>',
        '<link rel="stylesheet" href="{}">',
        "<style>@import '{}';</style>",
        "<style>@font-face {{ font-family: Other; src: url({}) }}</style>",
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title>'
        '<image href="{}" width="9" height="9"/></svg>',
    ],
)
def test_nothing_outside_the_page_is_read(body: str, address: str, opened: list[str]) -> None:
    opened.clear()
    faults = faults_of(printable("<h1>T</h1>" + body.format(address)))
    assert not [seen for seen in opened if "hostname" in seen or "socket" in seen]
    assert any(address in fault for fault in faults)


def test_a_file_linked_for_attachment_is_refused() -> None:
    assert "file:///etc/hostname is linked as an attachment, use PrintablePage.attachments" in (
        faults_of(printable('<h1>T</h1><a rel="attachment" href="file:///etc/hostname">x</a>'))
    )


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p><a href="#gone">x</a></p>', "no anchor #gone for internal URI reference"),
        (
            '<p><a href="javascript:x">x</a></p>',
            "link to javascript:x, use one of https://, http://, mailto: or #",
        ),
        (
            "<p>漢</p>",
            '.notdef glyph rendered for Unicode string unsupported by fonts: "漢" (U+6F22)',
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>',
            "picture without alternative text, give the svg a <title> or the img an alt",
        ),
        ("<h3>Deep</h3>", 'h3 "Deep" after h1 skips a level, use h2'),
        (
            '<p style="opacity: 0.5">pale</p>',
            "page 1 has content drawn with opacity, which has no tag, use a lighter colour",
        ),
        ('<p style="colour: red">x</p>', "ignored `colour: red` at 1:1, unknown property"),
    ],
)
def test_what_cannot_be_published_is_named(body: str, fault: str) -> None:
    assert faults_of(printable(f"<h1>T</h1>{body}")) == (fault,)


def test_a_picture_that_is_none_is_named_by_the_beginning_of_its_address() -> None:
    picture = f"data:image/png;base64,{'QUJD' * 5_000}"
    faults = faults_of(printable(f'<h1>T</h1><img alt="A" src="{picture}">'))
    (named,) = (fault for fault in faults if "data:" in fault)
    assert f"{picture[:45]}…" in named
    assert len(named) < 300


def test_a_page_needs_a_title_a_language_and_a_font() -> None:
    assert faults_of(printable("<h1>T</h1>", title="")) == (
        "page without a title, give it a <title>",
    )
    assert 'lang "" of the page is no language tag, use one like en-US' in faults_of(
        printable("<h1>T</h1>", root="<html>")
    )
    page = printable("<h1>T</h1>")
    bare = page.html.replace("theme:print.css", "data:text/css,")
    assert faults_of(PrintablePage(bare, {}, "x", datetime(2026, 1, 1, tzinfo=UTC))) == (
        "no font, name one in the stylesheet with @font-face and src: url(theme:…)",
    )


def test_all_faults_of_a_page_are_named_at_once() -> None:
    page = printable('<h1>T</h1><h3>Deep</h3><a href="#gone">x</a>', title="")
    assert len(faults_of(page)) == 3


def test_faults_are_heard_when_logging_is_turned_down() -> None:
    logger = logging.getLogger("weasyprint")
    logger.setLevel(logging.CRITICAL)
    try:
        assert faults_of(printable('<h1>T</h1><p><a href="#gone">x</a></p>'))
        assert logger.level == logging.CRITICAL
    finally:
        logger.setLevel(logging.NOTSET)


def test_the_versions_of_what_can_change_bytes_are_known() -> None:
    versions = library_versions()
    assert versions["weasyprint"] == "70.0"
    assert versions["harfbuzz-subset"] in ("present", "absent")
    assert all(versions.values())


@pytest.mark.parametrize("letters", [b"\x0c", b"abc", bytes(range(256)) * 9])
def test_no_stream_runs_into_the_end_of_its_line(letters: bytes) -> None:
    # The last byte of a compressed stream is that of its checksum: b"\x0c" ends in 0x0D.
    file = Attachment("a.bin", letters, "application/octet-stream", "Bytes", "Data")
    pdf = write_pdf(printable("<h1>T</h1><p>See the file.</p>", attachments=(file,)))
    assert re.search(rb"(?<!\r)\r\nendstream", pdf) is None
    assert_conforms(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.attachments["a.bin"].get_file().read_bytes() == letters


def test_fonts_are_dated_by_their_making_and_not_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Without HarfBuzz's subsetting WeasyPrint saves fonts by fontTools, which stamps them.
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    page = printable("<h1>T</h1>")
    dated = []
    for moment in (10**9, 2 * 10**9):
        monkeypatch.setattr("fontTools.misc.timeTools.time.time", lambda now=moment: now)
        dated.append(write_pdf(page))
    assert dated[0] == dated[1]


def test_printing_leaves_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    page, before = printable("<h1>T</h1>"), dict(os.environ)
    seen: list[dict[str, str]] = []
    paint = printing.__dict__["paint"]

    def watched(*arguments: Any) -> Any:
        seen.append(dict(os.environ))
        return paint(*arguments)

    monkeypatch.setattr(printing, "paint", watched)
    write_pdf(page)
    assert seen == [before]
