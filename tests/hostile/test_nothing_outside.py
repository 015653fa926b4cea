"""A build reaches nothing outside: no connection, no program, no file but those it is made from."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small_project import ROOT, copy_project

TRACED = "execve,socket,connect,open,openat"
MADE_WITH = (
    sys.prefix, sys.base_prefix, str(ROOT), *filter(None, sys.path), "/lib", "/usr/lib",
    "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/etc/ssl/",
    "/usr/share/zoneinfo", "/usr/share/locale", "/proc", "/sys", "/dev/null", "/dev/urandom",
    "/usr/share/fontconfig/conf.avail", "/dev/shm/sem.",  # noqa: S108 -- locks of the C library
)  # fmt: skip
"""Where the environment lies: Python, native libraries, what they and the system's C library read
and lock, and how fontconfig treats the fonts it is given. The fonts of the system lie elsewhere."""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_build_without_a_network_reaches_nothing_outside(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    trace = tmp_path / "trace"
    command = [*_apart(), "strace", "-f", "-qq", "--seccomp-bpf", f"--trace={TRACED}",
               "-o", str(trace), sys.executable, "-c", "from reportkit.cli import main; main()",
               "build", "57511"]  # fmt: skip
    own = os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")}  # where the user's secret is
    outcome = subprocess.run(
        command, cwd=project, env=own, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    calls = [
        line
        for line in trace.read_text("utf-8", "replace").splitlines()
        if not re.search(r"= -1 E\w+|\) = \?$", line)
    ]
    assert len(calls) > 100
    assert [call for call in calls if " socket(" in call or " connect(" in call] == []
    assert len([call for call in calls if " execve(" in call]) == 1, "a program is run"
    allowed = (*MADE_WITH, str(tmp_path), "/tmp/", ".")  # noqa: S108
    opened = (re.search(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)"', call) for call in calls)
    paths = {match[1] for match in opened if match}
    assert sorted(path for path in paths if not path.startswith(allowed)) == []


def _apart() -> tuple[str, ...]:
    """What runs a command in a network namespace of its own, where the system lets us."""
    alone = ("unshare", "--map-root-user", "--net")
    if shutil.which("unshare") is None:
        return ()
    tried = subprocess.run([*alone, "true"], capture_output=True, check=False)
    return alone if tried.returncode == 0 else ()
