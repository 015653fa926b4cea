"""Turn a snapshot into the pages that its author and its reviewers look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from reportkit.desk.snapshot import Snapshot
from reportkit.desk.spots import Spot, spot
from reportkit.findings.place import Place
from reportkit.render.html import fill
from reportkit.render.review import coded
from reportkit.render.styles import web_styles
from reportkit.render.theme import Theme, load_theme
from reportkit.report.review_item import Item


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the panel shows it."""

    item: Item
    spot: Spot
    editor: str
    """An address that opens the file at the line in an editor."""


def whole_page(root: Path, snapshot: Snapshot) -> str:
    """The page on one publication: as it will print, with what is known of it beside."""
    return fill("desk/publication.html", _values(root, snapshot), _theme())


def panel(root: Path, snapshot: Snapshot) -> str:
    """What stands beside the publication, alone."""
    return fill("desk/panel.html", _values(root, snapshot), _theme())


def index(codes: Sequence[str]) -> str:
    """The list of the publications."""
    return fill("desk/index.html", {"codes": codes}, _theme())


def style_sheet() -> str:
    """The look of the pages, with the fonts inside."""
    texts = _theme().texts
    return "\n".join((web_styles(_theme()), texts["review/review.css"], texts["desk/desk.css"]))


def script() -> str:
    """What keeps a page as it is on the server."""
    return _theme().texts["desk/desk.js"]


def _values(root: Path, snapshot: Snapshot) -> dict[str, object]:
    return {
        "code": snapshot.code,
        "snapshot": snapshot,
        "review": snapshot.review,
        "entries": tuple(_shown(root, snapshot)),
        "coded": coded,
    }


def _shown(root: Path, snapshot: Snapshot) -> Iterator[Shown]:
    publication = snapshot.workspace.publications[0]
    for item in snapshot.review.items if snapshot.review else ():
        place = item.finding.place
        where = spot(publication, item.finding.section, place.route)
        yield Shown(item, where, editor_address(root, place))


def editor_address(root: Path, place: Place) -> str:
    """What opens a file at a place in the editors that take such addresses."""
    return f"vscode://file{quote(str(root / place.file))}:{place.line}:{place.column}"


@cache
def _theme() -> Theme:
    """The look that is shipped: a script in the folder of a project is not to run here."""
    return load_theme()
