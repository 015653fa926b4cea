"""House settings: report/project.yaml."""

from typing import Literal

from pydantic import Field

from reportkit.model.base import Record

Severity = Literal["error", "warning", "info"]


class Publisher(Record):
    """Who issues the publications."""

    name: str
    url: str | None = None
    contact: str | None = None


class Licences(Record):
    """Which licences the publisher holds; `null` if none. Notices are made from it."""

    cpt: str | None
    """Number or name of the AMA licence; without one no CPT descriptor is printed."""


class RuleSetting(Record):
    """A rule switched off or given another severity, with the reason."""

    severity: Literal["error", "warning", "info", "off"]
    reason: str


class Project(Record):
    """Settings that hold for every publication of the folder."""

    reportkit: Literal["project/1"]
    publisher: Publisher
    licences: Licences
    paper: Literal["letter", "a4"] = "letter"
    language: str = "en"
    rules: dict[str, RuleSetting] = Field(default_factory=dict)
    rule_pages: str | None = None
    """Address of a rule's page with `{rule}` for its name; without one, reportkit's own path."""
