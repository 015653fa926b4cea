"""Write the first report.yaml of a code from what was provided for it.

Every topic is listed: what was provided is printed from it, what was not is a named gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, get_args

from reportkit.model.datasets import KINDS
from reportkit.model.report import CodeSets, Topic
from reportkit.model.sections import AUTHORED, FROM_DATA
from reportkit.provide.refresh import CodeRef, Dataset
from reportkit.source import emit

REVIEW_AFTER = timedelta(days=91)
"""A quarter: the code sets a report rests on are renewed every quarter."""


def report_text(code: CodeRef, provided: Sequence[Dataset], input_sha256: str, day: date) -> str:
    """Write a first report.yaml, as a draft of the day of the import."""
    origins = [each.provenance for each in provided]
    releases = {each.name: each.provenance.release or "" for each in provided}
    whole: dict[str, Any] = {
        "reportkit": "report/1",
        "id": f"RK-{code.code}",
        "code": code.code,
        "code_system": code.code_system,
        "title": f"Coding report for {code.code_system} {code.code}",
        "version": "0.1",
        "status": "draft",
        "published": day,
        "effective": day,
        "data_as_of": max((origin.as_of for origin in origins), default=day),
        "next_review": day + REVIEW_AFTER,
        "code_sets": {name: _release(name, releases) for name in CodeSets.model_fields},
        "input_sha256": input_sha256,
        "audience": [],
        "topics": list(get_args(Topic)),
        "sections": [*AUTHORED, *FROM_DATA],
        "sources": _sources(provided, day),
        "abbreviations": {},
        "revisions": [
            {
                "version": "0.1",
                "date": day,
                "sections": ["all"],
                "change": "Made from provided data.",
                "reason": "New publication.",
            }
        ],
    }
    lines = [f"# {code.code_system} {code.code}: made by an import; a draft to be written."]
    lines += [f"{key}:{emit.block(value, 0)}" for key, value in whole.items()]
    return "\n".join(lines) + "\n"


def _release(code_set: str, releases: Mapping[str, str]) -> str | None:
    """The releases of the datasets of a code set, each once; None if none is provided."""
    named = (releases.get(key, "") for key, kind in KINDS.items() if kind.code_set == code_set)
    each = dict.fromkeys(part for name in named for part in name.split(" + ") if part)
    return " + ".join(each) or None


def _sources(provided: Sequence[Dataset], day: date) -> list[dict[str, Any]]:
    """One source for each id the datasets name."""
    found: dict[str, dict[str, Any]] = {}
    for each in provided:
        origin = each.provenance
        parts = [origin.file or each.name, origin.release and f"release {origin.release}"]
        found.setdefault(origin.source, {
            "id": origin.source,
            "citation": ", ".join(part for part in parts if part),
            "accessed": day,
        })  # fmt: skip
    return list(found.values())
