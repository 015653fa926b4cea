"""House settings: report/project.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from reportkit.model.base import WITHHELD, Address, Addresses, Date, Record, Unpublished

Severity = Literal["error", "warning", "info"]


class Publisher(Record):
    """Who issues the publications."""

    name: str
    """As printed on the cover."""
    url: Address | None = None
    """Its site on the web."""
    contact: str | None = None
    """An address of mail or of a page, to report errors to."""


class Licences(Record):
    """Which licences the publisher holds; `null` if none. Notices are made from it."""

    cpt: str | None
    """Number or name of the AMA licence; without one no CPT descriptor is printed."""
    cpt_until: Date | None = None
    """Last day of that licence."""
    cdt: str | None = None
    """Number or name of the ADA licence; without one no dental code is named."""
    ub04: str | None = None
    """Number or name of the AHA licence; without one no revenue code or bill type is named."""


class RuleSetting(Record):
    """A rule switched off or given another severity, with the reason."""

    severity: Literal["error", "warning", "info", "off"]
    """How grave its findings are in this project, or `off`."""
    reason: Annotated[str, Unpublished(WITHHELD)]
    """Why the house sets it so."""


class Preferred(Record):
    """A term of the house, and what authors write in its stead."""

    term: str
    """How the house writes it."""
    variants: tuple[str, ...]
    """What is found and replaced by it."""


class Limit(Record):
    """How much a text or each of its sentences may hold, or has to."""

    unit: Literal["words", "sentences", "characters"]
    """What is counted."""
    per: Literal["text", "sentence"] = "text"
    """Whether a whole text or each of its sentences is counted."""
    most: int | None = None
    """The highest count that passes."""
    least: int | None = None
    """The lowest count that passes."""


class Term(Record):
    """A rule of the house without code.

    It has one of `preferred`, `banned`, `patterns`, `required` and `limit`.
    """

    name: str
    """A name with hyphens, by which findings, waivers and `explain` know the rule: `house-term`."""
    preferred: Preferred | None = None
    """A term of the house with the variants it replaces."""
    banned: tuple[str, ...] | None = None
    """Phrases that may not stand, whatever their case and white space."""
    patterns: tuple[str, ...] | None = None
    """Patterns that may not fit, in the syntax of RE2, whatever the case: `in \\d+ days`."""
    required: str | None = None
    """A notice that has to stand somewhere in the scope, word for word."""
    limit: Limit | None = None
    """How long a text may be or has to be."""
    message: str
    """What to say; `{found}` stands for the author's own words."""
    why: Annotated[str | None, Unpublished()] = None
    """Why the house has the rule; printed by `reportkit explain`."""
    severity: Severity = "warning"
    """How grave its findings are."""
    scope: tuple[str, ...] = ("sections",)
    """`sections`, `all`, `built`, a file's key, or a field: `summary.notes[*]`."""
    bad: Annotated[str, Unpublished(WITHHELD)]
    """A text the rule has to find fault with; run by `reportkit rules --test`."""
    good: Annotated[str, Unpublished(WITHHELD)]
    """A text it has to pass."""


class Project(Record):
    """Settings that hold for every publication of the folder."""

    reportkit: Literal["project/1"]
    """The form of the file: `project/1`."""
    publisher: Publisher
    """Who issues the publications."""
    licences: Licences
    """The licences of code sets that the publisher holds."""
    address: Addresses | None = None
    """Where publications stand, with `{code}` for the code: `https://example.org/{code}.html`."""
    paper: Literal["letter", "a4"] = "letter"
    """The size of the PDF's pages."""
    language: str = "en"
    """The language of all that reportkit writes itself: `en`, `es`, `es-US`."""
    rules: dict[str, RuleSetting] = Field(default_factory=dict)
    """Rules that are switched off or weighed otherwise here, by name."""
    terms: tuple[Term, ...] = ()
    """Rules of the house without code; docs/house-rules.md of reportkit tells of them."""
    python_rules: tuple[str, ...] = ()
    """Files of `report/rules/` with rules in Python; run only for those who say so."""
    rule_pages: Annotated[Addresses | None, Unpublished()] = None
    """Address of a rule's page with `{rule}` for its name; without one, reportkit's own path."""
