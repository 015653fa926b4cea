"""Read the export of Medicare's coverage database: the articles on a code, and its diagnoses.

Of several versions of an article the highest that is active counts. An article holds for the
contractors that issued it, and may list diagnoses in groups, each for some of its codes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportkit.inputs import cells
from reportkit.inputs.coverage_groups import Texts, group_texts, is_of
from reportkit.inputs.coverage_places import Places, places_of
from reportkit.inputs.coverage_tables import KEY, Columns, Key, Row, Tables, key, unpacked
from reportkit.inputs.refused import Refused
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.whole_numbers import whole_number


@dataclass(frozen=True, slots=True)
class Article:
    """An article in force, with the diagnoses it lists as covered for a code."""

    number: str
    """As it is cited: `A57642`."""
    version: str
    title: str
    effective: date
    diagnoses: tuple[str, ...]
    places: Places
    url: str


@dataclass(frozen=True, slots=True)
class CoverageFile:
    """What an export says of the wanted codes."""

    articles: Mapping[str, tuple[Article, ...]]
    """Code to its articles, in the order of their numbers."""
    left_out: tuple[str, ...]
    """Each article on a wanted code that is not in force, and why."""
    refused: Mapping[str, Sequence[Refused]]
    """File of the export to its rows that could not be read."""


def read_coverage(file: str, content: bytes, codes: Collection[str], day: date) -> CoverageFile:
    """The articles on each of `codes` that are in force on a day. Raises LayoutError."""
    tables = unpacked(file, content)
    named = _named(tables, codes)
    versions = _versions(tables, named)
    heads = {
        (number, held[-1]["version"]): held[-1]
        for number, rows in versions.items()
        if (held := [row for row in rows if _why_not(row, day) is None])
    }
    texts, places = group_texts(tables, heads), places_of(tables, heads)
    diagnoses = _diagnoses(tables, heads, named)
    articles: dict[str, list[Article]] = {}
    for article in sorted(heads):
        for code in sorted(named.get(article, ())):
            listed = _of_code(code, diagnoses.get(article, {}), article, texts)
            made = _article(heads[article], listed, places.get(article, Places()))
            articles.setdefault(code, []).append(made)
    left_out = tuple(_left_out(versions, heads, named, day))
    articles_of = {code: tuple(held) for code, held in articles.items()}
    return CoverageFile(articles_of, left_out, tables.refused)


def _left_out(
    versions: Mapping[str, Sequence[Row]], heads: Mapping[Key, Row], named: _Named, day: date
) -> Iterator[str]:
    """Each article without a version in force, and each whose version in force lost a code."""
    in_force = {number: head for (number, _), head in heads.items()}
    for number, rows in sorted(versions.items()):
        head = in_force.get(number, rows[-1])
        told = f"article {_number(head)} version {head['version']}"
        if number not in in_force:
            yield f"{told}: {_why_not(head, day)}"
            continue
        lost = _codes_of(named, number) - {*named.get(key(head), ())}
        if lost:
            yield f"{told}: it does not name {', '.join(sorted(lost))}"


_ARTICLES: Columns = {
    **KEY,
    "title": ("TITLE",),
    "effective": ("ARTICLE_EFF_DATE",),
    "ends": ("ARTICLE_END_DATE",),
    "status": ("STATUS",),
    "display": ("DISPLAY_ID",),
}
_CODES: Columns = {**KEY, "code": ("HCPC_CODE_ID",)}
_DIAGNOSES: Columns = {
    **KEY,
    "diagnosis": ("ICD10_CODE_ID",),
}
_GROUP: Columns = {"group": ("ICD10_COVERED_GROUP",)}
_ICD10 = CODE_PATTERNS["ICD-10-CM"]
_ACTIVE = frozenset({"A", "ACTIVE"})
_VIEW = "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid="

_Named = Mapping[Key, Collection[str]]
"""Article to the wanted codes that it names."""


def _named(tables: Tables, codes: Collection[str]) -> _Named:
    def about(row: Row) -> tuple[str, ...]:
        code = row.get("code", "")
        return (code,) if code in codes else ()

    codes_of: dict[Key, set[str]] = {}
    for row in tables.rows("article_x_hcpc_code", _CODES, about=about):
        if row["code"] in codes:
            codes_of.setdefault(key(row), set()).add(row["code"])
    return codes_of


def _versions(tables: Tables, named: _Named) -> Mapping[str, list[Row]]:
    """The versions of each article of which any names a wanted code, in order."""
    wanted = {number for number, _ in named}

    def read(row: Row) -> Row:
        for name in ("effective", "ends"):
            if row[name] and row["article"] in wanted:
                _day(name, row[name])
        return row

    rows = tables.rows(
        "article",
        _ARTICLES,
        read=read,
        about=lambda row: tuple(sorted(_codes_of(named, row.get("article", "")))),
    )
    versions_of: dict[str, list[Row]] = {}
    for row in rows:
        if row["article"] in wanted:
            versions_of.setdefault(row["article"], []).append(row)
    for versions in versions_of.values():
        versions.sort(key=lambda row: whole_number(row["version"]) or 0)
    return versions_of


def _codes_of(named: _Named, article: str) -> frozenset[str]:
    """The wanted codes that any version of an article names."""
    return frozenset(
        code for (number, _), codes in named.items() if number == article for code in codes
    )


def _why_not(row: Row, day: date) -> str | None:
    """Why a version of an article is not in force on a day; None if it is."""
    if row["status"].upper() not in _ACTIVE:
        return f"its status is `{row['status']}`"
    if not row["effective"]:
        return "it does not say since when it holds"
    if _day("effective", row["effective"]) > day:
        return f"it holds from {_day('effective', row['effective'])} on"
    if row["ends"] and _day("ends", row["ends"]) < day:
        return f"it ended on {_day('ends', row['ends'])}"
    return None


def _diagnoses(
    tables: Tables, heads: Collection[Key], named: _Named
) -> Mapping[Key, Mapping[str, list[str]]]:
    """Article to its groups to their diagnoses."""

    def read(row: Row) -> Row:
        if key(row) in heads and not _ICD10.fullmatch(_dotted(row["diagnosis"])):
            raise cells.BadCell(f"`{row['diagnosis'][:40]}` is not a diagnosis code")
        return row

    def about(row: Row) -> tuple[str, ...]:
        return tuple(sorted(named.get(key(row), ()))) if key(row) in heads else ()

    groups_of: dict[Key, dict[str, list[str]]] = {}
    for row in tables.rows("article_x_icd10_covered", _DIAGNOSES, _GROUP, read, about):
        if key(row) in heads:
            groups = groups_of.setdefault(key(row), {})
            groups.setdefault(row.get("group", ""), []).append(_dotted(row["diagnosis"]))
    return groups_of


def _of_code(
    code: str, groups: Mapping[str, list[str]], article: Key, texts: Texts
) -> Iterator[str]:
    """The diagnoses of the groups that are of a code."""
    for group, diagnoses in groups.items():
        if is_of(code, texts.get((article, group), "")):
            yield from diagnoses


def _article(row: Row, diagnoses: Iterator[str], places: Places) -> Article:
    return Article(
        number=_number(row),
        version=row["version"],
        title=row["title"],
        effective=_day("effective", row["effective"]),
        diagnoses=tuple(sorted(set(diagnoses))),
        places=places,
        url=f"{_VIEW}{row['article']}&ver={row['version']}",
    )


def _number(row: Row) -> str:
    return row["display"] or f"A{row['article']}"


def _day(name: str, text: str) -> date:
    return cells.day(f"{name} date", text)


def _dotted(code: str) -> str:
    return code if "." in code or len(code) < 4 else f"{code[:3]}.{code[3:]}"
