"""Old reports of other families: nothing is made up, nothing is dropped, every guess is found."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from families import EXPECTED, old_report
from old_reports import DAY, drafted, kept, loaded, words

from reportkit.check.engine import check
from reportkit.files.project_files import CarriedFiles
from reportkit.legacy.old_report import Aside, Block, Heading, OldReport, Row, text_of
from reportkit.legacy.read import read_old_report
from reportkit.legacy.words import is_sentence, sentences
from reportkit.model.base import Prose
from reportkit.rules import all_rules
from reportkit.workspace.house_texts import texts_within
from reportkit.workspace.workspace import workspace_of
from small_project import SMALL, run


@pytest.fixture(params=EXPECTED)
def name(request: pytest.FixtureRequest) -> str:
    value: str = request.param
    return value


def test_what_it_says_as_data_is_read_and_nothing_beside(name: str) -> None:
    expected = EXPECTED[name]
    files = loaded(*drafted(*old_report(name)))
    report, data = files["report"], files["input"]
    assert report.code == expected["code"]
    assert report.title == expected["title"]
    assert [payer.name for payer in data.payers or ()] == expected["payers"]
    assert {site.id: site.rank for site in data.sites or ()} == expected["sites"]
    assert list(report.topics) == expected["topics"]
    assert files["billing-overview"].service_type == expected["service_type"]
    rows = files["coding-specifications"].modifiers
    assert [row.code for row in rows] == expected["modifiers"]


def test_its_words_fill_the_fields_they_are_for(name: str) -> None:
    files = loaded(*drafted(*old_report(name)))
    vignette = files["clinical-context"].vignette
    written = {
        **vars(files["summary"]),
        **vars(files["billing-overview"]),
        **vars(files["clinical-context"]),
        **vars(files["coding-specifications"]),
        **vars(vignette.patient),
        **vars(vignette),
    }
    fields = [
        field
        for field, value in written.items()
        if isinstance(value, Prose) and str(value).strip() != "To be written."
    ]
    assert sorted(fields) == sorted(EXPECTED[name]["fields"])


def test_no_word_is_lost(name: str) -> None:
    file, content = old_report(name)
    report = read_old_report(file, content)
    _, texts = drafted(file, content)
    told = words(" ".join(text_of(block) for block in report.blocks))
    steps = words(" ".join(str(number) for number in range(1, 10)))
    assert not told - kept(texts) - steps


def test_every_sentence_stands_where_rules_read_it(name: str) -> None:
    file, content = old_report(name)
    checked = _flat(" ".join(_checked(loaded(*drafted(file, content)))))
    for sentence in _sentences(read_old_report(file, content)):
        assert _flat(sentence) in checked, sentence


def test_every_guess_and_every_text_set_aside_is_a_finding(name: str) -> None:
    draft, texts = drafted(*old_report(name))
    project = {"report/project.yaml": (SMALL / "report" / "project.yaml").read_bytes()}
    files = CarriedFiles({**project, **{path: text.encode() for path, text in texts.items()}})
    rules = [rule for rule in all_rules() if rule.name in ("unsettled-guess", "unplaced-text")]
    findings = check(workspace_of(files, [draft.code]), rules, DAY).findings
    left = loaded(draft, texts)["imported"]
    guessed = [found.place.file for found in findings if found.rule == "unsettled-guess"]
    assert len(guessed) == len(left.guesses)
    assert not any(file.endswith("imported.yaml") for file in guessed), "it names no value"
    assert len(findings) - len(guessed) == len(left.set_aside)


def test_text_set_aside_is_checked_like_the_rest(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    shutil.copy(SMALL / "report" / "project.yaml", tmp_path / "report")
    (tmp_path / "old.txt").write_text(
        "CPT 57510: Heat Cautery\nRelated Codes\nThe other code is TBD. Humana pays for both.\n"
    )
    assert run(tmp_path, "import", "report", "old.txt").returncode == 0
    findings = json.loads(run(tmp_path, "check", "57510", "--format", "json").stdout)["findings"]
    left = {
        finding["rule"] for finding in findings if finding["file"].endswith("57510/imported.yaml")
    }
    assert {"placeholder-text", "unprovided-payer", "unplaced-text"} <= left


def _sentences(report: OldReport) -> list[str]:
    """The sentences of the blocks; a heading or a label may be a name and no sentence."""
    return [
        sentence
        for block in report.blocks
        for text in _texts(block)
        for sentence in sentences(re.sub(r"[*`]+", "", text))
        if is_sentence(sentence) and not sentence.rstrip().endswith("?")
    ]


def _texts(block: Block) -> list[str]:
    match block:
        case Row(cells=cells):
            return list(cells)
        case Heading() | Aside():
            return []
        case _:
            return [re.sub(r"^(?:[^:.]{2,50}:)+ |^[0-9A-Z]{2} - ", "", block.text)]


def _checked(files: dict[str, Any]) -> list[str]:
    """Every text of the files that rules of prose read."""
    return [
        str(text)
        for key, model in files.items()
        for route, text in texts_within(model)
        if isinstance(text, Prose) or (key, route) == ("report", ("title",))
    ]


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[*`|]+", " ", text).split())
