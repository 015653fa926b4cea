"""A finding in, an Item out: the finding with all that helps to decide on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from reportkit.assemble.document import (
    Cell,
    Codes,
    Document,
    Markup,
    Plain,
    Plot,
    Row,
    Section,
    Table,
)
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import SECTION_TITLES
from reportkit.check.findings import Findings
from reportkit.compare.earlier import earlier_route
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, Route, route_text
from reportkit.model.rows import fields_of, row_key
from reportkit.report.frame import frame
from reportkit.report.palette import PLAIN
from reportkit.source.references import read_citations
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve_text


@dataclass(frozen=True, slots=True)
class Item:
    """One finding, ready to be set."""

    number: int
    finding: Finding
    section: str
    why: str
    page: str
    """Where the rule is documented."""
    frame: str
    fragment: Fragment | None
    """What a reader of the publication meets there."""
    earlier: Earlier | None
    related: tuple[tuple[str, str, str], ...]
    """Place, label and frame of what it was checked against."""

    @property
    def state(self) -> str:
        """`open`, `waived` or `known`."""
        if self.finding.waived:
            return "waived"
        return "known" if self.finding.known else "open"


@dataclass(frozen=True, slots=True)
class Prose:
    """A passage, as Markdown with its references resolved."""

    markdown: str


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table, with the titles of its columns; the texts are Markdown."""

    titles: tuple[str, ...]
    cells: tuple[str, ...]


Fragment = Prose | PrintedRow


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same passage in the edition before."""

    version: str
    markdown: str | None
    """None if it was not there."""
    unchanged: bool


def make_item(
    number: int,
    finding: Finding,
    findings: Findings,
    publication: Publication,
    document: Document | None,
) -> Item:
    """Gather what concerns one finding; `document` is None where none can be made."""
    why = next((rule.page.why for rule in findings.rules if rule.name == finding.rule), "")
    return Item(
        number=number,
        finding=finding,
        section=SECTION_TITLES.get(finding.section, finding.section),
        why=why,
        page=findings.page(finding.rule),
        frame=_frame(finding.place, findings),
        fragment=_fragment(finding, publication, document),
        earlier=_earlier(finding, publication),
        related=tuple(
            (f"{other.place.file}:{other.place.line}", other.label, _frame(other.place, findings))
            for other in finding.related
        ),
    )


def _frame(where: Place, findings: Findings) -> str:
    lines = frame(findings.sources.get(where.file, ""), where, PLAIN, "error")
    return "\n".join(
        [f"{where.file}:{where.line}:{where.column}  {route_text(where.route)}", *lines]
    )


def _fragment(
    finding: Finding, publication: Publication, document: Document | None
) -> Fragment | None:
    """The row a finding is in, if it is printed as one; else the passage it is about."""
    row = _row(finding, publication, document) if document is not None else None
    if row is not None:
        return row
    text = _passage(publication, finding.section, finding.place.route)
    return None if text is None else Prose(text)


def _passage(publication: Publication, key: str, route: Route) -> str | None:
    """The text at a place, as a reader meets it; None if it is not a text of several words."""
    loaded = publication.files.get(key)
    if loaded is None or loaded.tree.root is None or not route:
        return None
    node = node_at(loaded.tree.root, route)
    if not isinstance(node, Scalar) or len(node.text.split()) < 4:
        return None
    readable = publication.files["input"].model and publication.files["report"].model
    if not readable:
        return _uncited(node.text)
    writer = Edition(publication, NullTranslations(), {})
    return _uncited(resolve_text(node.text, publication, writer))


def _uncited(text: str) -> str:
    """A text with `[@id]` as the id in brackets: the sources stand on another page."""
    for name, span in reversed(read_citations(text)):
        text = f"{text[: span.start]}({name}){text[span.end :]}"
    return text


def _row(finding: Finding, publication: Publication, document: Document) -> PrintedRow | None:
    key = _row_key(publication, finding.section, finding.place.route)
    section = next(
        (section for section in document.sections if section.id == finding.section), None
    )
    if key is None or section is None:
        return None
    for table, row in _rows(section):
        if _text(row.cells[0]) == key:
            return PrintedRow(
                tuple(column.title for column in table.columns),
                tuple(_uncited(_text(cell)) for cell in row.cells),
            )
    return None


def _row_key(publication: Publication, key: str, route: Route) -> str | None:
    """What identifies the item of a list that a route leads into: the code of a modifier."""
    value: object = publication.model_of(key)
    for step, part in enumerate(route):
        if isinstance(part, str):
            value = getattr(value, part, None)
            continue
        fields = fields_of(key, route[:step])
        if fields is None or not isinstance(value, tuple) or part >= len(value):
            return None
        return str(row_key(value[part], fields)[0])
    return None


def _rows(section: Section) -> Iterator[tuple[Table, Row]]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield from ((block, row) for row in block.rows)
    for inner in section.subsections:
        yield from _rows(inner)


def _text(text: Cell) -> str:
    match text:
        case Plain():
            return text.text
        case Codes():
            return ", ".join(text.codes)
        case Markup():
            return text.markdown
        case Plot():
            return ""


def _earlier(finding: Finding, publication: Publication) -> Earlier | None:
    previous = publication.previous
    text = _passage(publication, finding.section, finding.place.route)
    if previous is None or text is None:
        return None
    route = earlier_route(publication, finding.section, finding.place.route)
    before = None if route is None else _passage(previous, finding.section, route)
    return Earlier(previous.report.version, before, before == text)
