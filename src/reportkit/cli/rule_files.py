"""Read the rules in Python that a project names, and turn them into what a publication carries."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from reportkit.cannot_run import CannotRun
from reportkit.check.rule_code import without_wording
from reportkit.files.project_files import FileRefused, ProjectFiles


def rule_text(files: ProjectFiles, path: str) -> str:
    """The text of a file of rules; raises CannotRun if it is none."""
    if not _RULE_FILE.fullmatch(path):
        raise CannotRun(
            f"{path} is not a file report/rules/*.py of this project",
            "correct `python_rules` in report/project.yaml",
        )
    try:
        content = files.content(path)
        if content is None:
            raise CannotRun(f"{path} is not there", "write it, or take it out of `python_rules`")
        return content.decode("utf-8")
    except FileRefused as refused:
        raise CannotRun(f"{path} cannot be read: {refused.message}", refused.hint) from refused
    except UnicodeDecodeError as fault:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from fault


def published_code(source: str) -> str:
    """Python source as a publication carries it: without docstrings and comments.

    Raises SyntaxError or ValueError for a text that is no Python.
    """
    return f"{ast.unparse(without_wording(source))}\n"


def carried_rules(files: ProjectFiles, named: Iterable[str]) -> dict[str, str]:
    """Path to published code of each named file; what cannot be read as rules is left out."""
    carried = {}
    for path in named:
        try:
            carried[path] = published_code(rule_text(files, path))
        except (CannotRun, SyntaxError, ValueError):
            continue
    return carried


_RULE_FILE = re.compile(r"report/rules/[^/\\]+\.py")
