"""Findings and waivers in; findings that carry their waivers, and what each waiver did, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reportkit.check.patterns import fits_file, leads_to
from reportkit.check.rule import Rule
from reportkit.findings.finding import Finding, Waived
from reportkit.findings.place import Place, route_text
from reportkit.model.waivers import Waiver, says_something


def apply_waivers(
    findings: Iterable[Finding],
    waivers: Sequence[Waiver],
    known: Mapping[str, Rule],
    today: date,
) -> tuple[tuple[Finding, ...], tuple[AppliedWaiver, ...]]:
    """Mark the findings of one publication that are waived; `today` decides on expiry.

    Where two waivers fit a finding, the first that holds is the one it carries; both count
    it as theirs.
    """
    effects = [effect_of(waiver, known, today) for waiver in waivers]
    uses: list[list[Finding]] = [[] for _ in waivers]
    marked = []
    for finding in findings:
        fitting = [index for index, each in enumerate(waivers) if covers(each, finding)]
        for index in fitting:
            uses[index].append(finding)
        holding = [waivers[index] for index in fitting if effects[index] == "holds"]
        marked.append(_marked(finding, holding))
    return tuple(marked), tuple(
        AppliedWaiver(index, waiver, effect, tuple(used))
        for index, (waiver, effect, used) in enumerate(zip(waivers, effects, uses, strict=True))
    )


Effect = Literal["holds", "expired", "unexplained", "refused", "unknown-rule"]


@dataclass(frozen=True, slots=True)
class AppliedWaiver:
    """A waiver, by its index in the file, whether it holds, and the findings it fits."""

    index: int
    waiver: Waiver
    effect: Effect
    fits: tuple[Finding, ...]


def effect_of(waiver: Waiver, known: Mapping[str, Rule], today: date) -> Effect:
    """Whether a waiver holds, and if not, why not."""
    rule = known.get(waiver.rule)
    if rule is None:
        return "unknown-rule"
    if not rule.waivable:
        return "refused"
    if not (says_something(waiver.reason) and says_something(waiver.owner)):
        return "unexplained"
    return "expired" if today > waiver.expiry else "holds"


def covers(waiver: Waiver, finding: Finding) -> bool:
    """True if a waiver names this finding's rule and place."""
    return waiver.rule == finding.rule and fits(waiver.path, finding.place)


def fits(path: str, where: Place) -> bool:
    """True if a place lies where `path` says: file or glob, and what the route leads to."""
    file, _, route = path.partition("#")
    if not fits_file(file.strip(), _without_page(where.file)):
        return False
    return not route or leads_to(route.strip(), route_text(where.route))


def _marked(finding: Finding, holding: Sequence[Waiver]) -> Finding:
    if not holding:
        return finding
    first = holding[0]
    return replace(finding, waived=Waived(first.reason, first.owner, first.expiry))


def _without_page(file: str) -> str:
    """The path of an artefact without the page: a waiver holds for the whole of it."""
    return file.partition(", page ")[0]
