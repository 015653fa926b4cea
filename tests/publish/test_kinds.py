"""Publications of ten kinds of code and language: each conforms, is well set, and fits a phone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from kinds_of_codes import MADE_OF
from kinds_written import written_whole
from pdf_checks import complaints
from pdf_layout import layout_faults
from small_project import ROOT, copy_project, edit, run
from web_pages import violations, width_of

ALWAYS = "45378"
"""What `make test` looks at too: an endoscopy with all its data."""
KINDS = [
    pytest.param(kind, marks=[] if kind == ALWAYS else pytest.mark.long)
    for kind in (*MADE_OF, "spanish")
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a whole report of each code."""
    return written_whole(tmp_path_factory.mktemp("nine"))


def project_of(kind: str, written: Path, own: Path) -> tuple[Path, str]:
    """The project that a publication stands in, and its code."""
    if kind in MADE_OF:
        return written, kind
    edit(copy_project(own) / "report/project.yaml", "language: en", "language: es")
    return own, "57511"


def built(folder: Path, code: str, paper: str) -> Path:
    """The folder of the artefacts of a publication, built on a paper."""
    settings = folder / "report/project.yaml"
    before = settings.read_text("utf-8")
    settings.write_text(before.replace("paper: letter", f"paper: {paper}"), "utf-8")
    outcome = run(folder, "build", code)
    settings.write_text(before, "utf-8")
    assert (outcome.returncode, outcome.stderr) == (0, ""), outcome.stdout
    return folder / "build" / code


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_a_publication_conforms_and_fits(
    browser: Any, written: Path, tmp_path: Path, kind: str
) -> None:
    folder, code = project_of(kind, written, tmp_path)
    tall = built(folder, code, "a4").joinpath(f"{code}.pdf").read_bytes()
    made = built(folder, code, "letter")
    pdf = made.joinpath(f"{code}.pdf").read_bytes()
    assert (complaints(pdf), layout_faults(pdf), layout_faults(tall)) == ([], [], [])
    view = browser.new_page(viewport={"width": 320, "height": 640})
    view.goto(made.joinpath(f"{code}.html").as_uri())
    assert (violations(view), width_of(view)) == ([], 320)
    for width, height in ((390, 844), (1280, 900)):
        view.set_viewport_size({"width": width, "height": height})
        facts = view.locator("#key-lines").bounding_box()
        assert facts["y"] + facts["height"] <= height, width


@pytest.mark.parametrize(
    ("code", "questions"), [("99213", 5), ("J1100", 17), ("80053", 5), ("71046", 12), ("45378", 14)]
)
def test_a_readers_question_is_answered_on_the_first_page_or_one_step_from_it(
    written: Path, code: str, questions: int
) -> None:
    page = parser.parse(built(written, code, "letter") / f"{code}.html").getroot()
    (facts,) = page.find_class("opening")
    leads = {link.get("href") for link in facts.iter("a")}
    text = (ROOT / "docs/readers.md").read_text("utf-8")
    rows = re.findall(rf"^\| {code} \| (.+) \| (.+) \| .*\? \|$", text, re.MULTILINE)
    assert len(rows) == questions
    for answer, where in rows:
        section = where.strip("[]")
        assert where == "page 1" or f"#{section}" in leads
        part = facts if where == "page 1" else page.get_element_by_id(section)
        assert answer in " ".join(part.text_content().split())


def test_what_was_written_stands_on_the_data(written: Path) -> None:
    checked = run(written, "check", "--format", "concise")
    rules = {line.partition("[")[2].partition("]")[0] for line in checked.stdout.splitlines()}
    assert rules == {"unchecked-diagnosis"}, checked.stdout
