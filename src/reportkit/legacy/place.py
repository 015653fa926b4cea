"""OldReport in, Draft out: every field of the files filled, and every word of the text kept.

Words stay as the author wrote them. Where the old report says nothing, prose is `To be
written.` and dates are days that cannot be meant, so that `check` names each as an error.
A dataset that was promised and is not there has no record of the gap: the promise is the
author's to keep or to take back.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any, get_args

from reportkit.cannot_run import CannotRun
from reportkit.legacy.control import UNKNOWN_VERSION, Dated, dates_of, version_of
from reportkit.legacy.draft import TO_BE_WRITTEN, Draft, Placed
from reportkit.legacy.facts import (
    audience_in,
    evidence_in,
    payers_in,
    purpose_in,
    service_type_in,
    sites_in,
    topics_in,
)
from reportkit.legacy.old_report import OldReport, Where, text_of
from reportkit.legacy.outline import Outline, Title, outline, system_of
from reportkit.legacy.place_clinical import place_clinical
from reportkit.legacy.place_coding import OldRow, place_coding
from reportkit.legacy.place_prose import Label, place_billing, place_summary
from reportkit.legacy.sheet import Sheet
from reportkit.legacy.words import sentences
from reportkit.model.absence import gap
from reportkit.model.base import Prose
from reportkit.model.datasets import DATASETS
from reportkit.model.input import Payer, Site
from reportkit.model.report import UNKNOWN_DATE, CodeSets, Topic
from reportkit.model.sections import AUTHORED, DELIVERS


def place(report: OldReport, code: str | None, day: date) -> Draft:
    """Sort an old report into the files of a publication.

    `code` is the code of the publication if the user named it; `day` is the day of the
    import. Raises CannotRun if no code is named in any way.
    """
    parts = outline(report)
    sheet = Sheet(remarks=list(report.remarks))
    title = _title(parts, report, code)
    labels, rows, steps = _place_sections(parts, sheet)
    for heading in parts.headings:
        sheet.note(heading.section, text_of(heading.block), heading.block.where)
    if parts.title:
        block = next(each for each in report.blocks if each.where == parts.title.where)
        sheet.note("report", text_of(block), parts.title.where)
    for aside in parts.asides:
        sheet.leave("report", aside, "stands outside of the text")
    facts = _Facts(report, parts, labels, sheet)
    files: dict[str, dict[str, Any]] = {"input": _input(title, facts, report, day)}
    files["report"] = _report(title, facts, report, sheet, day)
    files["summary"] = {
        "reportkit": "summary/1",
        **{key: sheet.prose("summary", key) for key in ("definition", "relevance", "importance")},
    }
    files["billing-overview"] = _billing(facts, sheet)
    files["clinical-context"] = _clinical(title, facts, steps, sheet)
    files["coding-specifications"] = _coding(rows, sheet)
    for key in (*AUTHORED, "report"):
        files[key]["notes"] = sheet.notes_of(key)
    return Draft(title.code, title.system, files, tuple(sheet.placed), tuple(sheet.remarks))


_FILE_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Z][0-9]{3}[0-9A-Z])(?![0-9A-Za-z])")
_ANY_CODE = re.compile(r"\b(?:CPT|HCPCS)\W{0,3}\s*(?:code\s+)?([0-9A-Z]\d{3}[0-9A-Z])\b")


class _Facts:
    """What the prose says as data, with the remarks on what was concluded."""

    def __init__(
        self, report: OldReport, parts: Outline, labels: tuple[Label, ...], sheet: Sheet
    ) -> None:
        self.sheet = sheet
        self.dates = dates_of(report)
        self.version = version_of(report)
        self.body = [
            (sentence, entry.block.where)
            for entry in parts.entries
            for sentence in sentences(re.sub(r"[*`]+", "", text_of(entry.block)))
        ]
        self.lines = {
            name: next((x for x in labels if x.name == name), None)
            for name in ("service", "sites", "purpose")
        }
        of = {"summary": "", "billing-overview": "", "clinical-context": ""}
        for entry in parts.entries:
            of[entry.section] = f"{of.get(entry.section, '')} {text_of(entry.block)}"
        self.text = of
        self.payers, self.payers_at = self._payers()
        self.sites, self.sites_at = self._sites()
        self.topics = self._topics()
        self.audience = next((found for text, _ in self.body if (found := audience_in(text))), ())

    def _payers(self) -> tuple[tuple[Payer, ...], Where | None]:
        found = ((payers_in(text), where) for text, where in self.body)
        return next(((payers, where) for payers, where in found if payers), ((), None))

    def _sites(self) -> tuple[tuple[Site, ...], Where | None]:
        line = self.lines["sites"]
        if line is not None and (sites := sites_in(line.value)):
            return sites, line.where
        for text, where in self.body:
            if _GIVEN.search(text) and (sites := sites_in(text)):
                self.sheet.inferred("the sites of service are those of this sentence", where)
                return sites, where
        return (), None

    def _topics(self) -> dict[Topic, Where]:
        topics: dict[Topic, Where] = {}
        for text, where in self.body:
            for topic in topics_in(text):
                topics.setdefault(topic, where)
        return topics


_GIVEN = re.compile(
    r"\b(?:performed|done|provided|furnished|sites? of service|setting)\b", re.IGNORECASE
)


def _title(parts: Outline, report: OldReport, code: str | None) -> Title:
    """The code and title, from the user, the title line, the text or the file's name."""
    nowhere = Where(1)
    if code is None and parts.title is not None:
        return parts.title
    if code is None:
        said = Counter(
            found for block in report.blocks for found in _ANY_CODE.findall(text_of(block))
        )
        code = said.most_common(1)[0][0] if said else None
    if code is None and (found := _FILE_CODE.search(report.name)):
        code = found[1]
    system = system_of(code) if code else None
    if code is None or system is None:
        raise CannotRun(
            f"{report.name} names no code"
            if code is None
            else f"{code} is neither a CPT nor a HCPCS code",
            "name the code with --code",
        )
    if parts.title is not None:
        return Title(code, system, parts.title.text, parts.title.where)
    return Title(code, system, "", nowhere)


def _place_sections(
    parts: Outline, sheet: Sheet
) -> tuple[tuple[Label, ...], tuple[OldRow, ...], int]:
    by_section = {key: [e for e in parts.entries if e.section == key] for key in AUTHORED}
    place_summary(by_section["summary"], sheet)
    labels = place_billing(by_section["billing-overview"], sheet)
    steps = place_clinical(by_section["clinical-context"], sheet)
    rows = place_coding(by_section["coding-specifications"], sheet)
    return labels, rows, steps


def _input(title: Title, facts: _Facts, report: OldReport, day: date) -> dict[str, Any]:
    origin = {"source": "old-report", "as_of": day, "file": report.name, "sha256": report.sha256}
    data: dict[str, Any] = dict.fromkeys(DATASETS)
    provenance: dict[str, Any] = {}
    for key, values, where in (
        ("payers", facts.payers, facts.payers_at),
        ("sites", facts.sites, facts.sites_at),
    ):
        if values and where is not None:
            data[key] = [_short_record(value.model_dump()) for value in values]
            provenance[key] = origin
            facts.sheet.placed.append(Placed("input", (key,), where))
    promised = {DELIVERS[topic][1] for topic in facts.topics}
    absent = [key for key in DATASETS if data[key] is None and key not in promised]
    missing = [
        gap(field, day, AUTHORED).model_dump() for field in (*absent, "clinical-context.guidelines")
    ]
    return {
        "reportkit": "input/1",
        "code": title.code,
        "code_system": title.system,
        "as_of": day,
        "provenance": provenance,
        **data,
        "missing": missing,
    }


def _short_record(record: dict[str, Any]) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in record.items()
        if value != ()
    }


def _report(
    title: Title, facts: _Facts, report: OldReport, sheet: Sheet, day: date
) -> dict[str, Any]:
    if not title.text:
        sheet.absent("report.yaml: `title` has to be written")
    dates: dict[str, date] = {}
    for name in get_args(Dated):
        known = facts.dates.get(name)
        dates[name] = known[0] if known else UNKNOWN_DATE
        if known:
            sheet.placed.append(Placed("report", (name,), known[1]))
        else:
            sheet.absent(f"report.yaml: `{name}` is not said")
    if facts.version:
        sheet.placed.append(Placed("report", ("version",), facts.version[1]))
    sheet.placed.append(Placed("report", ("title",), title.where))
    for index, where in enumerate(facts.topics.values()):
        sheet.placed.append(Placed("report", ("topics", index), where))
    return {
        "reportkit": "report/1", "id": title.code, "code": title.code,
        "code_system": title.system, "title": title.text or TO_BE_WRITTEN,
        "version": facts.version[0] if facts.version else UNKNOWN_VERSION, "status": "draft",
        **dates,
        "code_sets": dict.fromkeys(CodeSets.model_fields),
        "input_sha256": "", "audience": list(facts.audience), "topics": list(facts.topics),
        "sections": list(AUTHORED),
        "sources": [{"id": "old-report", "accessed": day,
                     "citation": f"The report as published before, {report.name}"}],
        "abbreviations": {}, "revisions": [],
    }  # fmt: skip


def _billing(facts: _Facts, sheet: Sheet) -> dict[str, Any]:
    line, said = facts.lines["service"], facts.lines["purpose"]
    text = f"{facts.text['billing-overview']} {facts.text['summary']}"
    service = service_type_in(line.value if line else text) or service_type_in(text) or "other"
    purpose = purpose_in(said.value if said else text) or purpose_in(text)
    sheet.inferred(f"service_type is `{service}`", line.where if line else None)
    sheet.inferred(f"purpose is `{purpose or 'therapeutic'}`", said.where if said else None)
    return {
        "reportkit": "billing-overview/1",
        "description": sheet.prose("billing-overview", "description"),
        "service_type": service,
        "purpose": purpose or "therapeutic",
        "units": sheet.prose("billing-overview", "units"),
    }


def _clinical(title: Title, facts: _Facts, steps: int, sheet: Sheet) -> dict[str, Any]:
    key = "clinical-context"
    text = facts.text[key]
    age = re.search(r"\b(\d{1,3})[- ]?(?:years?|yrs?|y)[- /]?o(?:ld)?\b|\baged (\d{1,3})\b", text)
    named = sites_in(text)
    ids = [site.id for site in facts.sites]
    site = next((each.id for each in named if each.id in ids), named[0].id if named else "unknown")
    if age is None:
        sheet.absent(f"{key}.yaml: the patient's `age` is not said")
    sheet.inferred(f"the vignette's site is `{site}`")
    return {
        "reportkit": "clinical-context/1",
        "indications": sheet.prose(key, "indications"),
        "vignette": {
            "illustrative": bool(re.search(r"\b(?:illustrative|fictional|fictitious|hypothetical"
                                           r"|invented)\b", text, re.IGNORECASE)),
            "patient": {
                "age": int(age[1] or age[2]) if age else UNKNOWN_AGE,
                "sex": _sex(text),
                "presentation": sheet.prose(key, "vignette", "patient", "presentation"),
            },
            "findings": sheet.prose(key, "vignette", "findings"),
            "evidence": evidence_in(text),
            "procedure": sheet.prose(key, "vignette", "procedure"),
            "code": title.code, "site": site,
        },
        "workflow": [{"text": sheet.prose(key, "workflow", i, "text")} for i in range(steps)],
        "follow_up": sheet.prose(key, "follow_up"),
        "guidelines": None,
    }  # fmt: skip


UNKNOWN_AGE = 999
"""Years nobody reaches; rule age-over-89 finds it as an error."""


def _sex(text: str) -> str | None:
    found = re.search(
        r"\b(?:(woman|female|girl|she|her)|(man|male|boy|he|his))\b", text, re.IGNORECASE
    )
    return None if found is None else "female" if found[1] else "male"


def _coding(rows: tuple[OldRow, ...], sheet: Sheet) -> dict[str, Any]:
    key = "coding-specifications"
    written = []
    for index, row in enumerate(rows):
        sheet.placed.append(Placed(key, ("modifiers", index, "code"), row.where))
        texts = {
            name: Prose(row.cells.get(name, TO_BE_WRITTEN))
            for name in ("description", "when_to_use", "documentation")
        }
        written.append({"code": row.code, **texts, "appended_to": "procedure"})
        sheet.inferred(f"modifier {row.code} is put on the line of the procedure", row.where)
    return {
        "reportkit": "coding-specifications/1",
        "intro": sheet.prose(key, "intro"),
        "modifiers": written,
        "excluded_modifiers": [],
        "companion_services": [],
    }
