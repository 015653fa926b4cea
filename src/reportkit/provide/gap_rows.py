"""Turn the rows that a supplier has filled in into the data that closes gaps, or into refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel

from reportkit.inputs.gap_workbook import Filled, FilledRow, RefusedCell
from reportkit.model.base import given
from reportkit.model.datasets import KINDS
from reportkit.model.gap_forms import NONE, REPORT, gap_form
from reportkit.model.input import Payer, ProvidedInput
from reportkit.model.report import Report, Source


@dataclass(frozen=True, slots=True)
class Standing:
    """The input and the report of a code, as far as each is sound."""

    data: ProvidedInput | None
    report: Report | None

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that the report lists."""
        listed: tuple[Source, ...] = given(self.report, "sources", ())
        return tuple(given(source, "id", "") for source in listed)


@dataclass(frozen=True, slots=True)
class Closing:
    """What closes one gap of one report, and where it comes from."""

    code: str
    dataset: str
    value: BaseModel | str | tuple[BaseModel | str, ...]
    source: str
    as_of: date
    release: str | None


@dataclass(slots=True)
class Closings:
    """All that a workbook closes, and the cells that do not fit."""

    closing: list[Closing] = field(default_factory=list)
    refused: list[RefusedCell] = field(default_factory=list)

    def refuse(self, cell: str, reason: str, hint: str) -> None:
        """Name a cell that does not fit."""
        self.refused.append(RefusedCell(cell, reason, hint))


def closings(filled: Filled, known: Mapping[str, Standing]) -> Closings:
    """What the filled rows close in the publications that are known, by code."""
    made = Closings(refused=[*filled.refused])
    groups = _groups(filled)
    origins = {(row.code, row.data["data"]): row for row in filled.origins}
    for key, row in origins.items():
        if row.data[NONE] == "yes" and not groups.setdefault(key, []):
            continue
        if row.data[NONE] == "yes":
            made.refuse(
                row.cells[NONE],
                f"there are rows of {key[1]} for {key[0]}",
                "empty this cell or the rows",
            )
    for (code, dataset), rows in groups.items():
        origin = origins.get((code, dataset))
        cells = (rows[0] if rows else origin or filled.origins[0]).cells
        if _is_gap(code, dataset, cells[REPORT], known, made) and _has_origin(
            dataset, rows, origin, cells[REPORT], known[code], made
        ):
            _check_rows(dataset, rows, known[code], groups.get((code, "payers"), []), made)
            if origin is not None and not made.refused:
                made.closing.append(_closing(code, dataset, rows, origin))
    return made


def _groups(filled: Filled) -> dict[tuple[str, str], list[FilledRow]]:
    """The rows by report and kind of data."""
    groups: dict[tuple[str, str], list[FilledRow]] = {}
    for dataset, rows in filled.rows.items():
        for row in rows:
            groups.setdefault((row.code, dataset), []).append(row)
    return groups


def _is_gap(
    code: str, dataset: str, cell: str, known: Mapping[str, Standing], made: Closings
) -> bool:
    if code not in known or known[code].data is None:
        made.refuse(cell, f"no report of {code} can be read", "give the code of a report")
    elif gap_form(dataset) is None:
        made.refuse(cell, f"`{dataset}` is no kind of data with a sheet", "leave it as it was")
    elif given(known[code].data, dataset, None) is not None:
        made.refuse(cell, f"{dataset} of {code} was provided already", "empty the rows of it")
    else:
        return True
    return False


def _has_origin(
    dataset: str,
    rows: Sequence[FilledRow],
    origin: FilledRow | None,
    cell: str,
    standing: Standing,
    made: Closings,
) -> bool:
    """Whether the sheet on sources says where the data of a report is from."""
    if origin is None:
        made.refuse(
            cell, f"nothing says where {dataset} is from", "fill in its row in the sheet sources"
        )
        return False
    before = len(made.refused)
    for key in ("source", "as_of"):
        if origin.data[key] is None:
            made.refuse(origin.cells[key], f"`{key}` is empty", "say where the data is from")
    source = origin.data["source"]
    if source is not None and source not in standing.sources:
        made.refuse(
            origin.cells["source"],
            f"the report has no source `{source}`",
            f"known: {', '.join(standing.sources) or 'none'}",
        )
    form = gap_form(dataset)
    if form is not None and not form.is_list and len(rows) != 1:
        made.refuse(cell, f"{dataset} is one text", "fill in one row for the report")
    return len(made.refused) == before


def _check_rows(
    dataset: str,
    rows: Sequence[FilledRow],
    standing: Standing,
    arriving: Sequence[FilledRow],
    made: Closings,
) -> None:
    """Refuse ids that stand for nothing, and rows that say the same twice."""
    kind = KINDS[dataset]
    there: tuple[Payer, ...] | None = given(standing.data, "payers", None)
    payers = [given(payer, "id", "") for payer in there or ()]
    payers += [row.data["id"] for row in arriving]
    for key, ids in ((kind.source, standing.sources), (kind.payer, payers)):
        for row in rows if key is not None else ():
            if row.data[key] not in ids:
                known = ", ".join(ids) or "none"
                made.refuse(
                    row.cells[str(key)], f"no {key} is named `{row.data[key]}`", f"known: {known}"
                )
    told: set[object] = set()
    for row in rows:
        name = _name(row, kind.rows.get("", ()))
        if name in told:
            made.refuse(
                row.cells[REPORT],
                f"the row is of {dataset} that another row tells of",
                "empty one of the two",
            )
        told.add(name)


def _name(row: FilledRow, keys: Sequence[str]) -> object:
    """What tells a row from the others of its list."""
    if isinstance(row.data, str):
        return row.data
    return tuple(row.data.get(key) for key in keys) if keys else tuple(row.data.items())


def _closing(code: str, dataset: str, rows: Sequence[FilledRow], origin: FilledRow) -> Closing:
    form = gap_form(dataset)
    assert form is not None  # noqa: S101 -- refused before
    values = tuple(_value(form.record, row.data) for row in rows)
    value = values if form.is_list else values[0]
    return Closing(
        code, dataset, value, origin.data["source"], origin.data["as_of"], origin.data["release"]
    )


def _value(record: type[BaseModel] | None, data: Any) -> BaseModel | str:
    return str(data) if record is None else record.model_validate(data)
