"""The message catalogue is current and translated, and an edition speaks its language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from parity import read_html, read_pdf
from pdf_checks import assert_conforms
from reportkit.assemble.edition import Edition
from reportkit.assemble.language import translations
from reportkit.assemble.part import gap as gap_as_read
from reportkit.check.example import read_example, specimen
from reportkit.model.absence import gap
from small_project import ROOT, copy_project, run

LOCALE = ROOT / "src/reportkit/locale"
SPANISH = LOCALE / "es/LC_MESSAGES/reportkit.po"
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|\]\(#[\w-]+\)")
RENEW = "run .ci/messages"


def messages(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


def test_the_catalogue_holds_what_templates_and_code_say() -> None:
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(ROOT, methods, options, {"say": None, "N_": None, "_": None})
    said = {message for _, _, message, _, _ in found}
    assert said == set(messages(LOCALE / "messages.pot")), RENEW
    assert said == set(messages(SPANISH)), RENEW
    assert len(said) > 300


def test_no_message_hides_where_the_catalogue_is_not_made_from() -> None:
    known = set(messages(SPANISH))
    hidden = [(path.name, text) for path, text in _said_in_code() if text not in known]
    assert hidden == [], "say it before the f-string that holds it"


def _said_in_code() -> Iterator[tuple[Path, str]]:
    """What code says by `say("…")`, within an f-string as well."""
    for package in ("assemble", "catalogue", "workspace/statements"):
        for path in sorted((ROOT / "src/reportkit" / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(attr="say"), args=[ast.Constant(str() as text), *_]
                    ):
                        yield path, text
                    case _:
                        pass


def test_every_message_is_translated() -> None:
    assert [message for message, translation in messages(SPANISH).items() if not translation] == []


def test_a_translation_keeps_the_places_for_values_and_links() -> None:
    for message, translation in messages(SPANISH).items():
        found = (sorted(PLACEHOLDER.findall(text)) for text in (message, translation))
        assert next(found) == next(found), message


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    with SPANISH.with_suffix(".mo").open("rb") as file:
        compiled = {str(each.id): str(each.string) for each in read_mo(file) if each.id}
    assert compiled == messages(SPANISH), RENEW


def test_a_region_falls_back_to_its_language() -> None:
    assert translations("es-US").gettext("Data gaps") == "Datos faltantes"
    assert translations("en-US").gettext("Data gaps") == "Data gaps"


def test_a_spanish_edition_is_a_setting_and_keeps_what_authors_wrote(tmp_path: Path) -> None:
    folder = written_in("es-US", tmp_path)
    outcome = run(folder, "build", "57511")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    text = (folder / "build/57511/57511.html").read_text("utf-8")
    pdf = (folder / "build/57511/57511.pdf").read_bytes()
    web = read_html(text)
    assert '<html lang="es-US"' in text
    assert web.blocks[0] == "Borrador: esta versión no está vigente."
    assert "Freezing of the cervix" in web.blocks[2]
    assert {"Lo esencial", "Qué falta y por qué", "23 de noviembre de 2026"} <= set(web.blocks)
    assert len(web.gaps) == 9
    assert read_pdf(pdf).blocks == web.blocks
    assert_conforms(pdf)


def test_a_region_without_customs_of_its_own_has_those_of_its_language(tmp_path: Path) -> None:
    folder = written_in("en-419", tmp_path)
    outcome = run(folder, "build", "57511", "--pdf", "none")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "November 23, 2026" in (folder / "build/57511/57511.html").read_text("utf-8")


def test_a_draft_in_an_unknown_language_is_set_in_english(tmp_path: Path) -> None:
    folder = written_in("xx", tmp_path)
    outcome = run(folder, "build", "57511", "--draft", "--pdf", "none")
    assert "error[unknown-language]" in outcome.stdout
    assert "November 23, 2026" in (folder / "build/57511/57511.html").read_text("utf-8")


def written_in(language: str, folder: Path) -> Path:
    """A copy of the small project that asks for a language."""
    copy = copy_project(folder)
    project = copy / "report/project.yaml"
    text = project.read_text("utf-8")
    assert "language: en\n" in text
    project.write_text(text.replace("language: en\n", f"language: {language}\n"), "utf-8")
    return copy


def test_the_usual_effect_of_a_gap_is_said_in_the_language_of_the_page() -> None:
    publication = specimen(read_example("# project\nlanguage: es\n"))
    edition = Edition(publication, translations("es"), {})
    usual = gap("rates", date(2026, 11, 2))
    said = "No se muestra ninguna tarifa negociada de ningún pagador."
    assert gap_as_read(edition, usual, "").effect == said
    own = usual.model_copy(update={"effect": "Rates come in March."})
    assert gap_as_read(edition, own, "").effect == "Rates come in March."
