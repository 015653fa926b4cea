"""Inputs that a publication may be given, made up from the form of input.yaml itself.

Every kind of data in the table is made, so a new kind is tried without a word here, as far as
its fields have a type that is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from reportkit.check.example import specimen
from reportkit.model.absence import gap
from reportkit.model.base import Prose
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.dataset_kind import ANY_CODE
from reportkit.model.datasets import CODES_AT, DATASETS, KINDS, PAYERS_AT, SOURCES_AT
from reportkit.model.input import ProvidedInput
from reportkit.source import emit

Plain = Any
"""Plain data, as a YAML file holds it."""

_PIECES = """
a Arizona cervix, PPO 2026 A & B <b> [x](#site-asc) `code` *star* | {braces} "q" 'it' ñ é – #1 57511
null ~ no 1.50 C:\\d {{ 50% ![i](x) <!-- - + http://example.org/a?b=1&c
"""
_WORDS = st.sampled_from(_PIECES.split())
_TEXTS = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
_IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ._/-]{0,12}", fullmatch=True)
_ADDRESSES = st.sampled_from(["https://a.example/b?c=1&d", "mailto:a@b.example"])
_AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2) | st.sampled_from(
    [Decimal(0), Decimal("0.005"), Decimal(10) ** 29, Decimal("9" * 30)]
)
_SHARES = st.decimals(min_value=0, max_value=1, places=2)
_CODES = {
    name: st.from_regex(pattern, fullmatch=True) for name, pattern in CODE_PATTERNS.items()
} | {ANY_CODE: st.from_regex(CODE_PATTERNS["CPT"], fullmatch=True)}

_BY_TYPE: dict[Any, st.SearchStrategy[Plain]] = {
    str: _TEXTS,
    Prose: _TEXTS,
    Decimal: _AMOUNTS,
    int: st.integers(0, 3000),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
}
_BY_PATH: dict[str, st.SearchStrategy[Plain]] = {
    **{path: _CODES[system] for path, system in CODES_AT.items() if system in _CODES},
    **dict.fromkeys(PAYERS_AT, st.sampled_from(["aetna", "medicare"])),
    **dict.fromkeys(SOURCES_AT, st.just("manual")),
    **dict.fromkeys(
        (
            *("mpfs.preoperative", "mpfs.intraoperative", "mpfs.postoperative"),
            *("opps.coinsurance", "opps.history.coinsurance"),
            *("asp.coinsurance", "asp.history.coinsurance"),
        ),
        _SHARES,
    ),
    "coverage.url": _ADDRESSES,
    "payers.id": _IDS,
    "sites.id": _IDS,
    "sites.pos": _CODES["place of service"],
    "ncci.quarter": st.just("2026Q4"),
    "mue.quarter": st.just("2026Q4"),
    "validity.release": st.just("2026Q4"),
    "diagnoses.release": st.none(),
    "diagnoses.looked_up": st.none(),
    "rates.plan": st.sampled_from(["PPO", "HMO", "unstated"]),
    "rates.setting": st.just("outpatient"),
    "rates.billing_class": st.just("professional"),
    "rates.published_by": st.just("payer"),
    "rates.modifiers": st.just("22"),
    "rates.negotiated_type": st.just("negotiated"),
    "rates.period": st.just("2026-10"),
    "mpfs.history.release": st.sampled_from(["RVU25D", "RVU24A", "rvu25d", "CY 2019", "table"]),
}


def value_of(annotation: Any, path: str) -> st.SearchStrategy[Plain]:
    """Plain data of a type; `path` is that of the value in input.yaml."""
    if path in _BY_PATH and get_origin(annotation) not in (tuple, Union, UnionType):
        return _BY_PATH[path]
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return value_of(arguments[0], path)
        case origin if origin is Literal:
            return st.sampled_from(arguments)
        case origin if origin in (Union, UnionType):
            return st.one_of(
                [
                    st.none() if part is type(None) else value_of(part, path)
                    for part in reversed(arguments)
                ]
            )
        case origin if origin is tuple:
            return st.lists(value_of(arguments[0], path), max_size=3)
        case _ if issubclass(annotation, BaseModel):
            return record_of(annotation, path)
    return _BY_TYPE[annotation]


def record_of(model: type[BaseModel], path: str) -> st.SearchStrategy[dict[str, Plain]]:
    """Plain data of a record, with every key."""
    return st.fixed_dictionaries(
        {
            name: value_of(field.annotation, f"{path}.{name}")
            for name, field in model.model_fields.items()
        }
    )


def row_of(key: str) -> st.SearchStrategy[dict[str, Plain]]:
    """A row of a dataset that is a list of records."""
    (rows, *_) = get_args(ProvidedInput.model_fields[key].annotation)
    return record_of(get_args(rows)[0], key)


@st.composite
def provided_inputs(draw: Callable[..., Any]) -> str:
    """The text of an input.yaml: some kinds of data made up, the others named as gaps."""
    made: dict[str, Plain] = {}
    for key in draw(st.sets(st.sampled_from(list(KINDS)), max_size=4)):
        field = ProvidedInput.model_fields[key]
        made[key] = draw(value_of(field.annotation, key).filter(lambda value: value is not None))
    for key in made.keys() & {"payers", "sites", "modifiers"}:
        # What the sections speak of stays provided.
        made[key] = [*_specimen(key), *made[key]]
    if "mpfs" in made:
        # Fee schedule values that do not add up are an error: only their history is made up.
        made["mpfs"] = {**_specimen("mpfs"), "history": made["mpfs"]["history"]}
    return input_text(made)


def input_text(made: Mapping[str, Plain]) -> str:
    """An input.yaml that provides what is `made`, and of the rest what the specimen does."""
    values = {key: _specimen(key) for key in ("payers", "sites", "modifiers", "mpfs", "mue")}
    values |= made
    origin = {"source": "manual", "as_of": date(2026, 11, 1), "sample": False}
    releases = [each["release"] for each in (values["mpfs"] or {}).get("history", ())]
    sourced = [*values, *dict.fromkeys(f"mpfs.history.{release}" for release in releases)]
    whole = {
        "reportkit": "input/1",
        "code": "57511",
        "code_system": "CPT",
        "as_of": date(2026, 11, 1),
        "provenance": dict.fromkeys(sourced, origin),
        **{key: values.get(key) for key in DATASETS},
        **{key: value for key, value in values.items() if key not in DATASETS},
        "missing": [
            gap(key, date(2026, 11, 1), ("summary", "diagnoses")).model_dump()
            for key in DATASETS
            if key not in values
        ],
    }
    return "".join(f"{key}:{emit.block(value, 0)}\n" for key, value in whole.items())


def _specimen(key: str) -> Plain:
    value = getattr(specimen({}).input, key)
    rows = value if isinstance(value, tuple) else (value,)
    dumped = [row.model_dump() if isinstance(row, BaseModel) else row for row in rows]
    return dumped if isinstance(value, tuple) else dumped[0]
