"""The collected tests of a run of pytest, any of them run in forks in which code is another."""

from __future__ import annotations

import cProfile
import gc
import os
import re
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, cached_property
from importlib import import_module
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType, ModuleType
from typing import Literal

import pytest

from mutants import ROOT
from reportkit.rules import all_rules
from sabotage import rule_of

Verdict = Literal["killed", "timed out", "survived"]
Called = frozenset[tuple[str, str]]
"""Functions by their file, from the root of the repository, and their name."""
_BELOW = re.compile(
    r"reportkit\.(?:files|findings|inputs|model|source|workspace|reading)\b(?!\.text$)|(?!reportkit|cases)"
)
"""Modules that look at nothing in rules/ and check/; a reading of a text keeps what rules say."""
LEAST_S = 10
"""Of one core, for tests that last a moment; others have ten times what they take."""
MOST_BYTES = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Run:
    """How tests went with the code as it is: the seconds they took, the functions they called."""

    seconds: float
    called: Called


@dataclass
class ForkedTests:
    """Tests by group: those of one rule, or of one file."""

    groups: dict[str, list[pytest.Item]]
    known: dict[str, Run] = field(default_factory=dict)

    def as_it_is(self, group: str) -> Run:
        """What a group does with the code as it is; it has to pass.

        It is run in this process, so that forks find done what is done once, and is forgotten.
        """
        if group not in self.known:
            started, profile = process_time(), cProfile.Profile(subcalls=False, builtins=False)
            if not profile.runcall(passes, self.groups[group]):
                raise SystemExit(f"{group}: tests fail on the code as it is")
            self.known[group] = Run(process_time() - started, called(profile))
            self.forget()
        return self.known[group]

    def verdict(self, groups: Iterable[str], change: Callable[[], None]) -> Verdict:
        """What becomes of a change: the quick groups are asked first."""
        runs = sorted((self.as_it_is(group).seconds, group) for group in groups)
        items = [item for _, group in runs for item in self.groups[group]]

        def unnoticed() -> bool:
            change()
            return passes(items)

        return in_fork(unnoticed, LEAST_S + 10 * sum(seconds for seconds, _ in runs))

    def forget(self) -> None:
        """Let nothing be remembered that the code which is changed had a part in."""
        for remembering in self.caches:
            remembering.cache_clear()
        for rule in all_rules():
            vars(rule).pop("page", None)

    @cached_property
    def caches(self) -> list[_lru_cache_wrapper[object]]:
        """What remembers results, but in the layers below that code."""
        return [
            found
            for found in gc.get_objects()
            if isinstance(found, _lru_cache_wrapper) and not _BELOW.match(found.__module__)
        ]


def grouped(items: Iterable[pytest.Item]) -> ForkedTests:
    """Collected tests by the rule they are of, and else by their file."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        group = None
        if isinstance(item, pytest.Function) and item.path.parent.name == "rules":
            group = rule_of(item)
        groups.setdefault(group or item.path.name, []).append(item)
    return ForkedTests(groups)


def passes(items: list[pytest.Item]) -> bool:
    """Run tests until one fails."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        before = item.session.testsfailed
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if item.session.testsfailed > before:
            return False
    return True


def in_fork(work: Callable[[], bool], seconds: float) -> Verdict:
    """Whether work is done well in a process that ends with it, or with its seconds."""
    child = os.fork()
    if child == 0:
        done = False
        try:
            _confine(seconds)
            done = work()
        finally:
            os._exit(0 if done else 1)
    match os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        case 0:
            return "survived"
        case code if code == -signal.SIGXCPU:
            return "timed out"
        case _:
            return "killed"


def called(profile: cProfile.Profile) -> Called:
    """The functions of the repository that a profile has seen."""
    codes = (entry.code for entry in profile.getstats() if isinstance(entry.code, CodeType))
    return frozenset(
        (str(Path(code.co_filename).relative_to(ROOT)), code.co_qualname.split(".<locals>")[0])
        for code in codes
        if code.co_filename.startswith(f"{ROOT}/") and not code.co_qualname.startswith("<")
    )


def put_rule(path: Path, text: str) -> None:
    """Run the text of a rule's file anew; whoever holds the rule holds what it is now."""
    module = _module(path)
    before = vars(module)[path.stem]
    exec(compile(text, str(ROOT / path), "exec"), vars(module))  # noqa: S102
    now = dict(vars(vars(module)[path.stem]))
    vars(before).clear()
    vars(before).update(now)


def put_functions(path: Path, text: str, names: frozenset[str]) -> None:
    """Give functions the code they have in another text; whoever holds one holds it so."""
    codes = {code.co_qualname: code for code in _codes(compile(text, str(ROOT / path), "exec"))}
    module = _module(path)
    for function in gc.get_objects():
        if (
            type(function) is FunctionType
            and function.__module__ == module.__name__
            and function.__code__.co_qualname in names
        ):
            function.__code__ = codes[function.__code__.co_qualname]


def _module(path: Path) -> ModuleType:
    name = ".".join(path.relative_to("src").with_suffix("").parts)
    return import_module(name.removesuffix(".__init__"))


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of all functions in a piece of code, and of methods."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _confine(seconds: float) -> None:
    """Let this process print nothing, and end it when it takes too much."""
    silent = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(silent, number)
    limit = int(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
