"""Turn the gaps that one supplier can close into a workbook to be filled in.

Every text goes into its cell as text and is marked as such, so that no program that opens the
workbook, or a table saved from it, takes one for a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from reportkit.model.gap_forms import NONE, ORIGIN_KEYS, ORIGINS, REPORT, Column, GapForm, gap_form
from reportkit.model.input import Missing, Provenance, ProvidedInput
from reportkit.source.explanations import explanations


@dataclass(frozen=True, slots=True)
class ReportGap:
    """A gap of one report, and what a supplier has to know of the report."""

    code: str
    title: str
    record: Missing
    sources: tuple[str, ...]
    """Ids of the sources that the report lists."""


def gap_workbook(gaps: Sequence[ReportGap], day: date) -> bytes:
    """A workbook of Excel with what is missing, a sheet for each kind of data, and their origins.

    `day` is the day that the workbook is dated; the same gaps give the same bytes.
    """
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, _AS_TEXT)
    book.set_properties({"created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001
    sheets = _Sheets(book)
    forms = _forms(gaps)
    sheets.add(MISSING, _MISSING_HEADS, (_missing_row(gap, forms) for gap in gaps))
    for form in forms.values():
        codes = [gap.code for gap in gaps if gap.record.field == form.dataset]
        heads = [REPORT, *(column.key for column in form.columns)]
        sheets.add(form.dataset, heads, ([code] for code in codes))
        sheets.offer(form.dataset, form.columns)
    origins = [gap for gap in gaps if gap.record.field in forms]
    heads = [REPORT, "data", *ORIGIN_KEYS, NONE, "sources of the report"]
    blank = [""] * (len(ORIGIN_KEYS) + 1)
    sheets.add(
        ORIGINS,
        heads,
        ([gap.code, gap.record.field, *blank, "; ".join(gap.sources)] for gap in origins),
    )
    sheets.add(KEYS, ["sheet", "column", "what it means", "what it may hold"], _key_rows(forms))
    book.close()
    return written.getvalue()


MISSING: Final = "missing"
"""Name of the sheet that lists the gaps."""
KEYS: Final = "columns"
"""Name of the sheet that explains the others."""
_MISSING_HEADS: Final = ("report", "title", "data", "why", "since", "without it", "how to give it")
_AS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_ROWS_TO_FILL: Final = 2000
"""Rows in which the values of a list are offered."""


class _Sheets:
    """The sheets of a workbook that is written."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        self._text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._text.set_quote_prefix()

    def add(self, name: str, heads: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
        """A sheet whose cells are texts, also those that are to be filled in."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, len(heads) - 1, 24, self._text)
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self._head)
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, self._text)

    def offer(self, name: str, columns: Sequence[Column]) -> None:
        """Let a program offer the values of a list, where the form has one."""
        sheet = self._book.get_worksheet_by_name(name)
        for number, column in enumerate(columns, start=1):
            if column.choices:
                offered = {"validate": "list", "source": list(column.choices)}
                sheet.data_validation(1, number, _ROWS_TO_FILL, number, offered)


def _forms(gaps: Sequence[ReportGap]) -> dict[str, GapForm]:
    """The sheets that the gaps need, in the order of the input."""
    wanted = {gap.record.field for gap in gaps}
    forms = ((key, gap_form(key)) for key in ProvidedInput.model_fields if key in wanted)
    return {key: form for key, form in forms if form is not None}


def _missing_row(gap: ReportGap, forms: Mapping[str, GapForm]) -> Sequence[str]:
    record = gap.record
    how = f"fill in the sheet {record.field}, and its row in {ORIGINS}"
    if record.field not in forms:
        about = explanations(ProvidedInput).get(record.field, "")
        how = about or "write it into the section, or tell who can"
    since = record.since.isoformat()
    return gap.code, gap.title, record.field, record.reason, since, record.effect, how


def _key_rows(forms: Mapping[str, GapForm]) -> Iterator[Sequence[str]]:
    yield ORIGINS, "data", "The sheet whose rows of the report it is about.", ""
    about = explanations(Provenance)
    for key in ORIGIN_KEYS:
        yield ORIGINS, key, about.get(key, ""), "YYYY-MM-DD" if key == "as_of" else ""
    yield ORIGINS, NONE, "`yes` where the report has nothing of the kind.", "yes"
    for form in forms.values():
        about = explanations(form.record) if form.record else explanations(ProvidedInput)
        for column in form.columns:
            yield form.dataset, column.key, about.get(column.key, ""), _allowed(column)


def _allowed(column: Column) -> str:
    words = "; ".join(column.choices) or _WORDS.get(column.kind, "text")
    several = ", several with semicolons; none where there are none" if column.is_list else ""
    return f"{words}{several}{_EMPTY[column.empty]}"


_WORDS: Final[Mapping[type, str]] = {bool: "yes or no", int: "whole number", date: "YYYY-MM-DD"}
_EMPTY: Final = {"refused": "", "null": " (or empty: not known)", "left out": " (or empty)"}
