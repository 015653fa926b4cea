"""Old reports of one family in four forms: each comes in as files that have their form."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_reports import HTML, MARKDOWN, TEXT, drafted, kept, loaded, words

from reportkit.cannot_run import CannotRun
from reportkit.legacy.lines import Line
from reportkit.legacy.old_report import Row, Where
from reportkit.legacy.pdf_columns import rows_of
from reportkit.publish.reading import html_text, pdf_pages


def pdf_of(html: str) -> bytes:
    import weasyprint  # type: ignore[import-untyped]

    style = (
        "<style>@page {size: a5; @top-center {content: 'Acme Coding Reports'}"
        "@bottom-center {content: 'Page ' counter(page) ' of ' counter(pages)}}"
        "nav, footer {display: none} h3 {break-before: page}</style>"
    )
    pdf: bytes = weasyprint.HTML(string=html.replace("</head>", f"{style}</head>")).write_pdf()
    return pdf


def test_a_text_of_one_line_headings_is_placed() -> None:
    draft, texts = drafted("57510.txt", TEXT.encode())
    found = loaded(draft, texts)
    assert (found["report"].code, found["report"].title) == (
        "57510",
        "Heat Cautery of Cervical Tissue",
    )
    assert found["report"].topics == ("utilization", "modifiers")
    names = [payer.name for payer in found["input"].payers]
    assert names == ["Aetna", "Blue Cross and Blue Shield", "Humana", "Medicare"]
    assert [(site.id, site.pos, site.rank) for site in found["input"].sites] == [
        ("office", ("11",), "typical"),
        ("hopd", ("22",), "also"),
    ]
    assert found["billing-overview"].service_type == "destruction"
    vignette = found["clinical-context"].vignette
    assert (vignette.patient.age, vignette.evidence, vignette.site) == (34, "histology", "office")
    assert str(vignette.findings).strip() == "A biopsy shows moderate dysplasia."
    rows = found["coding-specifications"].modifiers
    assert [row.code for row in rows] == ["22", "59"]
    assert str(rows[0].when_to_use).strip() == "Use when scarring doubled the work."
    assert "Data not available in the input." in str(found["coding-specifications"].intro)


def test_what_has_no_field_is_set_aside_and_told() -> None:
    draft, texts = drafted("57510.txt", TEXT.encode())
    asides = [
        (str(aside.text).strip(), aside.at) for aside in loaded(draft, texts)["imported"].set_aside
    ]
    assert ("Related Codes\n\n57511 is used for freezing.", "lines 16 to 17") in asides
    assert ("modifier 59: only once", "line 22") in asides
    told = [remark for remark in draft.remarks if remark.kind == "unplaced"]
    lines = TEXT.splitlines()
    assert {lines[remark.where.line - 1][:20] for remark in told if remark.where} == {
        "Service type: Surgical ablative procedure"[:20],
        "Typical site of service"[:20],
        "Related Codes",
        "57511 is used for fr",
        "| 59 | Distinct serv",
    }


def test_what_was_repaired_is_told_with_its_line() -> None:
    draft, _ = drafted("57510.txt", TEXT.encode())
    lines = TEXT.splitlines()
    repaired = [
        (r.where.line, r.message) for r in draft.remarks if r.kind == "repaired" and r.where
    ]
    assert [lines[line - 1] for line, message in repaired if "bullet" in message] == ["-", "-"]
    assert [lines[line - 1][:2] for line, message in repaired if "first bar" in message] == ["22"]
    assert [line for line, message in repaired if "cut off" in message] == [len(lines)]


def test_markdown_is_placed() -> None:
    draft, texts = drafted("old.md", MARKDOWN.encode())
    found = loaded(draft, texts)
    assert found["report"].code == "57510"
    assert [payer.name for payer in found["input"].payers] == ["Aetna", "Medicare"]
    assert [site.id for site in found["input"].sites] == ["office"]
    steps = [str(step.text).strip() for step in found["clinical-context"].workflow]
    assert steps == ["Obtain consent.", "Apply the heat."]
    assert "cervix by heat" in str(found["summary"].definition)
    assert [row.code for row in found["coding-specifications"].modifiers] == ["22"]


def test_html_is_placed() -> None:
    draft, texts = drafted("old.html", HTML.encode())
    found = loaded(draft, texts)
    assert found["report"].title == "Heat Cautery of Cervical Tissue"
    assert [payer.name for payer in found["input"].payers] == ["Aetna", "Medicare"]
    assert [site.id for site in found["input"].sites] == ["office"]
    rows = found["coding-specifications"].modifiers
    assert [(row.code, str(row.description).strip()) for row in rows] == [
        ("22", "More work than usual"),
        ("59", "Distinct service"),
    ]
    assert not words(html_text(HTML)) - kept(texts)


def test_a_pdf_is_placed_without_what_repeats_on_its_pages() -> None:
    pdf = pdf_of(HTML)
    draft, texts = drafted("old.pdf", pdf)
    found = loaded(draft, texts)
    assert not words(" ".join(pdf_pages(pdf))) - kept(texts)
    assert found["report"].title == "Heat Cautery of Cervical Tissue"
    assert "cervix by heat" in str(found["summary"].definition)
    assert found["clinical-context"].vignette.patient.age == 34
    rows = found["coding-specifications"].modifiers
    assert [row.code for row in rows] == ["22", "59"]
    assert str(rows[0].description).strip() == "More work than usual"
    assert str(rows[1].when_to_use).strip() == "Use when another site was treated."
    sections = "".join(text for path, text in texts.items() if path.startswith("sections/"))
    assert "Acme" not in sections
    assert "Acme" in texts["report/57510/report.yaml"]


def test_paragraphs_broken_into_lines_are_put_together_again() -> None:
    broken = "\n".join("\n".join(textwrap.wrap(line, 80)) for line in TEXT.splitlines())
    _, texts = drafted("57510.txt", broken.encode())
    assert not words(broken) - kept(texts)
    summary = loaded(*drafted("57510.txt", broken.encode()))["summary"]
    assert "find utilization benchmarks and the common modifiers." in str(summary.relevance)


def test_an_older_report_of_one_paragraph_keeps_the_zero_of_its_code() -> None:
    text = (
        "CPT Code Overview\nCPT 01220: Anesthesia at the Knee\nThis is anesthesia for a closed "
        "procedure. It is given in the outpatient hospital (POS 22) and performed for Aetna.\n"
    )
    found = loaded(*drafted("old.txt", text.encode()))
    assert found["report"].code == "01220"
    assert found["billing-overview"].service_type == "anesthesia"
    assert [site.pos for site in found["input"].sites] == [("22",)]


NOT_READ: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b" \n", "is empty"),
    "binary": ("a.txt", b"ab\x00\x01", "is not text"),
    "a Word file": ("a.txt", b"PK\x03\x04rest", "a zip file"),
    "Latin-1": ("a.txt", b"ok\ncaf\xe9\n", "a.txt:2: byte 0xE9 is not UTF-8"),
    "UTF-16": ("a.txt", "CPT 57510: x".encode("utf-16"), "UTF-16"),
    "a torn PDF": ("a.pdf", b"%PDF-1.7\nnothing", "damaged"),
    "a page without text": ("a.html", b"<html><body><img></body></html>", "holds no text"),
    "without a code": ("a.txt", b"Summary\nThis is all.\n", "names no code"),
}


@pytest.mark.parametrize(("name", "content", "message"), NOT_READ.values(), ids=NOT_READ)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(
    name: str, content: bytes, message: str
) -> None:
    with pytest.raises(CannotRun, match=re.escape(message)) as refused:
        drafted(name, content)
    assert refused.value.hint


def test_an_encrypted_pdf_is_refused() -> None:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(HTML))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(CannotRun, match="is encrypted"):
        drafted("old.pdf", stream.getvalue())


LINES = st.lists(
    st.one_of(
        st.sampled_from(TEXT.splitlines()),
        st.sampled_from([*MARKDOWN.splitlines(), "* - *", "1.", "12. Then", "| a | b", "|---|"]),
        st.text(max_size=60),
        st.sampled_from(["", "-", "Units: one a day", "Notes:", "> x", "***", "a: b", "{{ x }}"]),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(lines=LINES, name=st.sampled_from(["x.txt", "x.md"]))
def test_no_text_breaks_the_import_and_every_word_is_kept(lines: list[str], name: str) -> None:
    text = "\n".join(["CPT 57510: Heat", *lines])
    try:
        draft, texts = drafted(name, text.encode(), code="57510")
    except CannotRun:
        return
    loaded(draft, texts)
    steps = len(draft.files["clinical-context"]["workflow"])
    numbers = words(" ".join(str(number + 1) for number in range(steps)))
    lost = words(text) - kept(texts) - numbers
    assert not lost, (lost, texts)


@settings(max_examples=100)
@given(
    pieces=st.lists(
        st.one_of(st.sampled_from(re.split(r"(?<=>)|(?=<)", HTML)), st.text(max_size=20)),
        max_size=40,
    )
)
def test_no_html_breaks_the_import(pieces: list[str]) -> None:
    try:
        draft, texts = drafted("x.html", "".join(["<p>CPT 57510</p>", *pieces]).encode(), "57510")
    except CannotRun as refused:
        assert "\x00" in "".join(pieces) or "no text" in str(refused)
        return
    loaded(draft, texts)


COLUMNS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Modifier  Description      When to Use",
                "22        More work        Use when it doubled",
                "          than usual       the work.",
                "",
                "Clinical Context",
                "A line of text that has nothing to do with any table of modifiers at all.",
            ]
        ),
        st.text(st.sampled_from("ab2 "), max_size=40),
    ),
    max_size=25,
)


@given(lines=COLUMNS)
def test_columns_on_paper_keep_every_word(lines: list[str]) -> None:
    parts = rows_of([Line(text, Where(number)) for number, text in enumerate(lines, start=1)])
    told = " ".join(
        " ".join(part.cells) if isinstance(part, Row) else " ".join(line.text for line in part)
        for part in parts
    )
    assert words(told) == words(" ".join(lines))
