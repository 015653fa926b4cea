"""Read files that people import, by importer, each with a small sound file of every layout."""

from __future__ import annotations

import io
import multiprocessing
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

from hostile_pdfs import TEXT, page, pdf, stream
from made import DAY
from reportkit.inputs.gap_workbook import read_gap_workbook
from reportkit.inputs.icd10 import SourceText, read_icd10
from reportkit.inputs.rates import read_rates
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.legacy.write import write_draft
from workbooks import workbook

sys.path.append(str(Path(__file__).parent / "inputs"))
from cms_samples import content
from sound_tables import SOUND

Reader = Callable[[bytes], object]


@cache
def readers() -> Mapping[str, tuple[tuple[Reader, bytes], ...]]:
    """By the name of the importer, with its option where that reads a file of its own."""
    found: dict[str, list[tuple[Reader, bytes]]] = {}
    for sound in SOUND:
        name = sound.command.replace(" FILE --", "-").replace(" --", "-")
        found.setdefault(name, []).append((partial(sound.read, sound.name), sound.content))
    for name, reader, sample in _others():
        found.setdefault(name, []).append((reader, sample))
    return {name: tuple(pairs) for name, pairs in found.items()}


def _others() -> Iterator[tuple[str, Reader, bytes]]:
    for name in (
        "rates_hospital_tall.csv", "rates_hospital_wide.csv", "rates_hospital.json",
        "rates_in_network.json",
    ):  # fmt: skip
        yield "rates", partial(_rates, name), content(name)
    tabular, codes = "icd10cm_tabular_2027.xml", "icd10cm_codes_2027.txt"
    yield "icd10", partial(_tabular, tabular, codes), content(tabular)
    for name in (codes, "icd10cm_order_2027.txt"):
        yield "icd10", partial(_codes, tabular, name), content(name)
    yield "gaps", _gaps, _SHEET
    for name, sample in _OLD.items():
        yield "report", partial(_old_report, name), sample
    yield (
        "report",
        lambda body: _old_report("old.docx", _packed({"word/document.xml": body})),
        _WORD,
    )


def _rates(name: str, body: bytes) -> object:
    return read_rates([(name, io.BytesIO(body))], ["57511"], {"NORTH health": "north"})


def _tabular(tabular: str, codes: str, body: bytes) -> object:
    return read_icd10(SourceText(tabular, body), SourceText(codes, content(codes)))


def _codes(tabular: str, codes: str, body: bytes) -> object:
    return read_icd10(SourceText(tabular, content(tabular)), SourceText(codes, body))


def _old_report(name: str, body: bytes) -> object:
    return write_draft(place(read_old_report(name, body), "57511", DAY))


_GAPS = workbook(
    {
        "diagnoses": [
            ["report", "code", "title", "basis", "support", "source"],
            ["57511", "N87.1", "Dysplasia", "histology", "covered", "client"],
        ],
        "sources": [["report", "data", "source", "as_of"], ["57511", "diagnoses", "client", 46296]],
    }
)
_SHEET = zipfile.ZipFile(io.BytesIO(_GAPS)).read("xl/worksheets/sheet1.xml")


def _gaps(sheet: bytes) -> object:
    """Read a workbook one sheet of which is this, by a fork: to start a process takes longer."""
    with zipfile.ZipFile(io.BytesIO(_GAPS)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    packed = _packed({**parts, "xl/worksheets/sheet1.xml": sheet})
    with patch("reportkit.contain.PROCESSES", multiprocessing.get_context("fork")):
        return read_gap_workbook("gaps.xlsx", packed)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return made.getvalue()


_WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Summary</w:t></w:r></w:p>'
    b"<w:p><w:r><w:t>CPT 57511 reports the freezing of tissue.</w:t></w:r></w:p>"
    b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>22</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    b"</w:body></w:document>"
)
_WORDS = """\
# CPT 57511

## Summary

CPT 57511 reports the freezing of tissue of the cervix.

## Modifiers

| Modifier | Meaning |
|---|---|
| 22 | More work |

## Place of service

- Office (POS 11)
"""
_OLD: Mapping[str, bytes] = {
    "old.txt": _WORDS.encode(),
    "old.md": _WORDS.encode(),
    "old.html": b"<!doctype html><html><body><h1>CPT 57511</h1><h2>Summary</h2><p>It <b>freezes</b>"
    b" tissue.</p><h2>Modifiers</h2><table><tr><td>22</td><td>More work</td></tr></table>"
    b"<ul><li>Office</li></ul></body></html>",
    "old.pdf": pdf(page(stream(TEXT * 3))),
}
