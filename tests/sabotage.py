"""Break on purpose what all rules say, and fail unless the tests of each rule notice.

`pytest tests/rules --sabotage hints` runs the tests with every hint made an "x"; the run
succeeds if every rule that had a hint to lose has a test that failed. `make sabotage` does so
with each of SABOTAGES.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from reportkit.check import engine
from reportkit.check.engine import Checked
from reportkit.check.rule import Rule
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, Span
from reportkit.model.project import RuleSetting
from reportkit.workspace.publication import Publication


def moved(place: Place) -> Place:
    """The same place three characters to the right."""
    return replace(
        place,
        span=Span(place.span.start + 3, place.span.end + 3),
        column=place.column + 3,
        end_column=place.end_column + 3,
    )


Break = Callable[[Finding], Finding]
SABOTAGES: dict[str, Break] = {
    "hints": lambda finding: replace(finding, hint=finding.hint and "x"),
    "related": lambda finding: replace(finding, related=()),
    "severities": lambda finding: replace(finding, severity="info"),
    "spans": lambda finding: replace(finding, place=moved(finding.place)),
    "messages": lambda finding: replace(finding, message=f"{finding.message} x"),
    "fixes": lambda finding: replace(finding, edits=()),
}


@dataclass(frozen=True)
class Saboteur:
    """Breaks findings in one way, and watches whose tests fail."""

    name: str
    altered: set[str] = field(default_factory=set)
    """Rules of which a finding was made another."""
    tested: set[str] = field(default_factory=set)
    noticed: set[str] = field(default_factory=set)
    """Rules of which a test failed."""

    @property
    def unnoticed(self) -> list[str]:
        """Rules that were tested, and whose tests let the altered findings pass."""
        return sorted((self.altered & self.tested) - self.noticed)

    def pytest_configure(self) -> None:
        """Put the breaking behind the engine."""
        check_publication = engine.check_publication

        def sabotaged(
            publication: Publication,
            rules: Sequence[Rule],
            settings: Mapping[str, RuleSetting],
            today: date,
        ) -> Checked:
            checked = check_publication(publication, rules, settings, today)
            return replace(checked, findings=tuple(map(self.broken, checked.findings)))

        engine.check_publication = sabotaged

    def broken(self, finding: Finding) -> Finding:
        """The finding as the sabotage leaves it."""
        other = SABOTAGES[self.name](finding)
        if other != finding:
            self.altered.add(finding.rule)
        return other

    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo[None]) -> None:
        """Remember of which rule a test ran, and of which one failed."""
        name = rule_of(item)
        if name is None:
            return
        self.tested.add(name)
        if call.excinfo is not None:
            self.noticed.add(name)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Succeed if something was broken and all of it noticed."""
        session.exitstatus = 1 if self.unnoticed or not self.altered else 0

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say whose tests noticed."""
        noticed = f"{self.name}: {len(self.altered & self.noticed)} rules altered and noticed"
        passed = f", not noticed: {', '.join(self.unnoticed)}" if self.unnoticed else ""
        terminalreporter.write_line(noticed + passed)


def rule_of(item: pytest.Function) -> str | None:
    """The name of the rule that a test is of, if it is of one."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    if "rule" in parameters:
        return str(parameters["rule"].name)
    return str(parameters["case"].rule) if "case" in parameters else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names a sabotage."""
    parser.addoption(
        "--sabotage", choices=sorted(SABOTAGES), help="break all findings so; tests have to notice"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Set the saboteur to work, if one is asked for."""
    if name := config.getoption("--sabotage"):
        config.pluginmanager.register(Saboteur(name))
