"""Two reviewers decide at once in real browsers, by keyboard, and nothing of it is lost."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from test_preview import HOLDS, SAYS, TABBABLE

from reportkit.workspace.workspace import read_workspace
from served import Served, served
from small_project import copy_project, edit, run
from web_pages import violations

pytestmark = pytest.mark.browser

CODER = ("review", "--serve", "--by", "Bo Coder", "--role", "coding-reviewer")
NURSE = ("review", "--serve", "--by", "Cy Nurse", "--role", "clinical-reviewer")
SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_project(tmp_path)
    edit(root / "report/57511/report.yaml", "status: draft", "status: approved")
    edit(root / SUMMARY, "  day is denied [@cms-pfs].", "  day is denied.")
    context = root / "sections/57511/clinical-context.yaml"
    edit(context, "follow_up: >\n", "follow_up: >\n  The XKZ is told of it.\n")
    return root


def desk(browser: Any, server: Served) -> Any:
    """The page of a reviewer, in a browser of their own."""
    view = browser.new_context(viewport={"width": 1360, "height": 900}).new_page()
    view.goto(server.address)
    view.wait_for_function(HOLDS, arg="Key facts")
    return view


def opened(view: Any, words: str) -> Any:
    """The entry that says something, opened by keyboard."""
    entry = view.locator("details.finding", has=view.locator("summary", has_text=words)).first
    entry.locator("summary").press("Enter")
    return entry


def said(view: Any, words: str) -> None:
    """Wait until the page says what became of a decision."""
    view.wait_for_function(
        "(words) => document.querySelector('#told').textContent.includes(words)", arg=words
    )


def answer(view: Any, question: str) -> None:
    """Answer yes, by keyboard."""
    entry = opened(view, question)
    entry.get_by_label("Yes").press("Space")
    entry.get_by_role("button", name="Answer").press("Enter")
    said(view, ": yes")


def test_two_reviewers_at_once(browser: Any, project: Path) -> None:
    with served(project, *CODER) as one, served(project, *NURSE) as other:
        bo, cy = desk(browser, one), desk(browser, other)
        assert "Bo Coder, Coding reviewer" in bo.locator("header").inner_text()

        entry = opened(bo, "A second unit")
        entry.get_by_role("button", name="Accept").press("Enter")
        said(bo, "1 statement accepted by Bo Coder")
        cy.wait_for_function(SAYS, arg="accepted: Bo Coder")

        entry = opened(cy, "XKZ is not introduced")
        entry.get_by_label("What is the author to do?").fill("Write it out.")
        entry.get_by_label("What is the author to do?").press("Enter")
        said(cy, "sent back follow_up of clinical-context")
        bo.wait_for_function(SAYS, arg="sent back by Cy Nurse, clinical-reviewer: Write it out.")

        entry = opened(bo, "XKZ is not introduced")
        entry.get_by_label("Why may it stay?").fill("The clinic says so.")
        entry.get_by_label("Who answers for it?").fill("Bo Coder")
        entry.get_by_label("Until which day?").fill("2099-01-31")
        entry.get_by_role("button", name="Waive").press("Enter")
        said(bo, "1 finding of unintroduced-abbreviation accepted until 2099-01-31")

        answer(bo, "own words")
        answer(cy, "case clinically sound")
        for view, meaning in ((bo, "Reviewed for coding accuracy."), (cy, "Reviewed as sound.")):
            view.get_by_label("What does your signature stand for?").fill(meaning)
            view.get_by_role("button", name="Sign as").press("Enter")
            said(view, "recorded, not signed: report/57511/signoff.yaml")
        assert violations(bo) == []

        cy.locator("#decided-summary").press("Enter")
        entry = opened(cy, "sent back by Cy Nurse")
        entry.get_by_role("button", name="Done").press("Enter")
        said(cy, "done with sent-back at follow_up of clinical-context")
        author = ("--role", "author", "--name", "Ann Writer", "--meaning", "Written and read.")
        assert run(project, "sign", "57511", *author).returncode == 0
        bo.get_by_role("button", name="Release version 1.0").press("Enter")
        said(bo, "released 57511 version 1.0")
        cy.wait_for_function("() => !document.querySelector('#release-part')")
        assert violations(bo) == []

    assert (project / "editions/57511/1.0/57511.pdf").read_bytes().startswith(b"%PDF")
    (publication,) = read_workspace(project, ["57511"]).publications
    assert [one.name for one in publication.accepted] == ["Bo Coder"]
    assert [one.comment for one in publication.decisions.sent_back] == ["Write it out."]
    assert {(one.by, one.question) for one in publication.decisions.answers} == {
        ("Bo Coder", "own-words"),
        ("Cy Nurse", "sound-case"),
    }
    assert [one.name for one in publication.signatures] == ["Bo Coder", "Cy Nurse", "Ann Writer"]
    assert "The clinic says so." in (project / "report/57511/waivers.yaml").read_text("utf-8")
    assert run(project, "check").returncode == 0


MOMENTS = (0.0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, None, None, None)
"""Seconds after the key that sends a decision; None for when the page says that it is written."""


HEAR = """() => { const told = document.querySelector('#told'); window.heard = [];
  new MutationObserver(() => window.heard.push(told.textContent))
    .observe(told, {childList: true, subtree: true, characterData: true}); }"""
"""Keeps all that the page says, as the loss of its server is said last."""


@pytest.mark.long
def test_a_desk_killed_at_ten_moments_keeps_what_its_page_said_is_written(
    browser: Any, project: Path
) -> None:
    told: set[str] = set()
    for moment in MOMENTS:
        with served(project, *CODER) as server:
            bo = desk(browser, server)
            bo.evaluate(HEAR)
            form = bo.locator('#questions form[data-kind="answer"]').first
            bo.locator("#questions summary").first.press("Enter")
            form.get_by_label("Yes").press("Space")
            question = form.get_attribute("data-case")
            form.get_by_role("button", name="Answer").press("Enter")
            if moment is None:
                said(bo, ": yes")
            time.sleep(moment or 0)
            server.process.kill()
            server.process.join()
            bo.wait_for_function("() => document.querySelector('#told').textContent.trim()")
            if any(": yes" in text for text in bo.evaluate("() => window.heard")):
                told.add(str(question))
            bo.context.close()
        (publication,) = read_workspace(project, ["57511"]).publications
        assert told <= {one.question for one in publication.decisions.answers}
    assert len(told) >= MOMENTS.count(None)
    assert run(project, "decide", "57511", "sources", "--answer", "yes", *CODER[2:]).returncode == 0
    assert not [
        path for path in project.rglob("*") if path.name.startswith((".reportkit-", ".writing-"))
    ]


@pytest.mark.long
def test_an_entry_is_one_stop_and_what_is_typed_in_it_survives_what_another_decides(
    browser: Any, project: Path
) -> None:
    with served(project, *CODER) as server:
        bo = desk(browser, server)
        for part in ("#findings", "#statements", "#questions"):
            entries = bo.locator(f"{part} > li").count()
            assert entries > 0
            assert bo.evaluate(TABBABLE, part) == entries
        entry = opened(bo, "XKZ is not introduced")
        typed = entry.get_by_label("What is the author to do?")
        typed.fill("Write it")
        no = ("--answer", "no", "--comment", "Not one.")
        decided = run(project, "decide", "57511", "sources", *no, *NURSE[2:])
        assert decided.returncode == 0
        bo.wait_for_function(SAYS, arg="answers no to")
        assert typed.input_value() == "Write it"
        assert bo.evaluate("document.activeElement.name") == "comment"
        assert violations(bo) == []
        for path in ("/", "/waiting"):
            bo.goto(server.address.partition("?")[0].rstrip("/") + path)
            assert violations(bo) == []
