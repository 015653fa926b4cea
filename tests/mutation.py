"""Change the code of rules one place at a time, and list the changes that no test notices.

`python tests/mutation.py` takes a sample of src/reportkit/rules and check, `--sample 0` all of
them, and a path only what is below it. Works on a copy: the repository is not touched.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from small_project import ROOT

MUTATED = ("src/reportkit/rules", "src/reportkit/check")
NOT_COPIED = ("build", "node_modules", ".*")
EQUIVALENT = ("_Is_Eq", "_IsNot_NotEq", "_Eq_Is", "_NotEq_IsNot")
"""Ends of the names of operators that put identity for equality of the same values, or back."""
SAMPLE = 100
TIMEOUT_S = 300
Verdict = Literal["killed", "timed out", "survived", "unjudged"]


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the code, and what to do to it."""

    path: Path
    """From the root of the repository."""
    operator: str
    occurrence: int
    line: int


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file of the code as a change leaves it."""

    change: Change
    text: str

    def __str__(self) -> str:
        change = self.change
        line = self.text.splitlines()[change.line - 1].strip()
        return f"{change.path}:{change.line}: {change.operator.removeprefix('core/')}: {line}"


def main(arguments: Sequence[str]) -> int:
    """Run the tests on mutants; print the survivors and the score."""
    options = _options(arguments)
    every = [change for path in _files(options.paths) for change in changes(path)]
    random.Random(options.seed).shuffle(every)  # noqa: S311
    chosen = islice(filter(None, map(mutant_of, every)), options.sample or None)
    verdicts: Counter[Verdict] = Counter()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
        for mutant in chosen:
            verdict = judge(mutant, copy)
            verdicts[verdict] += 1
            if verdict != "killed":
                print(f"{verdict}: {mutant}", flush=True)
    print(f"{dict(verdicts)}, of {len(every)} places")
    return 1 if verdicts["unjudged"] else 0


def changes(path: Path) -> Iterator[Change]:
    """Every change that an operator can make in a file."""
    nodes = list(ast_nodes(get_ast((ROOT / path).read_text("utf-8"))))
    for name in operator_names():
        if name.endswith(EQUIVALENT) or get_operator(name).arguments():
            continue
        operator = get_operator(name)()
        positions = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, (line, _) in enumerate(positions):
            yield Change(path, name, occurrence, line)


def mutant_of(change: Change) -> Mutant | None:
    """The file after a change; None if it does what it did before."""
    source = (ROOT / change.path).read_text("utf-8")
    text = mutate_code(source, get_operator(change.operator)(), change.occurrence)
    return Mutant(change, text) if behaviour(text) != behaviour(source) else None


def judge(mutant: Mutant, copy: Path) -> Verdict:
    """Whether tests fail on a mutant; unjudged if they fail without it."""
    tests = tests_of(mutant.change.path)
    if not passes(tests, copy):
        return "unjudged"
    target = copy / mutant.change.path
    source = target.read_text("utf-8")
    target.write_text(mutant.text, "utf-8")
    try:
        return _run(tests, copy)
    finally:
        target.write_text(source, "utf-8")


def tests_of(path: Path) -> tuple[str, ...]:
    """What pytest is given for a file: a rule is judged by its own tests alone."""
    if path.parent.name == "rules" and path.stem != "__init__":
        return ("tests/rules", "-k", path.stem.replace("_", "-"))
    return ("tests/rules", "tests/grounds", "tests/check")


@cache
def passes(tests: tuple[str, ...], copy: Path) -> bool:
    """Whether tests pass on the code as it is."""
    return _run(tests, copy) == "survived"


def _run(tests: tuple[str, ...], copy: Path) -> Verdict:
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests]
    paths = os.pathsep.join((str(copy / "src"), str(copy / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        outcome = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, check=False, timeout=TIMEOUT_S
        )
    except subprocess.TimeoutExpired:
        return "timed out"
    return "survived" if outcome.returncode == 0 else "killed"


def behaviour(source: str) -> str:
    """What of a source text decides what it does: not its types, caches and assertions."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    return ast.dump(_Bare().visit(tree))


class _Bare(ast.NodeTransformer):
    """Takes away what could be otherwise and no caller would see it."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        node.decorator_list = [
            decorator
            for decorator in node.decorator_list
            if not (isinstance(decorator, ast.Name) and decorator.id == "cache")
        ]
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        guards = ("frozen", "slots", "strict")
        node.keywords = [keyword for keyword in node.keywords if keyword.arg not in guards]
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if "TYPE_CHECKING" in ast.dump(node.test):
            return None
        return self.generic_visit(node)


def _files(paths: Sequence[str]) -> list[Path]:
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
