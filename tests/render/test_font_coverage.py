"""The table of what fonts cover, against the fonts and against what the PDF writer says."""

from __future__ import annotations

import ast
import html
import re
import runpy
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from reportkit.model.font_coverage import code_points, hash_of, shipped_coverage
from reportkit.model.font_ranges import FONTS, HASHES
from reportkit.model.invisible import INVISIBLE
from reportkit.render.pdf import PrintablePage, RenderFault, write_pdf
from reportkit.render.styles import print_styles
from reportkit.render.theme import SHEETS, default_folder, load_theme
from reportkit.workspace import fonts as project_fonts

HERE = default_folder() / "fonts"
SOURCE = Path(project_fonts.__file__).parents[1]
STYLES = {
    "text": "font-family: var(--serif)",
    "emphasis": "font-family: var(--serif); font-style: italic",
    "strong": "font-family: var(--serif); font-weight: 600",
    "title": "font-family: var(--display); font-weight: 600",
    "table": "font-family: var(--sans)",
    "table, emphasis": "font-family: var(--sans); font-style: italic",
    "table, strong": "font-family: var(--sans); font-weight: 600",
}


@pytest.mark.parametrize("path", sorted(HERE.glob("*.ttf")), ids=lambda path: path.stem)
def test_the_table_has_every_character_of_a_font_and_no_other(path: Path) -> None:
    assert code_points(FONTS[path.stem]) == set(TTFont(path).getBestCmap())
    assert HASHES[path.stem] == hash_of(path.read_bytes())


def test_the_table_is_as_its_script_writes_it() -> None:
    script = runpy.run_path(str(HERE / "make_font_ranges.py"))
    assert script["table"]() == (SOURCE / "model" / "font_ranges.py").read_text("utf-8")


def test_the_table_holds_the_fonts_that_the_stylesheets_name() -> None:
    _, resources = print_styles(load_theme())
    assert set(resources) == {f"{stem}.ttf" for stem in FONTS}
    assert tuple(sheet for sheet in SHEETS if sheet != "screen.css") == project_fonts.SHEETS
    named = [sheet for sheet in SHEETS if "@font-face" in load_theme().texts[sheet]]
    assert named == ["fonts.css"]


def test_what_is_called_a_box_is_printed_as_one() -> None:
    """Up to Chinese and Japanese, of which there are tens of thousands, all alike."""
    covers = shipped_coverage().covers
    some, expected = [], set()
    for code in range(0x21, 0x3000):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs", "Co") or INVISIBLE.match(character):
            continue
        parts = unicodedata.normalize("NFD", character)
        if len(parts) > 1 and not covers(character) and all(map(covers, parts)):
            continue  # some versions of HarfBuzz print the parts
        some.append(character)
        if not covers(character):
            expected.add(character)
    # Of two vowels the parts are named in their stead.
    assert boxes(some, STYLES["text"]) == expected - {"\u0e33", "\u0eb3"}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_what_is_called_covered_is_printed_in_every_style(style: str) -> None:
    every = (chr(code) for code in range(0x21, 0x20000) if not 0xD800 <= code < 0xE000)
    covered = [each for each in every if shipped_coverage().covers(each)]
    assert len(covered) > 1700
    assert boxes(covered, style) == set()


def test_what_reportkit_itself_writes_is_covered() -> None:
    lacking = {
        character
        for text in own_texts()
        for character in text
        if character not in "\t\n" and not shipped_coverage().covers(character)
    }
    assert lacking == set()


def own_texts() -> Iterator[str]:
    """The templates, the texts in the code that makes documents, and all translations."""
    for name, text in load_theme().texts.items():
        if not name.startswith(("default/", "review/", "redline")):
            yield text
    for package in ("assemble", "model"):
        for path in (SOURCE / package).rglob("*.py"):
            # The tables of characters that are looked for are not written.
            yield from strings_in(path) if path.stem not in ("invisible", "lookalikes") else ()
    for path in (SOURCE / "locale").rglob("*.po"):
        with path.open("rb") as file:
            yield from (str(message.string) for message in read_po(file))
    # Of Markdown, of stylesheets, of numbers and dates in other languages.
    yield "•…–—‐−×®≤≥≠→←“”‘’„«»\u00a0\u202f\u2009\u2002"


def strings_in(path: Path) -> Iterator[str]:
    """Every string of a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def boxes(characters: Iterable[str], style: str) -> set[str]:
    """Those that the PDF writer complains of; each stands between letters, as in a word."""
    known = list(characters)
    lines = ["a" + "a".join(known[start : start + 60]) + "a" for start in range(0, len(known), 60)]
    found: set[str] = set()
    for start in range(0, len(lines), 60):
        body = "<br>".join(html.escape(line) for line in lines[start : start + 60])
        text = f'<p style="{html.escape(style)}">{body}</p>'
        page = _page().replace("<!-- text -->", text)
        try:
            write_pdf(PrintablePage(page, print_styles(load_theme())[1], "x", _DAY))
        except RenderFault as fault:
            for message in fault.messages:
                said = re.fullmatch(
                    r'\.notdef glyph .*: ".*" \(U\+([0-9A-F]+)\)', message, re.DOTALL
                )
                assert said, message
                found.add(chr(int(said[1], 16)))
    return found


_DAY = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def _page() -> str:
    styles, _ = print_styles(load_theme())
    return (
        f'<!doctype html><html lang="en"><head><title>T</title><style>{styles}</style></head>'
        "<body><h1>T</h1><!-- text --></body></html>"
    )
