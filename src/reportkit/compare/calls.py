"""Turn a comparison of two editions into the version that the changes call for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from reportkit.compare.comparison import Change, Comparison, FieldChange
from reportkit.findings.place import Route, route_text
from reportkit.model.datasets import KINDS
from reportkit.model.decisive import DECISIVE, RESTRICTING
from reportkit.model.editions import ChangeKind
from reportkit.model.version import Number
from reportkit.reading.shift import shift

GRAVITY: Final[tuple[ChangeKind, ...]] = get_args(ChangeKind)
"""From the least to the gravest."""


@dataclass(frozen=True, slots=True)
class Call:
    """The gravest kind of change between two editions, and where it is found."""

    kind: ChangeKind
    places: tuple[str, ...]
    """`mpfs.global_days of input: 010, now 090`, in the order of the files."""


def call_of(comparison: Comparison) -> Call | None:
    """The gravest of what readers see changed; None if they see nothing.

    Both editions are best compared in their published form: notes to editors call for nothing.
    """
    judged = [judgement for change in comparison.changes for judgement in _judged(change)]
    if not judged:
        return None
    gravest = max((kind for kind, _ in judged), key=GRAVITY.index)
    places = dict.fromkeys(place for kind, place in judged if kind == gravest)
    return Call(gravest, tuple(places))


def least_version(before: Number, call: Call | None) -> Number:
    """The lowest version that may follow `before`."""
    match call.kind if call else None:
        case "advice-withdrawn" | "indicator":
            return Number(before.first + 1, 0, 0)
        case "amount" | "addition":
            return Number(before.first, before.second + 1, 0)
        case _:
            return Number(before.first, before.second, before.third + 1)


_CONTROL: Final = frozenset(
    {
        "reportkit",
        "id",
        "version",
        "status",
        "published",
        "effective",
        "data_as_of",
        "next_review",
        "input_sha256",
        "revisions",
    }
)
"""Keys of report.yaml that every new edition changes."""

_SHORT: Final = 24
"""Characters of values that are shown in one line."""

Judgement = tuple[ChangeKind, str]


def _judged(change: Change) -> Iterator[Judgement]:
    if _is_control(change):
        return
    if change.moved is not None:
        yield "wording", _place(change.key, change.route)
    for field in change.fields:
        kind = _kind(change.key, field)
        yield kind, _place(change.key, field.route) + _values(field)


def _is_control(change: Change) -> bool:
    """True for what is no content of the publication, but is kept about it."""
    first = change.route[0] if change.route else None
    match change.key:
        case "report":
            return first in _CONTROL
        case "input":
            return first not in KINDS
        case _:
            return first == "reportkit"


def _kind(key: str, field: FieldChange) -> ChangeKind:
    stays = bool(field.old and field.new)
    if _path(field.route) in DECISIVE.get(key, ()):
        restricts = key == "input" and field.route[0] in RESTRICTING and not field.old
        return "indicator" if stays or restricts else _of_list(field)
    match key:
        case "input":
            return _of_text(field) if stays else "amount"
        case "report" | "project":
            return "wording"
        case _:
            return _of_text(field) if stays else _of_list(field)


def _of_list(field: FieldChange) -> ChangeKind:
    """What became of a row or a value that stands only in one edition."""
    return "addition" if field.new else "advice-withdrawn"


def _of_text(field: FieldChange) -> ChangeKind:
    shifted = shift(field.old, field.new)
    return "advice-withdrawn" if shifted == "reversal" else shifted


def _path(route: Route) -> str:
    return ".".join(part for part in route if isinstance(part, str))


def _place(key: str, route: Route) -> str:
    where = route_text(route)
    return f"{where} of {key}" if where else key


def _values(field: FieldChange) -> str:
    """Both values where they are short."""
    if max(len(field.old), len(field.new)) > _SHORT:
        return "" if field.new else ", which is gone"
    return f": {field.old or 'nothing'}, now {field.new or 'nothing'}"
