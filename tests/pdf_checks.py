"""What tests ask of a PDF: does it conform, how is it tagged, which fonts are in it."""

from __future__ import annotations

import re
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import outloud  # type: ignore[import-untyped]
import page as page_validation
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def assert_conforms(pdf: bytes) -> None:
    """Fail unless the PDF is PDF/UA-1 and PDF/A-3a, and outloud has nothing to say."""
    assert complaints(pdf) == []


def complaints(pdf: bytes) -> list[str]:
    """Everything two checkers have against a PDF: profile and rule, and the message."""
    found = []
    for profile in ("ua1", "3a"):
        report = page_validation.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{profile} {failure.rule_id}: {failure.message}" for failure in report.failures]
        if not report.is_compliant and not report.failures:
            found.append(f"{profile}: not compliant")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "checked.pdf")
        path.write_bytes(pdf)
        result = outloud.check(str(path))
    if result.error:
        found.append(f"outloud: {result.error}")
    found += [
        f"outloud {finding.rule} {finding.message} ({finding.evidence})"
        for finding in result.findings
        if finding.severity != "info"
    ]
    return found


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
