"""Publisher in, the files of a new project out, and the small project that shows a whole one."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from reportkit.source import emit

SETTINGS = "report/project.yaml"
IGNORED = ".gitignore"
EXAMPLE_CODE = "99211"
"""The code that the report of the example is of."""


def new_project(publisher: str) -> dict[str, str]:
    """Path to text of what every project begins with: settings, and what others read."""
    settings = {
        "reportkit": "project/1",
        "publisher": {"name": publisher},
        "licences": {"cpt": None},
        "paper": "letter",
        "language": "en",
    }
    return {
        SETTINGS: f"{_ABOUT}{emit.document(settings)}",
        "README.md": _text("project", "README.md"),
        IGNORED: _text("project", "gitignore"),
        ".editorconfig": _text("project", "editorconfig"),
        ".github/workflows/reports.yml": _text("project", "reports.yml"),
    }


def example_project() -> dict[str, str]:
    """Path to text of a new project with one whole publication, made up to show the form."""
    return {
        **new_project("Example Press"),
        **dict(_below(files(__package__) / "example", "")),
    }


def _below(folder: Traversable, path: str) -> list[tuple[str, str]]:
    """Every file below a folder, by its path from there."""
    below: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            below += _below(entry, f"{path}{entry.name}/")
        else:
            below.append((f"{path}{entry.name}", entry.read_text("utf-8")))
    return below


def _text(folder: str, name: str) -> str:
    return (files(__package__) / folder / name).read_text("utf-8")


_ABOUT = """\
# Settings that hold for every report of this folder.
# `reportkit schema` tells an editor what each key means, and docs/files/ of reportkit tells you.
"""
