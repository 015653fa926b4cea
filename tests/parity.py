"""What a reader meets in the HTML and in the PDF of a publication, block by block."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from lxml import html as parser  # type: ignore[import-untyped]

from pdf_checks import _words as marked_words


@dataclass(slots=True)
class Reading:
    """A publication as it is read, without what stands around its pages."""

    blocks: list[str] = field(default_factory=list)
    """The words of each heading, paragraph, cell, item and label, in order."""
    links: list[str] = field(default_factory=list)
    """Where each link leads, in order: `#anchor` or an address."""
    counts: Counter[str] = field(default_factory=Counter)
    """Of tables, rows, heading cells and figures."""
    _said: str = ""

    def say(self, text: str) -> None:
        """Go on with the block."""
        self._said += text

    def end(self) -> None:
        """End the block, if anything was said in it."""
        if words := " ".join(self._said.split()):
            self.blocks.append(words)
        self._said = ""

    @property
    def gaps(self) -> list[str]:
        """What the data lacks, by the labels that say so."""
        return [block for block in self.blocks if block.startswith(("Data gap ", "Dato faltante "))]


def read_html(text: str) -> Reading:
    """The web page, without the skip link, the contents, and scripts."""
    reading = Reading()
    _walk_html(parser.document_fromstring(text).find("body"), reading)
    reading.end()
    return reading


def read_pdf(pdf: bytes) -> Reading:
    """The structure tree, without the contents and the marks of lists."""
    reading = Reading()
    with pikepdf.open(BytesIO(pdf)) as opened:
        words = {sheet.objgen: marked_words(sheet) for sheet in opened.pages}
        _walk_pdf(opened.Root.StructTreeRoot.K[0], None, words, reading, "")
    reading.end()
    return reading


_INLINE_HTML = {"a", "data", "span", "strong", "em", "code", "sup", "time", "br", "b", "i"}
_INLINE_PDF = {"Span", "Link", "Code", "Strong", "Em", "Reference", "Quote"}
_COUNTED_HTML = {"table": "Table", "tr": "TR", "th": "TH", "td": "TD", "svg": "Figure"}
_COUNTED_PDF = {"Table", "TR", "TH", "TD", "Figure"}
_PUBLISHER = "publisher"


def _walk_html(node: Any, reading: Reading) -> None:
    inline = node.tag in _INLINE_HTML
    if _is_unread(node):
        return
    if not inline:
        reading.end()
    if node.tag in _COUNTED_HTML:
        reading.counts[_COUNTED_HTML[node.tag]] += 1
    if node.tag == "svg":  # A picture is read by its title in both.
        reading.blocks.append(f"[{' '.join(node.findtext('.//{*}title').split())}]")
        return
    if node.tag == "a" and node.getparent().get("class") != _PUBLISHER:
        reading.links.append(node.get("href"))
    reading.say(node.text or "")
    for child in node:
        _walk_html(child, reading)
        reading.say(child.tail or "")
    if not inline:
        reading.end()


def _is_unread(node: Any) -> bool:
    """Whether it is no part of the publication, or the list of contents, see `_is_contents`."""
    if not isinstance(node.tag, str) or node.tag in {"script", "style", "details"}:
        return True
    return (
        node.get("class") in {"skip", "unseen"}
        or node.get("role") == "doc-toc"
        or node.get("aria-hidden") == "true"
    )


def _walk_pdf(element: Any, sheet: Any, words: Any, reading: Reading, inside: str) -> None:
    sheet = element.get("/Pg", sheet)
    role = str(element.S)[1:]
    if role == "Lbl" and inside in {"Disc", "Decimal"}:
        return
    if role == "L":
        inside = str(element.get("/A", {}).get("/ListNumbering", "/"))[1:]
    if role == "Sect" and _is_contents(element):
        return
    if role not in _INLINE_PDF:
        reading.end()
    if role in _COUNTED_PDF:
        reading.counts[role] += 1
    if role == "Figure":
        _walk_picture(element, sheet, words, reading)
        return
    _walk_kids(element, sheet, words, reading, inside)
    if role not in _INLINE_PDF:
        reading.end()


def _is_contents(element: Any) -> bool:
    """Whether it is the list of contents, which a web page always has and a short PDF has not."""
    kids = element.get("/K", [])
    return any(
        isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/TOC"
        for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])
    )


def _walk_picture(element: Any, sheet: Any, words: Any, reading: Reading) -> None:
    """What is written in a picture is part of it; what its caption says is not."""
    for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Caption":
            _walk_pdf(kid, sheet, words, reading, "")
    reading.blocks.append(f"[{' '.join(str(element.Alt).split())}]")


def _walk_kids(element: Any, sheet: Any, words: Any, reading: Reading, inside: str) -> None:
    kids, led = element.get("/K", []), set[str]()
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            reading.say(words[sheet.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            reading.say(words[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            target = str(kid.Obj.A.URI) if "/A" in kid.Obj else f"#{kid.Obj.Dest}"
            if target not in led:  # A link over two lines has two annotations.
                reading.links.append(target)
            led.add(target)
        else:
            _walk_pdf(kid, sheet, words, reading, inside)
