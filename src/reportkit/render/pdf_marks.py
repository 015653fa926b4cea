"""A painted page's stream in, the same stream with its marked content put right out."""

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
    """
    operators = stream.stream
    found = 0
    for index, properties in enumerate(operators):
        if properties.__class__ is not pydyf.Dictionary or "MCID" not in properties:
            continue
        found += 1
        mcid = properties["MCID"]
        if mcid in spaces:
            _write_space(operators, index, glyphs)
        kind = artifacts.get(mcid)
        if kind is not None:
            operators[index - 1] = "/Artifact"
            properties.clear()
            properties.update(_ARTIFACTS[kind])
    return found


def space_glyphs(fonts: Iterable[Any]) -> dict[bytes, bytes]:
    """The name of each font that has a space, to the space's glyph as a hex string."""
    return {
        font.hash.encode(): b"<%04x>" % glyph
        for font in fonts
        for glyph, text in font.to_unicode.items()
        if text == " "
    }


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


_ARTIFACTS: Final = {
    "Footer": {"Type": "/Pagination", "Subtype": "/Footer"},
    "Header": {"Type": "/Pagination", "Subtype": "/Header"},
    "Layout": {"Type": "/Layout"},
    "Pagination": {"Type": "/Pagination"},
}
