"""Offer codes, rules, sources and section files of the project, as a shell completes what is typed.

A shell asks anew at every press of a key: nothing here reads YAML or imports a rule.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportkit.cannot_run import CannotRun
from reportkit.workspace.select import all_codes, find_root


def codes(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of the project's publications."""
    root = _root(context)
    return _beginning(all_codes(root) if root else (), incomplete)


def rules(_context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of the rules; of the last one where several stand with commas."""
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{name}") for name in _rules() if name.startswith(last)]


def kinds(_context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of files: sections by their ids, and the others."""
    from reportkit.model.files import MODELS

    return _beginning(MODELS, incomplete)


def sources(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of the sources that the reports list: of the named ones, or of all."""
    root = _root(context)
    named = context.params.get("codes") or ()
    texts = (_report_text(root, code) for code in (named or all_codes(root))) if root else ()
    return _beginning({name for text in texts for name in _SOURCE_ID.findall(text)}, incomplete)


def topics(_context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What `reportkit help` has a page on: topics, terms, commands and rules."""
    from reportkit.cli import COMMANDS
    from reportkit.cli.topics import ORDER, names_of, terms

    words = (name for term in terms() for name in names_of(term))
    return _beginning({*ORDER, *words, *COMMANDS, *_rules()}, incomplete)


_SOURCE_ID = re.compile(r"^\s*-?\s*\{?\s*id:\s*[\"']?([\w.-]+)", re.MULTILINE)
"""An id in a list, as report.yaml writes its sources; nothing else of it has one."""


def _report_text(root: Path, code: str) -> str:
    """The sources of a report as written; nothing where it cannot be read."""
    try:
        text = (root / "report" / code / "report.yaml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return text.partition("\nsources:")[2]


def _rules() -> list[str]:
    """The names of the rules, which are those of their files."""
    from reportkit import rules as package

    modules = pkgutil.iter_modules(package.__path__)
    return sorted(module.name.replace("_", "-") for module in modules)


def files(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The files of sections and of publications, as paths from here; else any file."""
    return _beginning(_files(_root(context)), incomplete) or _any_file(incomplete)


def codes_and_files(
    context: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The codes of the project's publications and its files; else any file."""
    root = _root(context)
    known = [*(all_codes(root) if root else ()), *_files(root)]
    return _beginning(known, incomplete) or _any_file(incomplete)


def _files(root: Path | None) -> list[str]:
    here = Path.cwd()
    return [
        path.relative_to(here).as_posix()
        for part in ("sections", "report")
        if root
        for path in (root / part).glob("*/*.yaml")
        if path.is_relative_to(here)
    ]


def _any_file(incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="file")]


def _root(context: click.Context) -> Path | None:
    """The project folder that the command line names, or the one here; None if there is none."""
    try:
        return find_root((context.params.get("project") or Path.cwd()).resolve())
    except CannotRun:
        return None


def _beginning(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(names) if name.startswith(incomplete)]
