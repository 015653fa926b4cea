"""A project's files over the default theme."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from sample_document import sample_document

from reportkit.files.reading import FolderFiles
from reportkit.render.html import printable_html, render_html
from reportkit.render.theme import ThemeError, load_theme

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = sample_document()


def test_a_project_replaces_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    write(
        tmp_path,
        "publication.html",
        '{% extends "default/publication.html" %}'
        "{% block colophon %}<footer>By {{ identity.publisher }}</footer>{% endblock %}",
    )
    page = render_html(DOCUMENT, load_theme(FolderFiles(tmp_path)))
    assert "<footer>By Lakeshore Coding Review</footer>" in page
    assert "colophon" not in page.partition("<body>")[2]
    assert 'id="gap-taxonomies"' in page


def test_a_project_replaces_the_way_one_kind_of_block_is_set(tmp_path: Path) -> None:
    write(
        tmp_path,
        "blocks/gap.html",
        '{% macro gap(block) %}<p id="{{ block.id }}">Missing: {{ block.field }}</p>{% endmacro %}',
    )
    page = render_html(DOCUMENT, load_theme(FolderFiles(tmp_path)))
    assert '<p id="gap-taxonomies">Missing: Provider taxonomies</p>' in page


def test_a_house_stylesheet_comes_last_and_brings_its_own_pictures(tmp_path: Path) -> None:
    write(tmp_path, "house.css", '.masthead { background: url("theme:logo.svg") }')
    write(tmp_path, "logo.svg", "<svg/>")
    theme = load_theme(FolderFiles(tmp_path))
    assert "url(data:image/svg+xml;base64,PHN2Zy8+)" in render_html(DOCUMENT, theme)
    page, resources = printable_html(DOCUMENT, theme)
    assert resources["logo.svg"] == b"<svg/>"
    assert page.index("theme:logo.svg") > page.index("--gutter")
    assert theme.digest != load_theme().digest


def test_a_folder_that_is_not_there_leaves_the_default(tmp_path: Path) -> None:
    assert load_theme(FolderFiles(tmp_path)).digest == load_theme().digest


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "house.css",
            "a {}\n@import 'https://a.example/x.css';",
            "house.css:2: '@import' would load from outside the theme",
        ),
        (
            "house.css",
            "a { background: url( 'https://a.example/x.png') }",
            "house.css:1: 'url(' would load from outside the theme",
        ),
        (
            "house.css",
            'a { background: url("theme:none.svg") }',
            "stylesheet: theme:none.svg is not among the theme's fonts and images",
        ),
        (
            "publication.html",
            "<p>\n{% block %}",
            "publication.html:2: expected token 'name', got 'end of statement block'",
        ),
        (
            "publication.html",
            "<p>\n\n{{ identity.colour }}",
            "publication.html:3: Identity has no attribute 'colour'",
        ),
        (
            "publication.html",
            "{{ page.text.__globals__ }}",
            "publication.html:1: access to attribute '__globals__' of 'method' object is unsafe",
        ),
        (
            "publication.html",
            "{{ 1 / 0 }}",
            "publication.html:1: ZeroDivisionError: division by zero",
        ),
        (
            "publication.html",
            '{% include "../secret.html" %}',
            "publication.html:1: the theme has no template '../secret.html'",
        ),
    ],
)
def test_a_faulty_file_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    write(tmp_path, name, text)
    with pytest.raises(ThemeError) as caught:
        render_html(DOCUMENT, load_theme(FolderFiles(tmp_path)))
    assert str(caught.value) == message
    assert caught.value.hint


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.css"
    outside.write_text("p { color: red }", encoding="utf-8")
    folder = tmp_path / "project" / "templates"
    folder.mkdir(parents=True)
    (folder / "house.css").symlink_to(outside)
    with pytest.raises(ThemeError, match=r"house\.css: the file is a link that leads out"):
        load_theme(FolderFiles(folder.parent))


@pytest.mark.parametrize("stands", ["a link away", "a link to itself", "a file"])
def test_what_is_no_folder_of_the_project_is_refused(tmp_path: Path, stands: str) -> None:
    folder = tmp_path / "project" / "templates"
    folder.parent.mkdir()
    match stands:
        case "a link away":
            folder.symlink_to(tmp_path)
        case "a link to itself":
            folder.symlink_to(folder)
        case _:
            folder.write_text("p { color: red }", encoding="utf-8")
    with pytest.raises(ThemeError, match="templates: this is no folder of the project"):
        load_theme(FolderFiles(folder.parent))


def test_words_of_the_theme_are_translated() -> None:
    page = render_html(DOCUMENT, load_theme(), German())
    assert ">Zum Bericht</a>" in page
    assert ">Datenlücke </span>" in page
    assert 'aria-label="Quelle 1"' in page


class German(NullTranslations):
    """A catalogue of three messages."""

    def gettext(self, message: str) -> str:
        return {
            "Skip to the report": "Zum Bericht",
            "Data gap": "Datenlücke",
            "Source {number}": "Quelle {number}",
        }.get(message, message)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
