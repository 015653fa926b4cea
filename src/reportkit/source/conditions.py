"""Read `holds(...)`: comparisons of the data with fixed values, all of which have to be true.

The usual form is read here, as importing Jinja costs more than a whole check; any other by Jinja's
own parser. Both give the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reportkit.findings.place import Span

if TYPE_CHECKING:
    from jinja2 import nodes

Operator = Literal["==", "!=", "<", "<=", ">", ">=", "in", "not in"]
Constant = str | int | Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the data: `input.mpfs.global_days`."""

    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The way as written."""
        return ".".join(self.names)


Operand = Way | Constant | tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands and what has to be true of them."""

    left: Operand
    operator: Operator
    right: Operand

    @property
    def ways(self) -> tuple[Way, ...]:
        """The operands that are taken from the data."""
        return tuple(side for side in (self.left, self.right) if isinstance(side, Way))

    @property
    def text(self) -> str:
        """The comparison as an author would write it."""
        return f"{operand_text(self.left)} {self.operator} {operand_text(self.right)}"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a sentence is bound to: `{{ holds(input.mpfs.global_days == "010") }}`."""

    span: Span
    comparisons: tuple[Comparison, ...]


class NotAConditionError(Exception):
    """What stands between the brackets is no condition; says why."""


def operand_text(operand: object) -> str:
    """A value as conditions write it: text in quotes, `none`, a list in brackets."""
    match operand:
        case Way():
            return operand.text
        case None:
            return "none"
        case bool():
            return str(operand).lower()
        case str():
            return f'"{operand}"'
        case tuple():
            return f"[{', '.join(map(operand_text, operand))}]"
        case _:
            return str(operand)


def condition_text(condition: str) -> str:
    """A condition that stands by itself, as prose would be held to it."""
    return f"{{{{ holds({condition}) }}}}"


def usual_condition(span: Span, raw: str) -> Condition | None:
    """A condition in its usual form, or None for Jinja to read."""
    if _USUAL.fullmatch(raw) is None:
        return None
    comparisons = tuple(
        Comparison(_operand(match["left"]), _operator(match["operator"]), _operand(match["right"]))
        for match in _COMPARISON.finditer(raw)
    )
    return Condition(span, comparisons) if all(one.ways for one in comparisons) else None


def condition_of(span: Span, call: nodes.Call) -> Condition:
    """The condition of a call of `holds` as Jinja has parsed it; raises NotAConditionError."""
    if len(call.args) != 1 or call.kwargs or call.dyn_args or call.dyn_kwargs:
        raise NotAConditionError("`holds` takes one condition")
    return Condition(span, tuple(_comparisons(call.args[0])))


_WAY = r"(?:input|report)(?:\.[a-z][a-z0-9_]*)+"
_FIXED = r"\"[^\"\\{}\n]*\"|'[^'\\{}\n]*'|[0-9]{1,15}(?:\.[0-9]{1,9})?|none|true|false"
_LIST = rf"\[\s*(?:{_FIXED})(?:\s*,\s*(?:{_FIXED}))*\s*\]"
_OPERAND = rf"(?:{_WAY}|{_FIXED}|{_LIST})"
_OPERATOR = r"==|!=|<=|>=|<|>|\bnot in\b|\bin\b"
_COMPARISON = re.compile(
    rf"(?P<left>{_OPERAND})\s*(?P<operator>{_OPERATOR})\s*(?P<right>{_OPERAND})(?![\w.])"
)
_ONE = rf"{_OPERAND}\s*(?:{_OPERATOR})\s*{_OPERAND}(?![\w.])"
_USUAL = re.compile(rf"\{{\{{\s*holds\(\s*{_ONE}(?:\s+and\s+{_ONE})*\s*\)\s*\}}\}}")
_OPERATORS: dict[str, Operator] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}
"""Jinja's name of an operator to the way it is written."""


def _operator(text: str) -> Operator:
    (operator,) = (known for known in _OPERATORS.values() if known == text)
    return operator


def _operand(text: str) -> Operand:
    if text[0] == "[":
        return tuple(_fixed_text(item) for item in re.findall(_FIXED, text))
    if not text.startswith(("input.", "report.")):
        return _fixed_text(text)
    return Way(tuple(text.split(".")))


def _fixed_text(text: str) -> Constant:
    if text[0] in "\"'":
        return text[1:-1]
    if text[0].isdigit():
        return Decimal(text) if "." in text else int(text)
    return {"none": None, "true": True, "false": False}[text]


def _comparisons(node: nodes.Node) -> Iterator[Comparison]:
    from jinja2 import nodes

    match node:
        case nodes.And(left=one, right=other):
            yield from _comparisons(one)
            yield from _comparisons(other)
        case nodes.Compare(expr=first, ops=operands):
            left = _side(first)
            for operand in operands:
                right = _side(operand.expr)
                yield _compared(left, _OPERATORS[operand.op], right)
                left = right
        case _:
            raise NotAConditionError(
                "a condition compares values with ==, !=, <, <=, >, >= or in, joined by and"
            )


def _compared(left: Operand, operator: Operator, right: Operand) -> Comparison:
    comparison = Comparison(left, operator, right)
    if not comparison.ways:
        raise NotAConditionError(f"`{comparison.text}` compares nothing of the data")
    return comparison


def _side(node: nodes.Node) -> Operand:
    from jinja2 import nodes

    match node:
        case nodes.List(items=items) | nodes.Tuple(items=items):
            return tuple(_fixed(item, "a list in a condition holds") for item in items)
        case nodes.Getattr() | nodes.Name():
            return Way(_names(node))
        case _:
            return _fixed(node, "a condition is about values of the data,")


def _fixed(node: nodes.Node, what: str) -> Constant:
    from jinja2 import nodes

    match node:
        case nodes.Const(value=value) | nodes.TemplateData(data=value):
            return _constant(value)
        case nodes.Neg(node=nodes.Const(value=int() | float() as value)):
            return _constant(-value)
    raise NotAConditionError(f"{what} fixed texts and numbers")


def _constant(value: object) -> Constant:
    if isinstance(value, float):
        if math.isinf(value):
            raise NotAConditionError("a number of a condition is too large")
        return Decimal(str(value))
    if value is None or isinstance(value, str | int):
        return value
    raise NotAConditionError(f"`{value}` is neither a text nor a number")


def _names(node: nodes.Node) -> tuple[str, ...]:
    from jinja2 import nodes

    match node:
        case nodes.Getattr(node=inner, attr=attribute):
            return (*_names(inner), attribute)
        case nodes.Name(name="input" | "report" as root):
            return (root,)
        case nodes.Name(name=name):
            raise NotAConditionError(f"`{name}` is not known; a value starts with `input.`")
        case _:
            raise NotAConditionError("a value is named by its way: `input.mpfs.global_days`")
