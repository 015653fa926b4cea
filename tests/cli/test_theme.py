"""`reportkit theme`, run as a process, and what comes of following it."""

from __future__ import annotations

import difflib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportkit.assemble.assemble import assemble
from reportkit.assemble.language import translations
from reportkit.check.example import specimen
from reportkit.files.reading import FolderFiles
from reportkit.render import chart, plot, svg
from reportkit.render.html import ENGLISH, _environment, render_html
from reportkit.render.theme import default_files, load_theme
from reportkit.render.theme_parts import parts, properties
from small_project import copy_project, run

DEFAULT = default_files()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder that changes nothing yet."""
    (tmp_path / "report").mkdir()
    (tmp_path / "report/project.yaml").write_text("reportkit: project/1\n", "utf-8")
    return tmp_path


def write(project: Path, name: str, text: str) -> None:
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def listed(project: Path) -> Any:
    outcome = run(project, "theme", "--format", "json")
    assert outcome.returncode == 0, outcome.stderr
    return json.loads(outcome.stdout)


def states(project: Path) -> dict[str, tuple[str, str | None]]:
    """What the listing says of each file of the project."""
    said = listed(project)
    own = {each["name"]: (each["state"], each["close"]) for each in said["own"]}
    files = {each["name"]: (each["state"], None) for each in said["files"]}
    return own | {name: state for name, state in files.items() if state[0] != "default"}


@pytest.mark.parametrize("part", parts(DEFAULT), ids=lambda part: part.name)
def test_every_file_says_what_it_is_for(part: Any) -> None:
    assert 5 < len(part.about) < 120


def test_every_file_a_theme_reads_is_listed(project: Path) -> None:
    assert {each["name"] for each in listed(project)["files"]} == set(DEFAULT)


def test_the_blocks_listed_are_those_jinja_knows() -> None:
    environment = _environment(load_theme(), ENGLISH)
    for part in parts(DEFAULT):
        if part.name.endswith(".html"):
            assert set(part.blocks) == set(environment.get_template(part.name).blocks), part.name


def test_every_property_a_stylesheet_uses_is_listed_with_its_defaults() -> None:
    named = re.compile(rb"var\((--[\w-]+)")
    drawn = [Path(module.__file__ or "").read_bytes() for module in (chart, plot, svg)]
    used = {name for body in (*DEFAULT.values(), *drawn) for name in named.findall(body)}
    found = {each.name: each.values for each in properties(DEFAULT)}
    assert set(found) == {name.decode() for name in used}
    assert [(value.text, value.media) for value in found["--accent"]] == [
        ("#0b5563", ""),
        ("#7fcbd8", "screen and (prefers-color-scheme: dark)"),
    ]


def test_text_lists_what_json_lists(project: Path) -> None:
    text = run(project, "theme").stdout
    for each in listed(project)["files"]:
        assert f"  {each['name']} " in text
        assert each["about"] in text
    blocks = "head, body, masthead, cover, opening, contents, sections, control, colophon"
    assert f"blocks: {blocks}" in text
    assert "  --signal-tint  #fdf8ef\n" in text
    assert f"{len(DEFAULT)} files, 0 overridden" in text


def test_one_block_taken_from_the_listing_changes_the_page_there_alone(project: Path) -> None:
    (page,) = [each for each in listed(project)["files"] if each["name"] == "publication.html"]
    assert "colophon" in page["blocks"]
    write(
        project,
        "publication.html",
        '{% extends "default/publication.html" %}\n'
        "{% block colophon %}<footer>Ours</footer>\n{% endblock %}",
    )
    before, after = built(None), built(project)
    assert changed(before, after) == {
        '-<footer class="colophon">',
        "-<p>Specimen Press, report SP-57511, version 1.0. Draft of November 2, 2026. "
        "© 2026 Specimen Press. CPT © American Medical Association.</p>",
        "-</footer>",
        "+<footer>Ours</footer>",
    }
    assert states(project) == {"publication.html": ("overridden", None)}


def test_one_stylesheet_copied_and_edited_changes_the_page_there_alone(project: Path) -> None:
    outcome = run(project, "theme", "--copy", "style.css")
    assert (outcome.returncode, outcome.stdout) == (0, "wrote templates/style.css\n")
    assert built(project) == built(None)
    assert states(project) == {"style.css": ("same", None)}
    copied = project / "templates/style.css"
    copied.write_text(copied.read_text("utf-8").replace("--accent: #0b5563;", "--accent: #00457c;"))
    assert changed(built(None), built(project)) == {
        "-  --accent: #0b5563;",
        "+  --accent: #00457c;",
    }
    assert states(project) == {"style.css": ("overridden", None)}


def test_a_property_set_in_the_house_stylesheet_comes_after_every_default(project: Path) -> None:
    write(project, "house.css", ":root { --accent: #00457c; }\n")
    page = built(project)
    assert page.index("--accent: #00457c") > max(
        page.index(f"--accent: {value.text}")
        for each in properties(DEFAULT)
        if each.name == "--accent"
        for value in each.values
    )


def test_the_text_printed_is_the_text_of_the_file(project: Path) -> None:
    for name in ("publication.html", "blocks/gap.html", "house.css", "page.js"):
        assert run(project, "theme", name).stdout.encode() == DEFAULT[name]


def test_files_that_do_nothing_are_named_with_the_name_meant(project: Path) -> None:
    write(project, "hous.css", "p { color: red }")
    write(project, "gap.html", "{% macro gap(block) %}{% endmacro %}")
    write(project, "publication.htm", "")
    write(project, "seal.svg", "<svg/>")
    write(project, "NOTES.md", "Ours.")
    assert states(project) == {
        "gap.html": ("orphan", "blocks/gap.html"),
        "hous.css": ("orphan", "house.css"),
        "publication.htm": ("orphan", "publication.html"),
        "seal.svg": ("orphan", None),
    }
    text = run(project, "theme").stdout
    assert "hous.css has no effect: did you mean house.css?" in text
    assert "seal.svg has no effect: the theme has no such file" in text


def test_files_that_other_files_name_are_additions(project: Path) -> None:
    write(
        project,
        "house.css",
        '.masthead { background: url("theme:seal.svg") }\n'
        '@font-face { font-family: "Own"; src: url("theme:Own.ttf"); }',
    )
    write(project, "seal.svg", "<svg/>")
    write(project, "fonts/Own.ttf", "")
    write(project, "fonts/Own.woff2", "")
    write(
        project,
        "publication.html",
        '{% extends "default/publication.html" %}'
        '{% block colophon %}{% include "blocks/address.html" %}{% endblock %}',
    )
    write(project, "blocks/address.html", "<p>Here</p>")
    assert {name for name, state in states(project).items() if state == ("addition", None)} == {
        "seal.svg",
        "fonts/Own.ttf",
        "fonts/Own.woff2",
        "blocks/address.html",
    }


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["hous.css"], "the theme has no file hous.css", "did you mean house.css?"),
        (["--copy", "../pwned.css"], "the theme has no file ../pwned.css", "lists the files"),
        (["--copy", "../house.css"], "the theme has no file ../house.css", "house.css?"),
        (["--copy"], "--copy names no file", "reportkit theme --copy house.css"),
        (["fonts/SourceSans3-It.ttf"], "fonts/SourceSans3-It.ttf is not text", "--copy"),
    ],
)
def test_what_cannot_be_done_is_refused(
    project: Path, arguments: list[str], message: str, hint: str
) -> None:
    (project / "templates").mkdir()
    outcome = run(project, "theme", *arguments)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert message in outcome.stderr
    assert hint in outcome.stderr
    assert list((project / "templates").iterdir()) == []


def test_a_copy_overwrites_nothing_and_leaves_the_project_by_no_link(project: Path) -> None:
    write(project, "house.css", "p {}")
    outcome = run(project, "theme", "--copy", "house.css")
    assert outcome.returncode == 2
    assert "templates/house.css is there already" in outcome.stderr
    assert (project / "templates/house.css").read_text("utf-8") == "p {}"
    outside = project.parent / f"{project.name}-outside"
    outside.mkdir()
    (project / "templates/blocks").symlink_to(outside)
    outcome = run(project, "theme", "--copy", "blocks/gap.html")
    assert outcome.returncode == 2
    assert "templates/blocks/gap.html is a link that leads out of the project" in outcome.stderr
    assert list(outside.iterdir()) == []


def test_a_font_can_be_copied(project: Path) -> None:
    assert run(project, "theme", "--copy", "fonts/SourceSans3-It.ttf").returncode == 0
    copied = project / "templates/fonts/SourceSans3-It.ttf"
    assert copied.read_bytes() == DEFAULT["fonts/SourceSans3-It.ttf"]


def test_outside_a_project_the_default_is_listed_and_nothing_is_copied(tmp_path: Path) -> None:
    assert f"{len(DEFAULT)} files, 0 overridden" in run(tmp_path, "theme").stdout
    outcome = run(tmp_path, "theme", "--copy", "house.css")
    assert outcome.returncode == 2
    assert "no project here" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


def test_listing_imports_nothing_that_only_a_build_needs(project: Path) -> None:
    code = (
        "import sys\nfrom reportkit.cli import main_group\n"
        "main_group(['theme'], standalone_mode=False)\n"
        "heavy = {'weasyprint', 'pydyf', 'fontTools', 'babel', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def built(project: Path | None) -> str:
    document = assemble(specimen({}), translations("en"))
    return render_html(document, load_theme(FolderFiles(project) if project else None))


def changed(before: str, after: str) -> set[str]:
    """Lines gone and lines come, leaving out the policy that hashes the page's script."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return {line for line in list(lines)[2:] if not line.startswith("@@")}


@pytest.mark.parametrize("command", ["build", "review"])
def test_a_fault_of_the_theme_is_one_message(tmp_path: Path, command: str) -> None:
    project = copy_project(tmp_path)
    (project / "templates").mkdir()
    (project / "templates/house.css").write_text("body { background: url(nope.png) }", "utf-8")
    outcome = run(project, command)
    assert (outcome.returncode, "Traceback" in outcome.stderr) == (2, False)
    assert "the theme cannot be used: house.css:1" in outcome.stderr
