"""Findings of one publication in, a Review out: everything a reviewer decides from."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from importlib.metadata import version

from reportkit import __version__
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document, Gap, Section
from reportkit.assemble.labels import CODE_SETS, SECTION_TITLES
from reportkit.challenge.challenge import Share
from reportkit.check.findings import Findings
from reportkit.check.grounds import Entry, ledger, share_without_ground
from reportkit.check.rule_code import rules_digest
from reportkit.check.verdicts import verdicts
from reportkit.findings.finding import Severity
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.model.input import Missing
from reportkit.model.review import Answer
from reportkit.model.signoff import Signature
from reportkit.model.subjects import NAMES
from reportkit.model.waivers import HouseWaiver
from reportkit.report.counts import counts
from reportkit.report.review_item import Item, make_item
from reportkit.report.text import verdict
from reportkit.workspace.approval import approval, state
from reportkit.workspace.decisions import answers_to, asked
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Review:
    """One publication's rule check, ready to be set as a page."""

    code: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """Report, version, state, hashes, releases, what it was checked with."""
    verdict: str
    ready: bool
    counts: dict[str, int]
    items: tuple[Item, ...]
    skipped: tuple[str, ...]
    gaps: tuple[Missing, ...]
    marks: int | None
    """Gaps marked in the publication; None if it cannot be made."""
    waivers: tuple[Waiver, ...]
    signatures: tuple[Signed, ...]
    lacking: tuple[str, ...]
    """What approval still needs."""
    statements: tuple[Statement, ...] | None
    """The ledger of statements; None while the report or its data cannot be read."""
    claims: tuple[Judged, ...] | None
    """What becomes of the claims that the advice makes; None while the files cannot be read."""
    without_ground: int
    """How many of a hundred statements stand on nothing."""
    challenged: tuple[Share, ...] | None
    """What was noticed of changed facts, by kind; None if the content was not challenged."""
    checklist: tuple[Asked, ...]

    def of(self, severity: Severity) -> tuple[Item, ...]:
        """The items of one severity."""
        return tuple(item for item in self.items if item.finding.severity == severity)

    @property
    def by_rule(self) -> tuple[Group, ...]:
        """The findings by the rule that found them, in order of the names."""
        return _groups(self.items, lambda item: item.finding.rule, ordered=sorted)

    @property
    def by_section(self) -> tuple[Group, ...]:
        """The findings by the file they are in, in reading order."""
        return _groups(self.items, lambda item: item.section, ordered=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that have something in common."""

    name: str
    items: tuple[Item, ...]

    def count(self, state: str) -> int:
        """How many are `open`, `waived` or `known`."""
        return sum(item.state == state for item in self.items)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver with the number of findings it accepts."""

    rule: str
    path: str
    reason: str
    owner: str
    expiry: str
    effect: str
    uses: int


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, and whether it stands."""

    role: str
    name: str
    signed: str
    how: str
    """`signed by key`, or `recorded, not signed`."""
    meaning: str
    state: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence on a subject, and what it stands on."""

    place: str
    words: str
    subject: str
    ground: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that the advice makes, and what becomes of it."""

    claim: str
    place: str
    outcome: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something no rule can decide, with the section to look at and what was answered."""

    id: str
    section: str
    text: str
    answers: tuple[Answer, ...]

    @property
    def where(self) -> str:
        """The section's title."""
        return SECTION_TITLES[self.section]


_LIBRARIES = ("pydantic", "ruamel.yaml", "jinja2", "markdown-it-py", "weasyprint")


def make_review(
    publication: Publication, findings: Findings, challenged: tuple[Share, ...] | None = None
) -> Review:
    """Gather what a reviewer needs of one publication.

    `challenged` holds the shares of changed facts that were noticed, if its content was challenged.
    """
    entries = _ledger(publication)
    part = findings.of(publication.code)
    document = _document(publication)
    signatures, lacking = _sign_off(publication)
    return Review(
        code=publication.code,
        title=document.identity.title if document else "",
        facts=tuple(_facts(publication, part)),
        verdict=verdict(part),
        ready=part.ready,
        counts=counts(part),
        items=tuple(
            make_item(number, finding, part, publication, document)
            for number, finding in enumerate(part.findings, start=1)
        ),
        skipped=tuple(f"{skip.rule}: waits for a readable {skip.needs}" for skip in part.skipped),
        gaps=tuple(gap.record for gap in part.gaps),
        marks=sum(map(_marks, document.sections)) if document else None,
        waivers=tuple(_waivers(part)),
        signatures=signatures,
        lacking=lacking,
        statements=None if entries is None else tuple(map(_statement, entries)),
        claims=_claims(publication),
        without_ground=share_without_ground(entries or ()),
        challenged=challenged,
        checklist=tuple(_checklist(publication)),
    )


def _checklist(publication: Publication) -> Iterator[Asked]:
    for question in asked(publication):
        try:
            answers = answers_to(publication, question)
        except Unavailable:
            answers = ()
        yield Asked(question.id, question.section, question.text, answers)


def _ledger(publication: Publication) -> tuple[Entry, ...] | None:
    try:
        return ledger(publication)
    except Unavailable:
        return None


def _statement(entry: Entry) -> Statement:
    ground = f"{entry.ground.kind}: {entry.ground.what}" if entry.ground else "none"
    place = f"{entry.text.key}.{route_text(entry.text.route)}"
    return Statement(place, entry.words, NAMES[entry.subject], ground)


def _claims(publication: Publication) -> tuple[Judged, ...] | None:
    try:
        judged = verdicts(publication)
    except Unavailable:
        return None
    return tuple(
        Judged(
            str(verdict.claim),
            f"{verdict.claim.at.key}.{route_text(verdict.claim.at.route)}",
            verdict.outcome,
            verdict.reasons,
        )
        for verdict in judged
    )


def _document(publication: Publication) -> Document | None:
    try:
        return assemble(publication, NullTranslations())
    except Unavailable:
        return None


def _facts(publication: Publication, findings: Findings) -> Iterator[tuple[str, str]]:
    if publication.files["report"].model is not None:
        report = publication.report
        yield "Report", report.id
        yield "Version", report.version
        try:
            yield "State", state(publication)
        except Unavailable:
            yield "State", f"{report.status}, signatures cannot be read"
        yield "Effective", report.effective.isoformat()
        for name, release in report.code_sets.model_dump().items():
            if release:
                yield f"Release of {CODE_SETS[name]}", release
    if publication.previous is not None:
        yield "Compared with version", publication.previous.report.version
    for key in ("report", "input"):
        yield f"SHA-256 of {key}.yaml", publication.files[key].file.sha256
    yield f"SHA-256 of {len(findings.rules)} rules", rules_digest(findings.rules)
    yield "Checked with", _checked_with()


@cache
def _checked_with() -> str:
    """The versions of what a check runs on, which stay the same while a process runs."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    python = ".".join(map(str, sys.version_info[:3]))
    return f"reportkit {__version__}, Python {python}, {libraries}"


def _marks(section: Section) -> int:
    """How many gaps a section marks, with those of its subsections."""
    own = sum(isinstance(block, Gap) for block in section.blocks)
    return own + sum(map(_marks, section.subsections))


def _waivers(findings: Findings) -> Iterator[Waiver]:
    for named in findings.waivers:
        applied = named.applied
        waiver = applied.waiver
        where = f"everywhere: {waiver.finding}" if isinstance(waiver, HouseWaiver) else waiver.path
        yield Waiver(
            waiver.rule,
            where,
            waiver.reason,
            waiver.owner,
            waiver.expiry.isoformat(),
            applied.effect,
            len(applied.fits),
        )


def _sign_off(publication: Publication) -> tuple[tuple[Signed, ...], tuple[str, ...]]:
    """The signatures with what became of them, and what approval still needs."""
    try:
        approved = approval(publication)
    except Unavailable:
        return (), ("a readable signoff.yaml",)
    standing = ((signature, "stands") for signature in approved.standing)
    void = (
        (void.signature, f"void: {', '.join(void.changes) or 'the content changed'}")
        for void in approved.void
    )
    signed = tuple(_signed(signature, what) for signature, what in (*standing, *void))
    return signed, approved.lacking


def _signed(signature: Signature, state: str) -> Signed:
    how = "signed by key" if signature.is_by_key else "recorded, not signed"
    signed = signature.signed.isoformat()
    return Signed(signature.role, signature.name, signed, how, signature.meaning, state)


def _groups(
    items: tuple[Item, ...],
    key: Callable[[Item], str],
    ordered: Callable[[list[str]], list[str]],
) -> tuple[Group, ...]:
    names = ordered(list(dict.fromkeys(key(item) for item in items)))
    return tuple(Group(name, tuple(i for i in items if key(i) == name)) for name in names)
