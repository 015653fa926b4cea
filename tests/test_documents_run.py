"""What the documents tell readers to type is run, in the order in which a page tells it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from small_project import copy_project, run
from test_documents import DOCUMENTS, FENCED

LEFT = {
    **dict.fromkeys(("build", "doctor", "release", "review", "site"), "takes long, and has tests"),
    **dict.fromkeys(("serve", "lsp", "mcp"), "runs until it is stopped"),
    **dict.fromkeys(("new", "init", "import", "dev"), "begins or reads what is not in a project"),
}
"""Commands that tests of their own run, each with why it is not run here."""
_ELSEWHERE = re.compile(
    r"\.(?:csv|xlsx|pdf|zip|gz|docx|p12|html)\b|\b99211\b|\bv1\b|origin/|…|://|~/|--watch"
)
"""What names a file or a report of the reader's own, or does not end."""
NOTHING_RELEASED = ("asof", "recall")
"""Commands that are refused in words in a project that has released nothing."""


def told(page: Path) -> Iterator[str]:
    """The commands of a page that can be run as they stand in any project."""
    for kind, block in FENCED.findall(page.read_text("utf-8")):
        for line in block.splitlines() if not kind else ():
            match = re.match(r"reportkit (?P<words>.*?)(?: +#.*)?$", line)
            words = match["words"] if match else ""
            if words and words.split()[0] not in LEFT and not _ELSEWHERE.search(words):
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
