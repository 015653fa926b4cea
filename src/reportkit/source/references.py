"""Read the `{{ ... }}` of prose: values of the data, conditions on it, statements, house texts.

The grammar is Jinja's, restricted to a name, its attributes and a few filters, and to `holds(...)`;
nothing is ever run. The usual form is read here, as importing Jinja costs more than a whole check;
whatever else stands between braces is read by Jinja's own parser, which says what is wrong
with it. Offsets count characters of the prose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from reportkit.findings.place import Span
from reportkit.source.conditions import (
    Condition,
    NotAConditionError,
    condition_of,
    usual_condition,
)

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

ROOTS = ("input", "report")
FILTERS: dict[str, int] = {"money": 0, "round": 1, "percent": 1}
"""Filter name to the number of whole-number arguments it takes at most."""
_OPENING = re.compile(r"\{[{%#]|\{(?=[ ]*(?:input|report|say|text)\.[a-z])")
"""The last is a brace that lacks its other one: such words are nothing else in prose."""
_USUAL = re.compile(
    r"\{\{[ \t\n]*(?P<names>[a-z]+(?:\.[a-z][a-z0-9_]*)*)[ \t\n]*"
    r"(?P<filters>(?:\|[ \t\n]*[a-z]+(?:\([0-9]\))?[ \t\n]*)*)\}\}"
)
MOST_PLACES = 9
"""The largest of the filters' arguments: more places than any value of the data has."""
_FILTER = re.compile(r"([a-z]+)(?:\(([0-9]+)\))?")
_CITATION = re.compile(r"\[@([^\]\s]*)\]")


def read_references(text: str) -> tuple[Referring, ...]:
    """All references of a text, good and bad, in the order written."""
    if not _OPENING.search(text):
        return ()
    return tuple(_read_one(span, text) for span in _spans(text))


def read_citations(text: str) -> tuple[tuple[str, Span], ...]:
    """The source ids cited as `[@id]`, each with its span."""
    if "[@" not in text:
        return ()
    return tuple((match[1], Span(*match.span())) for match in _CITATION.finditer(text))


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by name with its arguments: `round(2)`."""

    name: str
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A value named by its way through the data: `{{ input.mpfs.work_rvu | round(2) }}`."""

    span: Span
    names: tuple[str, ...]
    filters: tuple[Filter, ...]

    @property
    def text(self) -> str:
        """The way as written: `input.mpfs.work_rvu`."""
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class BadReference:
    """Something between braces that is not a reference, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement that is written from the data: `{{ say.global_period }}`."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Quoting:
    """A text of the house that is printed here: `{{ text.consent }}`."""

    span: Span
    name: str


Referring = Reference | Condition | Saying | Quoting | BadReference
"""What can stand between braces."""
_NAMED: Final[Mapping[str, type[Saying | Quoting]]] = {"say": Saying, "text": Quoting}


class _NotAllowedError(Exception):
    pass


@cache
def _environment() -> Environment:
    from jinja2 import Environment

    return Environment(autoescape=True)


def _spans(text: str) -> list[Span]:
    spans = []
    position = 0
    while opening := _OPENING.search(text, position):
        closing = _CLOSING[opening[0]]
        end = text.find(closing, opening.end())
        end = len(text) if end == -1 else end + len(closing)
        spans.append(Span(opening.start(), end))
        position = end
    return spans


_CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}", "{": "}"}


def _read_one(span: Span, text: str) -> Referring:
    raw = text[span.start : span.end]
    return _usual(span, raw) or usual_condition(span, raw) or _any(span, raw)


def _usual(span: Span, raw: str) -> Reference | Saying | Quoting | None:
    """A reference in its usual form, or None for Jinja to read."""
    found = _USUAL.fullmatch(raw)
    if found is None:
        return None
    names = tuple(found["names"].split("."))
    if names[0] in _NAMED and len(names) == 2 and not found["filters"]:
        return _NAMED[names[0]](span, names[1])
    filters = tuple(
        Filter(name, (int(argument),) if argument else ())
        for name, argument in _FILTER.findall(found["filters"])
    )
    known = all(
        filter_.name in FILTERS and _takes(filter_.name, filter_.arguments) for filter_ in filters
    )
    return Reference(span, names, filters) if known and names[0] in ROOTS else None


def _takes(name: str, arguments: tuple[int, ...]) -> bool:
    return len(arguments) <= FILTERS[name] and all(
        0 <= argument <= MOST_PLACES for argument in arguments
    )


def _any(span: Span, raw: str) -> Referring:
    from jinja2 import TemplateSyntaxError, nodes

    fault = _fault_of_braces(raw)
    if fault is not None:
        return BadReference(span, fault)
    try:
        match _expression(raw):
            case nodes.Call(node=nodes.Name(name="holds")) as call:
                return condition_of(span, call)
            case nodes.Getattr(node=nodes.Name(name="say" | "text" as root), attr=name):
                return _NAMED[root](span, name)
            case expression:
                return Reference(span, *_walk(expression))
    except TemplateSyntaxError:
        return BadReference(span, "the reference cannot be read: names are joined by dots")
    except RecursionError:
        return BadReference(span, "the reference has too many brackets within brackets")
    except ValueError:
        return BadReference(span, "the reference has a number of too many digits")
    except (_NotAllowedError, NotAConditionError) as error:
        return BadReference(span, str(error))


def _fault_of_braces(raw: str) -> str | None:
    if raw[1:2] not in "{%#":
        return "a reference has two braces on each side"
    if not raw.startswith("{{"):
        return f"`{raw[:2]}` is not allowed in prose"
    return None if raw.endswith("}}") else "the reference is not closed with `}}`"


def _expression(raw: str) -> nodes.Node:
    from jinja2 import nodes

    body = _environment().parse(raw).body
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise _NotAllowedError("a reference names one value")
    return output.nodes[0]


def _walk(node: nodes.Node) -> tuple[tuple[str, ...], tuple[Filter, ...]]:
    from jinja2 import nodes

    match node:
        case nodes.Filter(node=inner) if inner is not None:
            names, filters = _walk(inner)
            return names, (*filters, _filter(node))
        case nodes.Getattr(node=inner, attr=attribute):
            names, filters = _walk(inner)
            if filters:
                raise _NotAllowedError("filters come last in a reference")
            return (*names, attribute), ()
        case nodes.Name(name=name) if name in ROOTS:
            return (name,), ()
        case nodes.Name(name=name):
            raise _NotAllowedError(f"`{name}` is not known; a reference starts with `input.`")
        case nodes.TemplateData() | nodes.Const():
            raise _NotAllowedError("a reference names a value of the input, not a fixed text")
        case _:
            raise _NotAllowedError("only names, attributes and filters are allowed in a reference")


def _filter(node: nodes.Filter) -> Filter:
    from jinja2 import nodes

    values = [arg.value for arg in node.args if isinstance(arg, nodes.Const)]
    plain = len(values) == len(node.args) and all(type(value) is int for value in values)
    if node.name not in FILTERS:
        raise _NotAllowedError(f"filter `{node.name}` is not known; known: {', '.join(FILTERS)}")
    if plain and any(value > MOST_PLACES for value in values):
        raise _NotAllowedError(f"filter `{node.name}` gives at most {MOST_PLACES} places")
    if not plain or not _takes(node.name, tuple(values)) or node.kwargs:
        raise _NotAllowedError(f"filter `{node.name}` does not take these arguments")
    return Filter(node.name, tuple(values))
