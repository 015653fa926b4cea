"""Turn entries into the lists a reader looks a publication up in, none longer than a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportkit.catalogue.entry import Entry
from reportkit.catalogue.voice import Voice
from reportkit.model.messages import N_

ON_A_PAGE: Final = 300
"""Publications of a list that stand on one page."""


@dataclass(frozen=True, slots=True)
class List:
    """One page of a list, with its place among the pages of it."""

    path: str
    """From the folder of the site."""
    kind: str
    """What it lists by: `Code range`, `Payer` …"""
    title: str
    entries: tuple[Entry, ...]
    earlier: str | None = None
    """The name of the page before, in the same folder."""
    later: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What lists stand under one heading of the start page, each with how many it lists."""

    title: str
    lists: tuple[tuple[str, str, int], ...]
    """Path of its first page, title, and number of publications."""


def lists_of(entries: Sequence[Entry], voice: Voice) -> tuple[tuple[Group, ...], tuple[List, ...]]:
    """The groups of the start page, and every page of every list."""
    groups: list[Group] = []
    pages: list[List] = []
    for title, folder, kind, values in _KINDS:
        grouped: dict[str, list[Entry]] = {}
        for entry in entries:
            for value in values(entry, voice):
                grouped.setdefault(value, []).append(entry)
        named = list(_named(grouped))
        groups.append(
            Group(
                voice.say(title),
                tuple(
                    (f"{folder}/{name}.html", value, len(grouped[value])) for name, value in named
                ),
            )
        )
        for name, value in named:
            pages += _pages(folder, name, voice.say(kind), value, grouped[value])
    return tuple(group for group in groups if group.lists), tuple(pages)


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by the day they were revised, as many as stand on one page."""
    newest = sorted(entries, key=lambda entry: (-entry.revised.toordinal(), entry.code))
    return tuple(newest[:ON_A_PAGE])


def _range(entry: Entry, _: Voice) -> tuple[str, ...]:
    """The first two characters of a code, which keep neighbours together."""
    return (f"{entry.code[:2]}{'…' if len(entry.code) > 2 else ''}",)


_KINDS: Final[tuple[tuple[str, str, str, Callable[[Entry, Voice], tuple[str, ...]]], ...]] = (
    (N_("By code"), "codes", N_("Codes"), _range),
    (N_("By service"), "services", N_("Service"),
     lambda entry, voice: (voice.label(entry.service_type),) if entry.service_type else ()),
    (N_("By payer"), "payers", N_("Payer"), lambda entry, _: tuple(dict.fromkeys(entry.payers))),
    (N_("By state"), "states", N_("State"), lambda entry, _: entry.states),
    (N_("By month of issue"), "issued", N_("Issued"),
     lambda entry, _: (f"{entry.published:%Y-%m}",)),
)  # fmt: skip
"""Heading, folder and kind of each way to look a publication up, and the values it is under."""


def _named(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A name for the file of each value, no two alike, in the order of the values."""
    taken: set[str] = set()
    for value in sorted(values):
        letters = unicodedata.normalize("NFKD", value.lower()).encode("ascii", "ignore").decode()
        plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "other"
        name = next(
            name
            for name in (plain, *(f"{plain}_{n}" for n in range(2, len(taken) + 3)))
            if name not in taken
        )
        taken.add(name)
        yield name, value


def _pages(
    folder: str, name: str, kind: str, title: str, entries: Sequence[Entry]
) -> Iterator[List]:
    starts = range(0, len(entries), ON_A_PAGE)
    names = [
        f"{name}.html" if start == 0 else f"{name}_page-{number}.html"
        for number, start in enumerate(starts, start=1)
    ]
    for index, start in enumerate(starts):
        yield List(
            f"{folder}/{names[index]}",
            kind,
            title,
            tuple(entries[start : start + ON_A_PAGE]),
            names[index - 1] if index else None,
            names[index + 1] if index + 1 < len(names) else None,
        )
