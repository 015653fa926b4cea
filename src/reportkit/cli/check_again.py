"""Check publications, and check again what an edit concerns, for as long as somebody writes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from reportkit.check.findings import Findings, joined
from reportkit.desk.bench import Bench
from reportkit.desk.changes import edits
from reportkit.workspace.workspace import read_workspace


def check_again(bench: Bench, show: Callable[[Findings], None]) -> None:
    """Show the findings of all publications now and after every edit, until Ctrl-C.

    Only what an edit concerns is checked anew. Raises CannotRun.
    """
    edited_since = edits(bench.root, Event())
    checked: dict[str, Findings] = {}
    _renew(bench, checked, bench.codes())
    show(joined(checked.values()))
    for edited in edited_since:
        codes = bench.codes()
        gone = [code for code in checked if code not in codes]
        for code in gone:
            del checked[code]
        concerned = codes if edited.is_shared else tuple(set(codes) & edited.codes)
        _renew(bench, checked, concerned)
        if concerned or gone:
            show(joined(checked[code] for code in codes))


def _renew(bench: Bench, checked: dict[str, Findings], codes: tuple[str, ...]) -> None:
    for code in codes:
        checked[code] = bench.check(read_workspace(bench.root, [code]))
