"""Turn a snapshot into the pages that its author and its reviewers look at."""

from __future__ import annotations

from functools import cache

from reportkit.assemble.labels import WORDS
from reportkit.desk.bench import Bench
from reportkit.desk.beside import before_beside, data_beside, gaps_beside
from reportkit.desk.catalogue import Known
from reportkit.desk.decisions import to_release
from reportkit.desk.rows import KINDS
from reportkit.desk.select import A_PAGE, Asked, Sheet, chosen, paged, sums
from reportkit.desk.select import waiting as waiting_in
from reportkit.desk.shown import shown_findings, shown_questions, shown_statements
from reportkit.desk.snapshot import Snapshot
from reportkit.model.base import Unavailable
from reportkit.render.html import fill
from reportkit.render.review import coded
from reportkit.render.styles import web_styles
from reportkit.render.theme import Theme, load_theme
from reportkit.workspace.approval import approval
from reportkit.workspace.content import content_sha256


def whole_page(bench: Bench, snapshot: Snapshot, token: str) -> str:
    """The page on one publication: as it will print, with what is known of it beside.

    `token` lets it send decisions; empty for a page that is only looked at.
    """
    return fill("desk/publication.html", {**_values(bench, snapshot), "token": token}, _theme())


def panel(bench: Bench, snapshot: Snapshot) -> str:
    """What stands beside the publication, alone."""
    return fill("desk/panel.html", _values(bench, snapshot), _theme())


def index(bench: Bench, known: Known, asked: Asked) -> str:
    """The list of the publications, as far as they fit what is asked."""
    rows = chosen(known.rows, asked)
    shown, sheet = paged(rows, asked.page)
    unchecked = [code for code in known.unchecked if asked.q in code]
    values = {
        **_catalogue(bench, known, asked, sheet),
        "rows": shown,
        "of_shown": sums(rows),
        "unchecked": unchecked[:A_PAGE],
    }
    return fill("desk/index.html", values, _theme())


def waiting(bench: Bench, known: Known, asked: Asked) -> str:
    """What waits for the reviewer in the publications that fit what is asked."""
    shown, sheet = paged(waiting_in(chosen(known.rows, asked), asked), asked.page)
    values = {**_catalogue(bench, known, asked, sheet), "entries": shown, "kinds": KINDS}
    return fill("desk/waiting.html", values, _theme())


def _catalogue(bench: Bench, known: Known, asked: Asked, sheet: Sheet) -> dict[str, object]:
    return {
        "asked": asked,
        "sheet": sheet,
        "all": sums(known.rows),
        "checked": len(known.rows),
        "left": len(known.unchecked),
        "reviewer": bench.reviewer,
        "role": WORDS[bench.reviewer.role] if bench.reviewer else "",
        "words": WORDS,
    }


def style_sheet() -> str:
    """The look of the pages, with the fonts inside."""
    texts = _theme().texts
    return "\n".join((web_styles(_theme()), texts["review/review.css"], texts["desk/desk.css"]))


def script() -> str:
    """What keeps a page as it is on the server."""
    return _theme().texts["desk/desk.js"]


def _values(bench: Bench, snapshot: Snapshot) -> dict[str, object]:
    reviewer = bench.reviewer
    return {
        "code": snapshot.code,
        "snapshot": snapshot,
        "review": snapshot.review,
        "reviewer": reviewer,
        "role": WORDS[reviewer.role] if reviewer else "",
        "findings": tuple(shown_findings(bench.root, snapshot)),
        "statements": tuple(shown_statements(snapshot)),
        "questions": tuple(shown_questions(snapshot)),
        "gaps": gaps_beside(snapshot.publication),
        "data": data_beside(snapshot.publication),
        "before": before_beside(snapshot.publication, snapshot.previous),
        "comments": tuple(case for case in snapshot.cases if case.kind == "comment"),
        "counts": {state: _count(snapshot, state) for state in ("new", "changed", "decided")},
        "content": _content(bench, snapshot),
        "to_release": to_release(snapshot.publication) if bench.release else "",
        "coded": coded,
    }


def _count(snapshot: Snapshot, state: str) -> int:
    return sum(case.state == state for case in snapshot.cases)


def _content(bench: Bench, snapshot: Snapshot) -> str:
    """The hash of what the reviewer can sign now; empty where nothing can be signed."""
    reviewer = bench.reviewer
    if reviewer is None or snapshot.faults:
        return ""
    try:
        standing = approval(snapshot.publication).standing
        content = content_sha256(snapshot.publication)
    except Unavailable:
        return ""
    signed = any((one.name, one.role) == (reviewer.name, reviewer.role) for one in standing)
    return "" if signed else content


@cache
def _theme() -> Theme:
    """The look that is shipped: a script in the folder of a project is not to run here."""
    return load_theme()
