"""Tell a reviewer what of a publication waits: what is new, what changed, what was decided.

A decision stands until what it judged changes. So what a reviewer has decided waits no more, and
after an edit that very value waits again, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from reportkit.check.acceptance import data_sha256, id_of, standing
from reportkit.check.grounds import Entry, ledger
from reportkit.decide.judged import Judged, judged_at
from reportkit.decide.sitting import Reviewer
from reportkit.findings.finding import Finding
from reportkit.findings.meant import closest
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.model.review import Answer, Decisions, Done, SentBack
from reportkit.workspace.approval import approval
from reportkit.workspace.decisions import asked, is_on, is_settled, nodes, place_of
from reportkit.workspace.publication import Publication

State = Literal["new", "changed", "decided"]
"""Never decided by this reviewer; decided for what stood there before; decided as it stands."""


@dataclass(frozen=True, slots=True)
class Case:
    """Something that a person decides."""

    kind: Literal["finding", "statement", "question", "comment"]
    id: str
    """Fingerprint of the finding, id of the sentence and its subject, id of the question."""
    state: State
    judged: Judged | None
    """What is judged; None where that cannot be read."""
    shown: str = ""
    """Hash of what a decision is made on: a decision on anything else is refused."""
    said: str = ""
    """What was decided, in words; the words of a comment."""

    @property
    def waits(self) -> bool:
        """Whether the reviewer is asked."""
        return self.state != "decided"


def cases(
    publication: Publication, findings: Iterable[Finding], reviewer: Reviewer
) -> tuple[Case, ...]:
    """All that a reviewer decides on a publication, whether it waits or is decided.

    What cannot be read cannot be decided, and is left out.
    """
    try:
        own = _of(publication, reviewer)
    except Unavailable:
        return ()
    return tuple(
        chain(
            (_finding(publication, finding, own) for finding in findings if finding.open),
            _readable(_statements(publication, own)),
            _readable(_questions(publication, own)),
            _readable(_comments(publication, own)),
        )
    )


def fallen(publication: Publication, reviewer: Reviewer) -> tuple[str, ...]:
    """What this reviewer decided and cannot be asked about again, in words: it has no place now."""
    try:
        own, signed = _of(publication, reviewer), approval(publication).void
    except Unavailable:
        return ()
    gone = [sent for sent in own.decisions.sent_back if _now(publication, sent) is None]
    void = [one for one in signed if (one.signature.name, one.signature.role) == _key(reviewer)]
    return (
        *(f"the place of your comment is gone: {sent.comment}" for sent in gone),
        *(f"your signature: {', '.join(one.changes) or 'the content changed'}" for one in void),
    )


def statement_id(entry: Entry) -> str:
    """How a case names a sentence on a subject."""
    return f"{id_of(entry.words)}-{entry.subject}"


def _finding(publication: Publication, finding: Finding, own: _Own) -> Case:
    judged = judged_at(publication, finding.section, finding.place.route)
    if judged is None:
        return Case("finding", finding.fingerprint, "new", None, "")
    said = own.said_on(judged, finding.rule)
    if not said and finding.rule == "sent-back" and own.reviewer.role != "author":
        said = "it is with the author"
    fell = own.fell_on(publication, judged, finding.rule)
    return Case(
        "finding", finding.fingerprint, _state(said, fell=fell), judged, judged.sha256, said
    )


def _statements(publication: Publication, own: _Own) -> Iterator[Case]:
    """The sentences that no data holds, and those that were accepted in their place."""
    data = publication.input
    spoken = {(entry.words, entry.subject): entry for entry in ledger(publication)}
    ended = [
        one
        for one in publication.accepted
        if standing([one], one.sentence, one.subject, data) is None
        or (one.sentence, one.subject) not in spoken
    ]
    for entry in dict.fromkeys(spoken.values()):
        ground = entry.ground
        if entry.gap is not None or (ground is not None and ground.kind != "accepted"):
            continue
        judged = judged_at(publication, entry.text.key, entry.text.route)
        sent_back = own.said_on(judged, "") if judged else ""
        said = f"accepted by {ground.what}" if ground else sent_back
        before = [one.sentence for one in ended if one.subject == entry.subject]
        fell = closest(entry.words, before) is not None
        yield Case(
            "statement",
            statement_id(entry),
            _state(said, fell=fell),
            judged,
            data_sha256(entry.subject, data),
            said,
        )


def _questions(publication: Publication, own: _Own) -> Iterator[Case]:
    for question in asked(publication):
        judged = judged_at(publication, question.file, question.route)
        answers = [one for one in own.decisions.answers if one.question == question.id]
        held = [one for one in answers if judged and one.judged_sha256 == judged.sha256]
        said = f"you answered {held[-1].answer}" if held else ""
        state = _state(said if held and held[-1].answer != "comment" else "", fell=bool(answers))
        yield Case("question", question.id, state, judged, judged.sha256 if judged else "", said)


def _comments(publication: Publication, own: _Own) -> Iterator[Case]:
    """The comments whose place has changed since: was it for the better?"""
    for sent in own.decisions.sent_back:
        judged = _now(publication, sent)
        if place_of(publication, sent) is None and judged is not None:
            said = own.said_on(judged, "sent-back")
            name = id_of(f"{sent.file} {sent.route} {sent.decided}")
            yield Case(
                "comment",
                name,
                "decided" if said else "changed",
                judged,
                judged.sha256,
                sent.comment,
            )


def _now(publication: Publication, sent: SentBack) -> Judged | None:
    """What stands now where a place was sent back; None if nothing does."""
    loaded = publication.files.get(sent.file)
    if loaded is None or loaded.tree.root is None:
        return None
    routes = (route for route, _ in nodes(loaded.tree.root) if route_text(route) == sent.route)
    route = next(routes, None)
    return None if route is None else judged_at(publication, sent.file, route)


def _readable(part: Iterator[Case]) -> Iterator[Case]:
    """What of a part can be told before a file or value that cannot be read."""
    with suppress(Unavailable):
        yield from part


def _state(said: str, *, fell: bool) -> State:
    if said:
        return "decided"
    return "changed" if fell else "new"


def _key(reviewer: Reviewer) -> tuple[str, str]:
    return reviewer.name, reviewer.role


@dataclass(frozen=True, slots=True)
class _Own:
    """The decisions of one person in one role."""

    reviewer: Reviewer
    decisions: Decisions

    def said_on(self, judged: Judged, rule: str) -> str:
        """What was decided on a value as it stands; empty if nothing was."""
        value = (judged.key, judged.route_text, judged.sha256)
        if any(is_on(sent, *value) for sent in self.decisions.sent_back):
            return "you sent it back"
        if any(done.rule == rule and is_on(done, *value) for done in self.decisions.done):
            return "you are done with it"
        return ""

    def fell_on(self, publication: Publication, judged: Judged, rule: str) -> bool:
        """Whether something was decided on what stood there before."""
        done = (done for done in self.decisions.done if done.rule == rule)
        records: tuple[SentBack | Done, ...] = (*self.decisions.sent_back, *done)
        return any(
            (record.file, record.route) == (judged.key, judged.route_text)
            and place_of(publication, record) is None
            for record in records
        )


def _of(publication: Publication, reviewer: Reviewer) -> _Own:
    """The decisions of one person in one role, without comments that are settled."""

    def is_own(record: SentBack | Done | Answer) -> bool:
        return (record.by, record.role) == _key(reviewer)

    decisions = publication.decisions
    sent_back = filter(is_own, decisions.sent_back)
    own = {
        "sent_back": tuple(sent for sent in sent_back if not is_settled(publication, sent)),
        "done": tuple(filter(is_own, decisions.done)),
        "answers": tuple(filter(is_own, decisions.answers)),
    }
    return _Own(reviewer, decisions.model_copy(update=own))
