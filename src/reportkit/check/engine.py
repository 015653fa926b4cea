"""Workspace and rules in, Findings out: run everything, show everything."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from reportkit.cannot_run import CannotRun
from reportkit.check.findings import RULE_PAGES, Findings, NamedGap, NamedWaiver, Skipped
from reportkit.check.issue import At, Fix, Issue, Order, SetKeys
from reportkit.check.outcome import Outcome
from reportkit.check.rule import (
    CheckAgreement,
    CheckOutcome,
    CheckPassage,
    CheckPublication,
    CheckText,
    Match,
    Rule,
)
from reportkit.check.waivers import apply_waivers
from reportkit.findings.edit import Edit
from reportkit.findings.finding import Finding, Related, Severity
from reportkit.findings.place import Place, Span, place, route_text
from reportkit.model.base import Unavailable, Withheld, given, whole
from reportkit.model.files import text_name
from reportkit.model.project import RuleSetting
from reportkit.model.waivers import Waiver
from reportkit.reading.text import Text, heard, prose_texts, worded_texts
from reportkit.source.load import Loaded
from reportkit.source.reorder import order_edit
from reportkit.source.rewrite import RewriteRefused, key_edits
from reportkit.source.scalar_map import source_span
from reportkit.source.tree import Scalar, key_at, nearest, node_at
from reportkit.workspace.passages import printed_at
from reportkit.workspace.publication import Publication, Unreadable, settings_of
from reportkit.workspace.workspace import Workspace

Check = Callable[[Workspace], Findings]
"""Runs every rule of a project on its publications."""


def check(workspace: Workspace, rules: Sequence[Rule], today: date) -> Findings:
    """Run the rules over every publication of the workspace.

    `today` decides which waivers have expired.
    """
    project = workspace.project.sound
    settings = settings_of(workspace.project)
    parts = [
        check_publication(publication, rules, settings, today)
        for publication in workspace.publications
    ]
    return Findings(
        publications=tuple(publication.code for publication in workspace.publications),
        findings=tuple(finding for part in parts for finding in part.findings),
        skipped=tuple(skip for part in parts for skip in part.skipped),
        gaps=tuple(
            NamedGap(publication.code, gap)
            for publication in workspace.publications
            for gap in publication.gaps
        ),
        sources=_sources(workspace),
        rules=tuple(rules),
        waivers=tuple(waiver for part in parts for waiver in part.waivers),
        rule_pages=given(project, "rule_pages", None) or RULE_PAGES,
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one publication."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    waivers: tuple[NamedWaiver, ...]


def check_publication(
    publication: Publication,
    rules: Sequence[Rule],
    settings: Mapping[str, RuleSetting],
    today: date,
) -> Checked:
    """Run the rules over one publication; findings come in the order of the files."""
    active = [rule for rule in rules if severity_of(rule, settings) is not None]
    judging = [rule for rule in active if isinstance(rule.check, CheckOutcome)]
    reading = [rule for rule in active if not isinstance(rule.check, CheckOutcome)]
    known = {rule.name: rule for rule in rules}
    raised, skipped = _run(reading, publication, settings, lambda rule: issues(rule, publication))
    findings, applied = apply_waivers(raised, waivers_of(publication), known, today)
    outcome = Outcome(publication, findings, applied, known, today)
    judged, missed = _run(judging, publication, settings, lambda rule: judgements(rule, outcome))
    order = {key: index for index, key in enumerate(publication.files)}
    return Checked(
        tuple(
            sorted(
                (*findings, *judged),
                key=lambda f: (order[f.section], f.place.span.start, f.rule),
            )
        ),
        (*skipped, *missed),
        tuple(NamedWaiver(publication.code, waiver, publication.is_readable) for waiver in applied),
    )


def waivers_of(publication: Publication) -> tuple[Waiver, ...]:
    """The waivers of a publication that can be read, and after them those of the house."""
    read: list[Waiver] = []
    with suppress(Unavailable):
        read += whole(publication.waivers)
    with suppress(Unavailable):
        read += whole(publication.house_waivers)
    return tuple(read)


def severity_of(rule: Rule, settings: Mapping[str, RuleSetting]) -> Severity | None:
    """The severity a rule runs at, or None when the project has switched it off."""
    setting = settings.get(rule.name)
    if setting is None or not rule.waivable:
        return rule.severity
    return None if setting.severity == "off" else setting.severity


def issues(rule: Rule, publication: Publication) -> Iterator[Issue]:
    """What one rule has to say of a publication."""
    match rule.check:
        case CheckPublication(run=run):
            yield from run(publication)
        case CheckPassage(run=run_passage):
            for text in prose_texts(publication):
                yield from heard(text, run_passage)
        case CheckText(run=run_text):
            for text in worded_texts(publication):
                for match in heard(text, run_text):
                    yield _from_match(text, match)
        case CheckOutcome() | CheckAgreement():
            return


def judgements(rule: Rule, outcome: Outcome) -> Iterator[Issue]:
    """What a rule that reads the outcome has to say of it."""
    if isinstance(rule.check, CheckOutcome):
        yield from rule.check.run(outcome)


def locate(loaded: Loaded[Any], where: At) -> Place:
    """Turn a file's key and route into a line and a column."""
    return place(loaded.file.path, loaded.file.text, _span(loaded, where), where.route)


def _run(
    rules: Iterable[Rule],
    publication: Publication,
    settings: Mapping[str, RuleSetting],
    yielded: Callable[[Rule], Iterable[Issue]],
) -> tuple[list[Finding], list[Skipped]]:
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    for rule in rules:
        severity = severity_of(rule, settings) or rule.severity
        ordinals: Counter[str] = Counter()
        try:
            # What a rule finds before it asks for a faulty value stays.
            findings.extend(
                finding_of(rule, severity, issue, publication, ordinals) for issue in yielded(rule)
            )
        except Withheld as absent:
            key, route = publication.place_of(absent)
            skipped.append(Skipped(rule.name, publication.code, key, route_text(route)))
        except Unreadable as absent:
            if absent.key not in publication.unwritten:
                skipped.append(Skipped(rule.name, publication.code, absent.key))
        except Exception as fault:
            if rule.origin == "reportkit":
                raise
            said = f"rule {rule.name} of a {rule.origin} failed: {type(fault).__name__}: {fault}"
            raise CannotRun(said, "mend the rule; `reportkit rules --test` runs it") from fault
    return findings, skipped


def _from_match(text: Text, match: Match) -> Issue:
    where = At(text.key, text.route, match.span)
    return Issue(where, match.message, match.hint, fix=match.fix)


def _span(loaded: Loaded[Any], where: At) -> Span:
    root = loaded.tree.root
    if root is None:
        return where.part or Span(0, min(1, len(loaded.file.text)))
    if where.target == "key" and (key := key_at(root, where.route)):
        return key.span
    node = node_at(root, where.route)
    if isinstance(node, Scalar):
        if where.part is not None:
            return source_span(loaded.file.text, node, where.part.start, where.part.end)
        if node.style in ("literal", "folded") and (key := key_at(root, where.route)):
            return key.span
        return node.span
    if node is not None and where.part is not None:
        return where.part
    key = key_at(root, where.route)
    if key is not None:
        return key.span
    return _first_line(loaded.file.text, nearest(root, where.route).span)


def _first_line(text: str, span: Span) -> Span:
    newline = text.find("\n", span.start, span.end)
    return Span(span.start, span.end if newline == -1 else newline)


def finding_of(
    rule: Rule,
    severity: Severity,
    issue: Issue,
    publication: Publication,
    ordinals: Counter[str],
) -> Finding:
    """An issue with its lines; `ordinals` counts those of the rule that are alike but for those."""
    loaded = publication.files[issue.at.key]
    where = locate(loaded, issue.at)
    matched = loaded.file.text[where.span.start : where.span.end]
    identity = "\0".join(
        (rule.name, where.file, repr(_stable(issue.at)), " ".join(matched.split()))
    )
    ordinals[identity] += 1
    digest = hashlib.sha256(f"{identity}\0{ordinals[identity]}".encode()).hexdigest()
    return Finding(
        rule=rule.name,
        severity=severity,
        publication=publication.code,
        section=issue.at.key,
        place=where,
        message=_shortened(issue.message),
        hint=issue.hint and _shortened(issue.hint),
        related=tuple(
            Related(locate(publication.files[other.key], other), label)
            for other, label in (*issue.related, *_printing(issue.at, publication))
        ),
        edits=_edits(issue.fix, issue.at, publication, where),
        fingerprint=digest[:32],
        likely=_edits(issue.likely, issue.at, publication, where),
    )


LONGEST_MESSAGE: Final = 2_000
"""Characters; a message quotes what was found, which may be as long as a file."""


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 3]}..."


def _printing(where: At, publication: Publication) -> Iterator[tuple[At, str]]:
    """Where the house text is printed first in which a place lies; nothing for other places."""
    name = text_name(where.key)
    if name is not None:
        yield from ((at, "printed here") for at in printed_at(publication).get(name, ())[:1])


def _edits(
    change: Fix | SetKeys | Order | None, at: At, publication: Publication, where: Place
) -> tuple[Edit, ...]:
    """What a change does to a file; nothing where the file cannot be changed in place."""
    loaded = publication.files[at.key]
    match change:
        case Fix() if _is_shown_at_its_key(loaded, at):
            return ()
        case Fix(replacement=replacement):
            matched = loaded.file.text[where.span.start : where.span.end]
            return (Edit(loaded.file.path, where.span, matched, replacement),)
        case SetKeys(values=values, order=order, key=key):
            file = publication.files[key or at.key].file
            try:
                edits = key_edits(file.text, values, order)
            except RewriteRefused:
                return ()
            return tuple(replace(edit, file=file.path) for edit in edits)
        case Order(route=route, rows=rows):
            node = node_at(loaded.tree.root, route) if loaded.tree.root else None
            try:
                moved = order_edit(loaded.file.text, node, rows)
            except RewriteRefused:
                return ()
            return (replace(moved, file=loaded.file.path),)
        case None:
            return ()


def _is_shown_at_its_key(loaded: Loaded[Any], where: At) -> bool:
    """Whether a value is a text of several lines, whose finding stands at its key instead."""
    root = loaded.tree.root
    node = node_at(root, where.route) if root else None
    in_lines = isinstance(node, Scalar) and node.style in ("literal", "folded")
    return in_lines and where.part is None and where.target == "value"


def _stable(where: At) -> tuple[str, ...]:
    """The keys of a route without its indexes, which shift when a row is added."""
    return tuple(part for part in where.route if isinstance(part, str))


def _sources(workspace: Workspace) -> dict[str, str]:
    return {
        loaded.file.path: loaded.file.text
        for publication in workspace.publications
        for loaded in publication.files.values()
    }
