"""Findings and the name of a format in, the text of that format out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.report.presentation import Presentation
from reportkit.report.repository import in_repository


def report_as(name: str, findings: Findings, presentation: Presentation) -> str:
    """The findings in the format called `name`, one of FORMATS."""
    return FORMATS[name](findings, presentation)


Format = Callable[[Findings, Presentation], str]


# A module is imported when its format is asked for, so that a check pays for one alone.
def _text(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.text import text_report

    return text_report(findings, presentation.palette, presentation.waived_listed)


def _json(findings: Findings, _: Presentation) -> str:
    from reportkit.report.json import json_report

    return json_report(findings)


def _sarif(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.sarif import sarif_report

    return sarif_report(in_repository(findings, presentation.folder))


def _sarif_open(findings: Findings, presentation: Presentation) -> str:
    """For services that show results as open alerts although they are suppressed."""
    shown = tuple(finding for finding in findings.findings if finding.open)
    return _sarif(replace(findings, findings=shown), presentation)


def _junit(findings: Findings, _: Presentation) -> str:
    from reportkit.report.junit import junit_report

    return junit_report(findings)


def _github(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.github import github_report

    return github_report(in_repository(findings, presentation.folder))


def _gitlab(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.gitlab import gitlab_report

    return gitlab_report(in_repository(findings, presentation.folder))


def _checkstyle(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.checkstyle import checkstyle_report

    return checkstyle_report(in_repository(findings, presentation.folder))


def _concise(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.concise import concise_report

    return concise_report(findings, presentation.palette)


def _statistics(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.statistics import statistics_report

    return statistics_report(findings, presentation.palette)


def _alike(findings: Findings, presentation: Presentation) -> str:
    from reportkit.report.alike import alike_report

    return alike_report(findings, presentation.palette)


FORMATS: dict[str, Format] = {
    "text": _text,
    "concise": _concise,
    "statistics": _statistics,
    "alike": _alike,
    "json": _json,
    "sarif": _sarif,
    "sarif-open": _sarif_open,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
    "checkstyle": _checkstyle,
}
