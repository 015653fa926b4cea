"""Gather from an outline what an old report says as data, and tell the sheet what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.legacy.control import ControlDate, Dated, dates_of, version_of
from reportkit.legacy.facts import audience_in, is_passive, topics_in
from reportkit.legacy.headings import part_named
from reportkit.legacy.old_report import OldReport, Row, Where, text_of
from reportkit.legacy.outline import Entry, Outline
from reportkit.legacy.parts import Part
from reportkit.legacy.payers import PayersFound, payers_in, payers_listed
from reportkit.legacy.sheet import Sheet
from reportkit.legacy.sites import SitesFound, names_site, sites_in, sites_listed, sites_told
from reportkit.legacy.words import is_sentence, sentences
from reportkit.model.input import Payer, Site
from reportkit.model.report import Topic


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the old report says as data, each with its place."""

    dates: dict[Dated, ControlDate]
    version: tuple[str, Where] | None
    payers: tuple[Payer, ...]
    payers_at: Where | None
    sites: tuple[Site, ...]
    sites_at: Where | None
    topics: dict[Topic, Where]
    audience: tuple[str, ...]
    texts: dict[str, str]
    """Section to all its text."""
    labels: dict[Part, tuple[str, Where]]
    """Part to what its first label or first text says."""


def gather(report: OldReport, parts: Outline, sheet: Sheet) -> Gathered:
    """Read the data; whatever is doubtful becomes a guess on the sheet."""
    said = list(_sentences(parts.entries))
    payers, payers_at = _payers(parts.entries, said, sheet)
    sites, sites_at = _sites(parts.entries, said, sheet)
    labels: dict[Part, tuple[str, Where]] = {}
    texts: dict[str, str] = {}
    for entry in parts.entries:
        text = text_of(entry.block)
        texts[entry.section] = f"{texts.get(entry.section, '')} {text}".strip()
        if entry.part is not None:
            labels.setdefault(entry.part, (text, entry.block.where))
    return Gathered(
        dates=dates_of(report),
        version=version_of(report),
        payers=payers,
        payers_at=payers_at,
        sites=sites,
        sites_at=sites_at,
        topics=_topics(said, sheet),
        audience=next((readers for text, _ in said if (readers := audience_in(text))), ()),
        texts=texts,
        labels=labels,
    )


def _sentences(entries: Iterable[Entry]) -> Iterator[tuple[str, Where]]:
    for entry in entries:
        for sentence in sentences(re.sub(r"[*`]+", "", text_of(entry.block))):
            yield sentence, entry.block.where


_Said = list[tuple[str, Where]]


def _payers(
    entries: Iterable[Entry], said: _Said, sheet: Sheet
) -> tuple[tuple[Payer, ...], Where | None]:
    lists = [(payers_in(text), where) for text, where in said]
    lists += [(_payers_of(entry), entry.block.where) for entry in entries if entry.part == "payers"]
    payers: dict[str, Payer] = {}
    at: Where | None = None
    for listed, where in lists:
        for payer in listed.payers:
            payers.setdefault(payer.id, payer)
            at = at or where
        for name in listed.unknown:
            reason = f"`{name}` stands in a list of payers, and no table knows it; it was not taken"
            sheet.guess("input", ("payers",), reason, where)
    return tuple(payers.values()), at


def _payers_of(entry: Entry) -> PayersFound:
    """The payers of a label, of an item, or of the first cell of a row."""
    block = entry.block
    if isinstance(block, Row):
        head = block.head or part_named(block.cells[0]) == "payers"
        return PayersFound() if head else payers_listed(block.cells[0])
    text = text_of(block)
    return PayersFound() if is_sentence(text) else payers_listed(text)


def _sites(
    entries: Iterable[Entry], said: _Said, sheet: Sheet
) -> tuple[tuple[Site, ...], Where | None]:
    lists = [
        (_sites_of(entry), entry.block.where)
        for entry in entries
        if entry.part == "sites" and not isinstance(entry.block, Row)
    ]
    if not any(listed.sites for listed, _ in lists):
        lists += [(sites_in(text), where) for text, where in said if _GIVEN.search(text)]
    sites: dict[str, Site] = {}
    at: Where | None = None
    for listed, where in lists:
        for site in listed.sites:
            sites.setdefault(site.id, site)
            at = at or where
        numbers = {identifier: number for number, identifier in enumerate(sites)}
        for identifier, reason in listed.doubts:
            route = ("sites",) if identifier is None else ("sites", numbers[identifier], "pos")
            sheet.guess("input", route, reason, where)
    headed = {entry.by for entry in entries if entry.part == "sites"}
    if sites and headed.isdisjoint(("name", "label")):
        told = "below a heading that hints at them" if headed else "that say where it is given"
        reason = f"the sites of service are those of sentences {told}"
        sheet.guess("input", ("sites",), reason, at)
    return tuple(sites.values()), at


def _sites_of(entry: Entry) -> SitesFound:
    """The sites of a label or an item, or of whole sentences below a heading."""
    text = text_of(entry.block)
    if entry.by == "label" or not is_sentence(text):
        return sites_listed(text)
    named = sites_told(text)
    silent = [
        (None, f"`{sentence}` names no site that a table knows")
        for sentence in sentences(text)
        if _GIVEN.search(sentence) and not names_site(sentence)
    ]
    return SitesFound(named.sites, (*named.doubts, *silent))


def _topics(said: _Said, sheet: Sheet) -> dict[Topic, Where]:
    topics: dict[Topic, Where] = {}
    for text, where in said:
        for topic in topics_in(text):
            if topic not in topics and is_passive(text):
                reason = f"`{topic}` was taken as a promise of {where} of the old report"
                sheet.guess("report", ("topics", len(topics)), reason, where)
            topics.setdefault(topic, where)
    return topics


_GIVEN: Final = re.compile(
    r"\b(?:performed|done|provided|furnished|given|run|sites? of service|setting)\b", re.IGNORECASE
)
