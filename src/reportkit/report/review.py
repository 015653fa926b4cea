"""Findings of one publication in, a Review out: everything a reviewer decides from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.assemble.labels import SECTION_TITLES
from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, route_text
from reportkit.model.input import Missing
from reportkit.report.frame import frame
from reportkit.report.palette import PLAIN
from reportkit.report.text import verdict
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.approval import state
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve_text


@dataclass(frozen=True, slots=True)
class Review:
    """One publication's rule check, ready to be set as a page."""

    code: str
    facts: tuple[tuple[str, str], ...]
    """Report, version, status, hashes, releases."""
    verdict: str
    ready: bool
    items: tuple[Item, ...]
    skipped: tuple[str, ...]
    gaps: tuple[Missing, ...]
    waivers: tuple[Waiver, ...]
    checklist: tuple[Question, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found something, by name."""
        return tuple(sorted({item.finding.rule for item in self.items}))

    @property
    def sections(self) -> tuple[str, ...]:
        """The files something was found in, in reading order."""
        return tuple(dict.fromkeys(item.section for item in self.items))


@dataclass(frozen=True, slots=True)
class Item:
    """One finding with all that helps to decide on it."""

    finding: Finding
    section: str
    why: str
    page: str
    """Where the rule is documented."""
    frame: str
    text: str | None
    """The passage as a reader of the publication meets it."""
    related: tuple[tuple[str, str, str], ...]
    """Place, label and frame of what it was checked against."""

    @property
    def state(self) -> str:
        """`open`, `waived` or `known`."""
        if self.finding.waived:
            return "waived"
        return "known" if self.finding.known else "open"


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
class Question:
    """Something no rule can decide, with where to look."""

    where: str
    text: str


QUESTIONS = (
    Question("coding-specifications", "Are the descriptions in own words, not the licensed ones?"),
    Question("coding-specifications", "Does each modifier's advice agree with current policy?"),
    Question("clinical-context", "Is the case clinically sound, and surely nobody's own?"),
    Question("clinical-context", "Do the guidelines named say what the text says?"),
    Question("summary", "Would a reader new to the code understand it?"),
    Question("sources", "Were the sources consulted on the days given?"),
    Question("data-gaps", "Has each supplier of missing data been asked?"),
)


def make_review(publication: Publication, findings: Findings) -> Review:
    """Gather what a reviewer needs of one publication."""
    part = findings.of(publication.code)
    return Review(
        code=publication.code,
        facts=tuple(_facts(publication)),
        verdict=verdict(part),
        ready=part.ready,
        items=tuple(_item(finding, part, publication) for finding in part.findings),
        skipped=tuple(f"{skip.rule}: waits for a readable {skip.file_key}"
                      for skip in part.skipped),
        gaps=tuple(gap.record for gap in part.gaps),
        waivers=tuple(_waivers(part)),
        checklist=QUESTIONS,
    )  # fmt: skip


def _facts(publication: Publication) -> Iterator[tuple[str, str]]:
    loaded = publication.files["report"].model
    if loaded is not None:
        report = publication.report
        yield "Report", report.id
        yield "Version", report.version
        yield "State", state(publication)
        yield "Effective", report.effective.isoformat()
        for name, release in report.code_sets.model_dump().items():
            if release:
                yield f"Release of {name}", release
    for key in ("report", "input"):
        yield f"SHA-256 of {key}.yaml", publication.files[key].file.sha256


def _item(finding: Finding, findings: Findings, publication: Publication) -> Item:
    why = next((rule.page.why for rule in findings.rules if rule.name == finding.rule), "")
    return Item(
        finding=finding,
        section=SECTION_TITLES.get(finding.section, finding.section),
        why=why,
        page=findings.page(finding.rule),
        frame=_frame(finding.place, findings),
        text=_text(finding, publication),
        related=tuple((f"{other.place.file}:{other.place.line}", other.label,
                       _frame(other.place, findings)) for other in finding.related),
    )  # fmt: skip


def _frame(where: Place, findings: Findings) -> str:
    lines = frame(findings.sources.get(where.file, ""), where, PLAIN, "error")
    return "\n".join([f"{where.file}:{where.line}:{where.column}  {route_text(where.route)}",
                      *lines])  # fmt: skip


def _text(finding: Finding, publication: Publication) -> str | None:
    """The passage a finding is about, with its references resolved where they can be."""
    loaded = publication.files.get(finding.section)
    if loaded is None or loaded.tree.root is None or not finding.place.route:
        return None
    node = node_at(loaded.tree.root, finding.place.route)
    if not isinstance(node, Scalar) or len(node.text.split()) < 4:
        return None
    readable = publication.files["input"].model and publication.files["report"].model
    return resolve_text(node.text, publication) if readable else node.text


def _waivers(findings: Findings) -> Iterator[Waiver]:
    for named in findings.waivers:
        applied = named.applied
        waiver = applied.waiver
        yield Waiver(waiver.rule, waiver.path, waiver.reason, waiver.owner,
                     waiver.expiry.isoformat(), applied.effect, len(applied.fits))  # fmt: skip
