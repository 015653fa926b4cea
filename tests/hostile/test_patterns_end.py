"""No pattern of rules and reading takes a text apart in more than bounded time."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType

import pytest

import reportkit
from reportkit.reading.wording import Wording

SEARCHED = ("reading", "rules", "check", "model", "source", "workspace")
"""Not the readers of old reports, which run under a limit of time."""
LONG = 400
"""Characters of a repeated text. A text of a file has fifty times as many at most, for which a
pattern that is quadratic takes 2,500 times as long: half a minute."""
LIMIT_S = 0.01
UNITS = """
a A 1 1, 1. $1 - ( ) [ [@ ] * _ ` < <a & {{ {{a | ; . , ' " / 25 57511 http:// a@ N87.1 not
modifier
"""
PHRASES = ("a ", "A. ", "Dr. ", "1 ", "- ", "{{ ", ", ", ". ", "modifier 25, ", "57511 ", "not ",
           "and ", "of the ", "is paid ", "per unit ", "Medicare ")  # fmt: skip
TEXTS = tuple(
    (unit * LONG)[:LONG] + "!"
    for unit in (*UNITS.split(), " ", "\n", " \n", "\t", "\xa0", "\u0301", "\u5b57", *PHRASES)
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of those packages holds, by where it is."""
    for package in SEARCHED:
        top = importlib.import_module(f"{reportkit.__name__}.{package}")
        names = [info.name for info in pkgutil.walk_packages(top.__path__, f"{top.__name__}.")]
        for module in map(importlib.import_module, [top.__name__, *names]):
            yield from _of(module)


def _of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(module).items():
        where = f"{module.__name__}.{name}"
        for number, pattern in enumerate(_within(value)):
            yield f"{where}[{number}]", pattern


def _within(value: object) -> Iterator[re.Pattern[str]]:
    match value:
        case re.Pattern(pattern=str()):
            yield value
        case Wording():
            yield value.compiled
        case dict():
            for inner in value.values():
                yield from _within(inner)
        case tuple() | list():
            for inner in value:
                yield from _within(inner)


FOUND = {pattern.pattern + str(pattern.flags): (where, pattern) for where, pattern in patterns()}
BY_PACKAGE = sorted({where.split(".")[1] for where, _ in FOUND.values()})


@pytest.mark.parametrize("package", BY_PACKAGE)
def test_a_pattern_ends_on_what_repeats(package: str) -> None:
    inside = [found for found in FOUND.values() if found[0].split(".")[1] == package]
    slow = [
        f"{where} on {text[:12]!r}"
        for where, pattern in inside
        for text in TEXTS
        if all(_seconds(pattern, text) > LIMIT_S for _ in range(3))
    ]
    assert slow == []


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begun


def test_the_patterns_are_found() -> None:
    assert len(FOUND) > 300
