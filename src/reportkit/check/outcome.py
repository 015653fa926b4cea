"""What the other rules made of a publication, for the rules that judge waivers and settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportkit.check.rule import Rule
from reportkit.check.waivers import AppliedWaiver
from reportkit.findings.finding import Finding
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings of a publication, its waivers at work, and the rules that are known."""

    publication: Publication
    findings: tuple[Finding, ...]
    waivers: tuple[AppliedWaiver, ...]
    rules: Mapping[str, Rule]
    today: date
