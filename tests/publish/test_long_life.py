"""What was published once stays readable: no later version calls it altered.

`tests/published/` keeps pages and PDFs as they left the house, `manifest-<number>-<what>`, of every
form of the manifest there was and of every version that was released. They are packed, and set with
few fonts, to be small.
"""

from __future__ import annotations

import lzma
import re
from pathlib import Path

import pytest

from reportkit.publish.manifest import FORM
from reportkit.workspace.workspace import read_workspace
from small_project import ROOT, run

KEPT = sorted((ROOT / "tests/published").glob("*.xz"))
OF_AN_EARLIER_FORM = [path for path in KEPT if path.name.startswith("manifest-1")]
OF_THIS_FORM = [path for path in KEPT if path not in OF_AN_EARLIER_FORM]


def unpacked(packed: Path, folder: Path) -> Path:
    """The file as it was published."""
    path = folder / packed.stem
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    return path


def verdict(path: Path) -> tuple[str, list[str]]:
    """What `verify` says first, and why."""
    first, *others = run(ROOT, "verify", str(path), "--trust-theme").stdout.splitlines()
    reasons = [line.strip() for line in others]
    end = reasons.index("it says of itself:") if "it says of itself:" in reasons else len(reasons)
    return first.removeprefix(f"{path.name} "), reasons[:end]


@pytest.mark.parametrize("packed", OF_THIS_FORM, ids=lambda path: path.stem)
def test_an_honest_file_of_an_earlier_version_is_not_called_altered(
    packed: Path, tmp_path: Path
) -> None:
    told, reasons = verdict(unpacked(packed, tmp_path))
    if told == "cannot tell here":
        assert any(reason.startswith("the code of reportkit was ") for reason in reasons)
    else:
        assert told.startswith("unsigned: unaltered")


@pytest.mark.parametrize("packed", OF_AN_EARLIER_FORM, ids=lambda path: path.stem)
def test_a_file_of_an_earlier_form_is_told_as_such(packed: Path, tmp_path: Path) -> None:
    path = unpacked(packed, tmp_path)
    told, reasons = verdict(path)
    assert (told, reasons) == (
        "cannot tell here",
        [f"it has a manifest of the form reportkit/manifest/1, not {FORM}"],
    )
    outcome = run(tmp_path, "extract", str(path), "--into", "x")
    assert outcome.returncode == 2
    assert "for one of an earlier form the reportkit of its time" in outcome.stderr


def test_a_changed_source_of_an_earlier_file_is_still_noticed(tmp_path: Path) -> None:
    path = unpacked(ROOT / "tests/published/manifest-2-first.html.xz", tmp_path)
    page = path.read_text("utf-8")
    entry = r'("path":"sections/57511/summary.yaml","sha256":")\w{4}'
    path.write_text(re.sub(entry, r"\g<1>0000", page), "utf-8")
    assert verdict(path) == (
        "altered",
        [
            "it carries another sections/57511/summary.yaml than its manifest names: "
            "its hash differs"
        ],
    )


@pytest.mark.parametrize("packed", OF_THIS_FORM, ids=lambda path: path.stem)
def test_the_sources_of_an_earlier_file_are_lifted_to_todays_form(
    packed: Path, tmp_path: Path
) -> None:
    path = unpacked(packed, tmp_path)
    assert run(tmp_path, "extract", str(path), "--into", "project").returncode == 0
    assert run(tmp_path / "project", "migrate").returncode == 0
    publication = read_workspace(tmp_path / "project", ["57511"]).publications[0]
    assert [loaded.problems for loaded in publication.files.values() if loaded.problems] == []


def test_every_form_and_every_version_that_left_the_house_is_kept() -> None:
    names = [path.name for path in KEPT]
    for number in range(1, int(FORM.rpartition("/")[2]) + 1):
        assert any(name.startswith(f"manifest-{number}") for name in names)
    released = re.findall(r"^## (\d\S*)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    for version in released:
        for kind in ("html", "pdf"):
            assert any(name.endswith(f"-{version}.{kind}.xz") for name in names), version


def test_what_is_kept_is_small() -> None:
    assert sum(path.stat().st_size for path in KEPT) < 200_000 * (1 + len(KEPT) // 4)
