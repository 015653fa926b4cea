"""A project in, the rules that hold for it out: reportkit's, of packages, and its own.

Rules of installed packages come by the entry point group `reportkit.rules`. Rules in Python
of the project folder are code of whoever wrote the folder: they run only if project.yaml
names them and the user says that the folder is to be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePosixPath
from types import ModuleType
from typing import Literal

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import Check, check
from reportkit.check.findings import Findings, Skipped
from reportkit.check.house import house_rules
from reportkit.check.rule import Rule
from reportkit.cli import clock
from reportkit.cli.rule_files import carried_rules, published_code, rule_text
from reportkit.files.project_files import ProjectFiles
from reportkit.model.base import given
from reportkit.model.project import Project
from reportkit.rules import all_rules
from reportkit.workspace.workspace import Workspace

GROUP = "reportkit.rules"
"""Entry points of this group name a rule, several in a list or tuple, or a module of rules."""

Trust = Literal["trusted", "untrusted"]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules to run, and the files of rules that are not run for want of trust."""

    rules: tuple[Rule, ...]
    untrusted: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The project's files of rules by their path, run or not, as a publication carries them."""
    packages: tuple[str, ...] = ()
    """The packages that bring rules, each with its version: `house-rules 1.2`."""

    @property
    def can_be_recalled(self) -> bool:
        """Whether what they found may be remembered."""
        return all(rule.leaves_traces for rule in self.rules)

    def mention(self, findings: Findings) -> Findings:
        """Findings that say which files of rules were not run."""
        missed = tuple(
            Skipped(file, code, "project", reason="untrusted")
            for code in findings.publications
            for file in self.untrusted
        )
        return replace(findings, skipped=(*findings.skipped, *missed))


def checker(trust: Trust) -> Check:
    """A function that runs every rule of a project; it can be sent to another process."""
    return partial(checked, trust)


def checked(trust: Trust, workspace: Workspace) -> Findings:
    """Run every rule of a project on a workspace; raises CannotRun as `rule_set` does."""
    rules = rule_set(workspace, trust)
    return rules.mention(check(workspace, rules.rules, clock.today()))


def rule_set(workspace: Workspace, trust: Trust) -> RuleSet:
    """Every rule for a project. Raises CannotRun for code that is no rule, or a name twice."""
    return rules_for(workspace.files, workspace.project.sound, trust)


def rules_for(files: ProjectFiles, project: Project | None, trust: Trust) -> RuleSet:
    """Every rule for a project's files; `project` is None while its settings cannot be read."""
    named: tuple[str, ...] = given(project, "python_rules", ())
    own = [rule for path in named for rule in _of_file(files, path)] if trust == "trusted" else []
    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    coded = (*all_rules(), *_of_packages(points), *own)
    seen: set[str] = set()
    for rule in coded:
        if rule.name in seen:
            raise CannotRun(
                f"two rules are named {rule.name}",
                "give the project's or package's rule another name",
            )
        seen.add(rule.name)
    house = house_rules(project, seen) if project else ()
    return RuleSet(
        rules=(*coded, *house),
        untrusted=() if trust == "trusted" else named,
        files=carried_rules(files, named),
        packages=tuple(
            dict.fromkeys(
                f"{point.dist.name} {point.dist.version}" for point in points if point.dist
            )
        ),
    )


def _of_packages(points: Iterable[EntryPoint]) -> Iterator[Rule]:
    for point in points:
        try:
            loaded = point.load()
        except Exception as fault:
            raise CannotRun(
                f"the rules of package entry `{point.name}` cannot be loaded: {fault}",
                "mend or uninstall the package",
            ) from fault
        for rule in _rules_in(loaded, f"entry point {point.name}"):
            yield replace(rule, origin="package")


def _of_file(files: ProjectFiles, path: str) -> Iterator[Rule]:
    text = rule_text(files, path)
    # Run from its text, so that nothing is written beside it.
    module = ModuleType(f"reportkit_project_rules.{PurePosixPath(path).stem}")
    module.__file__ = files.address(path)
    try:
        exec(compile(text, path, "exec"), module.__dict__)  # noqa: S102 -- trusted
    except (Exception, SystemExit) as fault:
        raise CannotRun(
            f"{path} cannot be loaded: {type(fault).__name__}: {fault}",
            "mend it, or take it out of `python_rules`",
        ) from fault
    source = published_code(text)
    for rule in _rules_in(module, path):
        yield replace(rule, origin="project file", source=source)


def _rules_in(loaded: object, source: str) -> tuple[Rule, ...]:
    match loaded:
        case Rule():
            rules: tuple[object, ...] = (loaded,)
        case ModuleType():
            rules = tuple(rule for rule in vars(loaded).values() if isinstance(rule, Rule))
        case Iterable():
            rules = tuple(loaded)
        case _:
            rules = (loaded,)
    valid = tuple(rule for rule in rules if isinstance(rule, Rule))
    if not valid or len(valid) != len(rules):
        raise CannotRun(
            f"{source} holds no rule, or something else beside rules",
            "decorate a generator with `rule`, `passage_rule` or `text_rule`",
        )
    return valid
