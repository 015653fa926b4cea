"""What the documents tell readers to type is run, in the order in which a page tells it."""

from __future__ import annotations

import hashlib
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from certificates import certificate as certificate_of
from signing_people import AUTHOR, CODER
from small_project import accept_input, copy_project, edit, run
from test_documents import DOCUMENTS, FENCED

LEFT = {
    **dict.fromkeys(("build", "doctor", "release", "review", "site"), "takes long"),
    **dict.fromkeys(("serve", "lsp", "mcp"), "runs until it is stopped"),
    **dict.fromkeys(("new", "init", "import", "dev"), "begins or reads what is not in a project"),
}
"""Commands that are not run in any project, each with why."""
_ELSEWHERE = re.compile(
    r"\.(?:csv|xlsx|pdf|zip|gz|docx|p12|html)\b|\b99211\b|\bv1\b|origin/|…|://|~/|--watch"
)
"""What names a file or a report of the reader's own, or does not end."""
NOTHING_RELEASED = ("asof", "recall")
"""Commands that are refused in words in a project that has released nothing."""
RELEASING = ("catalogue.md", "ci.md", "editions.md", "gaps.md", "reviewing.md")
"""Pages that go on from a report that is released; README and tutorial have tests of their own."""
_NOT_THERE = re.compile(r"--serve|origin/|--certificate")
"""What runs until it is stopped, needs a repository of the reader's own, or asks for a password."""
CANNOT_RUN = 2
"""The exit code of a command that asks for what is not there or cannot be."""
IDLE = {
    **dict.fromkeys(("release", "sign"), "nothing is left to do"),
    "import": "nothing is filled in",
}
"""Commands that have nothing to do where all is signed and no workbook came back: what they say."""
IN_FORCE = "1811851200"
"""A day of 2027, when the version that is released is in force."""


def commands(page: Path) -> Iterator[str]:
    """The commands of a page, without the name of the program."""
    for kind, block in FENCED.findall(page.read_text("utf-8")):
        for line in block.splitlines() if not kind else ():
            match = re.match(r"reportkit (?P<words>.*?)(?: +#.*)?$", line)
            if match:
                yield match["words"]


def told(page: Path) -> Iterator[str]:
    """Those that can be run as they stand in any project."""
    for words in commands(page):
        if words.split()[0] not in LEFT and not _ELSEWHERE.search(words):
            yield words


PAGES = [page for page in DOCUMENTS if page.name != "commands.md" and any(told(page))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_run(page: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    for words in told(page):
        outcome = run(project, *shlex.split(words))
        refused = words.split()[0] in NOTHING_RELEASED
        assert outcome.returncode in ((2,) if refused else (0, 1)), (words, outcome.stderr)
        assert "Usage:" not in outcome.stderr, (words, outcome.stderr)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has released version 1.1, with the files that the pages name."""
    project = copy_project(tmp_path_factory.mktemp("released") / "project")
    _approve(project)
    for words in (("release", "57511"), ("export", "57511", "--docx")):
        outcome = run(project, *words)
        assert outcome.returncode == 0, outcome.stderr
    shutil.copy(project / "editions/57511/1.1/57511.pdf", project)
    shutil.copy(project / "build/57511/57511.docx", project)
    _, certificate = certificate_of("Bo Coder")
    (project / "house.pem").write_bytes(certificate)
    (project / ".ssh").mkdir()
    key = project / ".ssh/id_ed25519"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    listed = Path(f"{key}.pub").read_text("utf-8")
    (project / "signers").write_text(f"bo@example.org {listed}", "utf-8")
    return project


def _approve(project: Path) -> None:
    """Let two people sign version 1.1, made with a file of the name that the pages give."""
    fees = project / "PPRRVU2025_Oct.csv"
    fees.write_text("a fee schedule", "utf-8")
    digest = hashlib.sha256(fees.read_bytes()).hexdigest()
    report, provided = (project / "report/57511" / f"{name}.yaml" for name in ("report", "input"))
    edit(report, "status: draft", "status: approved")
    report.write_text(
        report.read_text("utf-8").replace('version: "1.0"', 'version: "1.1"'), "utf-8"
    )
    edit(
        provided, ", release: RVU25D}", f", release: RVU25D, file: {fees.name}, sha256: {digest}}}"
    )
    text = provided.read_text("utf-8").replace(
        "needed_from: data team", "needed_from: coding data team"
    )
    provided.write_text(text, "utf-8")
    accept_input(project)
    for said in (AUTHOR, CODER):
        outcome = run(project, "sign", "57511", *said)
        assert outcome.returncode == 0, outcome.stderr


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.long
@pytest.mark.parametrize("name", RELEASING)
def test_the_commands_that_go_on_from_a_release_run(
    name: str, released: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(released, project)
    page = next(page for page in DOCUMENTS if page.name == name)
    for words in commands(page):
        if _NOT_THERE.search(words):
            continue
        arguments = shlex.split(words.replace("~", str(project)))
        outcome = run(project, *arguments, SOURCE_DATE_EPOCH=IN_FORCE)
        if arguments[0] in IDLE:
            assert IDLE[arguments[0]] in outcome.stderr, (words, outcome.stderr)
        else:
            assert outcome.returncode != CANNOT_RUN, (words, outcome.stderr)
