"""Make a publication of a project folder, and examine it, without a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from reportkit import pipeline
from reportkit.cli.examine import examine
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.suspect import Suspect
from reportkit.publish.evidence import Evidence
from reportkit.render.theme import load_theme
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace

M = TypeVar("M")
DAY = date(2026, 11, 23)


def make_html(
    folder: Path, trust: Trust = "untrusted", purpose: pipeline.Purpose = "edition"
) -> str:
    """The web page of 57511."""
    return _make(folder, trust, purpose, pipeline.set_html)


def make_pdf(folder: Path, trust: Trust = "untrusted") -> bytes:
    """The PDF of 57511."""
    return _make(folder, trust, "edition", pipeline.set_pdf)


def judged(content: bytes | str, rules: Trust = "untrusted", theme: Trust = "untrusted") -> str:
    """The verdict on a file and its reasons, a line each."""
    found = told(content, rules, theme)
    return "\n".join((found["verdict"], *found["reasons"]))


def told(content: bytes | str, rules: Trust = "untrusted", theme: Trust = "untrusted") -> Any:
    """All that is told of a file."""
    body = content.encode() if isinstance(content, str) else content
    return examine(Suspect(body, rules, theme))


def _make(
    folder: Path,
    trust: Trust,
    purpose: pipeline.Purpose,
    setter: Callable[[Publication, pipeline.Job, Evidence], M],
) -> M:
    workspace = read_workspace(folder, ["57511"])
    rules = rule_set(workspace, trust)
    job = pipeline.Job(rules.rules, load_theme(workspace.files), "error", purpose, DAY,
                       rule_files=rules.files, packages=rules.packages)  # fmt: skip
    publication = workspace.publications[0]
    return setter(publication, job, pipeline.gather_evidence(publication, workspace, job))
