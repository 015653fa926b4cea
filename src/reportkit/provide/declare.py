"""Declare the kinds of data missing of which an input does not say whether they were provided."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from reportkit.model.absence import undeclared, undeclared_gaps
from reportkit.model.input import ProvidedInput


def declaration(data: ProvidedInput, listed: Container[str]) -> dict[str, Any]:
    """The keys to set in input.yaml, as plain data; none if every kind has its key.

    `listed` are the sections of the report, each of which may tell of a gap.
    """
    absent = undeclared(data)
    records = [record.model_dump() for record in (*data.missing, *undeclared_gaps(data, listed))]
    return {**dict.fromkeys(absent), "missing": records} if absent else {}
