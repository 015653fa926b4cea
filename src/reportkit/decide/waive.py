"""Accept findings of a rule at a place for now, with a reason, until a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import Check
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.check.waivers import alike, covers, effect_of
from reportkit.decide.entry import with_entry
from reportkit.files.reading import FolderFiles
from reportkit.files.together import Held, hold, write_files
from reportkit.findings.counted import counted
from reportkit.findings.finding import Finding
from reportkit.findings.meant import closest
from reportkit.model.files import place_of
from reportkit.model.waivers import HouseWaiver, Waiver
from reportkit.workspace.workspace import workspace_of


def waive(root: Path, code: str, waiver: Waiver, check: Check, today: date) -> str:
    """Add a waiver to those of a publication, and say what it accepts.

    Raises CannotRun if it would not hold, or accepts nothing.
    """
    with hold(root) as held:
        files = FolderFiles(root)
        accepted = _accepted(waiver, check(workspace_of(files, [code])), today)
        path = _write(held, files, place_of("waivers", code), waiver)
    number = counted(len(accepted), "finding")
    return f"wrote {path}: {number} of {waiver.rule} accepted until {waiver.expiry}"


def waive_everywhere(root: Path, code: str, waiver: Waiver, check: Check, today: date) -> str:
    """Add a waiver of the house for what one of a publication would accept, and say for what.

    Raises CannotRun if it would not hold, accepts nothing, or more than one finding.
    """
    with hold(root) as held:
        files = FolderFiles(root)
        accepted = _accepted(waiver, check(workspace_of(files, [code])), today)
        said = sorted({alike(finding) for finding in accepted})
        if len(said) != 1:
            raise CannotRun(
                f"{waiver.rule} finds {len(said)} things at {waiver.path}",
                "name the line of one: a waiver of the house is for one finding",
            )
        (finding,) = said
        everywhere = HouseWaiver(**{**waiver.model_dump(), "path": "**", "finding": finding})
        path = _write(held, files, place_of("house-waivers"), everywhere)
    return f"wrote {path}: `{finding}` of {waiver.rule} accepted everywhere until {waiver.expiry}"


def _write(held: Held, files: FolderFiles, path: str, waiver: Waiver) -> str:
    write_files(held, {path: with_entry(files, path, "waivers", waiver.model_dump())})
    return path


def _accepted(waiver: Waiver, findings: Findings, today: date) -> list[Finding]:
    """The findings a waiver accepts; raises CannotRun if it would not hold."""
    _refuse(waiver, {rule.name: rule for rule in findings.rules}, today)
    accepted = [finding for finding in findings.findings if covers(waiver, finding)]
    _refuse_empty(waiver, accepted)
    return accepted


def _refuse(waiver: Waiver, known: Mapping[str, Rule], today: date) -> None:
    match effect_of(waiver, known, today):
        case "unknown-rule":
            close = closest(waiver.rule, known)
            hint = f"did you mean {close}?" if close else "`reportkit rules` lists them"
            raise CannotRun(f"no rule is named {waiver.rule}", hint)
        case "refused":
            raise CannotRun(f"findings of {waiver.rule} cannot be waived", "mend what was found")
        case "unexplained":
            raise CannotRun(
                "the waiver says nothing as reason or owner",
                "say why the finding may stay, and who answers for it",
            )
        case "expired":
            raise CannotRun(f"{waiver.expiry} is over", "name a day to come with --expiry")


def _refuse_empty(waiver: Waiver, accepted: list[Finding]) -> None:
    """A waiver of what a build finds cannot be tried here; any other has to fit something."""
    if not accepted and not waiver.path.removeprefix("./").startswith("build/"):
        raise CannotRun(
            f"no finding of {waiver.rule} is at {waiver.path}",
            "`reportkit check` shows findings with their paths",
        )
