"""Turn rules into hashes of what they do: of their code, without the wording that nobody runs."""

from __future__ import annotations

import ast
import hashlib
import inspect
import sys
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from reportkit.check.rule import Rule


def rule_hashes(rules: Iterable[Rule]) -> dict[str, str]:
    """Name of each rule to a hash of its settings and of the code of its module.

    The rules a project declares in its settings are not among them: they are data that a
    publication carries.
    """
    return {
        rule.name: _short(_of_rule(rule)) for rule in rules if rule.origin != "project settings"
    }


def rules_digest(rules: Iterable[Rule]) -> str:
    """SHA-256 over what a set of rules does, those of the project's settings among them."""
    every = tuple(rules)
    said = [f"{name}\0{digest}" for name, digest in rule_hashes(every).items()]
    said += [
        f"{rule.name}\0{rule.severity}\0{rule.docstring}"
        for rule in every
        if rule.origin == "project settings"
    ]
    return _hash("\n".join(sorted(said)))


def without_wording(source: str) -> ast.Module:
    """The tree of Python source without docstrings and comments.

    Raises SyntaxError or ValueError for a text that is no Python.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            statements = getattr(node, name, None)
            if isinstance(statements, list) and any(map(_is_wording, statements)):
                kept = [statement for statement in statements if not _is_wording(statement)]
                setattr(node, name, kept or [ast.Pass()])
    return tree


@cache
def code_hash(source: str) -> str:
    """SHA-256 of what Python source does: of its tree, the same in every release of Python."""
    return _hash(repr(_canonical(ast.parse(source))))


def _of_rule(rule: Rule) -> str:
    settings = (
        rule.name,
        rule.severity,
        rule.topic,
        rule.waivable,
        rule.origin,
        type(rule.check).__name__,
    )
    return f"{settings!r}{_code_of(rule)}"


def _code_of(rule: Rule) -> str:
    if rule.source is not None:
        return code_hash(rule.source)
    module = sys.modules.get(getattr(rule.check.run, "__module__", ""))
    return _of_module(module) if module is not None else ""


@cache
def _of_module(module: ModuleType) -> str:
    try:
        return code_hash(inspect.getsource(module))
    except (OSError, TypeError):
        return ""  # a module without source is of a package, which is named with its version


def _is_wording(node: object) -> bool:
    """True for a text that stands by itself as a statement, such as a docstring."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _canonical(node: object) -> object:
    """A tree as nested tuples, without wording and without what is empty in some releases."""
    match node:
        case ast.AST():
            fields = ((name, getattr(node, name, None)) for name in node._fields)
            return type(node).__name__, *(
                (name, _canonical(value))
                for name, value in fields
                if value is not None and value != []
            )
        case list():
            return [_canonical(item) for item in node if not _is_wording(item)]
        case _:
            return node


def _short(text: str) -> str:
    return _hash(text)[:16]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
