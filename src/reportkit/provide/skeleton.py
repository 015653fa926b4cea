"""Write the report.yaml of a new publication, and what follows from data in that of an old one.

Every topic is listed: what was provided is printed from it, what was not is a named gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from reportkit.model.report import Topic
from reportkit.model.sections import AUTHORED, FROM_DATA
from reportkit.provide.derived import DAYS, REVIEW_AFTER, derived
from reportkit.provide.refresh import CodeRef, Refreshed
from reportkit.source import emit
from reportkit.source.rewrite import RewriteRefused, as_read, read_mapping, replace_keys, same
from reportkit.source.values import plain


@dataclass(frozen=True, slots=True)
class Renewed:
    """The text of a report.yaml to write, and which of its keys change."""

    text: str
    keys: tuple[str, ...]


def renewed_report(text: str, data: Refreshed, day: date) -> Renewed | None:
    """A report.yaml with what follows from its input; None where it says so already.

    Raises RewriteRefused if it is no YAML or not the form of a report.
    """
    report = plain(read_mapping(text))
    try:
        follows = as_read(derived(report, data.before, data.after, data.text, day))
    except (KeyError, TypeError, ValueError, AttributeError):
        # The file is taken as plain data, in which anything may stand.
        raise RewriteRefused("what it says of its dates and sources has not its form") from None
    keys = tuple(key for key, value in follows.items() if not same(report.get(key), value))
    # Days move with what is read, so that they alone are no change.
    if not set(keys) - DAYS:
        return None
    return Renewed(replace_keys(text, follows), keys)


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
                "change": "First draft.",
                "reason": "New publication.",
            }
        ],
    }
    whole.update(derived(whole, {}, data.after, data.text, day))
    lines = [f"# {code.code_system} {code.code}: a draft to be written."]
    lines += [f"{key}:{emit.block(value, 0)}" for key, value in whole.items()]
    return "\n".join(lines) + "\n"
