"""The changes that can be made in the code, and the text of a file as each leaves it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
COMPARISONS = (
    *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
    *("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt"),
    *("Lt_GtE", "GtE_Lt", "Gt_LtE", "LtE_Gt"),
)
"""What is made of a comparison: its negation, or the other side of its boundary."""


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
        return f"{change.path}:{change.line}: {change.operator}: {line}"


_OTHER = {"in": " not in", "not in": " in"}


class NegateIn(Operator):  # type: ignore[misc]
    """`in` made `not in` and back, which cosmic-ray leaves as they are."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Where a comparison asks for a member."""
        for index in self._places(node):
            yield node.children[index].start_pos, node.children[index].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """The comparison with one of its questions turned round."""
        place = self._places(node)[index]
        word = " ".join(node.children[place].get_code().split())
        node.children[place] = get_ast(_OTHER[word])
        return node

    @classmethod
    def examples(cls) -> Sequence[object]:
        """None: cosmic-ray's own tests of operators do not know this one."""
        return ()

    def _places(self, node: Any) -> list[int]:
        if node.type != "comparison":
            return []
        words = [" ".join(child.get_code().split()) for child in node.children]
        return [index for index, word in enumerate(words) if index % 2 and word in _OTHER]


@cache
def operators() -> dict[str, Operator]:
    """Every operator that changes code here, by its name."""
    found = {name.removeprefix("core/"): get_operator(name) for name in operator_names()}
    kept = {
        name: operator()
        for name, operator in found.items()
        if not operator.arguments() and _is_usual(name)
    }
    return {**kept, "NegateIn": NegateIn()}


def _is_usual(name: str) -> bool:
    kind, _, comparison = name.partition("_")
    return kind != "ReplaceComparisonOperator" or comparison in COMPARISONS


def changes(path: Path) -> Iterator[Change]:
    """Every change that an operator can make in a file."""
    nodes = list(ast_nodes(get_ast(source_of(path))))
    for name, operator in operators().items():
        positions = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, (line, _) in enumerate(positions):
            yield Change(path, name, occurrence, line)


def mutant_of(change: Change) -> Mutant | None:
    """The file after a change; None if it does what it did before, or is not Python any more."""
    source = source_of(change.path)
    text = mutate_code(source, operators()[change.operator], change.occurrence)
    try:
        changed = behaviour(text) != behaviour(source)
    except SyntaxError:
        return None
    return Mutant(change, text) if changed else None


@cache
def source_of(path: Path) -> str:
    """The text of a file as it stands in the repository."""
    return (ROOT / path).read_text("utf-8")


def behaviour(source: str) -> str:
    """What of a source text decides what it does: not its types, caches and assertions."""
    return ast.dump(_Bare().visit(ast.parse(source)))


class _Bare(ast.NodeTransformer):
    """Takes away what could be otherwise and no caller would see it."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        # Which of them are named in a call is for mypy to hold.
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults = [*node.defaults, *filter(None, node.kw_defaults)]
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        node.decorator_list = [
            decorator
            for decorator in node.decorator_list
            if not re.match(r"cache$|lru_cache\b", ast.unparse(decorator))
        ]
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        guards = ("frozen", "slots", "strict")
        node.keywords = [keyword for keyword in node.keywords if keyword.arg not in guards]
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        flags = all(re.match(r"re\.[A-Z]+$", ast.unparse(part)) for part in (node.left, node.right))
        if flags and isinstance(node.op, ast.Add | ast.BitXor):
            node.op = ast.BitOr()
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if "TYPE_CHECKING" in ast.dump(node.test):
            return None
        return self.generic_visit(node)


@dataclass(frozen=True, slots=True)
class Functions:
    """A source text taken apart into its functions and what stands outside of them."""

    outside: str
    inside: dict[str, str]
    """The body of each function by its name, with that of its class before it."""

    def changed_in(self, other: Functions) -> frozenset[str] | None:
        """The functions that are another way in another text; None if more is than functions."""
        if self.outside != other.outside:
            return None
        return frozenset(name for name, body in self.inside.items() if other.inside[name] != body)


def functions_of(source: str) -> Functions:
    """A source text taken apart."""
    taken = _Taken({}, [])
    tree = taken.visit(ast.parse(source))
    return Functions(ast.dump(tree), taken.bodies)


@dataclass
class _Taken(ast.NodeTransformer):
    """Takes the bodies of functions out of a module and of its classes."""

    bodies: dict[str, str]
    classes: list[str]

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.classes.append(node.name)
        node.body = [self.visit(part) for part in node.body]
        self.classes.pop()
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        name = ".".join((*self.classes, node.name))
        self.bodies[name] = "\n".join(map(ast.dump, node.body))
        node.body = []
        return node
