"""Turn what all publications say into findings where two of them do not agree.

What each says is told by itself, so that it can be kept with it; only publications that clash
are read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportkit.check.clash import Fact
from reportkit.check.engine import finding_of, locate, severity_of, waivers_of
from reportkit.check.findings import RULE_PAGES, Findings, NamedWaiver
from reportkit.check.issue import Issue
from reportkit.check.rule import CheckAgreement, Rule
from reportkit.check.waivers import apply_waivers
from reportkit.findings.finding import Finding, Related, Severity
from reportkit.model.base import Unavailable, given
from reportkit.workspace.publication import Publication, settings_of
from reportkit.workspace.workspace import Workspace

Facts = Mapping[str, Sequence[Fact]]
"""What is said, by the name of the rule that compares it."""


def facts_of(publication: Publication, rules: Iterable[Rule]) -> dict[str, list[Fact]]:
    """What one publication says, as far as its files can be read."""
    return {rule.name: list(_read(rule.check, publication))
            for rule in rules if isinstance(rule.check, CheckAgreement)}  # fmt: skip


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
    read: Callable[[str], Publication],
    rules: Sequence[Rule],
    today: date,
) -> Findings:
    """Where what was said does not agree, in the order of the codes, with the waivers that hold.

    `house` is the project without publications, `read` gives one of them by its code.
    """
    known = _Known(read)
    settings = settings_of(house.project)
    found = [
        finding
        for rule in rules
        if isinstance(rule.check, CheckAgreement)
        and (severity := severity_of(rule, settings)) is not None
        for finding in _clashes(rule, severity, rule.check, facts.get(rule.name, ()), known)
    ]
    findings, waivers = _with_waivers(sorted(found, key=_by_place), known, rules, today)
    return Findings(
        publications=codes,
        findings=findings,
        skipped=(),
        gaps=(),
        sources={loaded.file.path: loaded.file.text
                 for publication in known.values() for loaded in publication.files.values()},
        rules=tuple(rules),
        waivers=waivers,
        rule_pages=given(house.project.sound, "rule_pages", None) or RULE_PAGES,
    )  # fmt: skip


class _Known(dict[str, Publication]):
    """The publications that clash, each read when it is first asked for."""

    def __init__(self, read: Callable[[str], Publication]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, code: str) -> Publication:
        return self.setdefault(code, self._read(code))


def _read(check: CheckAgreement, publication: Publication) -> Iterator[Fact]:
    try:
        yield from check.facts(publication)
    except Unavailable:
        return


def _clashes(
    rule: Rule, severity: Severity, check: CheckAgreement, facts: Sequence[Fact], known: _Known
) -> Iterator[Finding]:
    ordinals: Counter[str] = Counter()
    for clash in check.run(facts):
        issue = Issue(clash.fact.at, clash.message, clash.hint)
        finding = finding_of(rule, severity, issue, known[clash.fact.publication], ordinals)
        other = known[clash.other.publication].files[clash.other.at.key]
        yield replace(finding, related=(Related(locate(other, clash.other.at), clash.label),))


def _with_waivers(
    findings: Sequence[Finding], known: _Known, rules: Iterable[Rule], today: date
) -> tuple[tuple[Finding, ...], tuple[NamedWaiver, ...]]:
    """The findings with the waivers of the publications they are in, and those that fit one."""
    named = {rule.name: rule for rule in rules}
    marked: list[Finding] = []
    used: list[NamedWaiver] = []
    for code in dict.fromkeys(finding.publication for finding in findings):
        own = [finding for finding in findings if finding.publication == code]
        waived, applied = apply_waivers(own, waivers_of(known[code]), named, today)
        marked += waived
        used += [NamedWaiver(code, waiver) for waiver in applied if waiver.fits]
    return tuple(marked), tuple(used)


def _by_place(finding: Finding) -> tuple[str, str, int, str]:
    return (finding.publication, finding.place.file, finding.place.span.start, finding.rule)
