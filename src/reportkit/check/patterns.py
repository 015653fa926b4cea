"""Match the patterns of waivers and scopes in time that pattern times text bounds.

A backtracking engine would try forty stars in every way there is. Here all ways are followed
at once, a character at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache


@lru_cache(maxsize=4096)
def fits_file(glob: str, path: str) -> bool:
    """True if a glob names a path: `*` and `?` stay within a folder, `**` does not."""
    *_, whole = _matches(_file_steps(glob.removeprefix("./")), path)
    return whole


@lru_cache(maxsize=4096)
def leads_to(pattern: str, route: str) -> bool:
    """True if a route is at or below a pattern: `notes[*]` is any note, `*` any key."""
    ends = _matches(_route_steps(pattern), route)
    return any(
        matched and route[end : end + 1] in ("", ".", "[") for end, matched in enumerate(ends)
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A character of a text that a pattern takes, or any number of them."""

    takes: Callable[[str], bool]
    repeats: bool = False
    jumps: tuple[int, ...] = ()
    """How many steps further one may go on without a character."""


def _matches(steps: tuple[_Step, ...], text: str) -> Iterator[bool]:
    """For each length of a start of the text, from none to all, whether it matches as a whole."""
    states = _reached(steps, {0})
    yield len(steps) in states
    for character in text:
        after: set[int] = set()
        for index in states:
            if index < len(steps) and steps[index].takes(character):
                after.add(index if steps[index].repeats else index + 1)
        states = _reached(steps, after)
        yield len(steps) in states


def _reached(steps: tuple[_Step, ...], states: set[int]) -> set[int]:
    """The states, with those that are reached from them without a character."""
    reached: set[int] = set()
    waiting = list(states)
    while waiting:
        index = waiting.pop()
        if index in reached:
            continue
        reached.add(index)
        if index < len(steps):
            waiting += [index + jump for jump in steps[index].jumps]
    return reached


@lru_cache(maxsize=256)
def _file_steps(glob: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    for part in re.split(r"(\*\*/|\*\*|\*|\?)", glob):
        match part:
            case "**/":
                steps += [_Step(_none, jumps=(1, 3)), _any_number(_any), _literal("/")]
            case "**":
                steps.append(_any_number(_any))
            case "*":
                steps.append(_any_number(_within_folder))
            case "?":
                steps.append(_Step(_within_folder))
            case _:
                steps += map(_literal, part)
    return tuple(steps)


@lru_cache(maxsize=256)
def _route_steps(pattern: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    for part in re.split(r"(\[\*\]|\*)", pattern):
        match part:
            case "[*]":
                digits = (_Step(str.isdecimal), _any_number(str.isdecimal))
                steps += [_literal("["), *digits, _literal("]")]
            case "*":
                steps += [_Step(_within_key), _any_number(_within_key)]
            case _:
                steps += map(_literal, part)
    return tuple(steps)


def _literal(character: str) -> _Step:
    return _Step(character.__eq__)


def _any_number(takes: Callable[[str], bool]) -> _Step:
    return _Step(takes, repeats=True, jumps=(1,))


def _none(_: str) -> bool:
    return False


def _any(_: str) -> bool:
    return True


def _within_folder(character: str) -> bool:
    return character != "/"


def _within_key(character: str) -> bool:
    return character not in ".["
