"""Read the code set of provider taxonomies, in the copy that its user obtained from NUCC.

A version comes twice a year: 25.0 holds from April 2025, 25.1 from October. The code set belongs to
the American Medical Association, and no part of it is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Final, Literal

from reportkit.inputs import cells
from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.input import Taxonomy
from reportkit.model.taxonomies import kind_of_taxonomy


@dataclass(frozen=True, slots=True)
class Taxonomies:
    """The taxonomies of one version, by code."""

    file: str
    version: str
    begins: date
    rows: Mapping[str, Taxonomy]
    refused: tuple[Refused, ...]


def read_nucc(file: str, content: bytes, version: str | None = None) -> Taxonomies:
    """Read the code set; every row is taken or refused. Raises LayoutError.

    `version` is needed only where the name does not say it, as `nucc_taxonomy_251.csv` does.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = re.fullmatch(r"(\d\d)\.([01])", version or _version(file))
    if named is None:
        raise LayoutError(
            file,
            None,
            "a version like 25.1",
            f"`{version or file}`",
            "name it with --release, for example --release 25.1",
        )
    begins = date(2000 + int(named[1]), 10 if named[2] == "1" else 4, 1)
    taken, refused = cells.take(header, rows, cells.once(partial(_row, header), attrgetter("code")))
    return Taxonomies(file, named[0], begins, {row.code: row for row in taken}, refused)


_LAYOUT = Layout(
    "nucc",
    "code",
    {
        "code": ("CODE",),
        "classification": ("CLASSIFICATION",),
        "specialization": ("SPECIALIZATION",),
    },
    {"display": ("DISPLAY NAME",), "section": ("SECTION",)},
)
_KINDS: Final[dict[str, Literal["individual", "organization"]]] = {
    "INDIVIDUAL": "individual",
    "NON-INDIVIDUAL": "organization",
}


def _version(file: str) -> str:
    names = "/".join(names_within(file))
    match = re.search(r"taxonomy[_ ]?v?(\d\d)[._]?([01])(?!\d)", names, re.IGNORECASE)
    return f"{match[1]}.{match[2]}" if match else ""


def _row(header: Header, row: TextRow) -> Taxonomy:
    text = {field: row.cells[at] for field, at in header.index.items()}
    code = text["code"].upper()
    if not re.fullmatch(r"[0-9A-Z]{9}X", code):
        raise cells.BadCell(f"`{text['code'][:40]}` is not a code of ten characters that ends in X")
    name = ", ".join(filter(None, (text["classification"], text["specialization"])))
    return Taxonomy(code=code, display=text.get("display") or name, kind=_kind(code, text))


def _kind(code: str, text: Mapping[str, str]) -> Literal["individual", "organization"]:
    """Whose a code is: versions up to 15.0 have no column that says so."""
    if "section" in text:
        return _KINDS[cells.one_of("section", text["section"].upper(), tuple(_KINDS))]
    return kind_of_taxonomy(code)
