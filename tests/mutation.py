"""Change the code of rules one place at a time, and list the changes that no test notices.

`python tests/mutation.py` takes a sample of src/reportkit/rules and check, `--sample 0` all of
them, and a path only what is below it. The repository is not touched.

One process has loaded all that is needed and collected the tests. Each mutant is judged in a fork
of it, in which its code takes the place of the code it was made from. What is done as modules
are loaded cannot be changed so; such a mutant has a process of its own, in a copy.

They come in the order of chance, so that a run which is interrupted (Ctrl-C) has judged a
sample, too, and says its score.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mutants import ROOT, Mutant, changes, functions_of, mutant_of, source_of

FIRST = cProfile.Profile(subcalls=False, builtins=False)
"""Sees what is called as modules are loaded and tests collected."""
with FIRST:
    import preloaded
    from forked_tests import Called, ForkedTests, Verdict, called, grouped, put_functions, put_rule

MUTATED = ("src/reportkit/rules", "src/reportkit/check")
TESTS = ("tests/check", "tests/grounds", "tests/rules")
LONG = (
    "tests/check/test_characters.py",
    "tests/check/test_fingerprints.py",
    "tests/check/test_planted_on_kinds.py",
    "tests/grounds/test_ledger.py",
)
"""Tests of whole reports and of commands, which last longer than all others together."""
BESIDE = {
    "house_waivers": "tests/cli/test_house_waivers.py",
    "rule_code": "tests/cli/test_house_rules.py",
    "touched": "tests/cli/test_impact.py",
    "typed_figures": "tests/assemble/test_prose.py",
}
"""Files of check/ to tests that judge what they are for, and are asked of them alone."""
ASKED = (*TESTS, *(f"--ignore={path}" for path in LONG))
NOT_COPIED = ("build", "node_modules", ".*")
SAMPLE = 300
TIMEOUT_S = 900


def main(arguments: Sequence[str]) -> int:
    """Judge mutants; print the survivors and the score."""
    options = _options(arguments)
    every = [change for path in _files(options.paths) for change in changes(path)]
    random.Random(options.seed).shuffle(every)  # noqa: S311
    chosen = islice(filter(None, map(mutant_of, every)), options.sample or None)
    mutants = list(chosen)
    preloaded.run_in_forks()
    with TemporaryDirectory() as folder:
        mutation = Mutation(mutants, Path(folder))
        FIRST.enable()
        pytest.main(
            [
                *("-o", "addopts=", "-m", "not long", "-s", "--assert=plain"),
                *("-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:xdist"),
                *(f"--basetemp={folder}/tests", *_asked(mutants)),
            ],
            plugins=[mutation],
        )
    verdicts = mutation.verdicts
    noticed = verdicts["killed"] + verdicts["timed out"]
    print(
        f"{noticed} of {verdicts.total()} changes noticed, of {len(every)} there are: "
        f"{dict(verdicts)}"
    )
    return 0 if verdicts.total() == len(mutants) else 1


class Mutation:
    """Asks the collected tests of each mutant, where pytest would run them once."""

    def __init__(self, mutants: Sequence[Mutant], folder: Path) -> None:
        self.mutants = mutants
        self.folder = folder
        self.verdicts: Counter[Verdict] = Counter()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge the mutants, and have pytest run nothing."""
        FIRST.disable()
        tests = grouped(session.items)
        for mutant in self.mutants:
            verdict = self.judge(mutant, tests)
            self.verdicts[verdict] += 1
            if verdict != "killed":
                print(f"{verdict}: {mutant}", flush=True)
        return True

    def judge(self, mutant: Mutant, tests: ForkedTests) -> Verdict:
        """Whether tests notice a mutant: of a rule its own tests alone, else all that call it."""
        path, text = mutant.change.path, mutant.text
        if _is_rule(mutant):
            rule = path.stem.replace("_", "-")
            return tests.verdict([rule], partial(put_rule, path, text))
        names = functions_of(source_of(path)).changed_in(functions_of(text))
        changed = {(str(path), name) for name in names or ()}
        if names is None or changed & self.called_first:
            return self.judge_apart(mutant)
        beside = {Path(file).name: stem for stem, file in BESIDE.items()}
        asked = [
            group
            for group in tests.groups
            if (
                beside[group] == path.stem
                if group in beside
                else tests.as_it_is(group).called & changed
            )
        ]
        return tests.verdict(asked, partial(put_functions, path, text, names))

    @cached_property
    def called_first(self) -> Called:
        """What is called before the first test runs."""
        return called(FIRST)

    def judge_apart(self, mutant: Mutant) -> Verdict:
        """The verdict of a process of its own, in a copy of the repository."""
        target = self.copy / mutant.change.path
        target.write_text(mutant.text, "utf-8")
        try:
            return self._run_apart()
        finally:
            target.write_text(source_of(mutant.change.path), "utf-8")

    @cached_property
    def copy(self) -> Path:
        """The copy, in which the tests have to pass."""
        copy = self.folder / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
        return copy

    def _run_apart(self) -> Verdict:
        command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *ASKED]
        paths = os.pathsep.join((str(self.copy / "src"), str(self.copy / "tests")))
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            outcome = subprocess.run(
                command,
                cwd=self.copy,
                env=environment,
                capture_output=True,
                check=False,
                timeout=TIMEOUT_S,
            )
        except subprocess.TimeoutExpired:
            return "timed out"
        return "survived" if outcome.returncode == 0 else "killed"


def _asked(mutants: Iterable[Mutant]) -> tuple[str, ...]:
    """What pytest is to collect."""
    stems = dict.fromkeys(mutant.change.path.stem for mutant in mutants)
    return (*ASKED, *(BESIDE[stem] for stem in stems if stem in BESIDE))


def _is_rule(mutant: Mutant) -> bool:
    path = mutant.change.path
    return path.parent.name == "rules" and path.stem != "__init__"


def _files(paths: Iterable[str]) -> list[Path]:
    return [
        file.relative_to(ROOT)
        for path in paths
        for file in ([ROOT / path] if path.endswith(".py") else sorted((ROOT / path).rglob("*.py")))
    ]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=MUTATED)
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many mutants; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sample")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
