"""The fonts beside this file → the table of the characters they have, for `reportkit check`.

Run by hand when a font changes: ``python templates/fonts/make_font_ranges.py`` (needs
fontTools and reportkit). Reading the fonts themselves would take longer than a whole check.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from fontTools.ttLib import TTFont

from reportkit.model.font_coverage import hash_of, ranges_of

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "src" / "reportkit" / "model" / "font_ranges.py"

HEAD = '''\
"""The characters each font of the default theme has, as ranges of code points.

Made by templates/fonts/make_font_ranges.py; a test compares it with the fonts. A range is its
first and last code point, in hexadecimal; all stand in one text, which is read when needed.
"""

from __future__ import annotations
'''


def table() -> str:
    """The text of the module; fonts with the same characters share their ranges."""
    names: dict[str, str] = {}
    text, ranges, digests = HEAD, "", ""
    for path in sorted(HERE.glob("*.ttf")):
        shown = textwrap.fill(ranges_of(TTFont(path).getBestCmap()), 100, break_on_hyphens=False)
        if shown not in names:
            names[shown] = f"_RANGES_{len(names) + 1}"
            text += f'\n{names[shown]} = """\n{shown}\n"""\n'
        ranges += f'    "{path.stem}": {names[shown]},\n'
        digest = hash_of(path.read_bytes())
        digests += f'    "{path.stem}": "{digest}",\n'
    return (
        f"{text}\nFONTS: dict[str, str] = {{\n{ranges}}}\n"
        '"""Font file, without .ttf, to what it has."""\n'
        f"\nHASHES: dict[str, str] = {{\n{digests}}}\n"
        '"""Font file, without .ttf, to the hash of its bytes."""\n'
    )


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    print(TABLE)  # noqa: T201
