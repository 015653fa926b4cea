"""Place the prose of the clinical context, and tell the case that it holds.

An old report tells the case in one paragraph. Its sentences stay whole and in order; words
such as `demonstrates` or `performs` say where the next field begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from reportkit.findings.place import Route
from reportkit.legacy.facts import evidence_in
from reportkit.legacy.gathered import Gathered
from reportkit.legacy.old_report import Item, Where
from reportkit.legacy.outline import Entry
from reportkit.legacy.parts import FIELD_OF
from reportkit.legacy.prose import put_named
from reportkit.legacy.sheet import Sheet, chunks
from reportkit.legacy.sites import sites_in
from reportkit.legacy.title import Title
from reportkit.legacy.words import sentences

FILE: Final = "clinical-context"


@dataclass(slots=True)
class Case:
    """What was told of a patient, as far as the text was read."""

    text: str = ""
    """The paragraphs that tell of one; empty where none does."""
    steps: int = 0
    """How many steps of the workflow were placed."""


def place_clinical(entries: Sequence[Entry], sheet: Sheet) -> Case:
    """Place prose of the clinical context; gives what it tells of a patient."""
    case = Case()
    for part, together in groupby(entries, key=lambda entry: entry.part):
        group = list(together)
        if part == "workflow":
            for entry in group:
                case.steps += _step(entry, case.steps, sheet)
        elif part in FIELD_OF:
            put_named(group, sheet)
        else:
            for chunk in chunks(group):
                if len(chunk.blocks) > 1:
                    _loose(chunk.text, chunk.where, case, sheet)
                elif not case.text and (part == "vignette" or _PATIENT.search(chunk.text)):
                    _case(chunk.text, chunk.where, case, sheet)
                else:
                    _other(chunk.text, chunk.where, case, sheet)
    return case


def clinical_data(title: Title, gathered: Gathered, case: Case, sheet: Sheet) -> dict[str, Any]:
    """The data of the section."""
    age = _AGE.search(case.text)
    if age is None:
        sheet.absent(f"{FILE}.yaml: the patient's `age` is not said")
    evidence = evidence_in(case.text)
    sheet.guess(FILE, ("vignette", "evidence"), f"`{evidence}` was concluded from the case")
    return {
        "reportkit": "clinical-context/1",
        "indications": sheet.prose(FILE, "indications"),
        "vignette": {
            "illustrative": _ILLUSTRATIVE.search(case.text) is not None,
            "patient": {
                "age": int(age[1] or age[2]) if age else UNKNOWN_AGE,
                "sex": _sex(case.text, sheet),
                "presentation": sheet.prose(FILE, "vignette", "patient", "presentation"),
            },
            "findings": sheet.prose(FILE, "vignette", "findings"),
            "evidence": evidence,
            "procedure": sheet.prose(FILE, "vignette", "procedure"),
            "code": title.code,
            "site": _site(gathered, case, sheet),
        },
        "workflow": [
            {"text": sheet.prose(FILE, "workflow", step, "text")} for step in range(case.steps)
        ],
        "follow_up": sheet.prose(FILE, "follow_up"),
        "guidelines": None,
    }


UNKNOWN_AGE: Final = 999
"""Years nobody reaches; rule age-over-89 finds it as an error."""
_AGE: Final = re.compile(
    r"\b(\d{1,3})[- ]?(?:years?|yrs?|y)[- /]?o(?:ld)?\b|\baged (\d{1,3})\b", re.IGNORECASE
)
_ILLUSTRATIVE: Final = re.compile(
    r"\b(?:illustrative|fictional|fictitious|hypothetical|invented|made up)\b", re.IGNORECASE
)
_SEX: Final = re.compile(
    r"\b(?:(woman|female|girl|she|her)|(man|male|boy|he|his))\b", re.IGNORECASE
)


def _sex(text: str, sheet: Sheet) -> str | None:
    match = _SEX.search(text)
    sex = None if match is None else "female" if match[1] else "male"
    if match is not None and match[0].lower() in ("she", "her", "he", "his"):
        route = ("vignette", "patient", "sex")
        sheet.guess(FILE, route, f"`{sex}` was concluded from the word `{match[0]}`")
    return sex


def _site(gathered: Gathered, case: Case, sheet: Sheet) -> str:
    """Id of the site that the case names, or of the first that is provided."""
    named = [site.id for site in sites_in(case.text).sites]
    provided = [site.id for site in gathered.sites]
    site = next((site for site in named if site in provided), None)
    site = site or next(iter((*named, *provided)), "unknown")
    sheet.guess(FILE, ("vignette", "site"), f"`{site}` was concluded from the case and the sites")
    return site


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


def _case(text: str, where: Where, case: Case, sheet: Sheet) -> None:
    """The sentences of a case: presentation, then findings, then the procedure."""
    case.text = text
    state = "presentation"
    for number, sentence in enumerate(sentences(text)):
        if _WORKFLOW.search(sentence):
            _whole_step(sentence, where, case, sheet)
            continue
        if _FOLLOW_UP.match(sentence):
            _add(("follow_up",), sentence, where, sheet)
            continue
        if number:
            state = _next_state(state, sentence)
        route = ("patient", "presentation") if state == "presentation" else (state,)
        _add(("vignette", *route), sentence, where, sheet)


def _next_state(state: str, sentence: str) -> str:
    procedure, finds = _PROCEDURE.search(sentence), _FINDINGS.search(sentence)
    if state != "procedure" and procedure:
        early = finds is not None and finds.start() < procedure.start()
        return "findings" if early and state == "presentation" else "procedure"
    return "findings" if state == "presentation" and finds else state


def _other(text: str, where: Where, case: Case, sheet: Sheet) -> None:
    rest: list[str] = []
    for sentence in sentences(text):
        if _WORKFLOW.search(sentence):
            _whole_step(sentence, where, case, sheet)
        else:
            rest.append(sentence)
    if rest:
        _loose(" ".join(rest), where, case, sheet)


def _loose(text: str, where: Where, case: Case, sheet: Sheet) -> None:
    """Text that no heading and no word of a case gives a field."""
    route: Route = ("follow_up",) if case.text and _FOLLOW_UP.match(text) else ("indications",)
    sheet.put(FILE, route, text, where)
    sheet.guess(FILE, route, f"{where} of the old report has no heading of its own", where)


def _add(route: Route, sentence: str, where: Where, sheet: Sheet) -> None:
    """Add a sentence to the paragraph of a field it follows in."""
    texts = sheet.fields.get((FILE, route))
    if texts and texts[-1][1] == where:
        texts[-1] = (f"{texts[-1][0]} {sentence}", where)
    else:
        sheet.put(FILE, route, sentence, where)
    sheet.guess(FILE, route, "was told from the rest of the case by its words", where)


def _whole_step(sentence: str, where: Where, case: Case, sheet: Sheet) -> None:
    route = ("workflow", case.steps, "text")
    sheet.put(FILE, route, sentence, where)
    reason = "the sentence on the workflow is one step; write a step for each act"
    sheet.guess(FILE, route, reason, where)
    case.steps += 1


def _step(entry: Entry, steps: int, sheet: Sheet) -> int:
    block = entry.block
    text = str(getattr(block, "text", ""))
    if isinstance(block, Item) and block.number is not None and block.number != steps + 1:
        text = f"{block.number}. {text}"
    sheet.put(FILE, ("workflow", steps, "text"), text, block.where)
    return 1
