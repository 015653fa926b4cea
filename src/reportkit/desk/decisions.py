"""Take a decision that a page sends, and write it as the commands do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from reportkit.cannot_run import CannotRun
from reportkit.check.grounds import Entry, ledger
from reportkit.decide.cases import Case, statement_id
from reportkit.decide.judged import Judged
from reportkit.decide.on_places import be_done, send_back
from reportkit.decide.on_questions import answer, question_on
from reportkit.decide.on_statements import accept, acceptance
from reportkit.decide.sign import sign
from reportkit.decide.sitting import Sitting
from reportkit.decide.waive import waive, waive_everywhere
from reportkit.desk.bench import Bench
from reportkit.desk.snapshot import Snapshot
from reportkit.findings.finding import Finding
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.model.days import day_of
from reportkit.model.review import Said
from reportkit.model.waivers import Waiver
from reportkit.workspace.approval import IN_FORCE, approval
from reportkit.workspace.content import content_sha256
from reportkit.workspace.publication import Publication

T = TypeVar("T")


class _Wanted(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    case: str
    """Id of what is decided."""
    shown: str
    """Hash of what was shown of it."""


class SendBack(_Wanted):
    """Send the place back to its author."""

    kind: Literal["send-back"]
    comment: str


class BeDone(_Wanted):
    """Be done with a finding, or with a comment of one's own."""

    kind: Literal["done"]


class Waive(_Wanted):
    """Accept a finding for now."""

    kind: Literal["waive"]
    reason: str
    owner: str
    expiry: str
    everywhere: Literal["true", ""] = ""
    """Whether it is for the same finding in every publication."""


class Accept(_Wanted):
    """Stand for a sentence."""

    kind: Literal["accept"]


class AnswerQuestion(_Wanted):
    """Answer a question of the checklist."""

    kind: Literal["answer"]
    answer: Said
    comment: str = ""


class Sign(_Wanted):
    """Sign the content; `shown` is its hash."""

    kind: Literal["sign"]
    meaning: str


class Release(_Wanted):
    """Release the content as an edition; `shown` is its hash."""

    kind: Literal["release"]


Wanted = Annotated[
    SendBack | BeDone | Waive | Accept | AnswerQuestion | Sign | Release,
    Field(discriminator="kind"),
]
_WANTED: Final[TypeAdapter[Wanted]] = TypeAdapter(Wanted)


def wanted(body: bytes) -> Wanted:
    """The decision that a page sends as JSON; raises CannotRun if it is none."""
    try:
        return _WANTED.validate_json(body)
    except ValidationError as error:
        raise CannotRun("the page sent no decision", "load the page again") from error


def decide(bench: Bench, sitting: Sitting, snapshot: Snapshot, decision: Wanted) -> str:
    """Write a decision, and say what was written; raises CannotRun if it is not to be."""
    publication = snapshot.publication
    if isinstance(decision, Sign):
        return sign(sitting, decision.meaning, bench.check, decision.shown, bench.seal).told
    if isinstance(decision, Release):
        return _released(bench, publication, decision)
    case = _one(case for case in snapshot.cases if case.id == decision.case)
    if case.shown != decision.shown:
        raise CannotRun("this has changed since it was shown", "look at it again")
    match decision:
        case SendBack(comment=comment):
            return send_back(sitting, _judged(case), comment)
        case BeDone():
            return be_done(sitting, _judged(case), _rule(snapshot, case))
        case Waive():
            waiver = _waiver(_finding(snapshot, case), decision)
            add = waive_everywhere if decision.everywhere else waive
            return add(bench.root, snapshot.code, waiver, bench.check, sitting.today)
        case Accept():
            return _accept(sitting, publication, case)
        case AnswerQuestion(answer=said, comment=comment):
            question = question_on(publication, case.id)
            return answer(sitting, question, _judged(case), said, comment)


def _released(bench: Bench, publication: Publication, decision: Release) -> str:
    """Release what was shown; other content is not signed, and refused besides."""
    if bench.release is None or to_release(publication) != decision.shown:
        raise CannotRun("this has changed since it was shown", "look at it again")
    return bench.release(publication.code)


def to_release(publication: Publication) -> str:
    """The hash of the content that can be released now; empty where it is not approved."""
    try:
        report = publication.report
        known = {edition.version for edition in publication.editions.released}
        is_new = report.status in IN_FORCE and report.version not in known
        is_approved = is_new and not approval(publication).lacking
        return content_sha256(publication) if is_approved else ""
    except Unavailable:
        return ""


def _accept(sitting: Sitting, publication: Publication, case: Case) -> str:
    try:
        entry: Entry = _one(one for one in ledger(publication) if statement_id(one) == case.id)
        return accept(sitting, [acceptance(sitting, entry, publication)])
    except Unavailable as absent:
        raise CannotRun("the sentence cannot be read any more", "mend its file") from absent


def _rule(snapshot: Snapshot, case: Case) -> str:
    """The rule that found what a case is about; a comment is found by one as well."""
    return "sent-back" if case.kind == "comment" else _finding(snapshot, case).rule


def _finding(snapshot: Snapshot, case: Case) -> Finding:
    items = snapshot.review.items if snapshot.review else ()
    return _one(item.finding for item in items if item.finding.fingerprint == case.id)


def _waiver(finding: Finding, decision: Waive) -> Waiver:
    """A waiver of this finding alone, as far as its place can tell it from others."""
    route = route_text(finding.place.route)
    return Waiver(
        rule=finding.rule,
        path=f"{finding.place.file}#{route}" if route else finding.place.file,
        reason=decision.reason,
        owner=decision.owner,
        expiry=_last_day(decision.expiry),
    )


def _last_day(text: str) -> date:
    if (day := day_of(text)) is None:
        raise CannotRun(f"`{text}` is no day", "write the last day as 2026-10-01")
    return day


def _judged(case: Case) -> Judged:
    if case.judged is None:
        raise CannotRun("what is decided cannot be read", "mend its file first")
    return case.judged


def _one(fitting: Iterable[T]) -> T:
    for one in fitting:
        return one
    raise CannotRun("this is not there any more", "look at the page again")
