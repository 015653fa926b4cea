"""Entries of the clinical context in, its fields on the sheet.

An old report tells the case in one paragraph. Its sentences stay whole and in order; words
such as `demonstrates` or `performs` say where the next field begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportkit.findings.place import Route
from reportkit.legacy.headings import Part
from reportkit.legacy.old_report import Item, Where
from reportkit.legacy.outline import Entry
from reportkit.legacy.place_prose import without_tables
from reportkit.legacy.sheet import Sheet, chunks
from reportkit.legacy.words import sentences

FILE = "clinical-context"


def place_clinical(entries: Sequence[Entry], sheet: Sheet) -> int:
    """Place prose of the clinical context; gives the number of steps of the workflow."""
    steps = 0
    told = False
    kept = without_tables(FILE, entries, sheet)
    for part, group in _grouped(kept):
        if part == "workflow":
            for entry in group:
                steps += _step(entry, steps, sheet)
            continue
        for chunk in chunks(group):
            if part in _ROUTES:
                sheet.put(FILE, _ROUTES[part], chunk.text, chunk.where)
            elif len(chunk.blocks) > 1:
                sheet.put(FILE, _loose(chunk.text, told), chunk.text, chunk.where)
            elif not told and _PATIENT.search(chunk.text):
                told = True
                steps = _case(chunk.text, chunk.where, steps, sheet)
            else:
                steps = _other(chunk.text, chunk.where, steps, told, sheet)
    return steps


_ROUTES: dict[Part | None, Route] = {
    "indications": ("indications",),
    "findings": ("vignette", "findings"),
    "procedure": ("vignette", "procedure"),
    "follow-up": ("follow_up",),
}
_PATIENT = re.compile(
    r"\b\d{1,3}[- ]?(?:years?|yrs?|months?|y)[- /]?o(?:ld)?\b|\b(?:an?|the) (?:\w+ ){0,3}"
    r"(?:patient|woman|man|girl|boy|child|infant|male|female)\b|\baged \d",
    re.IGNORECASE,
)
_FINDINGS = re.compile(
    r"\b(?:demonstrat\w+|reveal\w*|shows?|showed|confirm\w*|evaluation|examination|biops\w+"
    r"|imaging|MRI|radiograph\w*|ultrasound|colposcop\w+|work-?up|findings?|laboratory)\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"\b(?:perform\w*|undergo\w*|underwent|is treated|was treated|elects?|recommends?|proceeds?"
    r"|provider|surgeon|physician|clinician|anesthesiologist|treatment is)\b",
    re.IGNORECASE,
)
_WORKFLOW = re.compile(
    r"\b(?:workflow|steps?)\b[^.]{0,40}(?::|\binclud\w+|\bconsists?)", re.IGNORECASE
)
_FOLLOW_UP = re.compile(
    r"^(?:follow-?up|after(?:ward| the procedure| treatment)|post-?procedure"
    r"|post-?operative)",
    re.IGNORECASE,
)


def _grouped(entries: Sequence[Entry]) -> list[tuple[Part | None, list[Entry]]]:
    groups: list[tuple[Part | None, list[Entry]]] = []
    for entry in entries:
        if groups and groups[-1][0] == entry.part:
            groups[-1][1].append(entry)
        else:
            groups.append((entry.part, [entry]))
    return groups


def _case(text: str, where: Where, steps: int, sheet: Sheet) -> int:
    """The sentences of a case: presentation, then findings, then the procedure."""
    state = "presentation"
    for number, sentence in enumerate(sentences(text)):
        if _WORKFLOW.search(sentence):
            steps = _whole_step(sentence, where, steps, sheet)
            continue
        if _FOLLOW_UP.match(sentence):
            _add(("follow_up",), sentence, where, sheet)
            continue
        if state != "procedure" and number and _PROCEDURE.search(sentence):
            finds = _FINDINGS.search(sentence)
            procedure = _PROCEDURE.search(sentence)
            early = finds and procedure and finds.start() < procedure.start()
            state = "findings" if early and state == "presentation" else "procedure"
        elif state == "presentation" and number and _FINDINGS.search(sentence):
            state = "findings"
        route = ("patient", "presentation") if state == "presentation" else (state,)
        _add(("vignette", *route), sentence, where, sheet)
    return steps


def _other(text: str, where: Where, steps: int, told: bool, sheet: Sheet) -> int:
    rest: list[str] = []
    for sentence in sentences(text):
        if _WORKFLOW.search(sentence):
            steps = _whole_step(sentence, where, steps, sheet)
        else:
            rest.append(sentence)
    if rest:
        sheet.put(FILE, _loose(rest[0], told), " ".join(rest), where)
    return steps


def _loose(text: str, told: bool) -> Route:
    return ("follow_up",) if told and _FOLLOW_UP.match(text) else ("indications",)


def _add(route: Route, sentence: str, where: Where, sheet: Sheet) -> None:
    """Add a sentence to the paragraph of a field it follows in."""
    texts = sheet.fields.get((FILE, route))
    if texts and texts[-1][1] == where:
        texts[-1] = (f"{texts[-1][0]} {sentence}", where)
    else:
        sheet.put(FILE, route, sentence, where)


def _whole_step(sentence: str, where: Where, steps: int, sheet: Sheet) -> int:
    sheet.put(FILE, ("workflow", steps, "text"), sentence, where)
    sheet.inferred("the sentence on the workflow is one step; write a step for each act", where)
    return steps + 1


def _step(entry: Entry, steps: int, sheet: Sheet) -> int:
    block = entry.block
    text = str(getattr(block, "text", ""))
    if isinstance(block, Item) and block.number is not None and block.number != steps + 1:
        text = f"{block.number}. {text}"
    sheet.put(FILE, ("workflow", steps, "text"), text, block.where)
    return 1
