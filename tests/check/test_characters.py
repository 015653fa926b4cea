"""Characters that no font has or nobody sees: the fixes, the fonts of a project, the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from reportkit.assemble.assemble import assemble
from reportkit.assemble.language import translations
from reportkit.check.example import read_example, run_example, specimen
from reportkit.check.findings import Findings
from reportkit.files.reading import FolderFiles
from reportkit.findings.edit import apply_edits
from reportkit.model.font_coverage import shipped_coverage
from reportkit.publish.reading import html_text
from reportkit.reading.text import printed_texts
from reportkit.render.html import render_html
from reportkit.render.theme import default_folder, load_theme
from reportkit.rules.invisible_character import invisible_character
from reportkit.rules.uncovered_character import uncovered_character
from reportkit.workspace.fonts import font_coverage
from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"


@pytest.mark.parametrize(
    ("written", "hint", "fixed"),
    [
        ("of ⩾ 3 mm", "write `≥`", "of ≥ 3 mm"),
        ("the ＣＰＴ code", "write `CPT`", "the CPT code"),
        ("an area of 3 ㎡", "write `m²`", "an area of 3 m²"),
        ("the 𝐬𝐢𝐳𝐞 counts", "write `size`", "the size counts"),
        ('"step ➔ step"', "write `→`", '"step → step"'),
        ('"step \\u2794 step"', "write `→`", '"step → step"'),
        ("a raised 10ⁿ⁺ᵟ power", "write it in words, or name a font", None),
        ("see ②", "write it in words, or name a font", None),
        ("lost � here", "write what stood there", None),
        # What would be a sign of YAML or Markdown, or a number, is left to the author.
        ("see ［this］", "write `[`", None),
        ("５７５１１", "write `57511`", None),
        ("ｎｕｌｌ", "write `null`", None),
    ],
)
def test_a_plainer_way_to_write_it_is_a_fix_where_nothing_else_changes(
    written: str, hint: str, fixed: str | None
) -> None:
    found = run_example(uncovered_character, f"# summary\nrelevance: {written}\n")
    finding = found.findings[0]
    assert finding.hint is not None
    assert finding.hint.startswith(hint)
    if fixed is None:
        assert finding.edits == ()
    else:
        assert f"relevance: {fixed}\n" in edited(found)


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("The code 575\u200b11.", "The code 57511."),
        ('"The \\u202Ecode\\uFEFF."', '"The code."'),
    ],
)
def test_what_is_unseen_can_be_deleted(written: str, fixed: str) -> None:
    found = run_example(invisible_character, f"# summary\nrelevance: {written}\n")
    assert f"relevance: {fixed}\n" in edited(found)


def test_a_finding_points_at_the_character() -> None:
    found = run_example(
        uncovered_character, "# summary\nrelevance: >\n  One line,\n  two ⩾ three.\n"
    )
    (finding,) = found.findings
    text = found.sources[finding.place.file]
    assert text[finding.place.span.start : finding.place.span.end] == "⩾"
    assert finding.place.column == 7


def test_the_texts_the_rules_read_are_those_of_the_page() -> None:
    publication = specimen(read_example(UNREAD))
    page = render_html(assemble(publication, translations("en")), load_theme())
    shown = " ".join(html_text(page).split())
    assert "Zxq" not in page
    for each in (text.passage for text in printed_texts(publication)):
        assert "Zxq" not in each.text
        if " " in each.plain.strip() and not _KEPT_BACK & set(each.route):
            assert " ".join(each.plain.split()) in shown, each


_KEPT_BACK = {"abbreviations", "needed_from"}
"""Parts whose words travel in the sources that a page carries, and not on it."""

UNREAD = """\
# summary
notes: [Zxq]
# report
notes: [Zxq]
# input
payers: [{id: aetna, name: Aetna, kind: insurer, aliases: [Zxq]}]
sites: [{id: office, name: The office, pos: ["11"], rank: typical, aliases: [Zxq]}]
# waivers
waivers: [{rule: small-cell, path: "sections/**", reason: Zxq, owner: Zxq, expiry: 2027-01-01}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a character that the default theme lacks."""
    folder = copy_project(tmp_path)
    edit(folder / SUMMARY, "tissue until its cells die;", "tissue until its cells die ★;")
    return folder


def bring_font(folder: Path) -> None:
    """A font of the project that has a black star, named in its own stylesheet."""
    (folder / "templates/fonts").mkdir(parents=True)
    face = '@font-face { font-family: "Signs"; src: url("theme:Signs.ttf"); }\n'
    (folder / "templates/house.css").write_text(face, "utf-8")
    pen = TTGlyphPen(None)
    for move, point in (("moveTo", (0, 0)), ("lineTo", (500, 700)), ("lineTo", (900, 0))):
        getattr(pen, move)(point)
    pen.closePath()
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "star": pen.glyph()}
    font = FontBuilder(1000)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({ord("★"): "star"})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Signs", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.save(folder / "templates/fonts/Signs.ttf")


def test_a_character_no_font_has_stops_the_build_at_its_place(project: Path) -> None:
    outcome = run(project, "build")
    assert outcome.returncode == 1
    assert "error[uncovered-character] no font has `★`: U+2605 BLACK STAR" in outcome.stdout
    assert f"--> {SUMMARY}:" in outcome.stdout
    assert not (project / "build/57511").exists()


def test_a_font_of_the_project_covers_it_and_the_build_prints_it(project: Path) -> None:
    assert run(project, "check").returncode == 1
    bring_font(project)
    assert run(project, "check").returncode == 0
    outcome = run(project, "build")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert (project / "build/57511/57511.pdf").is_file()


def test_the_fonts_that_the_stylesheets_name_are_those_that_count(tmp_path: Path) -> None:
    assert font_coverage(FolderFiles(tmp_path)) is shipped_coverage()
    bring_font(tmp_path)
    both = font_coverage(FolderFiles(tmp_path))
    assert both is not None
    assert both.some == shipped_coverage().some | {ord("★")}
    faces = tmp_path / "templates/fonts.css"
    faces.write_text('@font-face { font-family: "R"; src: url("theme:SourceSerif4-It.ttf"); }')
    less = font_coverage(FolderFiles(tmp_path))
    assert less is not None
    assert "★" in {chr(code) for code in less.some}
    assert not less.covers("□")
    (tmp_path / "templates/house.css").unlink()
    least = font_coverage(FolderFiles(tmp_path))
    assert least is not None
    assert not least.covers("★")


def test_a_copy_of_a_font_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for path in (default_folder() / "fonts").glob("*.ttf"):
        (tmp_path / "templates" / path.name).symlink_to(path)
    assert font_coverage(FolderFiles(tmp_path)) is shipped_coverage()
    copied = tmp_path / "templates" / "copy"
    copied.mkdir()
    for path in (default_folder() / "fonts").glob("*.ttf"):
        (copied / path.name).write_bytes(path.read_bytes())
    assert font_coverage(FolderFiles(tmp_path)) == shipped_coverage()


def test_a_font_that_cannot_be_read_is_left_to_the_build_as_the_last_guard(project: Path) -> None:
    bring_font(project)
    (project / "templates/fonts/Signs.ttf").write_bytes(b"no font")
    assert font_coverage(FolderFiles(project)) is None
    assert run(project, "check").returncode == 0
    outcome = run(project, "build")
    assert outcome.returncode == 1
    assert ".notdef glyph rendered for Unicode string unsupported by fonts" in outcome.stderr
    assert "font-face 'Signs' cannot be loaded" in outcome.stderr
    assert not (project / "build/57511").exists()


def edited(found: Findings) -> str:
    """The file of the findings with every fix applied."""
    (path,) = {finding.place.file for finding in found.findings}
    return apply_edits(found.sources[path], [each for f in found.findings for each in f.edits])
