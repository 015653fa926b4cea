"""What others read of this repository, or of a project, does what they expect of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from small_project import ROOT, copy_project, edit, run

ACTION: dict[str, Any] = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(
    (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
)
DEFAULTS = {name: value["default"] for name, value in ACTION["inputs"].items()}
VARIABLES = {
    "project": "PROJECT",
    "codes": "CODES",
    "fail-on": "FAIL_ON",
    "against": "AGAINST",
    "sarif": "SARIF",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a word that is written twice."""
    folder = copy_project(tmp_path / "project")
    edit(folder / "sections/57511/summary.yaml", "A cold probe", "A a cold probe")
    return folder


def test_the_action_shows_each_finding_at_its_line(project: Path) -> None:
    done = act(project)
    assert done.returncode == 0, done.stderr
    assert "::warning file=sections/57511/summary.yaml,line=4,endLine=4,title=repeated-word," in (
        done.stdout
    )


def test_a_project_in_a_folder_of_its_repository_is_shown_where_it_lies(project: Path) -> None:
    (project.parent / ".git").mkdir()
    done = act(project.parent, project="project", sarif="found.sarif")
    assert "::warning file=project/sections/57511/summary.yaml,line=4," in done.stdout
    (result, *_) = json.loads((project.parent / "found.sarif").read_text())["runs"][0]["results"]
    (place,) = result["locations"]
    path = place["physicalLocation"]["artifactLocation"]["uri"]
    assert (project.parent / path).is_file()


def test_the_action_fails_and_writes_for_code_scanning_as_it_is_told(project: Path) -> None:
    done = act(project, **{"fail-on": "warning", "codes": " 57511 ", "sarif": "found.sarif"})
    assert done.returncode == 1, done.stderr
    assert (project / "found.sarif").is_file()


@pytest.mark.parametrize("said", ["$(touch made)", "; touch made", "--trust-project-rules"])
def test_nothing_that_a_workflow_says_is_run_or_taken_for_an_option(
    project: Path, said: str
) -> None:
    assert act(project, codes=said).returncode == 2
    assert not (project / "made").exists()


def test_the_action_installs_the_sources_it_came_with_wherever_they_lie(tmp_path: Path) -> None:
    (install,) = [step for step in ACTION["runs"]["steps"] if "pip" in step.get("run", "")]
    program = tmp_path / "python"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_ACTION_PATH": "/a b/$(c)"}
    done = shell(install["run"], tmp_path, environment)
    assert done.stdout.splitlines() == ["-m", "pip", "install", "--quiet", "/a b/$(c)"]


def test_what_the_action_uses_of_others_has_a_version() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used
    assert all(
        re.fullmatch(r"[\w-]+/[\w-]+@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})", name) for name in used
    )


def test_every_input_of_the_action_is_used_and_said_what_it_is_for() -> None:
    (check,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check"]
    used = {f"${{{{ inputs.{name} }}}}" for name in VARIABLES}
    assert set(check["env"].values()) == used
    assert set(ACTION["inputs"]) == {*VARIABLES, "python-version"}
    assert all(value["description"] for value in ACTION["inputs"].values())


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_is_there(hook: dict[str, Any], project: Path) -> None:
    program, *arguments = hook["entry"].split()
    assert (program, hook["pass_filenames"]) == ("reportkit", False)
    assert run(project, *arguments).returncode == 0


def act(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as a runner of GitHub does."""
    programs = repository.parent / "bin"
    programs.mkdir(exist_ok=True)
    program = programs / "reportkit"
    program.write_text(f"#!{sys.executable}\nfrom reportkit.cli import main\nmain()\n", "utf-8")
    program.chmod(0o755)
    values = {
        VARIABLES[name]: value
        for name, value in {**DEFAULTS, **inputs}.items()
        if name in VARIABLES
    }
    environment = {**os.environ, **values, "PATH": f"{programs}:{os.environ['PATH']}"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    return shell(ACTION["runs"]["steps"][-1]["run"], repository, environment)


def shell(
    script: str, folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as a step of an action that names `bash` as its shell."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
