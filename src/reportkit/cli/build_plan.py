"""Plan a build: which publications are to be made, and what of each changed since the last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from reportkit.cli.order import Order
from reportkit.cli.recall import recall, told_key
from reportkit.files.stamp import Part, stamp_of_written
from reportkit.report.told import Told
from reportkit.store.parts import Parts, hash_of, program
from reportkit.store.seen import HOUSE, json_entry, seen_parts
from reportkit.store.store import CLOSED, Store, key_of, open_store

if TYPE_CHECKING:
    from reportkit.check.findings import Findings
    from reportkit.findings.finding import Severity
    from reportkit.pipeline import PdfWish, Purpose

Wish = Literal["changed", "released", "all", "none"]
"""The PDFs that are wanted: of what is made anew, of what has an edition, of all, of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOrder(Order):
    """How to build publications."""

    fail_on: Severity
    purpose: Purpose
    created: datetime | None = None
    pdf: PdfWish = "all"
    told_as: Literal["text", "findings"] = "text"
    """Whether the findings themselves are wanted, for other formats than text."""

    @property
    def options(self) -> dict[str, str]:
        """All of the order that changes what comes of a publication, in words for `--explain`."""
        return {
            "the day": str(self.today),
            "--draft": self.purpose,
            "--fail-on": self.fail_on,
            "SOURCE_DATE_EPOCH": str(self.created),
            "--pdf": self.pdf,
        }

    @property
    def recalls(self) -> bool:
        """Whether what was told before is told again: not where findings are wanted."""
        return self.can_be_recalled and self.told_as == "text"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a publication that was built."""

    shared: Parts
    """The hash of what it was made from and others too: the house and the program."""
    own: Parts
    """The hash of each of its own files."""
    options: Mapping[str, str]
    written: str | None
    """The mark of what was written; None if errors kept it from being written."""
    faults: tuple[str, ...] = ()
    """Why it was not written where no finding says so."""

    @property
    def key(self) -> str:
        """Under which what was told of it is kept."""
        return told_key(hash_of(self.shared), (self.own,), ("build", *self.options.values()))


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a publication, as far as there is anything to tell of it."""

    code: str
    told: Told
    findings: Findings | None = None
    """Where they are wanted themselves."""
    written: tuple[str, ...] = ()
    """The names of the files written into its folder."""
    faults: tuple[str, ...] = ()
    """Why it was not published where no finding says so."""
    stops: tuple[str, ...] = ()
    """What of the environment kept it from being published."""
    record: Record | None = None
    """What is to be known of it at the next build; None if it is to be made again."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, by code: why each publication is to be made, or that it is not."""

    reasons: Mapping[str, tuple[str, ...]]
    records: Mapping[str, Record]
    store: Store
    has_index: bool
    """Whether the index of the pages for reviewers is of the last build, which may have died."""

    @property
    def anew(self) -> tuple[str, ...]:
        """The codes of the publications to be made."""
        return tuple(code for code, why in self.reasons.items() if why)

    def unchanged(self, code: str) -> Done | None:
        """What came of a publication when it was built last; None if that is no longer known."""
        record = self.records[code]
        told = recall(self.store, record.key)
        if told is None:
            return None
        return Done(code, told, faults=record.faults, record=record)

    def begin(self) -> None:
        """Note that the index waits to be written, for the next build if this one dies."""
        self.store.keep(_INDEX, b"due")

    def indexed(self) -> None:
        """Note that the index was written."""
        self.store.keep(_INDEX, _WRITTEN)

    def keep(self, records: Mapping[str, Record]) -> None:
        """Keep what is known of the publications built now, beside those built before."""
        every = {**self.records, **records}
        self.store.keep(_KEY, json.dumps(_as_entry(every)).encode())
        self.store.trim()


def plan_build(order: BuildOrder, codes: Sequence[str], wish: Wish) -> Plan:
    """Compare each publication with what is known of its last build; nothing is read twice."""
    store = open_store(order.root)
    records = _from_entry(json_entry(store, _KEY))
    parts = seen_parts(order.root, codes, store if order.recalls else CLOSED)
    shared = {**program(), **parts[HOUSE]}
    reasons = {}
    for code in codes:
        record = records.get(code)
        options = order.options
        if record is not None and wish == "changed":
            options["--pdf"] = record.options["--pdf"]
        now = Record(shared, parts[code], options, None)
        reasons[code] = tuple(_reasons(order, code, record, now, store))
    return Plan(reasons, records, store, store.read(_INDEX) == _WRITTEN)


def outputs(code: str) -> tuple[Part, ...]:
    """Where a build writes what it makes of a publication."""
    pages = (f"{code}.html", f"{code}.json", f"{code}-changes.html")
    return (Part(f"build/{code}"), *(Part(f"build/review/{page}") for page in pages))


def mark_of_outputs(root: Path, code: str) -> str:
    """A mark that changes when anything of what was written is changed or removed."""
    return key_of("written", stamp_of_written(root, outputs(code)) or "")


_INDEX: Final = key_of("index of builds", "1")
_WRITTEN: Final = b"written"
_KEY: Final = key_of("records of builds", "1")
"""The number goes up with the form of the entry, as one of another version may stand there."""


def _as_entry(records: Mapping[str, Record]) -> dict[str, Any]:
    """The records as JSON, with what many share in it once."""
    names = {code: hash_of(record.shared) for code, record in records.items()}
    return {
        "shared": {names[code]: record.shared for code, record in records.items()},
        "records": {
            code: [names[code], record.own, record.options, record.written, record.faults]
            for code, record in records.items()
        },
    }


def _from_entry(entry: Mapping[str, Any]) -> dict[str, Record]:
    shared = entry.get("shared", {})
    return {
        code: Record(shared[name], own, options, written, tuple(faults))
        for code, (name, own, options, written, faults) in entry.get("records", {}).items()
    }


def _reasons(
    order: BuildOrder, code: str, before: Record | None, now: Record, store: Store
) -> Iterator[str]:
    """Why a publication is to be made, in words."""
    if before is None:
        yield "no build of it is known here"
        return
    if not order.recalls:
        yield "--against, --trust-project-rules and other formats than text look at all anew"
        return
    changed = [
        *_changes(before.shared, now.shared),
        *_changes(before.own, now.own),
        *_changes(before.options, now.options),
    ]
    yield from changed
    if before.written not in (None, mark_of_outputs(order.root, code)):
        yield "what was written of it into build/ is not as it was"
    elif not changed and not store.holds(before.key):
        yield "what was said of it is no longer kept"


def _changes(before: Parts, now: Parts) -> Iterator[str]:
    for name in sorted(before.keys() | now.keys()):
        if name not in now:
            yield f"{name} is gone"
        elif name not in before:
            yield f"{name} is new"
        elif before[name] != now[name]:
            yield f"{name} changed"
