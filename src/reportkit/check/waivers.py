"""Findings and waivers in; findings that carry their waivers, and what each waiver did, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Literal

from reportkit.check.patterns import fits_file, leads_to
from reportkit.check.rule import CheckAgreement, Rule
from reportkit.findings.finding import Finding, Waived
from reportkit.findings.place import Place, route_text
from reportkit.model.waivers import HouseWaiver, Waiver, says_something


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
        fitting = [index for index, waiver in enumerate(waivers) if covers(waiver, finding)]
        for index in fitting:
            uses[index].append(finding)
        holding = [waivers[index] for index in fitting if effects[index] == "holds"]
        marked.append(_marked(finding, holding))
    return tuple(marked), tuple(
        AppliedWaiver(index, waiver, effect, tuple(used))
        for index, waiver, effect, used in zip(
            _indexes(waivers), waivers, effects, uses, strict=True
        )
    )


Effect = Literal["holds", "expired", "unexplained", "refused", "unknown-rule"]


@dataclass(frozen=True, slots=True)
class AppliedWaiver:
    """A waiver, by its index in the file, whether it holds, and the findings it fits."""

    index: int
    waiver: Waiver
    effect: Effect
    fits: tuple[Finding, ...]

    @property
    def key(self) -> Literal["waivers", "house-waivers"]:
        """The key of the file it stands in."""
        return "house-waivers" if isinstance(self.waiver, HouseWaiver) else "waivers"


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


def is_looked_at(applied: AppliedWaiver, known: Mapping[str, Rule]) -> bool:
    """Whether what a waiver is about is looked for in a check, so that it may fit something.

    Of the build nothing is known there, nor of whether publications agree.
    """
    if applied.effect != "holds":
        return False
    of_build = applied.waiver.path.removeprefix("./").startswith("build/")
    return not of_build and not isinstance(known[applied.waiver.rule].check, CheckAgreement)


def covers(waiver: Waiver, finding: Finding) -> bool:
    """True if a waiver names this finding's rule and place, and what was found if need be."""
    is_named = waiver.rule == finding.rule and fits(waiver.path, finding.place)
    return is_named and not (isinstance(waiver, HouseWaiver) and waiver.finding != alike(finding))


def alike(finding: Finding) -> str:
    """What a finding says in every publication in which the same was found."""
    return re.sub(rf"\b{re.escape(finding.publication)}\b", "CODE", finding.message)


def fits(path: str, where: Place) -> bool:
    """True if a place lies where `path` says: file or glob, and what the route leads to."""
    file, _, route = path.partition("#")
    if not fits_file(file.strip(), _without_page(where.file)):
        return False
    return not route or leads_to(route.strip(), route_text(where.route))


def _indexes(waivers: Sequence[Waiver]) -> Iterator[int]:
    """The index of each waiver in its file: those of the house come last."""
    own = sum(not isinstance(waiver, HouseWaiver) for waiver in waivers)
    return chain(range(own), range(len(waivers) - own))


def _marked(finding: Finding, holding: Sequence[Waiver]) -> Finding:
    if not holding:
        return finding
    first = holding[0]
    return replace(finding, waived=Waived(first.reason, first.owner, first.expiry))


def _without_page(file: str) -> str:
    """The path of an artefact without the page: a waiver holds for the whole of it."""
    return file.partition(", page ")[0]
