"""What tests ask of a PDF: does it conform, how is it tagged, which fonts are in it."""

from __future__ import annotations

import re
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import outloud  # type: ignore[import-untyped]
import page as page_validation
import pdfua
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def assert_conforms(pdf: bytes) -> None:
    """Fail unless the PDF is PDF/UA-1 and PDF/A-3a, and no checker has anything to say."""
    assert complaints(pdf) == []


def complaints(pdf: bytes) -> list[str]:
    """Everything four checkers have against a PDF, warnings and remarks as well as errors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "checked.pdf")
        path.write_bytes(pdf)
        return [*_qpdf(path), *_page_validation(pdf), *_outloud(path), *_pdfua(path)]


def _qpdf(path: Path) -> Iterator[str]:
    """What qpdf, the library behind pikepdf, has against the syntax of the file."""
    with pikepdf.open(path) as opened:
        for problem in opened.check_pdf_syntax():
            yield f"qpdf: {problem}"


def _page_validation(pdf: bytes) -> Iterator[str]:
    for profile in ("ua1", "3a"):
        report = page_validation.validate_pdf_bytes(pdf, profile=profile)
        for failure in report.failures:
            yield f"{profile} {failure.rule_id}: {failure.message}"
        if not report.is_compliant and not report.failures:
            yield f"{profile}: not compliant"


def _outloud(path: Path) -> Iterator[str]:
    result = outloud.check(str(path))
    if result.error:
        yield f"outloud: {result.error}"
    for rule in result.runs:
        if rule.status == "crashed":
            yield f"outloud {rule.rule} did not run: {rule.reason}"
    for finding in result.findings:
        yield f"outloud {finding.rule} {finding.message} ({finding.evidence})"


def _pdfua(path: Path) -> Iterator[str]:
    report = pdfua.validate(str(path))
    for rule in report.skipped:
        if rule.rule_id not in _NOT_JUDGED:
            yield f"pdfua {rule.rule_id} did not run: {rule.skipped_reason}"
    for finding in report.findings:
        yield f"pdfua {finding.rule_id} {finding.location.describe()}: {finding.message}"


_NOT_JUDGED: Final = frozenset({"UA-14-001"})
"""Rules of pdfua 0.1.3 that raise where a heading holds more than one piece of content."""


def tag_tree(pdf: bytes) -> str:
    """The structure tree as indented text: types, attributes and the words they hold."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        words = {sheet.objgen: _words(sheet) for sheet in opened.pages}
        kids = opened.Root.StructTreeRoot.K
        return "\n".join(_lines(kids[0], 0, None, words)) + "\n"


def embedded_fonts(pdf: bytes) -> tuple[str, ...]:
    """The names of the fonts a PDF carries, without the letters of the subset, sorted."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = {
            str(entry.FontName).partition("+")[2]
            for entry in opened.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor"
        }
    return tuple(sorted(names))


def artifact_words(pdf: bytes) -> list[dict[str, str]]:
    """For each page, the words that are not read: Header, Footer, Pagination, Layout."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            {kind: text for kind, text in _words(sheet).items() if isinstance(kind, str)}
            for sheet in opened.pages
        ]


def page_words(sheet: Any) -> list[str]:
    """The marked content of a page that is read, in the order it is drawn."""
    return [text for key, text in _words(sheet).items() if isinstance(key, int)]


def _lines(
    element: Any, depth: int, sheet: Any, words: Mapping[Any, dict[int | str, str]]
) -> Iterator[str]:
    """The element with the words it starts with, then what it holds, in order."""
    sheet = element.get("/Pg", sheet)
    kids = element.get("/K", [])
    start, inner = "", list[str]()
    said = ""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            said += words[sheet.objgen][kid]
        elif kid.get("/Type") == "/MCR":
            said += words[kid.Pg.objgen][int(kid.MCID)]
        elif kid.get("/Type") == "/OBJR":
            inner.append(f"{'  ' * (depth + 1)}-> {_target(kid.Obj)}")
        else:
            start, inner, said = _settled(start, inner, said, depth)
            inner += _lines(kid, depth + 1, sheet, words)
    start, inner, _ = _settled(start, inner, said, depth)
    label = " ".join((str(element.S)[1:], *_details(element)))
    yield "  " * depth + label + (f": {start}" if start else "")
    yield from inner


def _settled(start: str, inner: list[str], said: str, depth: int) -> tuple[str, list[str], str]:
    """Put words beside the type if they are the first thing in it, or else below it."""
    said = " ".join(said.split())
    if not said:
        return start, inner, ""
    if any("->" not in line for line in inner) or start:
        return start, [*inner, "  " * (depth + 1) + f"| {said}"], ""
    return said, inner, ""


def _details(element: Any) -> Iterator[str]:
    for key in ("/Lang", "/Alt", "/E", "/ID"):
        if key in element:
            yield f"{key[1:].lower()}={element[key]}"
    for key, value in element.get("/A", {}).items():
        if key in ("/O", "/BBox"):
            continue
        text = ",".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value)
        yield f"{key[1:].lower()}={text.lstrip('/')}"


def _target(annotation: Any) -> str:
    place = annotation.A.URI if "/A" in annotation else f"#{annotation.Dest}"
    return f'{place} "{annotation.Contents}"'


def _words(sheet: Any) -> dict[int | str, str]:
    """The text of a page by number of marked content, and by kind of artifact."""
    letters = {
        name: _letters(font.ToUnicode.read_bytes())
        for name, font in sheet.Resources.get("/Font", {}).items()
        if "/ToUnicode" in font
    }
    found: dict[int | str, str] = {}
    open_marks: list[int | str | None] = []
    font: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(sheet):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                properties = operands[1]
                number = properties.get("/MCID")
                kind = str(properties.get("/Subtype", properties.get("/Type", "/")))[1:]
                name_or_number = kind if number is None else int(number)
                open_marks.append(name_or_number)
                found.setdefault(name_or_number, "")
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = letters.get(str(operands[0]), {})
            case "Tj" | "TJ" if open_marks and (mark := open_marks[-1]) is not None:
                found[mark] += _decode(operands[0], font)
    return found


def _decode(operand: Any, font: dict[bytes, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(font.get(data[at : at + 2], "?") for at in range(0, len(data), 2))


def _letters(to_unicode: bytes) -> dict[bytes, str]:
    pairs = re.findall(rb"<([0-9a-fA-F]{4})> ?<([0-9a-fA-F]+)>", to_unicode)
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in pairs
    }
