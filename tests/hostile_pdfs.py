"""PDFs that were made to break who reads them, by what each is."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Final

TEXT: Final = b"BT /F1 12 Tf 72 700 Td (CPT 57511 reports the freezing of tissue.) Tj ET\n"


def pdf(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of these objects, of which the first is its catalog."""
    body, starts = b"%PDF-1.7\n", {}
    for number, content in sorted(objects.items()):
        starts[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    last = max(objects)
    rows = b"".join(
        b"%010d 00000 n \n" % starts[number] if number in starts else b"0000000000 65535 f \n"
        for number in range(1, last + 1)
    )
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (last + 1, rows)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n" % (last + 1, len(body))
    return body + table + trailer + b"%%EOF\n"


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """A stream with further keys."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (keys, len(content), content)


def page(
    drawn: bytes = b"", keys: bytes = b"", catalog: bytes = b"", **others: bytes
) -> dict[int, bytes]:
    """The objects of a PDF of one page; others are named `object_7`, and may stand for its own."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>%b>>" % keys,
        4: drawn or stream(TEXT),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **{int(name.removeprefix("object_")): content for name, content in others.items()},
    }


def note(keys: bytes) -> dict[int, bytes]:
    """A page with one note that has these keys."""
    return page(keys=b"/Annots[<</Type/Annot/Subtype/Text%b>>]" % keys)


def _packed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


_SPACES = b" " * 100_000_000
_FORM = b"/Type/XObject/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>"
_CODES = (
    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 7 0 R"
    b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"
)
_NAMED = b"/Names<</EmbeddedFiles 7 0 R>>"
_PIECES = b"".join(
    b"BT /F1 12 Tf %d %d Td (w%d) Tj ET\n" % (n % 500, n % 700, n) for n in range(8_000)
)

PDFS: Final[Mapping[str, bytes]] = {
    "of spaces that were packed": pdf(page(stream(_packed(_SPACES), b"/Filter/FlateDecode"))),
    "packed twice": pdf(page(stream(_packed(_SPACES, 2), b"/Filter[/FlateDecode/FlateDecode]"))),
    "of a million lines": pdf(page(stream(_packed(TEXT * 400_000), b"/Filter/FlateDecode"))),
    "of runs": pdf(page(stream(b"\x81 " * 1_000_000, b"/Filter/RunLengthDecode"))),
    "of zeros in base 85": pdf(page(stream(b"z" * 5_000_000, b"/Filter/ASCII85Decode"))),
    "of codes that name nothing": pdf(page(stream(b"\xff" * 99, b"/Filter/LZWDecode"))),
    "of 5,000 filters": pdf(page(stream(b"41>", b"/Filter[%b]" % (b"/ASCIIHexDecode" * 5_000)))),
    "of a row of two billion": pdf(
        page(
            stream(
                _packed(b"\2" * 99),
                b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>",
            )
        )
    ),
    "of a length beyond its end": pdf(page(b"<</Length 99999999999>>\nstream\n\nendstream")),
    "of a length that is itself": pdf(page(b"<</Length 4 0 R>>\nstream\n\nendstream")),
    "of a length that is a name": pdf(page(b"<</Length/X>>\nstream\n\nendstream")),
    "of pages in a loop": pdf(page(object_2=b"<</Type/Pages/Kids[2 0 R]/Count 1>>")),
    "of a page that is its parent": pdf(
        page(object_3=b"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>")
    ),
    "of references to each other": pdf(page(object_2=b"7 0 R", object_7=b"2 0 R")),
    "of drawings in a loop": pdf(
        page(stream(b"/X Do " + TEXT), object_6=stream(b"/X Do /X Do", _FORM % 6))
    ),
    "of brackets": pdf(page(stream(b"[" * 200_000))),
    "of strings within strings": pdf(page(stream(b"BT /F1 12 Tf " + b"(" * 200_000))),
    "of 8,000 pieces": pdf(page(stream(_PIECES))),
    "of letters without end": pdf(
        page(object_5=_CODES, object_7=stream(b"1 beginbfrange\n<00> <ffffffff> <41>\nendbfrange"))
    ),
    "with 20,000 notes": pdf(
        page(keys=b"/Annots[%b]" % (b"<</Subtype/Text/Rect[1 2 3 4]/Contents(a)>>" * 20_000))
    ),
    "with notes that are a number": pdf(page(keys=b"/Annots 5")),
    "with notes that are themselves": pdf(page(keys=b"/Annots 7 0 R", object_7=b"[7 0 R]")),
    "with attachments in a loop": pdf(page(catalog=_NAMED, object_7=b"<</Kids[7 0 R 7 0 R]>>")),
    "with an attachment without a file": pdf(page(catalog=_NAMED, object_7=b"<</Names[(a)]>>")),
    "with attachments that are a number": pdf(page(catalog=_NAMED, object_7=b"5")),
    "of no pages": pdf({1: b"<</Type/Catalog>>"}),
    "of dictionaries": pdf({1: b"<</A" * 50_000}),
    "locked in no way known": pdf(page()).replace(b"/Root 1", b"/Encrypt<</Filter/X/V 9>>/Root 1"),
    "locked by itself": pdf(page()).replace(b"/Root 1", b"/Encrypt 1 0 R/Root 1"),
    "of one line": b"%PDF-1.7\n",
    "of a line of 5 million letters": b"%PDF-1.7\n" + b"a" * 5_000_000,
    "of 100,000 beginnings": b"%PDF-1.7\n" + b"1 0 obj\n" * 100_000,
}
