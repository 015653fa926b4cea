"""`reportkit check`: run the rules and show what they found."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, editions, options, reports
from reportkit.cli.named import read_named
from reportkit.cli.needed import needed_library
from reportkit.cli.recall import Said, key_of, recall, remember
from reportkit.files.reading import FolderFiles
from reportkit.files.whole import write_file

if TYPE_CHECKING:
    from reportkit.check.findings import Findings, Known
    from reportkit.cli.rule_set import RuleSet, Trust
    from reportkit.findings.finding import Severity

LARGEST_BASELINE = 100_000_000
"""Bytes."""

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@options.names
@options.project
@reports.formats
@options.fail_on
@reports.show_waived
@reports.trust
@editions.against
@click.option("--watch", "is_watched", is_flag=True,
              help="Check again whenever a file is saved, until Ctrl-C.")  # fmt: skip
@click.option("--baseline", type=_FILE, metavar="FILE",
              help="Let only findings fail that are not in FILE.")  # fmt: skip
@click.option("--write-baseline", type=_FILE, metavar="FILE",
              help="Write the findings of now into FILE, for --baseline.")  # fmt: skip
def check(
    names: tuple[str, ...],
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    against: str | None,
    is_watched: bool,
    baseline: Path | None,
    write_baseline: Path | None,
) -> None:
    """Check publications, named by code, folder or file; all of them if none is named.

    The exit code is 0 when nothing is as grave as --fail-on, 1 when something is, and
    2 when the check could not run.
    """
    reports.check_wanted(formats)
    root, codes = options.selected(project, names)
    listed = reports.listed(show_waived)
    if is_watched:
        if baseline or write_baseline or against:
            raise CannotRun("--watch compares with nothing",
                            "leave out --against, --baseline and --write-baseline")  # fmt: skip
        _watch(root, codes if names else None, trust, formats, listed)
        return
    files = FolderFiles(root)
    key = None
    recallable = trust == "untrusted" and not (baseline or write_baseline or against)
    if recallable and formats[0].file is None:
        how = (formats[0].name, fail_on, str(listed), repr(options.palette()), str(clock.today()))
        key = key_of(files, codes, (*how, *_packages())) if len(formats) == 1 else None
    said = recall(root, key) if key else None
    if said is None:
        known = _read_baseline(baseline)
        rules, findings = _findings(files, codes, trust, against)
        if write_baseline is not None:
            _write_baseline(write_baseline, findings)
        if known is not None:
            from reportkit.check.baseline import against as compared

            findings = compared(findings, known)
        text = reports.write_reports(findings, formats, listed)
        said = Said(text, 1 if findings.at_or_above(cast("Severity", fail_on)) else 0)
        # A rule of a package may change without a trace here, so its word is not kept.
        if key and all(rule.origin in ("reportkit", "project settings") for rule in rules.rules):
            remember(root, key, said)
    options.show(said.text)
    raise SystemExit(said.code)


def _watch(
    root: Path,
    codes: tuple[str, ...] | None,
    trust: Trust,
    formats: tuple[reports.Wanted, ...],
    listed: int,
) -> None:
    """Show the findings now and after every edit; Ctrl-C ends it and is no fault."""
    needed_library("watchfiles", "watchfiles")
    from reportkit.cli.check_again import check_again
    from reportkit.cli.serve import bench

    def show(findings: Findings) -> None:
        click.clear()
        options.show(reports.write_reports(findings, formats, listed))

    with suppress(KeyboardInterrupt):
        check_again(bench(root, codes, trust), show)


def _findings(
    files: FolderFiles, codes: tuple[str, ...], trust: Trust, against: str | None
) -> tuple[RuleSet, Findings]:
    from reportkit.check.engine import check as run_check
    from reportkit.cli.rule_set import rule_set
    from reportkit.workspace.workspace import workspace_of

    with editions.edition_before(against, files.root, codes) as before:
        workspace = editions.with_previous(workspace_of(files, codes), before)
    rules = rule_set(workspace, trust)
    return rules, rules.mention(run_check(workspace, rules.rules, clock.today()))


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
    number = sum(each.waived is None for each in findings.findings)
    click.echo(
        f"wrote {options.shown(path)}: {number} known finding{'' if number == 1 else 's'}", err=True
    )


def _packages() -> tuple[str, ...]:
    """A stamp of what is installed: a package that brings rules may have come or gone."""
    stamps = []
    here = str(Path.cwd())
    for folder in sys.path:
        if folder in ("", here):
            continue
        try:
            stamps.append(f"{folder}{Path(folder).stat().st_mtime_ns}")
        except OSError:
            continue
    return tuple(stamps)
