"""A model's refusal in, problems out: pydantic's errors in the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportkit.findings.meant import closest, meant
from reportkit.findings.place import Route, Span, route_text
from reportkit.source.annotations import annotation_at, keys_allowed, members
from reportkit.source.emit import flow
from reportkit.source.problem import Problem
from reportkit.source.tree import Mapping, Node, Scalar, key_at, nearest, node_at
from reportkit.source.values import plain

_EXPECTED = {
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "is_instance_of": "a number",
    "greater_than_equal": "a number that is not below zero",
    "less_than_equal": "a share between 0 and 1, as 0.2 for 20 %",
    "string_type": "text",
    "date_text": "a date as YYYY-MM-DD",
    "date_type": "a date as YYYY-MM-DD",
    "address_text": "an address that starts with https://, http:// or mailto:",
    "moment_text": "a time with its zone, as 2026-01-31T09:30:00+00:00",
    "datetime_type": "a time with its zone, as 2026-01-31T09:30:00+00:00",
}


def shape_problems(
    error: ValidationError, model: type[BaseModel], root: Node, source: str
) -> Iterator[Problem]:
    """One problem for each thing the model refused, at the place it was written."""
    problems = [
        _problem(details, model, root, source)
        for details in error.errors(include_url=False, include_context=True)
    ]
    # A misspelt key is one fault, not an unknown key and a missing one.
    meant = {
        (*problem.route[:-1], problem.replacement)
        for problem in problems
        if problem.rule == "unknown-key" and problem.replacement
    }
    for problem in problems:
        if problem.rule != "missing-key" or problem.route not in meant:
            yield problem


def form_problem(model: type[BaseModel], root: Node) -> Problem | None:
    """What is wrong with a file of an earlier form than today's.

    The rest of it is not looked at, as it would be wrong throughout.
    """
    node = node_at(root, ("reportkit",))
    (today,) = get_args(model.model_fields["reportkit"].annotation)
    kind, _, number = today.rpartition("/")
    match = isinstance(node, Scalar) and re.fullmatch(rf"{re.escape(kind)}/(\d+)", node.text)
    if not isinstance(node, Scalar) or not match or int(match[1]) >= int(number):
        return None
    return Problem(
        "unknown-value",
        node.span,
        f"`{node.text}` is an earlier form of this file; today's is {today}",
        "`reportkit migrate` lifts the file to it",
        ("reportkit",),
    )


def _problem(details: ErrorDetails, model: type[BaseModel], root: Node, source: str) -> Problem:
    route: Route = details["loc"]
    match details["type"]:
        case "missing":
            return _missing(route, model, root)
        case "extra_forbidden":
            return _unknown_key(route, model, root)
        case "literal_error":
            return _not_of_list(route, details, root, source)
        case "string_type" if type(details["input"]).__name__ in {"int", "Decimal"}:
            return _number_for_text(route, root, source)
        case "string_too_long":
            return _too_long(route, details, root)
        case kind:
            return _wrong_type(route, _EXPECTED.get(kind, details["msg"].lower()), root)


def _missing(route: Route, model: type[BaseModel], root: Node) -> Problem:
    parent = nearest(root, route[:-1])
    anchor = key_at(root, route[:-1])
    start = anchor.span if anchor else Span(parent.span.start, parent.span.start + 1)
    allowed = [
        value
        for member in members(annotation_at(model, route))
        for value in get_args(member)
        if isinstance(value, str)
    ]
    hint = f"add `{route[-1]}:`" + (f" with one of {', '.join(allowed)}" if allowed else "")
    if route[:-1] == () and "input/" in _text_of(root, "reportkit"):
        hint += "; write `null` if it was not provided"
    return Problem("missing-key", start, f"`{route_text(route)}` is missing", hint, route)


def _text_of(root: Node, key: str) -> str:
    node = node_at(root, (key,))
    return node.text if isinstance(node, Scalar) else ""


def _unknown_key(route: Route, model: type[BaseModel], root: Node) -> Problem:
    key = key_at(root, route)
    parent = node_at(root, route[:-1])
    allowed = keys_allowed(model, route[:-1])
    there = parent.keys if isinstance(parent, Mapping) else {}
    free = [name for name in allowed if name not in there]
    close = closest(str(route[-1]), free, least=0.7)
    hint = f"did you mean `{close}`?" if close else f"allowed here: {', '.join(allowed)}"
    span = key.span if key else root.span
    place = f"in `{route_text(route[:-1])}`" if len(route) > 1 else "in this file"
    return Problem(
        "unknown-key",
        span,
        f"`{route[-1]}` is not a key known {place}",
        hint,
        route,
        replacement=close,
    )


def _not_of_list(route: Route, details: ErrorDetails, root: Node, source: str) -> Problem:
    """A value that is none of a list: a wrong word, or not a word at all."""
    allowed = re.findall(r"'([^']*)'", details.get("ctx", {}).get("expected", ""))
    node = node_at(root, route)
    if not isinstance(node, Scalar) or _is_empty(node):
        return _wrong_type(route, f"one of {', '.join(allowed)}", root)
    if not isinstance(details["input"], str) and node.text in allowed:
        return _number_for_text(route, root, source)
    return _unknown_value(route, node, allowed)


def _unknown_value(route: Route, node: Scalar, allowed: list[str]) -> Problem:
    written = _short(node.text)
    close = closest(node.text.lower(), allowed) or _begun(node.text, allowed)
    did = f"did you mean `{close}`? " if close else ""
    # The form of another version is no slip of the pen.
    right = None if route == ("reportkit",) else meant(node.text, allowed)
    likely = flow(close) if close and route != ("reportkit",) else None
    return Problem(
        "unknown-value",
        node.span,
        f"`{written}` is not a value of `{route_text(route)}`",
        f"{did}allowed: {', '.join(allowed)}",
        route,
        replacement=None if right is None else flow(right),
        likely=likely,
    )


def _begun(text: str, allowed: list[str]) -> str | None:
    """The one value that a text is the beginning of: `F`, of a sex."""
    begun = [value for value in allowed if text and value.startswith(text.lower())]
    return begun[0] if len(begun) == 1 else None


def _number_for_text(route: Route, root: Node, source: str) -> Problem:
    node = nearest(root, route)
    raw = source[node.span.start : node.span.end]
    return Problem(
        "number-for-text",
        node.span,
        f"`{route_text(route)}` is written as the number {raw}; codes are text",
        f'write "{raw}" in quotes',
        route,
        replacement=f'"{raw}"',
    )


def _wrong_type(route: Route, expected: str, root: Node) -> Problem:
    node = node_at(root, route)
    empty = isinstance(node, Scalar) and _is_empty(node)
    key = key_at(root, route)
    written = "is empty" if empty else f"is {_describe(node)}"
    span = nearest(root, route).span
    if key and (empty or not isinstance(node, Scalar)):
        span = key.span
    name = route_text(route) or "the file"
    hint = f"write {expected}"
    likely = None
    if empty and route and isinstance(route[-1], int):
        hint += ", or take the item out"
    elif expected == "a list" and isinstance(node, Scalar) and not empty:
        likely = _as_list(node.text)
        hint = f"{hint}: {likely}" if likely else "put a space behind each dash: `- item`"
    right = None if empty or not isinstance(node, Scalar) else _as_expected(node, expected)
    if expected == "text" and isinstance(node, Scalar) and not empty:
        hint = f'put it in quotes: "{node.text}"'
    elif "number" in expected and isinstance(node, Scalar) and node.style in ("single", "double"):
        written = f"is the text `{_short(node.text)}`"
        hint = "write the number without quotes"
    return Problem(
        "wrong-type",
        span,
        f"`{name}` {written}; expected {expected}",
        hint,
        route,
        replacement=right,
        likely=likely,
    )


def _as_list(text: str) -> str | None:
    """A text as a list of its parts; None for rows whose dashes are taken for words."""
    if re.match(r"-\S", text):
        return None
    return f"[{', '.join(flow(part.strip()) for part in text.split(',') if part.strip())}]"


_TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")


def _as_expected(node: Scalar, expected: str) -> str | None:
    """A value written as what is expected, where it says so already and only the form is wrong."""
    text = node.text.strip()
    if expected == "text":
        return flow(text)
    if "number" in expected and node.style in ("single", "double"):
        wanted = int if "whole" in expected else Decimal
        return text if type(plain(Scalar(text, "plain", node.span))) in {wanted, int} else None
    if expected == "true or false":
        return _TRUTHS.get(text.lower())
    return _date_meant(text) if "date" in expected else None


def _date_meant(text: str) -> str | None:
    """A day written in another order; None where the order could be another one still."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(*map(int, match.group(1, 3, 4)))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = map(int, match.group(1, 3, 4))
        days = {_day(year, first, second), _day(year, second, first)} - {None}
        return days.pop() if len(days) == 1 else None
    if match := _DAY_WITH_TIME.fullmatch(text):
        return _day(*map(int, match[1].split("-")))
    if match := _MONTH_NAMED.fullmatch(text):
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        return _day(int(match["year"]), month, int(match["first"] or match["second"]))
    return None


_DAY_WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMED = re.compile(
    r"(?:(?P<first>[0-9]{1,2})\.? )?(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?,? "
    r"(?(first)|(?P<second>[0-9]{1,2})(?:st|nd|rd|th)?,? )(?P<year>[0-9]{4})",
    re.IGNORECASE,
)


def _day(year: int, month: int, day: int) -> str | None:
    """A calendar day as files write it; None if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _too_long(route: Route, details: ErrorDetails, root: Node) -> Problem:
    length, most = len(details["input"]), details["ctx"]["max_length"]
    return Problem(
        "wrong-type",
        nearest(root, route).span,
        f"`{route_text(route)}` has {length:,} characters; {most:,} are the most",
        "take the rest out, or put it into other texts",
        route,
    )


def _is_empty(node: Scalar) -> bool:
    return node.style == "plain" and node.text in ("", "~", "null", "Null", "NULL")


def _describe(node: Node | None) -> str:
    match node:
        case Scalar(text=text):
            return f"`{_short(text)}`"
        case Mapping():
            return "a mapping"
        case _:
            return "a list"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:37] + "..."
