"""Offer codes, rules and section files of the project, as a shell completes what is typed.

A shell asks anew at every press of a key: nothing here reads a file or imports a rule.
"""

from __future__ import annotations

import pkgutil
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
    """The names of the rules, which are those of their files."""
    from reportkit import rules as package

    modules = pkgutil.iter_modules(package.__path__)
    return _beginning((module.name.replace("_", "-") for module in modules), incomplete)


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
    return [path.relative_to(here).as_posix()
            for part in ("sections", "report") if root
            for path in (root / part).glob("*/*.yaml") if path.is_relative_to(here)]  # fmt: skip


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
