"""What is built in processes of its own survives the death of others, and dies with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from processes import wait_for
from small_project import copy_project, run

RULE = """
import os, signal, time
from pathlib import Path
from reportkit.check.rule import rule

@rule("error", "house rules")
def acting_up(publication):
    '''The process acts up.

    Why:
        To see what happens.

    Bad:
        # summary
        relevance: It is there.

    Good:
        # summary (absent)
    '''
    if publication.code == "57513":
        {act}
    yield from ()
"""


def with_rule(folder: Path, act: str) -> Path:
    """A project of three publications with a rule that acts up in the second."""
    project = copy_project(folder / "project", "57513", "57520")
    (project / "report/rules").mkdir()
    (project / "report/rules/acting_up.py").write_text(RULE.replace("{act}", act))
    settings = project / "report/project.yaml"
    text = settings.read_text("utf-8") + "python_rules: [report/rules/acting_up.py]\n"
    settings.write_text(text, "utf-8")
    return project


@pytest.mark.long
def test_a_killed_worker_costs_its_own_publication_alone(tmp_path: Path) -> None:
    project = with_rule(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    outcome = run(project, "build", "--jobs", "2", "--trust-project-rules")
    assert outcome.returncode == 2
    assert "57513 is not published: its process was ended" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "57511 ready to publish: yes" in outcome.stdout
    assert "57513 ready to publish" not in outcome.stdout
    for code in ("57511", "57520"):
        assert (project / f"build/{code}/{code}.pdf").is_file()


def test_one_publication_that_breaks_its_process_is_told_of_too(tmp_path: Path) -> None:
    project = with_rule(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    outcome = run(project, "build", "57513", "--trust-project-rules")
    assert outcome.returncode == 2
    assert "57513 is not published: its process was ended" in outcome.stderr
    assert not (project / "build/57513").exists()


@pytest.mark.long
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("codes", [(), ("57513",)])
def test_workers_end_with_the_process_that_started_them(
    tmp_path: Path, number: int, codes: tuple[str, ...]
) -> None:
    project = with_rule(tmp_path, 'Path("worker").write_text(str(os.getpid())); time.sleep(600)')
    command = [sys.executable, "-c", "from reportkit.cli import main; main()",
               "build", *codes, "--jobs", "2", "--trust-project-rules"]  # fmt: skip
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as parent:
        worker = int(wait_for(lambda: (project / "worker").read_text()))
        parent.send_signal(number)
        _, said = parent.communicate(timeout=60)
    assert parent.returncode == (143 if number == signal.SIGTERM else -number)
    assert "Traceback" not in said
    wait_for(lambda: "ended" if not alive(worker) else "")


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # What has ended and has no parent that asks stays in the list of a system without init.
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
