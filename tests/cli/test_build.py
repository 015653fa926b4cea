"""`reportkit build`, run as a process, with what it leaves on disk."""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from lxml import html as parser  # type: ignore[import-untyped]
from pypdf import PdfReader

from faults import leftovers
from reportkit.render.metadata import source_of
from small_project import copy_project, edit, run

TITLES = (
    "Summary and overview",
    "Billing code overview",
    "Clinical context",
    "Coding specifications",
    "Data gaps",
    "Sources and method",
    "Notices",
    "Revision history",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("project"))
    outcome = run(folder, "build")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder


def artefacts(project: Path) -> dict[str, bytes]:
    folder = project / "build" / "57511"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pdf_text(project: Path) -> str:
    reader = PdfReader(project / "build" / "57511" / "57511.pdf")
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_html_and_pdf_hold_every_section(project: Path) -> None:
    html = (project / "build/57511/57511.html").read_text("utf-8")
    text = pdf_text(project)
    for title in TITLES:
        assert title in html, title
        assert title in text, title


def test_the_pdf_has_a_bookmark_for_every_section(project: Path) -> None:
    outline = str(PdfReader(project / "build" / "57511" / "57511.pdf").outline)
    for title in TITLES:
        assert title in outline


def test_the_policy_of_the_page_knows_its_script_and_each_block_of_data(project: Path) -> None:
    page = (project / "build/57511/57511.html").read_text("utf-8")
    policy = parser.document_fromstring(page).xpath("//meta[@http-equiv]/@content")[0]
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 3
    assert all(source_of(script) in policy for script in scripts)


def test_every_gap_is_named_where_it_is_and_in_the_ledger(project: Path) -> None:
    html = (project / "build/57511/57511.html").read_text("utf-8")
    assert len(re.findall(r'id="gap-[a-z-]+(?<!-label)"', html)) == 9
    assert html.count('id="ledger-') == 9


def test_an_error_leaves_the_last_good_publication_untouched(project: Path) -> None:
    before = artefacts(project)
    path = project / "sections/57511/coding-specifications.yaml"
    edit(path, 'code: "22"', 'code: "25"')
    try:
        outcome = run(project, "build")
        assert outcome.returncode == 1
        assert "1 publication was not written" in outcome.stderr
        assert artefacts(project) == before
        assert leftovers(project) == []
    finally:
        edit(path, 'code: "25"', 'code: "22"')


def test_a_draft_is_published_with_a_mark_on_every_page(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    edit(project / "sections/57511/coding-specifications.yaml", 'code: "22"', 'code: "25"')
    outcome = run(project, "build", "--draft")
    assert outcome.returncode == 1
    for page in PdfReader(project / "build/57511/57511.pdf").pages:
        assert "draft" in page.extract_text().lower()


def test_two_builds_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "elsewhere" / "deeper")
    os.utime(other / "report/57511/report.yaml", (time.time() + 9e6, time.time() + 9e6))
    assert run(other, "build").returncode == 0
    assert artefacts(other) == artefacts(project)


def test_a_leak_that_only_the_built_page_has_stops_the_publication(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    templates = project / "templates"
    templates.mkdir()
    (templates / "publication.html").write_text(
        '{% extends "default/publication.html" %}\n'
        "{% block sections %}<p>Data not available in the input.</p>{{ super() }}{% endblock %}\n",
        "utf-8",
    )
    outcome = run(project, "build")
    assert outcome.returncode == 1
    assert "error[pipeline-talk]" in outcome.stdout
    assert "build/57511/57511.html" in outcome.stdout
    assert "build/57511/57511.pdf, page 1" in outcome.stdout
    assert not (project / "build/57511").exists()


def test_several_publications_are_built_at_a_time(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    for part in ("report", "sections"):
        shutil.copytree(project / part / "57511", project / part / "57513")
    for path in (project / "report/57513").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace('"57511"', '"57513"'), "utf-8")
    outcome = run(project, "build", "--jobs", "2")
    assert "57511 ready to publish: yes" in outcome.stdout
    assert "error[foreign-code]" in outcome.stdout
    assert (project / "build/57511/57511.pdf").is_file()
    assert not (project / "build/57513").exists()
