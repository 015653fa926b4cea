"""A published page by Lighthouse: nothing is wanting for readers with aids, nor for searching."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

LIGHTHOUSE = os.environ.get("LIGHTHOUSE")
IN_FORCE = "1797000000"
"""Seconds since 1970 of a day in December 2026, when the edition is in force."""
SIGNERS = (("author", "Ann Writer"), ("coding-reviewer", "Bo Coder"))


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_: object) -> None:
        """Write no log."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address of a site with a publication that was signed and released, and its own page."""
    project = copy_project(tmp_path)
    for role, name in SIGNERS:
        words = ("--role", role, "--name", name, "--meaning", "Read and found right.")
        assert run(project, "sign", "57511", *words).returncode == 0
    edit(project / "report/57511/report.yaml", "status: draft", "status: published")
    released = run(project, "release", "57511")
    assert released.returncode == 0, released.stdout + released.stderr
    written = run(project, "site", "--released", "--no-search", SOURCE_DATE_EPOCH=IN_FORCE)
    assert written.returncode == 0, written.stderr
    folder = project / "build/site"
    shutil.copy(project / "editions/57511/1.0/57511.html", folder / "alone.html")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.checker
@pytest.mark.skipif(LIGHTHOUSE is None, reason="LIGHTHOUSE names no tool; see .ci/checkers")
@pytest.mark.parametrize("page", ["57511/index.html", "alone.html"])
def test_lighthouse_finds_nothing_wanting(site: str, page: str) -> None:
    asked = ("--only-categories=accessibility,seo", "--output=json", "--quiet")
    browser = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    outcome = subprocess.run(
        ["node", str(LIGHTHOUSE), f"{site}/{page}", *asked, browser],
        env=os.environ | {"CHROME_PATH": "/usr/bin/chromium"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    told = json.loads(outcome.stdout)
    wanting = [audit["id"] for audit in told["audits"].values() if audit["score"] not in (None, 1)]
    scores = {name: category["score"] for name, category in told["categories"].items()}
    assert (scores, wanting) == ({"accessibility": 1, "seo": 1}, [])
