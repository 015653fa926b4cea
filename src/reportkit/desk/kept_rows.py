"""Keep the row of each publication in the store, so that a catalogue is known when it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import Check
from reportkit.decide.sitting import Reviewer
from reportkit.desk.bench import Bench
from reportkit.desk.rows import Row, Waiting, row_of
from reportkit.files.reading import FolderFiles
from reportkit.store.parts import OF_THE_HOUSE, Parts, hash_of, of_publication, parts_of, program
from reportkit.store.seen import HOUSE, seen_parts
from reportkit.store.store import key_of, open_store
from reportkit.workspace.workspace import workspace_of


def kept_rows(bench: Bench) -> dict[str, Row]:
    """The rows of the publications that were checked before and have not changed since."""
    return dict(_kept(bench))


def checked_row(root: Path, code: str, check: Check, reviewer: Reviewer | None, today: date) -> Row:
    """Read and check one publication, for its row, which is kept under what it was made from."""
    files = FolderFiles(root)
    house, own = (parts_of(files, where) for where in (OF_THE_HOUSE, of_publication(code)))
    workspace = workspace_of(files, [code])
    try:
        findings = check(workspace)
    except CannotRun as stop:
        return unchecked_row(code, stop.message)
    row = row_of(workspace.publications[0], findings, reviewer)
    if all(rule.leaves_traces for rule in findings.rules):
        key = _key(house, own, reviewer, today)
        open_store(root).keep(key, json.dumps(asdict(row)).encode())
    return row


def unchecked_row(code: str, why: str) -> Row:
    """The row of a publication that cannot be checked."""
    return Row(code, f"cannot be checked: {why}", "", False, dict.fromkeys(COUNTED, 0), {}, ())


COUNTED = ("errors", "warnings", "notes", "waived", "known", "not_checked", "gaps")
"""What `report.counts` counts."""


def row_key(parts: dict[str, Parts], code: str, reviewer: Reviewer | None, today: date) -> str:
    """The key of a row, by the parts of the house and of its publication."""
    return _key(parts[HOUSE], parts[code], reviewer, today)


def _kept(bench: Bench) -> Iterator[tuple[str, Row]]:
    store, today = open_store(bench.root), bench.today()
    codes = bench.codes()
    parts = seen_parts(bench.root, codes, store)
    for code in codes:
        content = store.read(row_key(parts, code, bench.reviewer, today))
        if content is not None:
            yield code, _row(json.loads(content))


def _key(house: Parts, own: Parts, reviewer: Reviewer | None, today: date) -> str:
    who = (reviewer.name, reviewer.role) if reviewer else ()
    return key_of("row", hash_of(program()), hash_of(house), hash_of(own), str(today), *who)


def _row(data: dict[str, Any]) -> Row:
    waiting = tuple(Waiting(**one) for one in data["waiting"])
    return Row(**{**data, "owners": tuple(data["owners"]), "waiting": waiting})
