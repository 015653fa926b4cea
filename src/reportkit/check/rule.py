"""What a rule is: a decorated generator, named for the vice it finds.

The docstring of a rule's function is its page: a summary line, then `Why:`, `Bad:` and
`Good:`. The examples are project files, each introduced by a line `# key`, whose keys
replace those of the specimen, at any depth; they are run as tests and printed by `explain`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reportkit.check.clash import Clash, Fact
from reportkit.check.issue import Fix, Issue
from reportkit.findings.finding import Severity
from reportkit.findings.place import Span
from reportkit.reading.text import Text
from reportkit.workspace.publication import Publication

if TYPE_CHECKING:
    from reportkit.check.outcome import Outcome

OutcomeCheck = Callable[["Outcome"], Iterable[Issue]]
PublicationCheck = Callable[[Publication], Iterable[Issue]]
PassageCheck = Callable[[Text], Iterable[Issue]]
TextCheck = Callable[[Text], Iterable["Match"]]
FactsOf = Callable[[Publication], Iterable[Fact]]
Read = Callable[[str], Publication]
"""Gives a publication by its code."""
AgreementCheck = Callable[[Sequence[Fact], Read], Iterable[Clash]]


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a text that is wrong, in characters as typed, for rules that read any text."""

    span: Span
    message: str
    hint: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True)
class Rule:
    """A rule, ready to run; its decorator says which kind of check it is."""

    name: str
    severity: Severity
    topic: str
    waivable: bool
    docstring: str
    check: Check
    origin: Origin = "reportkit"
    on_built: TextCheck | None = None
    """What it does with the text of the HTML and the PDF, if anything."""
    fires: Callable[[str], bool] | None = None
    """Whether it finds something in an example; None if its examples vary the specimen."""
    source: str | None = None
    """The Python it was read from, where that is a file of the project and no module."""

    @cached_property
    def page(self) -> Page:
        """The parts of the docstring."""
        return read_page(self.docstring)

    @property
    def leaves_traces(self) -> bool:
        """False for a rule of a package or a project file: it may change without a trace."""
        return self.origin in ("reportkit", "project settings")


@dataclass(frozen=True, slots=True)
class CheckPublication:
    """Runs once for a publication."""

    run: PublicationCheck


@dataclass(frozen=True, slots=True)
class CheckPassage:
    """Runs on each printed text that is prose."""

    run: PassageCheck


@dataclass(frozen=True, slots=True)
class CheckText:
    """Runs on each printed text and on the text of the built HTML and PDF."""

    run: TextCheck


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """Runs once for a publication, after all others, on what they found."""

    run: OutcomeCheck


@dataclass(frozen=True, slots=True)
class CheckAgreement:
    """Runs once for all publications together, on what each of them says."""

    facts: FactsOf
    run: AgreementCheck


Check = CheckPublication | CheckPassage | CheckText | CheckOutcome | CheckAgreement
Origin = Literal["reportkit", "package", "project file", "project settings"]
"""Where a rule comes from."""


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's documentation, as its docstring gives it."""

    summary: str
    why: str
    bad: str
    good: str


def rule(
    severity: Severity, topic: str, *, waivable: bool = True
) -> Callable[[PublicationCheck], Rule]:
    """Make a rule of a generator that reads a whole publication."""
    return lambda function: _make(function, severity, topic, waivable, CheckPublication(function))


def passage_rule(
    severity: Severity, topic: str, *, waivable: bool = True
) -> Callable[[PassageCheck], Rule]:
    """Make a rule of a generator that reads one passage of prose."""
    return lambda function: _make(function, severity, topic, waivable, CheckPassage(function))


def text_rule(
    severity: Severity, topic: str, *, waivable: bool = True
) -> Callable[[TextCheck], Rule]:
    """Make a rule of a generator that reads any text, in the sources and as built."""
    return lambda function: replace(
        _make(function, severity, topic, waivable, CheckText(function)), on_built=function
    )


def outcome_rule(severity: Severity, topic: str) -> Callable[[OutcomeCheck], Rule]:
    """Make a rule of a generator that reads what the other rules found.

    What it finds cannot be waived: it is about waivers and settings.
    """
    return lambda function: _make(function, severity, topic, False, CheckOutcome(function))


def agreement_rule(
    severity: Severity, topic: str, facts: FactsOf
) -> Callable[[AgreementCheck], Rule]:
    """Make a rule of a generator that compares what all publications say.

    `facts` gives what one publication says; a publication without a readable value gives none.
    A rule that has to look into one that the facts name may read it.
    """
    return lambda function: _make(function, severity, topic, True, CheckAgreement(facts, function))


def read_page(docstring: str) -> Page:
    """Take a rule's docstring apart."""
    text = inspect.cleandoc(docstring)
    parts = re.split(r"^(Why|Bad|Good):[ \t]*\n?", text, flags=re.MULTILINE)
    named = dict(
        zip(parts[1::2], (inspect.cleandoc("\n" + part) for part in parts[2::2]), strict=True)
    )
    why = " ".join(named.get("Why", "").split())
    return Page(
        parts[0].strip(), why, named.get("Bad", "").strip("\n"), named.get("Good", "").strip("\n")
    )


def _make(
    function: Callable[..., object],
    severity: Severity,
    topic: str,
    waivable: bool,
    check: Check,
) -> Rule:
    name = function.__name__.replace("_", "-")
    return Rule(name, severity, topic, waivable, function.__doc__ or "", check)
