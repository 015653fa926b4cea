"""Ten ways to forge a publication, none of them called genuine; and honest files, none altered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from hostile_inputs import (
    PROJECT,
    REPORT,
    SUMMARY,
    Act,
    altered,
    carrying,
    page,
    put,
    themed,
    verified,
)
from made import judged, make_html
from reportkit.publish.environment import present_environment
from reportkit.publish.manifest import Environment
from small_project import accept_input, copy_project, edit, run

INPUT = "report/57511/input.yaml"


def rebuilt(change: Callable[[Path], object]) -> Act:
    """The sources of a page taken out, changed, and built again to another page."""

    def act(folder: Path) -> list[str]:
        (folder / "page.html").write_bytes(page())
        assert run(folder, "extract", "page.html", "--into", "forged").returncode == 0
        change(folder / "forged")
        return [judged(make_html(folder / "forged"))]

    return act


def pays_more(project: Path) -> None:
    """Change an amount after it was checked, and have no rule object."""
    edit(project / INPUT, "nonfacility_payment: 192.14", "nonfacility_payment: 999.14")
    accept_input(project)
    settings = project / PROJECT
    off = "rules: {inconsistent-payment: {severity: off, reason: It is so.}}\n"
    settings.write_text(settings.read_text("utf-8") + off, "utf-8")


def waives(project: Path) -> None:
    """Accept what was found, in another's name."""
    path = project / "report/57511/waivers.yaml"
    row = "{rule: vague-filler, path: sections/**, reason: It is so., owner: A, expiry: 2099-01-01}"
    path.write_text(f"{path.read_text('utf-8')}- {row}\n", "utf-8")


def is_approved(project: Path) -> None:
    """Say of it that it was approved."""
    edit(project / REPORT, "status: draft", "status: approved")


UNALTERED, ALTERED, UNSURE = "rebuilt", "altered", "cannot tell"
FORGERIES: Mapping[str, tuple[Act, str]] = {
    "a word on the page": (altered(b"Small Press", b"Other Press"), ALTERED),
    "an amount on the page": (altered(b"192.14", b"999.14"), ALTERED),
    "a source behind the page": (verified(carrying(SUMMARY, b"reportkit: summary/1\n")), ALTERED),
    "a status in the manifest": (verified(put("manifest", "status", value="approved")), ALTERED),
    "findings left out": (verified(put("findings", "findings", value=[])), ALTERED),
    "another version in the manifest": (
        verified(put("manifest", "environment", "reportkit", value="9.9")),
        UNSURE,
    ),
    "a theme that says otherwise": (themed("house.css", "td { display: none }"), ALTERED),
    "an amount before the page was built": (rebuilt(pays_more), UNALTERED),
    "a waiver before the page was built": (rebuilt(waives), UNALTERED),
    "an approval before the page was built": (rebuilt(is_approved), UNALTERED),
}


@pytest.mark.parametrize(("act", "verdict"), FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_is_at_most_unsigned(act: Act, verdict: str, tmp_path: Path) -> None:
    lines = act(tmp_path)
    assert lines[0].partition(":")[0].partition("\n")[0] == verdict
    assert not [line for line in lines if "genuine" in line or "approved" in line]


def test_what_agrees_with_itself_is_called_unsigned(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "forged")
    pays_more(project)
    (tmp_path / "page.html").write_text(make_html(project), "utf-8")
    outcome = run(tmp_path, "verify", "page.html")
    assert outcome.stdout.startswith("page.html unsigned: unaltered, as the sources it carries")
    assert "no key says who made it" in outcome.stdout.splitlines()[0]


LIBRARIES = (
    "python", "python-optimization", "pydantic", "pydantic-core", "ruamel.yaml", "babel", "jinja2",
    "markdown-it-py", "markupsafe", "pango", "harfbuzz", "weasyprint", "zlib",
)  # fmt: skip
HONEST: Mapping[str, dict[str, Any]] = {
    "an older reportkit": {"reportkit": "0.0.1"},
    "other code of reportkit": {"code_sha256": "0" * 64},
    "another theme by default": {"theme_sha256": "0" * 64},
    "another rule": {"rules": {"a-rule": "0" * 64}},
    "no rule": {"rules": {}},
    "a package with rules": {"packages": ("house-rules 1.0",)},
    "no library known": {"libraries": {}},
    **{f"another {name}": {"libraries": {name: "0.1"}} for name in LIBRARIES},
}
"""Twenty other environments in which an honest file may have been made."""


@pytest.mark.parametrize("recorded", HONEST.values(), ids=HONEST)
def test_an_honest_file_from_elsewhere_is_not_called_altered(
    recorded: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(*arguments: Any) -> Environment:
        return present_environment(*arguments).model_copy(update=recorded)

    with monkeypatch.context() as there:
        there.setattr("reportkit.pipeline.present_environment", elsewhere)
        made = make_html(copy_project(tmp_path))
    assert hashlib.sha256(made.encode()).digest() != hashlib.sha256(page()).digest()
    assert judged(made).partition("\n")[0] in (UNALTERED, UNSURE)


def test_a_changed_file_from_elsewhere_is_not_called_unaltered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(*arguments: Any) -> Environment:
        return present_environment(*arguments).model_copy(update=HONEST["an older reportkit"])

    with monkeypatch.context() as there:
        there.setattr("reportkit.pipeline.present_environment", elsewhere)
        made = make_html(copy_project(tmp_path))
    assert judged(made.replace("Small Press", "Other Press", 1)) != UNALTERED


def test_the_name_of_a_file_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(page())
    assert run(tmp_path, "verify", "page.pdf").returncode == 0
