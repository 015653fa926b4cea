"""The fonts beside this file → the small WOFF2 files the web page embeds.

Run by hand when a font changes: ``python templates/fonts/make_web_fonts.py``
(needs fontTools and brotli). A subset is a modified version, and the licence reserves
the name "Source" for the unmodified fonts, so subsets carry another family name.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x0218, 0x021B),  # Romanian
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # punctuation and spaces
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2100, 0x215F),  # letterlike signs and fractions
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematical signs
    (0x25A0, 0x25FF),  # shapes
)

FEATURES = (
    "calt",
    "case",
    "ccmp",
    "frac",
    "kern",
    "liga",
    "lnum",
    "locl",
    "mark",
    "mkmk",
    "onum",
    "pnum",
    "sups",
    "tnum",
    "zero",
)

RENAMED = {1: "Report", 3: "Report", 4: "Report", 6: "Report", 16: "Report"}


def make(path: Path) -> int:
    """Write the subset of the font at `path` beside it; the size in bytes comes out."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
    options.notdef_outline = True
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in RENAMED:
            record.string = record.toUnicode().replace("Source", RENAMED[record.nameID])
    font.flavor = "woff2"
    target = path.with_suffix(".woff2")
    font.save(target)
    return target.stat().st_size


if __name__ == "__main__":
    for source in sorted(HERE.glob("*.ttf")):
        print(source.stem, make(source))  # noqa: T201
