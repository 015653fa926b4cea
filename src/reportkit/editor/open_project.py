"""Hold the texts that an editor has open over the files of a project, and judge them."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.model.files import file_at, place_of, text_name
from reportkit.model.sections import AUTHORED
from reportkit.source.file import decode
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import Workspace, workspace_of

Judge = Callable[[Workspace], Findings]
"""What `reportkit check` says of publications."""


@dataclass(slots=True)
class OpenProject:
    """A project with the texts of its files that are open, which may not be saved yet."""

    root: Path
    judge: Judge
    texts: dict[str, str] = field(default_factory=dict)
    """Path of each open file to its text."""
    _workspaces: dict[str, Workspace] = field(default_factory=dict)
    _findings: dict[str, Findings] = field(default_factory=dict)
    _rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    _standing: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    """Names of the house texts that are open to the publication that stands for all."""

    def put(self, path: str, text: str) -> None:
        """Take a text for that of a file, whatever is on the disk."""
        self.texts[path] = text
        self.forget(path)

    def drop(self, path: str) -> None:
        """Take the file on the disk again."""
        self.texts.pop(path, None)
        self.forget(path)

    def forget(self, path: str) -> None:
        """Read anew what a file that has changed is part of: its publication, or all of them."""
        changed = self.codes_of(path)
        self._standing.clear()
        for code in changed or (*self._workspaces,):
            self._workspaces.pop(code, None)
            self._findings.pop(code, None)

    def codes_of(self, path: str) -> tuple[str, ...]:
        """The code of the publication a file is of; nothing for a file of the whole project."""
        named = file_at(path)
        return (named[1],) if named and named[1] else ()

    def open_codes(self) -> tuple[str, ...]:
        """The publications of which a file is open.

        Where only files of the whole project are, the first publication stands for all: of those
        that name a house text which is open, if one is.
        """
        codes = {code for path in self.texts for code in self.codes_of(path)}
        return tuple(sorted(codes)) or self._standing_for_all()

    def code_for(self, key: str) -> str | None:
        """The open publication in which a file of the whole project is looked at."""
        codes = self.open_codes()
        holding = (code for code in codes if key in self.publication(code).files)
        return next(holding, None) or next(iter(codes), None)

    def _standing_for_all(self) -> tuple[str, ...]:
        keys = [file[0] for path in self.texts if (file := file_at(path))]
        names = tuple(name for key in keys if (name := text_name(key)) is not None)
        if names not in self._standing:
            every = all_codes(self.root)
            naming = (code for code in every if self._names(code, names))
            self._standing[names] = next(naming, *every[:1]) if every else None
        code = self._standing[names]
        return () if code is None else (code,)

    def _names(self, code: str, names: tuple[str, ...]) -> bool:
        """Whether the sections of a publication seem to name one of some house texts."""
        words = [f"text.{name}".encode() for name in names]
        contents = (_content(self.root, place_of(section, code)) for section in AUTHORED)
        return any(word in content for content in contents for word in words)

    def workspace(self, code: str) -> Workspace:
        """A publication as the editor shows it."""
        if code not in self._workspaces:
            self._workspaces[code] = workspace_of(self.files(), [code])
        return self._workspaces[code]

    def publication(self, code: str) -> Publication:
        """A publication as the editor shows it."""
        return self.workspace(code).publications[0]

    def findings(self, code: str) -> Findings:
        """What a check finds in a publication as the editor shows it."""
        if code not in self._findings:
            self._findings[code] = self.judge(self.workspace(code))
            self._rules[code] = self._findings[code].rules
        return self._findings[code]

    def rules(self, code: str) -> tuple[Rule, ...]:
        """The rules that a publication was last checked by: they seldom change as one types."""
        return self._rules.get(code) or self.findings(code).rules

    def files(self, texts: Mapping[str, str] | None = None) -> FolderFiles:
        """The files of the project as they would be if all open texts, and these, were saved."""
        files = FolderFiles(self.root)
        return files.changed(dict(_contents(files, {**self.texts, **(texts or {})})))


def _content(root: Path, path: str) -> bytes:
    """The bytes of a file on the disk; none where it cannot be read."""
    try:
        return FolderFiles(root).content(path) or b""
    except FileRefused:
        return b""


def _contents(files: FolderFiles, texts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The bytes that texts would be saved as, of those that differ from the disk.

    Editors keep the byte order mark of a file and do not show it. Bytes that are not UTF-8 are
    shown as replaced, and are on the disk until somebody writes there.
    """
    for path, text in texts.items():
        try:
            saved = files.content(path)
        except FileRefused:
            saved = None
        if saved is None or decode(path, saved)[0].text != text:
            mark = codecs.BOM_UTF8 if saved and saved.startswith(codecs.BOM_UTF8) else b""
            yield path, mark + text.encode(errors="replace")
