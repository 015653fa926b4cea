"""Each usual mistake of a new author is found, and what its help says mends it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from made import DAY
from reportkit.check.engine import check
from reportkit.cli.text_changes import content_of, with_hashes
from reportkit.files.reading import FolderFiles
from reportkit.findings.edit import apply_edits, compatible
from reportkit.findings.finding import Finding
from reportkit.model.files import place_of
from reportkit.rules import all_rules
from reportkit.workspace.workspace import workspace_of
from small_project import copy_project

HERE: Final = Path(__file__).resolve().parent
MISTAKES: Final[dict[str, dict[str, Any]]] = YAML(typ="safe").load(
    (HERE / "mistakes.yaml").read_text("utf-8")
)
REPORT: Final = "report/57511/report.yaml"
HASH: Final = re.compile(r"[0-9a-f]{64}")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> FolderFiles:
    """A report in which nothing is found that is not waived."""
    sound = FolderFiles(copy_project(tmp_path_factory.mktemp("sound")))
    assert found(sound) == []
    return sound


def test_there_are_at_least_forty() -> None:
    assert len(MISTAKES) >= 40
    assert len({str(case["change"]) for case in MISTAKES.values()}) >= 40


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_and_its_help_mends_it(files: FolderFiles, name: str) -> None:
    case = MISTAKES[name]
    mistaken = edited(files, case["change"])
    told = [finding for finding in found(mistaken) if finding.rule == case["finds"]]
    assert told, name
    assert told[0].place.file == place_of(case.get("at", case["change"]["file"]), "57511")
    assert HASH.sub("HASH", told[0].hint or "") == case["help"]
    assert told[0].edits or case["mend"][0] != "fix", "what it is told of is not what is fixed"
    mended = mistaken
    for step in case["mend"]:
        mended = followed(mended, step)
    assert found(mended) == []


def followed(files: FolderFiles, step: str | dict[str, str]) -> FolderFiles:
    """The files after one step of what a help says."""
    match step:
        case "fix":
            return fixed(files)
        case "hash":
            (stale,) = [finding for finding in found(files) if finding.rule == "stale-input"]
            named = HASH.search(stale.hint or "")
            assert named is not None
            text = HASH.sub(named[0], text_of(files, REPORT))
            return files.changed({REPORT: text.encode()})
        case dict():
            return edited(files, step)
    raise AssertionError(step)


def fixed(files: FolderFiles) -> FolderFiles:
    """The files after `reportkit fix`."""
    edits = compatible(finding.edits for finding in found(files))
    assert edits, "no finding has a fix"
    texts = {path: apply_edits(text_of(files, path), wanted) for path, wanted in edits.items()}
    whole = with_hashes(files, texts)
    return files.changed({path: content_of(files, path, text) for path, text in whole.items()})


def edited(files: FolderFiles, change: dict[str, str]) -> FolderFiles:
    """The files with one text in the place of another, which is there once."""
    path = place_of(change["file"], "57511")
    text = text_of(files, path)
    assert text.count(change["old"]) >= 1, change
    return files.changed({path: text.replace(change["old"], change["new"], 1).encode()})


def found(files: FolderFiles) -> list[Finding]:
    """What a check finds that is not waived, gravest and all."""
    findings = check(workspace_of(files, ["57511"]), all_rules(), DAY).findings
    return [finding for finding in findings if finding.waived is None]


def text_of(files: FolderFiles, path: str) -> str:
    return (files.content(path) or b"").decode()
