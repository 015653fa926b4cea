"""Put right what is in the streams of a PDF: marked content, lost spaces, their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pydyf  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def settle_marks(
    stream: Any,
    artifacts: Mapping[int, str],
    spaces: Collection[int],
    glyphs: Mapping[bytes, bytes],
) -> int:
    """Turn marked content of a page's stream into artifacts, and write lost spaces.

    Args:
        stream: the pydyf stream of the page, changed in place.
        artifacts: marked content that is not read, with its kind.
        spaces: marked content a space belongs behind, see ISO 32000-1, 14.8.2.5.
        glyphs: from `space_glyphs`.

    Returns:
        How many pieces of marked content were found. Those drawn in a group, as with
        opacity, are in another stream.

    Relies on `Stream.stream` being the list of operators, in which marked content begins with
    its tag, then a pydyf dictionary with its MCID.
    """
    operators = stream.stream
    settled = 0
    for index, properties in enumerate(operators):
        if properties.__class__ is not pydyf.Dictionary or "MCID" not in properties:
            continue
        settled += 1
        mcid = properties["MCID"]
        if mcid in spaces:
            _write_space(operators, index, glyphs)
        kind = artifacts.get(mcid)
        if kind is not None:
            operators[index - 1] = "/Artifact"
            properties.clear()
            properties.update(_ARTIFACTS[kind])
    return settled


def space_glyphs(fonts: Iterable[Any]) -> dict[bytes, bytes]:
    """The name of each font that has a space, to the space's glyph as a hex string.

    Relies on `Font.hash` being the font's name on a page, and on `Font.to_unicode` mapping each
    glyph that was drawn to its text.
    """
    return {
        font.hash.encode(): b"<%04x>" % glyph
        for font in fonts
        for glyph, text in font.to_unicode.items()
        if text == " "
    }


def end_streams_apart(pdf: Any) -> None:
    """Let no stream run into the line end that follows it.

    A stream that ends in a carriage return would seem to be one byte shorter than it is, as the
    line feed before `endstream` would make one line end with it (ISO 19005-3, 6.1.7.1). Such a
    stream is followed by a carriage return and a line feed of its own. Relies on every object
    being written by `PDF.write_line`, those too that are made while the file is written.
    """
    write_line = pdf.write_line

    def write_apart(content: bytes, output: Any) -> None:
        data, end, rest = content.rpartition(_STREAM_END)
        write_line(data + b"\r" + end + rest if data.endswith(b"\r") else content, output)

    pdf.write_line = write_apart


def _write_space(operators: list[Any], start: int, glyphs: Mapping[bytes, bytes]) -> None:
    """Draw a space after the text that starts at an operator.

    The next text sets its own place and font, so nothing moves.
    """
    font, shown = b"", None
    for index in range(start, len(operators)):
        operator = operators[index]
        if operator == b"EMC":
            break
        if operator.__class__ is bytes and operator.endswith(b" Tf"):
            font = operator
        elif operator.__class__ is bytes and operator.endswith(b"] TJ"):
            shown = index
    if shown is None:
        return
    name, size, _ = font[1:].split()
    if name in glyphs:
        operators[shown] = operators[shown][:-4] + glyphs[name] + b"] TJ"
    elif glyphs:
        other, glyph = next(iter(glyphs.items()))
        operators[shown] += b"\n/%b %b Tf\n[%b] TJ" % (other, size, glyph)


_STREAM_END: Final = b"\nendstream"

_ARTIFACTS: Final = {
    "Footer": {"Type": "/Pagination", "Subtype": "/Footer"},
    "Header": {"Type": "/Pagination", "Subtype": "/Header"},
    "Layout": {"Type": "/Layout"},
    "Pagination": {"Type": "/Pagination"},
}
