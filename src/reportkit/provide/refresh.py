"""Put provided datasets into the text of an input.yaml, and say what changed.

What people entered stays: comments, other keys, other settings of the same dataset. The
record of a gap goes when its dataset arrives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from reportkit.model.absence import gap
from reportkit.model.codes import CODE_PATTERNS, CodeSystem
from reportkit.model.datasets import DATASETS, KINDS
from reportkit.model.input import Provenance, ProvidedInput
from reportkit.model.paths import Steps
from reportkit.model.rows import fields_of
from reportkit.provide.derived import latest
from reportkit.provide.merge import merged
from reportkit.source import emit
from reportkit.source.rewrite import RewriteRefused, as_read, read_mapping, replace_keys, same
from reportkit.source.values import plain


def refresh_input(
    text: str | None,
    code: CodeRef,
    provided: Sequence[Dataset],
    day: date,
    unwritten: Sequence[str] = (),
) -> Refreshed:
    """Put datasets into an input.yaml; without a text, write one with every key.

    `day` is the day of the import, the `since` of new gaps; `unwritten` are the sections
    that a new text records as missing. Raises RewriteRefused if the
    text is not YAML as this program reads it, or is the input of another code.
    """
    if text is None:
        begun = _skeleton(code, day, unwritten)
        written = _refreshed(begun, {**plain(read_mapping(begun)), "as_of": None}, provided, day)
        changes = tuple(change for change in written.changes if change.path in KINDS)
        return replace(written, changes=changes, before={})
    old = plain(read_mapping(text))
    if old.get("code") != code.code:
        raise RewriteRefused(f"the file is the input of code {old.get('code')}, not {code.code}")
    _refuse_misshapen(old, provided)
    return _refreshed(text, old, provided, day)


def _refuse_misshapen(old: Mapping[str, Any], provided: Sequence[Dataset]) -> None:
    """Of an input that data is put into, what is renewed with it has its form; of one that is
    only vouched for, all of it.
    """
    try:
        ProvidedInput.model_validate(old)
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False, include_context=False, include_input=False):
            if not provided or error["loc"][0] in _RENEWED:
                route = ".".join(map(str, error["loc"]))
                raise RewriteRefused(f"`{route}` has not its form") from None


def _refreshed(
    text: str, old: Mapping[str, Any], provided: Sequence[Dataset], day: date
) -> Refreshed:
    brought = _values(old, provided, day)
    new = {**old, **as_read(brought.values)}
    changes = tuple(_changes(old, new))
    written = replace_keys(text, brought.values, _KEYS)
    return Refreshed(written, changes, old, new, brought.left_out)


def code_ref(code: str) -> CodeRef | None:
    """A code with its system; None for a code of neither CPT nor HCPCS, as CDT's D codes."""
    for system in ("CPT", "HCPCS"):
        if CODE_PATTERNS[system].fullmatch(code):
            return CodeRef(code, "CPT" if system == "CPT" else "HCPCS")
    return None


@dataclass(frozen=True, slots=True)
class CodeRef:
    """A code and the system it belongs to."""

    code: str
    code_system: CodeSystem


@dataclass(frozen=True, slots=True)
class Dataset:
    """A value for one key of the input, and where it comes from."""

    name: str
    value: BaseModel | str | tuple[BaseModel | str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs: plain data, None where there is none."""

    path: str
    """`mpfs.work_rvu`, `ncci[practitioner].pairs[57511 57452 null].indicator`."""
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The text to write and what is new in it."""

    text: str
    changes: tuple[Change, ...]
    before: Mapping[str, Any]
    """The data of the text before, empty where there was none."""
    after: Mapping[str, Any]
    left_out: tuple[str, ...] = ()
    """Older releases of datasets that keep no history, as `validity 2024Q1`."""


_KEYS = tuple(ProvidedInput.model_fields)
"""The keys of an input, in the order that new ones are put in."""
_RENEWED = frozenset({"provenance", "as_of", "missing"})
"""What an import renews beside the data it brings."""


def _skeleton(code: CodeRef, day: date, unwritten: Sequence[str]) -> str:
    """An input with every key and no data."""
    whole: dict[str, Any] = {
        "reportkit": "input/1",
        "code": code.code,
        "code_system": code.code_system,
        "as_of": day,
        "provenance": {},
        **dict.fromkeys(DATASETS),
        "missing": [gap(name, day).model_dump() for name in (*unwritten, *DATASETS)],
    }
    lines = [
        f"# What was provided for {code.code_system} {code.code}. "
        "`null` means not provided, `[]` provided and empty."
    ]
    for key, value in whole.items():
        if key in ("provenance", DATASETS[0], "missing"):
            lines.append("")
        lines.append(f"{key}:{emit.block(value, 0)}")
    return "\n".join(lines) + "\n"


def _values(old: Mapping[str, Any], provided: Sequence[Dataset], day: date) -> _Brought:
    provenance = dict(old.get("provenance") or {})
    values: dict[str, Any] = {}
    left_out: list[str] = []
    arrived: list[Mapping[str, Any]] = []
    for dataset in provided:
        origin = as_read(_data(dataset.provenance))
        arrived.append(origin)
        merge = merged(
            dataset.name, old.get(dataset.name), provenance, as_read(_data(dataset.value)), origin
        )
        values[dataset.name] = merge.value
        provenance = _replaced(provenance, dataset.name, merge.origins)
        left_out += [f"{dataset.name} {release}" for release in merge.left_out]
    values["provenance"] = provenance
    origins = [*provenance.values(), *arrived]
    values["as_of"] = latest(old.get("as_of"), origins) or day.isoformat()
    missing = old.get("missing")
    if isinstance(missing, tuple):
        values["missing"] = tuple(
            record
            for record in missing
            if not _is_closed(str(record.get("field")), {**old, **values}, provided)
        )
    return _Brought(values, tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Brought:
    """The keys to write, and the older releases that have no place in them."""

    values: dict[str, Any]
    left_out: tuple[str, ...]


def _replaced(origins: Mapping[str, Any], name: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """All origins with those of one dataset anew: where they stood before, else before those of
    the kinds of data behind it, so that they stand alike in whatever order they came.
    """
    stood = next((key for key in origins if key == name or key.startswith(f"{name}.")), None)
    behind = next((key for key in origins if _rank(key) > _rank(name)), None)
    result: dict[str, Any] = {}
    for key, origin in origins.items():
        if key == (stood or behind):
            result.update(own)
        if key != name and not key.startswith(f"{name}."):
            result[key] = origin
    return {**result, **own}


def _rank(key: str) -> int:
    """The place of a kind of data; what is none stands before all."""
    head = key.partition(".")[0]
    return _KEYS.index(head) if head in _KEYS else -1


def _is_closed(field: str, data: Mapping[str, Any], provided: Sequence[Dataset]) -> bool:
    """Whether a field that is recorded as missing has a value; an empty list has to be new."""
    head, *rest = field.split(".")
    value = data.get(head) if head in KINDS else None
    for name in rest:
        value = value.get(name) if isinstance(value, dict) else None
    return value is not None and (value != () or head in {dataset.name for dataset in provided})


def _data(value: BaseModel | str | tuple[BaseModel | str, ...]) -> Any:
    match value:
        case tuple():
            return [_data(item) for item in value]
        case BaseModel():
            return value.model_dump(exclude_defaults=True)
        case _:
            return value


def _changes(old: Any, new: Any, path: str = "", route: Steps = ()) -> Iterator[Change]:
    """The values that differ; `path` is as it is shown, `route` without the items of lists."""
    if same(old, new):
        return
    match old, new:
        case dict(), dict():
            for key in [*old, *(key for key in new if key not in old)]:
                inner = f"{path}.{key}" if path else str(key)
                yield from _changes(old.get(key), new.get(key), inner, (*route, str(key)))
        case tuple(), tuple():
            before, after = _keyed(old, route), _keyed(new, route)
            for key in [*before, *(key for key in after if key not in before)]:
                yield from _changes(before.get(key), after.get(key), f"{path}[{key}]", route)
        case _:
            yield Change(path, old, new)


def _keyed(items: tuple[Any, ...], route: Steps) -> dict[str, Any]:
    fields = fields_of("input", route)
    if fields and all(isinstance(item, dict) for item in items):
        return {" ".join(_word(item.get(name)) for name in fields): item for item in items}
    return {str(index): item for index, item in enumerate(items)}


def _word(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_word, value))
    return "null" if value is None else str(value)
