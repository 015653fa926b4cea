"""Sort an old report into the files of a publication: every field filled, every word kept.

Words stay as the author wrote them. Where the old report says nothing, prose is `To be
written.` and dates are days that cannot be meant, so that `check` names each as an error.
What was concluded, and what has no field, is listed in imported.yaml, and is found there.
A dataset that was promised and is not there has no record of the gap: the promise is the
author's to keep or to take back.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from reportkit.legacy.draft import Draft
from reportkit.legacy.gathered import gather
from reportkit.legacy.old_report import Heading, OldReport, Row, text_of
from reportkit.legacy.outline import Entry, Outline, outline
from reportkit.legacy.parts import FROM_DATA
from reportkit.legacy.place_billing import billing_data
from reportkit.legacy.place_clinical import clinical_data, place_clinical
from reportkit.legacy.place_coding import coding_data, place_coding
from reportkit.legacy.place_report import input_data, report_data, title_of
from reportkit.legacy.place_summary import place_summary
from reportkit.legacy.prose import put_named
from reportkit.legacy.sheet import Sheet
from reportkit.legacy.title import Title
from reportkit.model.sections import AUTHORED


def place(report: OldReport, code: str | None, day: date) -> Draft:
    """Sort an old report into the files of a publication.

    `code` is the code of the publication if the user named it; `day` is the day of the
    import. Raises CannotRun if no code is named in any way.
    """
    parts = outline(report)
    sheet = Sheet(remarks=list(report.remarks))
    title = title_of(parts, report, code, sheet)
    gathered = gather(report, parts, sheet)
    prose = [entry for entry in parts.entries if not _is_left(entry, title, sheet)]
    by_section = {key: [entry for entry in prose if entry.section == key] for key in AUTHORED}
    place_summary(by_section["summary"], sheet)
    put_named(by_section["billing-overview"], sheet)
    case = place_clinical(by_section["clinical-context"], sheet)
    rows = place_coding(by_section["coding-specifications"], sheet)
    _keep_names(report, parts, sheet)
    files: dict[str, dict[str, Any]] = {
        "input": input_data(title, gathered, report, day, sheet),
        "report": report_data(title, gathered, report, day, sheet),
        "summary": {
            "reportkit": "summary/1",
            **{
                key: sheet.prose("summary", key)
                for key in ("definition", "relevance", "importance")
            },
        },
        "billing-overview": billing_data(title, gathered, sheet),
        "clinical-context": clinical_data(title, gathered, case, sheet),
        "coding-specifications": coding_data(rows, sheet),
    }
    for key in (*AUTHORED, "report"):
        files[key]["notes"] = sheet.notes_of(key)
    left = _left(sheet)
    if left:
        files["imported"] = left
    return Draft(title.code, title.system, files, tuple(sheet.placed), tuple(sheet.remarks))


def _is_left(entry: Entry, title: Title, sheet: Sheet) -> bool:
    """Whether a block goes to no field of prose; it is then kept where it can be seen."""
    block = entry.block
    match entry.part:
        case None:
            heading = isinstance(block, Heading)
            reason = "no section has its heading" if heading else "no section is for it"
            sheet.leave(entry.section, block, reason)
        case "title" if text_of(block) == title.text:
            pass  # stands in report.yaml
        case "code" | "control" if len(text_of(block).split()) <= _WORDS_OF_A_VALUE:
            sheet.note("report", text_of(block), block.where)
        case "title" | "code" | "control":
            sheet.leave("report", block, "no field of report.yaml holds it")
        case part if part in FROM_DATA:
            sheet.leave(entry.section, block, FROM_DATA[part])
        case _ if isinstance(block, Row) and entry.section != "coding-specifications":
            sheet.leave(entry.section, block, "a table has no field in this section")
        case _:
            return False
    return True


_WORDS_OF_A_VALUE = 6
"""A date, a number, a name: more words are a sentence."""


def _keep_names(report: OldReport, parts: Outline, sheet: Sheet) -> None:
    """Keep what names parts, the title line and what stands outside of the text."""
    for name in parts.names:
        sheet.note(name.section, text_of(name.block), name.block.where)
    if parts.title:
        line = next(block for block in report.blocks if block.where == parts.title.where)
        sheet.note("report", text_of(line), parts.title.where)
    seen: set[str] = set()
    for aside in parts.asides:
        if aside.text in seen or not any(sign.isalpha() for sign in aside.text):
            sheet.note("report", aside.text, aside.where)
        else:
            seen.add(aside.text)
            sheet.leave("report", aside, "stands outside of the text")


def _left(sheet: Sheet) -> dict[str, Any]:
    """The data of imported.yaml; nothing if nothing is left to be settled."""
    asides = [
        {"at": aside.at, "section": aside.section, "reason": aside.reason, "text": aside.text}
        for aside in sheet.set_aside()
    ]
    guesses = [guess.model_dump() for guess in sheet.all_guesses()]
    if not asides and not guesses:
        return {}
    return {"reportkit": "imported/1", "set_aside": asides, "guesses": guesses}
