"""`--select` and `--ignore`: the rules that are asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion
from reportkit.findings.meant import closest

if TYPE_CHECKING:
    from reportkit.check.findings import Findings

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Choice:
    """Names of rules; without any selected, all are asked about but those ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether every rule is asked about."""
        return not (self.select or self.ignore)

    def of(self, findings: Findings) -> Findings:
        """What the rules found that are asked about.

        Every rule has run: which waivers are used, and what is ready, does not depend on what is
        asked. Raises CannotRun for a name that no rule has.
        """
        known = {rule.name for rule in findings.rules}
        for name in sorted(self.select | self.ignore):
            if name not in known:
                raise CannotRun(f"no rule is named {name}", _close(name, known))
        return replace(
            findings,
            findings=tuple(one for one in findings.findings if self._is_asked(one.rule)),
            left_out=tuple(one for one in findings.findings if not self._is_asked(one.rule)),
            skipped=tuple(skip for skip in findings.skipped if self._is_asked(skip.rule)),
        )

    def _is_asked(self, rule: str) -> bool:
        return rule not in self.ignore and (not self.select or rule in self.select)


def choice_options(command: F) -> F:
    """The two options; each may be given several times, and take several names."""
    return _option("--select", "Show only what RULE finds; several with commas.")(
        _option("--ignore", "Leave out what RULE finds; several with commas.")(command)
    )


def _option(name: str, about: str) -> Callable[[F], F]:
    return click.option(
        name, multiple=True, metavar="RULE", help=about, shell_complete=completion.rules
    )


def chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> Choice:
    """The rules that two options name."""
    return Choice(_names(select), _names(ignore))


def _names(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.strip() for text in said for name in text.split(",") if name.strip())


def _close(name: str, known: set[str]) -> str:
    close = closest(name, known)
    return f"did you mean {close}?" if close else "`reportkit rules` lists them"
