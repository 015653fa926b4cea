"""Write the report.yaml of a new publication, and what follows from data in that of an old one.

Every topic is listed: what was provided is printed from it, what was not is a named gap.
"""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from reportkit.model.report import Topic
from reportkit.model.sections import AUTHORED, FROM_DATA
from reportkit.provide.derived import REVIEW_AFTER, derived
from reportkit.provide.refresh import CodeRef, Refreshed
from reportkit.source import emit
from reportkit.source.rewrite import read_mapping, replace_keys
from reportkit.source.values import plain


def renewed_report(text: str, data: Refreshed, day: date) -> str:
    """A report.yaml with what follows from its input; raises RewriteRefused if it is no YAML."""
    report = plain(read_mapping(text))
    return replace_keys(text, derived(report, data.before, data.after, data.text, day))


def report_text(code: CodeRef, data: Refreshed, day: date) -> str:
    """Write a first report.yaml, as a draft of the day of the import."""
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
        "data_as_of": day,
        "next_review": day + REVIEW_AFTER,
        "code_sets": {},
        "input_sha256": "",
        "audience": [],
        "topics": list(get_args(Topic)),
        "sections": [*AUTHORED, *FROM_DATA],
        "sources": [],
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
    whole.update(derived(whole, {}, data.after, data.text, day))
    lines = [f"# {code.code_system} {code.code}: made by an import; a draft to be written."]
    lines += [f"{key}:{emit.block(value, 0)}" for key, value in whole.items()]
    return "\n".join(lines) + "\n"
