"""Turn what was provided for a code into the files of its publication, as far as they lack.

There is one way to begin a report: imports write its data, and this adds what authors write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from reportkit.model.absence import gap
from reportkit.model.input import ProvidedInput
from reportkit.model.sections import AUTHORED
from reportkit.provide.refresh import CodeRef, Refreshed, refresh_input
from reportkit.provide.skeleton import renewed_report, report_text
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.source.rewrite import RewriteRefused, read_mapping, replace_keys
from reportkit.source.values import plain
from reportkit.start.sections import section_text

GUIDELINES: Final = "clinical-context.guidelines"
"""The one key of a section for which `null` stands, with a record of the gap."""


def begun(
    code: CodeRef, title: str | None, standing: Mapping[str, str], day: date
) -> dict[str, str]:
    """Path to text of the files of a publication that are to be written.

    `standing` are those that there are already: report and input are filled up, sections stay.
    Without a title that of report.yaml stays. `day` is the day of new gaps and of a new report.
    Raises RewriteRefused for a file that is not sound.
    """
    report, provided = f"report/{code.code}/report.yaml", f"report/{code.code}/input.yaml"
    paths = {section: f"sections/{code.code}/{section}.yaml" for section in AUTHORED}
    lacking = [section for section, path in paths.items() if path not in standing]
    before = standing.get(provided) or refresh_input(None, code, (), day).text
    data = _provided(provided, before)
    after = _with_gaps(before, data, lacking, day)
    return {
        report: _report(code, title, standing.get(report), _refreshed(before, after), day),
        provided: after,
        **{paths[section]: section_text(section, data) for section in lacking},
    }


def _provided(path: str, text: str) -> ProvidedInput:
    file, problems = decode(path, text.encode())
    loaded = load(file, ProvidedInput, problems)
    if loaded.model is None:
        raise RewriteRefused(f"{path}: {loaded.problems[0].message}")
    return loaded.model


def _with_gaps(text: str, data: ProvidedInput, lacking: Sequence[str], day: date) -> str:
    """An input whose ledger no longer holds the sections that are begun, but what they lack."""
    missing = [record for record in data.missing if record.field not in lacking]
    if "clinical-context" in lacking and GUIDELINES not in {record.field for record in missing}:
        missing.append(gap(GUIDELINES, day))
    return replace_keys(text, {"missing": [record.model_dump() for record in missing]})


def _refreshed(before: str, after: str) -> Refreshed:
    old, new = (plain(read_mapping(text)) for text in (before, after))
    return Refreshed(after, (), old, new)


def _report(code: CodeRef, title: str | None, text: str | None, data: Refreshed, day: date) -> str:
    report = _derived(text, data, day) if text else report_text(code, data, day)
    return replace_keys(report, {"title": title}) if title else report


def _derived(text: str, data: Refreshed, day: date) -> str:
    renewed = renewed_report(text, data, day)
    return renewed.text if renewed else text
