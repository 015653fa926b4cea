"""Read the export of Medicare's coverage database: the articles on a code, and its diagnoses.

The export is an archive of tables, packed twice. An article is known by its number and version;
of several versions the highest that is active counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportkit.inputs import cells
from reportkit.inputs.archive import is_archive, members
from reportkit.inputs.header import Layout, Wordings, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.table import read_rows


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is active, with the diagnoses it lists as covered."""

    number: str
    """As it is cited: `A57642`."""
    version: str
    title: str
    effective: date
    diagnoses: tuple[str, ...]
    url: str


def read_coverage(
    file: str, content: bytes, codes: Collection[str]
) -> Mapping[str, tuple[Article, ...]]:
    """The articles on each of `codes`, in the order of their numbers. Raises LayoutError."""
    tables = _tables(file, content)
    named: dict[_Key, set[str]] = {}
    for row in _rows(tables, "article_x_hcpc_code", _CODES):
        if row["code"] in codes:
            named.setdefault((row["article"], row["version"]), set()).add(row["code"])
    heads = _heads(tables, {article for article, _ in named})
    covered: dict[_Key, dict[str, None]] = {}
    for row in _rows(tables, "article_x_icd10_covered", _DIAGNOSES):
        key = (row["article"], row["version"])
        if key in heads and row["diagnosis"]:
            covered.setdefault(key, {})[_dotted(row["diagnosis"])] = None
    found: dict[str, list[Article]] = {}
    for key in sorted(heads):
        article = _article(key, heads[key], sorted(covered.get(key, ())))
        if article is not None:
            for code in named.get(key, ()):
                found.setdefault(code, []).append(article)
    return {code: tuple(articles) for code, articles in found.items()}


_Key = tuple[str, str]
_Row = Mapping[str, str]

_KEY: Mapping[str, Wordings] = {"article": ("ARTICLE_ID",), "version": ("ARTICLE_VERSION",)}
_ARTICLES: Mapping[str, Wordings] = {
    **_KEY,
    "title": ("TITLE",),
    "effective": ("ARTICLE_EFF_DATE",),
    "ends": ("ARTICLE_END_DATE",),
    "status": ("STATUS",),
    "display": ("DISPLAY_ID",),
}
_CODES: Mapping[str, Wordings] = {**_KEY, "code": ("HCPC_CODE_ID",)}
_DIAGNOSES: Mapping[str, Wordings] = {**_KEY, "diagnosis": ("ICD10_CODE_ID",)}
_ACTIVE = frozenset({"A", "ACTIVE"})
_VIEW = "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid="


def _tables(file: str, content: bytes) -> dict[str, tuple[str, bytes]]:
    """Name of a table to its file; raises LayoutError for what is no such export."""
    packed = members(file, content) if is_archive(content) else iter(())
    found = {Path(member.name).stem.casefold(): (member.name, member.content) for member in packed}
    for name in ("article", "article_x_hcpc_code", "article_x_icd10_covered"):
        if name not in found:
            raise LayoutError(
                file,
                None,
                f"an archive with the table {name}.csv",
                ", ".join(sorted(found)[:12]) or "no archive",
                "download current_article.zip of the Medicare Coverage Database and "
                "give it as it is",
            )
    return found


def _rows(
    tables: Mapping[str, tuple[str, bytes]], name: str, columns: Mapping[str, Wordings]
) -> Iterator[_Row]:
    """The rows of a table by field; one that ends early says nothing and is left out."""
    file, content = tables[name]
    rows = read_rows(file, content)
    header = read_header(file, rows, Layout("coverage", "article", columns))
    for row in cells.rows_of_data(rows):
        if all(at < len(row.cells) for at in header.index.values()):
            yield {field: row.cells[at] for field, at in header.index.items()}


def _heads(tables: Mapping[str, tuple[str, bytes]], wanted: Collection[str]) -> dict[_Key, _Row]:
    """The highest active version of each wanted article."""
    heads: dict[str, _Row] = {}
    for row in _rows(tables, "article", _ARTICLES):
        if row["article"] not in wanted or row["status"].upper() not in _ACTIVE:
            continue
        held = heads.get(row["article"])
        if held is None or _number(held["version"]) < _number(row["version"]):
            heads[row["article"]] = row
    return {(row["article"], row["version"]): row for row in heads.values()}


def _number(version: str) -> int:
    return int(version) if version.isdigit() else 0


def _article(key: _Key, row: _Row, diagnoses: list[str]) -> Article | None:
    """The article; None for one that does not say since when it holds."""
    number, version = key
    effective = _day(row["effective"])
    if effective is None:
        return None
    return Article(
        number=row["display"] or f"A{number}",
        version=version,
        title=row["title"],
        effective=effective,
        diagnoses=tuple(diagnoses),
        url=f"{_VIEW}{number}&ver={version}",
    )


def _day(text: str) -> date | None:
    """The day of a cell that may tell the time, too."""
    found = re.match(r"(\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})", text)
    try:
        return cells.day("effective date", found[0]) if found else None
    except cells.BadCell:
        return None


def _dotted(code: str) -> str:
    return code if "." in code or len(code) < 4 else f"{code[:3]}.{code[3:]}"
