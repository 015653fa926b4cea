"""Findings in, a baseline out, and back: what is known already, so that only the new fails.

A baseline is for adopting reportkit on reports that stand already. It counts for a check's
exit code alone: a report with known errors is no more ready to publish than before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace

from reportkit.check.findings import Findings, Known
from reportkit.findings.finding import Finding

FORM = "reportkit/baseline/1"


class BadBaseline(Exception):  # noqa: N818 -- names the thing that is bad
    """A text that is not a baseline; the message says why."""


def baseline_text(findings: Findings) -> str:
    """Every finding that is not waived, as JSON, one a line so that versions compare well."""
    known = [asdict(_known(finding)) for finding in findings.findings if finding.waived is None]
    known.sort(
        key=lambda each: (each["publication"], each["file"], each["rule"], each["fingerprint"])
    )
    lines = ",\n".join(f"    {json.dumps(finding, ensure_ascii=False)}" for finding in known)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "form": "{FORM}",\n  "findings": {body}\n}}\n'


def read_baseline(text: str) -> tuple[Known, ...]:
    """The findings a baseline knows; raises BadBaseline."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadBaseline(f"it is not JSON: {error}") from None
    except RecursionError:
        raise BadBaseline("it is not JSON of ours: it has lists within lists without end") from None
    if not isinstance(data, dict) or data.get("form") != FORM:
        raise BadBaseline(f'it has no "form": "{FORM}"')
    try:
        return tuple(
            Known(**{key: str(value) for key, value in entry.items()}) for entry in data["findings"]
        )
    except (KeyError, TypeError, AttributeError):
        raise BadBaseline("an entry lacks a key or has one too many") from None


def against(findings: Findings, baseline: Sequence[Known]) -> Findings:
    """Mark what the baseline knows; what it knows and is gone from these reports is stale."""
    left = Counter(finding.fingerprint for finding in baseline)
    marked = []
    for finding in findings.findings:
        is_known = finding.waived is None and left[finding.fingerprint] > 0
        left[finding.fingerprint] -= is_known
        marked.append(replace(finding, known=is_known))
    stale = []
    for known in baseline:
        if known.publication in findings.publications and left[known.fingerprint] > 0:
            left[known.fingerprint] -= 1
            stale.append(known)
    return replace(findings, findings=tuple(marked), stale=tuple(stale))


def _known(finding: Finding) -> Known:
    return Known(
        finding.fingerprint, finding.rule, finding.publication, finding.place.file, finding.message
    )
