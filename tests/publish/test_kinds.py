"""Publications of nine kinds of code and language: each conforms, is well set, and fits a phone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from pdf_checks import complaints
from pdf_layout import layout_faults
from small_project import ROOT, copy_project, edit, run
from web_pages import violations, width_of

BASE = ROOT / "tests" / "judgement" / "base"
FAMILIES = ("64721", "73562", "83036", "97112", "99214", "J1885")
"""An operation, an image with parts, a laboratory test, therapy by time, a visit, a drug."""
KINDS = (*FAMILIES, "spanish", "on A4", "small")


def publication(kind: str, folder: Path) -> Path:
    """The folder of the artefacts of a publication, built as a draft."""
    if kind in FAMILIES:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        code = kind
    else:
        code = "57511"
        copy_project(folder)
    settings = folder / "report/project.yaml"
    if kind == "spanish":
        edit(settings, "language: en", "language: es")
    if kind == "on A4":
        edit(settings, "paper: letter", "paper: a4")
    outcome = run(folder, "build", "--draft", code)
    assert outcome.stderr == ""
    return folder / "build" / code


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_a_publication_conforms_and_fits(browser: Any, tmp_path: Path, kind: str) -> None:
    made = publication(kind, tmp_path)
    pdf = made.joinpath(f"{made.name}.pdf").read_bytes()
    assert (complaints(pdf), layout_faults(pdf)) == ([], [])
    view = browser.new_page(viewport={"width": 320, "height": 640})
    view.goto(made.joinpath(f"{made.name}.html").as_uri())
    assert (violations(view), width_of(view)) == ([], 320)
