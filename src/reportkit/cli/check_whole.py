"""Say what was found in all publications together, in any format, beside a baseline if need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import editions, options, reports
from reportkit.cli.check_jobs import options_of
from reportkit.cli.choice import Choice
from reportkit.cli.named import read_named
from reportkit.cli.order import Order
from reportkit.cli.recall import Said, recall_all, remember_all, told_key
from reportkit.files.reading import FolderFiles
from reportkit.files.whole import write_file
from reportkit.findings.counted import counted
from reportkit.report.told import Telling
from reportkit.store.parts import OF_THE_HOUSE, hash_of, of_publication, parts_of
from reportkit.store.store import CLOSED, open_store
from reportkit.workspace.select import is_whole

if TYPE_CHECKING:
    from reportkit.check.findings import Findings, Known
    from reportkit.cli.rule_set import RuleSet
    from reportkit.findings.finding import Severity

LARGEST_BASELINE = 100_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How what was found is to be said."""

    formats: tuple[reports.Wanted, ...]
    fail_on: Severity
    waived_listed: int
    baseline: Path | None = None
    """The file of the known findings."""
    write_baseline: Path | None = None
    rules: Choice = field(default_factory=Choice)
    """The rules that are asked about."""
    quiet: bool = False
    """Whether text is to hold nothing but findings."""

    @property
    def alone(self) -> str | None:
        """The format on standard output, where that is all that is wanted."""
        others = self.baseline or self.write_baseline or len(self.formats) > 1
        partial = self.quiet or not self.rules.is_all
        return None if others or partial or self.formats[0].file else self.formats[0].name


def say_whole(order: Order, codes: Sequence[str], wish: Wish) -> Said:
    """What is said on standard output of all publications together; the files are written.

    What goes to standard output alone is recalled where nothing has changed. Raises CannotRun.
    """
    files = FolderFiles(order.root)
    store, key = CLOSED, ""
    if order.can_be_recalled and wish.alone:
        store, key = open_store(order.root), _key(order, files, codes, wish)
    if (said := recall_all(store, key)) is not None:
        return said
    known = _read_baseline(wish.baseline)
    rules, findings = _findings(order, files, codes)
    if wish.write_baseline is not None:
        _write_baseline(wish.write_baseline, findings)
    if known is not None:
        from reportkit.check.baseline import against

        findings = against(findings, known)
    findings = wish.rules.of(findings)
    if wish.quiet and reports.in_text_alone(wish.formats):
        return Said(_found(findings), _code(findings, wish))
    text = reports.write_reports(order.root, findings, wish.formats, wish.waived_listed)
    said = Said(text, _code(findings, wish))
    if rules.can_be_recalled:
        remember_all(store, key, said)
    return said


def _code(findings: Findings, wish: Wish) -> int:
    return 1 if findings.at_or_above(wish.fail_on) else 0


def _found(findings: Findings) -> str:
    """The findings that are open, as text shows them."""
    from reportkit.report.text import told

    return Telling(options.palette(), 0).of(told(findings))


def _key(order: Order, files: FolderFiles, codes: Sequence[str], wish: Wish) -> str:
    """The key of what is said of these publications together."""
    house = hash_of(parts_of(files, OF_THE_HOUSE))
    own = [parts_of(files, of_publication(code)) for code in codes]
    how = (str(wish.alone), wish.fail_on, str(wish.waived_listed), repr(options.palette()))
    return told_key(house, own, (*options_of(order), *how, *codes))


def _findings(order: Order, files: FolderFiles, codes: Sequence[str]) -> tuple[RuleSet, Findings]:
    from reportkit.check.engine import check
    from reportkit.check.findings import joined
    from reportkit.check.house_waivers import idle_in_all, idle_waivers
    from reportkit.cli.rule_set import rule_set
    from reportkit.workspace.workspace import workspace_of

    before = FolderFiles(order.before) if order.before else None
    workspace = editions.with_previous(workspace_of(files, codes), before)
    rules = rule_set(workspace, order.trust)
    findings = rules.mention(check(workspace, rules.rules, order.today))
    if is_whole(order.root, codes) and (idle := idle_waivers(findings)):
        findings = joined([findings, idle_in_all(files, rules.rules, idle)])
    return rules, findings


def _read_baseline(path: Path | None) -> tuple[Known, ...] | None:
    if path is None:
        return None
    from reportkit.check.baseline import BadBaseline, read_baseline

    anew = "write it anew with --write-baseline"
    try:
        return read_baseline(read_named(path, LARGEST_BASELINE, anew).decode())
    except UnicodeDecodeError as error:
        raise CannotRun(f"the baseline {path} is not UTF-8", anew) from error
    except BadBaseline as bad:
        raise CannotRun(f"{path} is not a baseline: {bad}", anew) from bad


def _write_baseline(path: Path, findings: Findings) -> None:
    from reportkit.check.baseline import baseline_text

    write_file(path, baseline_text(findings).encode())
    number = sum(finding.waived is None for finding in findings.findings)
    click.echo(f"wrote {options.shown(path)}: {counted(number, 'known finding')}", err=True)
