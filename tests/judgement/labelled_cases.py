"""Read the labelled cases: one change of a base report each, and what a fair editor says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

from ruamel.yaml import YAML

HERE = Path(__file__).parent

Verdict = Literal["right", "wrong"]
Kind = Literal[
    "digits",
    "number-words",
    "negation",
    "near-miss",
    "paraphrase",
    "another-field",
    "disguise",
    "list",
    "polarity",
    "field-prose",
    "prose-prose",
    "mention",
]
"""What the text tests. A mention names something and claims nothing of it."""
Subject = Literal[
    "payment",
    "units",
    "global-period",
    "modifiers",
    "bundling",
    "related-codes",
    "coverage",
    "diagnoses",
    "rates",
    "utilization",
    "sites",
    "policy-changes",
    "privacy",
    "editorial",
    "gaps",
    "clinical",
    "dates",
    "wording",
    "none",
]
"""What the text is about; the first twelve are the subjects that data is about."""

Operation = Literal["append", "replace", "set", "add"]
"""Words after a text, a text in place of another, a value, one more item of a list."""

OPERATIONS: Final[tuple[Operation, ...]] = get_args(Operation)


@dataclass(frozen=True, slots=True)
class Case:
    """One change of a base report, and whether it is right."""

    id: str
    base: str
    """Code of the base report."""
    subject: Subject
    kind: Kind
    at: str
    """Where the change is made: `summary.importance`, `input.missing[0].effect`."""
    verdict: Verdict
    because: str
    operation: Operation
    value: Any
    catch: str | None = None
    """The words a finding should point at; None of a right text, and of a field."""
    speaks: bool | None = None
    """Whether the words speak of one of the twelve subjects; None if that is not asked."""
    also: dict[str, Any] = field(default_factory=dict)
    """Further values to set, by place, for a case that takes more than one change."""
    found_at: tuple[str, ...] = ()
    """Further places at which a finding is as good as at the change itself."""
    held_out: bool = False
    """Left unread by whoever changes the rules."""

    @property
    def text(self) -> str:
        """The words put in, as typed; a value that is no text as Python writes it."""
        return self.value if isinstance(self.value, str) else repr(self.value)


def read_cases(folder: Path = HERE) -> tuple[Case, ...]:
    """The cases of all files of the folder, by file; raises ValueError on a malformed one."""
    cases = []
    for path in sorted(folder.glob("*.yaml")):
        for row in YAML(typ="safe").load(path.read_text("utf-8")):
            try:
                cases.append(_case(row))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}, case {row.get('id')}: {error}") from error
    return tuple(cases)


def _case(row: dict[str, Any]) -> Case:
    """A case from its mapping, with the operation and its value apart."""
    named = [name for name in OPERATIONS if name in row]
    if len(named) != 1:
        raise ValueError(f"has {named or 'none'} of {', '.join(OPERATIONS)}; it takes one")
    rest = {key: value for key, value in row.items() if key not in OPERATIONS}
    case = Case(operation=named[0], value=row[named[0]], **rest)
    for value, allowed in ((case.subject, Subject), (case.kind, Kind), (case.verdict, Verdict)):
        if value not in get_args(allowed):
            raise ValueError(f"{value} is not one of {', '.join(get_args(allowed))}")
    return case
