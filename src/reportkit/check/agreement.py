"""Turn what all publications say into findings where two of them do not agree.

What each says is told by itself, so that it can be kept with it; only publications that clash,
and those that a rule has to look into, are read again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from reportkit.check.clash import Clash, Fact
from reportkit.check.engine import finding_of, locate, severity_of, waivers_of
from reportkit.check.findings import RULE_PAGES, Findings, NamedWaiver
from reportkit.check.issue import Issue
from reportkit.check.rule import CheckAgreement, Read, Rule
from reportkit.check.waivers import apply_waivers
from reportkit.files.project_files import ProjectFiles
from reportkit.findings.finding import Finding, Related, Severity
from reportkit.model.base import Unavailable, given
from reportkit.model.files import model_of, place_of
from reportkit.model.project import RuleSetting
from reportkit.workspace.publication import Publication, settings_of
from reportkit.workspace.workspace import Workspace, read_file

Facts = Mapping[str, Sequence[Fact]]
"""What is said, by the name of the rule that compares it."""


def facts_of(publication: Publication, rules: Iterable[Rule]) -> dict[str, list[Fact]]:
    """What one publication says, as far as its files can be read."""
    return {
        rule.name: list(_read(rule.check, publication))
        for rule in rules
        if isinstance(rule.check, CheckAgreement)
    }


def agree(workspace: Workspace, rules: Sequence[Rule], today: date) -> Findings:
    """Where the publications of a workspace do not agree with each other."""
    publications = {publication.code: publication for publication in workspace.publications}
    said = [facts_of(publication, rules) for publication in publications.values()]
    facts = {rule.name: [fact for one in said for fact in one.get(rule.name, ())] for rule in rules}
    house = replace(workspace, publications=())
    return judge(facts, house, tuple(publications), publications.__getitem__, rules, today)


def judge(
    facts: Facts,
    house: Workspace,
    codes: tuple[str, ...],
    read: Read,
    rules: Sequence[Rule],
    today: date,
) -> Findings:
    """Where what was said does not agree, in the order of the codes, with the waivers that hold.

    `house` is the project without publications, `read` gives one of them by its code.
    """
    read = lru_cache(maxsize=_HELD)(read)
    named = {rule.name: rule for rule in rules}
    clashes = _clashes(facts, rules, settings_of(house.project), read)
    parts = [
        _judged(read(code), clashes[code], read, house.files, named, today)
        for code in sorted(clashes)
    ]
    return Findings(
        publications=codes,
        findings=tuple(finding for part in parts for finding in part.findings),
        skipped=(),
        gaps=(),
        sources={path: text for part in parts for path, text in part.sources.items()},
        rules=tuple(rules),
        waivers=tuple(waiver for part in parts for waiver in part.waivers),
        rule_pages=given(house.project.sound, "rule_pages", None) or RULE_PAGES,
    )


_HELD: Final = 32
"""Publications that are held at once; of others no more is kept than the files that clash."""


def _read(check: CheckAgreement, publication: Publication) -> Iterator[Fact]:
    try:
        yield from check.facts(publication)
    except Unavailable:
        return


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of one publication."""

    findings: tuple[Finding, ...]
    waivers: tuple[NamedWaiver, ...]
    sources: Mapping[str, str]


def _clashes(
    facts: Facts, rules: Iterable[Rule], settings: Mapping[str, RuleSetting], read: Read
) -> dict[str, list[tuple[Rule, Severity, Clash]]]:
    """Where publications do not agree, by the code of the one it is told at."""
    by_publication: defaultdict[str, list[tuple[Rule, Severity, Clash]]] = defaultdict(list)
    for rule in rules:
        severity = severity_of(rule, settings)
        if severity is not None and isinstance(rule.check, CheckAgreement):
            for clash in rule.check.run(facts.get(rule.name, ()), read):
                by_publication[clash.fact.publication].append((rule, severity, clash))
    return by_publication


def _judged(
    publication: Publication,
    clashes: Iterable[tuple[Rule, Severity, Clash]],
    read: Read,
    files: ProjectFiles,
    rules: Mapping[str, Rule],
    today: date,
) -> _Judged:
    """The findings at one publication, in the order of its files, under its waivers."""
    ordinals: Counter[str] = Counter()
    findings: list[Finding] = []
    sources: dict[str, str] = {}
    for rule, severity, clash in clashes:
        told_at = _with_file(publication, clash.fact.at.key, files)
        read_at = [told_at.files[clash.fact.at.key]]
        issue = Issue(clash.fact.at, clash.message, clash.hint)
        finding = finding_of(rule, severity, issue, told_at, ordinals)
        if clash.other is not None:
            there = read(clash.other.publication).files[clash.other.at.key]
            other = Related(locate(there, clash.other.at), clash.label)
            finding = replace(finding, related=(other,))
            read_at.append(there)
        findings.append(finding)
        sources |= {loaded.file.path: loaded.file.text for loaded in read_at}
    findings.sort(key=lambda finding: (finding.place.file, finding.place.span.start, finding.rule))
    marked, applied = apply_waivers(findings, waivers_of(publication), rules, today)
    used = tuple(NamedWaiver(publication.code, waiver) for waiver in applied if waiver.fits)
    return _Judged(marked, used, sources)


def _with_file(publication: Publication, key: str, files: ProjectFiles) -> Publication:
    """The publication with a file of the house that it does not name by itself."""
    if key in publication.files:
        return publication
    loaded = read_file(files, place_of(key, publication.code), model_of(key))
    return replace(publication, files={**publication.files, key: loaded})
