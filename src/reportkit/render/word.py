"""Set the blocks of a page as a Word copy, in which every change is tracked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Final

from markupsafe import escape

from reportkit.legacy.old_report import Aside, Block, Heading, Item, Paragraph, Row


def word_copy(blocks: Sequence[Block], language: str) -> bytes:
    """A document of Word (ECMA-376) with the words of a page; the same bytes for the same page.

    It tracks changes from the start, so that nothing is changed in it unseen.
    """
    body = "".join(_body(blocks))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(_DOCUMENT),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": _RELATIONS.format(_STYLES + _SETTINGS),
        "word/styles.xml": _STYLED.format(language=escape(language)),
        "word/settings.xml": f'{_HEAD}<w:settings xmlns:w="{_W}"><w:trackRevisions/></w:settings>',
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _NO_DATE), text)
    return out.getvalue()


_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can give: the copy says of itself no time."""


def _body(blocks: Sequence[Block]) -> Iterator[str]:
    for is_row, group in groupby(blocks, key=lambda block: isinstance(block, Row)):
        if is_row:
            yield _table([block for block in group if isinstance(block, Row)])
        else:
            yield from (_paragraph(block) for block in group)


def _paragraph(block: Block) -> str:
    match block:
        case Heading(text=text):
            return _set(text, "Heading1")
        case Item(text=text):
            return _set(text, "ListParagraph")
        case Paragraph(text=text):
            return _set(text, "Normal")
        case Row() | Aside():
            return ""


def _set(text: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(rows: Sequence[Row]) -> str:
    """Rows as a table; one that follows needs a paragraph between, or Word joins both."""
    columns = max(len(row.cells) for row in rows)
    grid = "<w:gridCol/>" * columns
    lines = "".join(
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if row.head else ''}"
        + "".join(f"<w:tc>{_set(cell, 'Normal')}</w:tc>" for cell in row.cells)
        + f"{_EMPTY_CELL * (columns - len(row.cells))}</w:tr>"
        for row in rows
    )
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:p/>"


_EMPTY_CELL: Final = "<w:tc><w:p/></w:tc>"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OF: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT: Final = f'<Relationship Id="r1" Type="{_OF}/officeDocument" Target="word/document.xml"/>'
_STYLES: Final = f'<Relationship Id="r1" Type="{_OF}/styles" Target="styles.xml"/>'
_SETTINGS: Final = f'<Relationship Id="r2" Type="{_OF}/settings" Target="settings.xml"/>'
_RELATIONS: Final = (
    f"{_HEAD}<Relationships "
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPES: Final = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_KIND}.settings+xml"/></Types>'
)
_STYLED: Final = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="360"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
    '<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/>'
    '<w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/>'
    "</w:tblBorders></w:tblPr></w:style></w:styles>"
)
