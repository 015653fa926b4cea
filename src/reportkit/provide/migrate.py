"""Lift the files of a publication to today's forms, and declare missing what they leave open."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportkit.model.absence import undeclared
from reportkit.model.base import given
from reportkit.model.input import ProvidedInput
from reportkit.model.report import Report
from reportkit.model.sections import AUTHORED
from reportkit.provide.declare import declaration
from reportkit.provide.forms import STEPS, Step, lifted, todays_number
from reportkit.provide.renew import with_hash_of
from reportkit.source.file import SourceFile, decode
from reportkit.source.load import load
from reportkit.source.rewrite import RewriteRefused, replace_keys


@dataclass(frozen=True, slots=True)
class Migration:
    """What becomes of the files of a publication, by key."""

    contents: Mapping[str, bytes]
    """Of the files that change."""
    declared: tuple[str, ...]
    """The kinds of data that the input now names as missing."""
    refused: Mapping[str, str]
    """Why a file stays as it is."""


def migrated(files: Mapping[str, SourceFile], steps: Sequence[Step] = STEPS) -> Migration:
    """Lift the files of a publication, given by key; comments and layout stay.

    The report's hash of the input is written anew where it was that of the input before: null
    with a named gap says what an absent key said.
    """
    texts = {key: file.text for key, file in files.items()}
    refused: dict[str, str] = {}
    for key, text in texts.items():
        try:
            texts[key] = lifted(text, key, todays_number(key), steps)
        except RewriteRefused as reason:
            refused[key] = str(reason)
    declared: tuple[str, ...] = ()
    if texts.keys() >= {"report", "input"}:
        try:
            texts["input"], declared = _declared(texts["input"], texts["report"])
        except RewriteRefused as reason:
            refused.setdefault("input", str(reason))
        before, after = files["input"].content, _content(files["input"], texts["input"])
        texts["report"] = with_hash_of(texts["report"], before, after)
    contents = {
        key: _content(files[key], text) for key, text in texts.items() if text != files[key].text
    }
    return Migration(contents, declared, refused)


def _declared(text: str, report_text: str) -> tuple[str, tuple[str, ...]]:
    """An input with every kind of data declared, and those that were not.

    Raises RewriteRefused if there are such and a value of the input is at fault.
    """
    loaded = load(decode("", text.encode())[0], ProvidedInput)
    absent = undeclared(loaded.sound) if loaded.sound else ()
    if not absent:
        return text, ()
    if loaded.model is None:
        raise RewriteRefused("a value in it is not what it should be; `reportkit check` shows it")
    report = load(decode("", report_text.encode())[0], Report).sound
    listed = given(report, "sections", tuple(AUTHORED))
    keys = declaration(loaded.model, listed)
    return replace_keys(text, keys, tuple(ProvidedInput.model_fields)), absent


def _content(file: SourceFile, text: str) -> bytes:
    """A text as bytes, behind a byte order mark if the file has one."""
    mark = codecs.BOM_UTF8 if file.content.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()
