"""Make the data of input.yaml and report.yaml from what an old report says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, get_args

from reportkit.cannot_run import CannotRun
from reportkit.legacy.control import UNKNOWN_VERSION, Dated
from reportkit.legacy.draft import Placed
from reportkit.legacy.gathered import Gathered
from reportkit.legacy.old_report import Heading, OldReport, Where, text_of
from reportkit.legacy.outline import Outline
from reportkit.legacy.sheet import Sheet
from reportkit.legacy.title import FILE_CODE, NAMED_CODE, Title, system_of
from reportkit.model.absence import TO_BE_WRITTEN, gap
from reportkit.model.datasets import DATASETS
from reportkit.model.report import UNKNOWN_DATE, CodeSets
from reportkit.model.sections import AUTHORED, DELIVERS


def title_of(parts: Outline, report: OldReport, code: str | None, sheet: Sheet) -> Title:
    """The code and title: from the user, the title line, a label, the text or the file's name.

    Raises CannotRun if no code is named in any way.
    """
    labelled = _labelled_title(parts)
    line = parts.title or labelled or Title("", "CPT", "", Where(1))
    if code is None and parts.title is None:
        code = _labelled_code(parts) or _guessed_code(report, sheet)
    code = code or line.code
    system = system_of(code) if code else None
    if not code or system is None:
        fault = f"{code} is neither a CPT nor a HCPCS code"
        raise CannotRun(fault if code else f"{report.name} names no code", _NAME_IT)
    text = line.text or (labelled.text if labelled else "")
    return Title(code, system, text, line.where)


_NAME_IT: Final = "name the code with --code"


def _labelled_title(parts: Outline) -> Title | None:
    entry = next((entry for entry in parts.entries if entry.part == "title"), None)
    if entry is None:
        return None
    return Title("", "CPT", text_of(entry.block), entry.block.where)


def _labelled_code(parts: Outline) -> str | None:
    """The one code of a label such as `Procedure code: 57511`."""
    codes: set[str] = {
        code
        for entry in parts.entries
        if entry.part == "code"
        for code in FILE_CODE.findall(text_of(entry.block))
    }
    return codes.pop() if len(codes) == 1 else None


def _guessed_code(report: OldReport, sheet: Sheet) -> str | None:
    """The code that is named most often, or that stands in the name of the file."""
    named: list[str] = [
        code for block in report.blocks for code in NAMED_CODE.findall(text_of(block))
    ]
    most = Counter(named).most_common()
    if len(most) > 1:
        others = ", ".join(code for code, _ in most[1:])
        sheet.guess("report", ("code",), f"{most[0][0]} is named most often, beside {others}")
    if most:
        return most[0][0]
    if match := FILE_CODE.search(report.name):
        sheet.guess("report", ("code",), f"the code was taken from the name {report.name}")
        return match[1]
    bare = Counter(_bare_codes(report)).most_common(1)
    if not bare:
        return None
    code = bare[0][0]
    sheet.guess("report", ("code",), f"{code} was taken for the code, and no word says that it is")
    return code


def _bare_codes(report: OldReport) -> Iterator[str]:
    """Codes without a word before them: in headings and on the first line, or with a letter first.

    Elsewhere five digits may be anything.
    """
    for number, block in enumerate(report.blocks):
        for code in FILE_CODE.findall(text_of(block)):
            is_named = isinstance(block, Heading) or number == 0 or system_of(code) == "HCPCS"
            if is_named and system_of(code):
                yield code


def input_data(
    title: Title, gathered: Gathered, report: OldReport, day: date, sheet: Sheet
) -> dict[str, Any]:
    """The data of input.yaml; what was promised and is absent has no record of the gap."""
    origin = {"source": "old-report", "as_of": day, "file": report.name, "sha256": report.sha256}
    data: dict[str, Any] = dict.fromkeys(DATASETS)
    provenance: dict[str, Any] = {}
    for key, values, where in (
        ("payers", gathered.payers, gathered.payers_at),
        ("sites", gathered.sites, gathered.sites_at),
    ):
        if values and where is not None:
            data[key] = [_short_record(value.model_dump()) for value in values]
            provenance[key] = origin
            sheet.placed.append(Placed("input", (key,), where))
    promised = {DELIVERS[topic][1] for topic in gathered.topics}
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


def report_data(
    title: Title, gathered: Gathered, report: OldReport, day: date, sheet: Sheet
) -> dict[str, Any]:
    """The data of report.yaml; a day that nobody said is one that cannot be meant."""
    if not title.text:
        sheet.absent("report.yaml: `title` has to be written")
    if gathered.version:
        sheet.placed.append(Placed("report", ("version",), gathered.version[1]))
    sheet.placed.append(Placed("report", ("title",), title.where))
    for index, where in enumerate(gathered.topics.values()):
        sheet.placed.append(Placed("report", ("topics", index), where))
    return {
        "reportkit": "report/1", "id": title.code, "code": title.code,
        "code_system": title.system, "title": title.text or TO_BE_WRITTEN,
        "version": gathered.version[0] if gathered.version else UNKNOWN_VERSION, "status": "draft",
        **_dates(gathered, sheet),
        "code_sets": dict.fromkeys(CodeSets.model_fields),
        "input_sha256": "", "audience": list(gathered.audience), "topics": list(gathered.topics),
        "sections": list(AUTHORED),
        "sources": [{"id": "old-report", "accessed": day,
                     "citation": f"The report as published before, {report.name}"}],
        "abbreviations": {}, "revisions": [],
    }  # fmt: skip


def _dates(gathered: Gathered, sheet: Sheet) -> dict[str, date]:
    dates: dict[str, date] = {}
    for name in get_args(Dated):
        known = gathered.dates.get(name)
        dates[name] = known.date if known else UNKNOWN_DATE
        if known is None:
            sheet.absent(f"report.yaml: `{name}` is not said")
            continue
        sheet.placed.append(Placed("report", (name,), known.where))
        if known.doubt:
            sheet.guess("report", (name,), known.doubt, known.where)
    return dates
