"""Follow which files an editor has open, and tell it what is found in them as they change."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lsprotocol.types import (
    Diagnostic,
    MessageType,
    PublishDiagnosticsParams,
    ShowMessageParams,
)
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from reportkit.cannot_run import CannotRun
from reportkit.editor.diagnostics import diagnostics, each_once
from reportkit.editor.fresh_schemas import renew_schemas
from reportkit.editor.lines import Lines
from reportkit.editor.open_project import Judge, OpenProject
from reportkit.files.project_files import FileRefused
from reportkit.model.files import file_at
from reportkit.source.file import decode
from reportkit.workspace.select import find_root

PAUSE: Final = 0.05
"""Seconds without a change after which a publication is checked."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a project that an editor asks about."""

    project: OpenProject
    path: str
    """From the project folder."""
    key: str
    code: str
    """Of the publication it is looked at in: its own, or the first that is open."""


class Session:
    """What one editor has open, and what it was told."""

    def __init__(self, server: LanguageServer, judge: Judge) -> None:
        """`server` is the way to the editor."""
        self._server = server
        self._judge = judge
        self._projects: dict[Path, OpenProject] = {}
        self._addresses: dict[tuple[Path, str], str] = {}
        self._told: dict[tuple[Path, str], dict[str, list[Diagnostic]]] = {}
        self._waiting: dict[tuple[Path, str], asyncio.TimerHandle] = {}
        self._stopped = ""

    def take(self, address: str, text: str) -> None:
        """Take the text of a file that is open, or has changed there."""
        place = self._place(address)
        if place is not None:
            project, path = place
            self._addresses[project.root, path] = address
            project.put(path, text)
            self._check_soon(project, path)

    def leave(self, address: str) -> None:
        """Take the file on the disk again, which the editor has closed."""
        place = self._place(address)
        if place is None:
            return
        project, path = place
        project.drop(path)
        self._check_soon(project, path)
        for root, code in [*self._told]:
            if root == project.root and (not project.texts or code not in project.open_codes()):
                self._tell(project, code, {})
        self._addresses.pop((project.root, path), None)

    def look_again(self, address: str) -> None:
        """Read a file anew that something else than the editor may have changed."""
        place = self._place(address)
        if place is not None:
            place[0].forget(place[1])
            self._check_soon(*place)

    def renew(self, address: str) -> None:
        """Take note that a file was saved: what other tools of the editor read follows it."""
        place = self._place(address)
        if place is None:
            return
        project, path = place
        try:
            for code in project.codes_of(path) or project.open_codes():
                renew_schemas(project, code)
        except CannotRun as stop:
            self._stop(f"{stop.message}; {stop.hint}")

    def document(self, address: str) -> Document | None:
        """The file of an address; None for what is no file of a project that has a model."""
        place = self._place(address)
        named = file_at(place[1]) if place else None
        if place is None or named is None:
            return None
        project, path = place
        key, code = named
        looked_at = code or project.code_for(key)
        return None if looked_at is None else Document(project, path, key, looked_at)

    def lines_of(self, project: OpenProject) -> Callable[[str], Lines]:
        """A reader of the texts of a project by their paths, as the editor shows them."""
        files, codec = project.files(), self._server.workspace.position_codec

        @cache
        def lines(path: str) -> Lines:
            try:
                content = files.content(path) or b""
            except FileRefused:
                content = b""
            return Lines(decode(path, content)[0].text, codec)

        return lines

    def address_of(self, project: OpenProject) -> Callable[[str], str]:
        """The addresses of a project's files by their paths, as the editor writes them."""
        return lambda path: self._addresses.get(
            (project.root, path), from_fs_path(str(project.root / path)) or path
        )

    def _place(self, address: str) -> tuple[OpenProject, str] | None:
        """The project and the path of an address; None for what lies in no project."""
        file = to_fs_path(address)
        if file is None:
            return None
        try:
            whole = Path(os.path.realpath(file))
            root = find_root(whole.parent)
        except (CannotRun, ValueError):  # ValueError: a zero byte, or half a character
            return None
        project = self._projects.setdefault(root, OpenProject(root, self._judge))
        return project, whole.relative_to(root).as_posix()

    def _check_soon(self, project: OpenProject, path: str) -> None:
        """Check what a file is part of, once nothing has changed for a moment."""
        loop = asyncio.get_running_loop()
        for code in project.codes_of(path) or project.open_codes():
            waiting = self._waiting.pop((project.root, code), None)
            if waiting is not None:
                waiting.cancel()
            self._waiting[project.root, code] = loop.call_later(PAUSE, self._check, project, code)

    def _check(self, project: OpenProject, code: str) -> None:
        self._waiting.pop((project.root, code), None)
        if not project.texts or code not in project.open_codes():
            return
        try:
            findings = project.findings(code)
        except CannotRun as stop:
            self._stop(f"{stop.message}; {stop.hint}")
            return
        self._stopped = ""
        shown = diagnostics(findings, self.lines_of(project), self.address_of(project))
        if not any(project.codes_of(path) == (code,) for path in project.texts):
            # It stands for all publications, of which none is open: what is its own is not asked.
            shown = {path: told for path, told in shown.items() if not project.codes_of(path)}
        self._tell(project, code, shown)

    def _stop(self, reason: str) -> None:
        """Say why nothing can be checked, and not again at every letter."""
        if reason != self._stopped:
            self._stopped = reason
            self._server.window_show_message(ShowMessageParams(MessageType.Error, reason))

    def _tell(self, project: OpenProject, code: str, shown: dict[str, list[Diagnostic]]) -> None:
        """Show what was found in a publication, and take back what is no longer found."""
        before = self._told.pop((project.root, code), {})
        if shown:
            self._told[project.root, code] = shown
        for path in {**before, **shown}:
            if path in project.texts or before.get(path, []) != shown.get(path, []):
                address = self.address_of(project)(path)
                told = each_once(self._all_told(project, path))
                self._server.text_document_publish_diagnostics(
                    PublishDiagnosticsParams(address, told, self._version(address))
                )

    def _all_told(self, project: OpenProject, path: str) -> Iterator[Diagnostic]:
        """What is found in a file, whichever publication it was found in."""
        for (root, _), shown in self._told.items():
            if root == project.root:
                yield from shown.get(path, ())

    def _version(self, address: str) -> int | None:
        opened = self._server.workspace.text_documents.get(address)
        return opened.version if opened else None
