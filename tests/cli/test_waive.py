"""`reportkit waive`, and `check` against a baseline and into files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from defects import write_defects
from small_project import run

RULE = "misplaced-modifier"
CODING = "sections/57511/coding-specifications.yaml"
SAID = ("--reason", "The client wants it so.", "--owner", "Lead editor", "--expiry", "2027-01-31")
DAY = {"SOURCE_DATE_EPOCH": "1793577600"}  # 2026-11-02


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_defects(tmp_path)


def waived(project: Path, **environment: str) -> int:
    outcome = run(project, "check", "--format", "json", **environment)
    return int(json.loads(outcome.stdout)["counts"]["waived"])


def test_a_waiver_is_written_and_holds(project: Path) -> None:
    assert waived(project, **DAY) == 0
    outcome = run(project, "waive", RULE, CODING, *SAID, **DAY)
    assert outcome.returncode == 0, outcome.stderr
    assert f"of {RULE} accepted until 2027-01-31" in outcome.stdout
    number = waived(project, **DAY)
    assert number > 0
    assert f"{number} waived" in run(project, "check", **DAY).stdout
    assert waived(project, SOURCE_DATE_EPOCH="1830000000") == 0


def test_comments_of_other_waivers_stay(project: Path) -> None:
    run(project, "waive", RULE, CODING, *SAID, **DAY)
    path = project / "report/57511/waivers.yaml"
    before = "# Ask the client again in spring.\n" + path.read_text("utf-8") + "# End.\n"
    path.write_text(before, "utf-8")
    outcome = run(project, "waive", RULE, f"{CODING}#modifiers", *SAID, **DAY)
    assert outcome.returncode == 0, outcome.stderr
    after = path.read_text("utf-8")
    assert after.splitlines()[0].startswith("# Ask the client")
    assert after.splitlines()[-1] == "# End."
    assert after.count(f"rule: {RULE}") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("unprovided-modifier", CODING, *SAID), "cannot be waived"),
        (("misplaced-modifer", CODING, *SAID), "did you mean misplaced-modifier?"),
        ((RULE, "sections/57511/summary.yaml", *SAID), "no finding of misplaced-modifier"),
        ((RULE, "sections/**", *SAID), "does not say which publication"),
        ((RULE, CODING, *SAID[:4], "--expiry", "2026-11-01"), "2026-11-01 is over"),
        (
            (RULE, CODING, *SAID[:4], "--expiry", "next year"),
            "`next year` is no day; write it as 2026-10-01",
        ),
        ((RULE, CODING, *SAID[:4], "--expiry", "2099-W48-1"), "`2099-W48-1` is no day"),
        ((RULE, CODING, "--reason", "tbd", *SAID[2:]), "says nothing as reason or owner"),
    ],
)
def test_a_waiver_that_would_not_hold_is_refused(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = run(project, "waive", *arguments, **DAY)
    assert outcome.returncode == 2
    assert said in outcome.stderr
    assert not (project / "report/57511/waivers.yaml").exists()


def test_with_a_baseline_only_new_findings_fail(project: Path) -> None:
    assert run(project, "check", "--write-baseline", "known.json").returncode == 1
    outcome = run(project, "check", "--baseline", "known.json")
    assert outcome.returncode == 0, outcome.stdout
    assert "ready to publish: no. 0 errors" in outcome.stdout
    path = project / CODING
    path.write_text("# A remark that shifts all lines.\n\n" + path.read_text("utf-8"), "utf-8")
    assert run(project, "check", "--baseline", "known.json").returncode == 0
    path.write_text(path.read_text("utf-8") + "colour: blue\n", "utf-8")
    outcome = run(project, "check", "--baseline", "known.json")
    assert outcome.returncode == 1
    assert "error[unknown-key]" in outcome.stdout


def test_what_is_fixed_is_stale_in_the_baseline(project: Path) -> None:
    run(project, "check", "--write-baseline", "known.json")
    known = json.loads((project / "known.json").read_text("utf-8"))
    known["findings"].append(known["findings"][0] | {"fingerprint": "0" * 32})
    (project / "known.json").write_text(json.dumps(known), "utf-8")
    outcome = run(project, "check", "--baseline", "known.json", "--format", "json")
    assert [each["fingerprint"] for each in json.loads(outcome.stdout)["baseline"]["stale"]] == [
        "0" * 32
    ]
    assert "fixed " in run(project, "check", "--baseline", "known.json").stdout


NO_BASELINES = (
    "",
    "[]",
    '{"form": "x"}',
    '{"form": "reportkit/baseline/1"}',
    '{"form": "reportkit/baseline/1", "findings": [{"a": 1}]}',
)


@pytest.mark.parametrize("text", NO_BASELINES)
def test_a_file_that_is_no_baseline_is_refused(project: Path, text: str) -> None:
    (project / "known.json").write_text(text, "utf-8")
    outcome = run(project, "check", "--baseline", "known.json")
    assert outcome.returncode == 2
    assert "is not a baseline" in outcome.stderr


def test_one_check_writes_several_reports(project: Path) -> None:
    files = {"sarif": "out.sarif", "json": "out.json", "junit": "out.xml"}
    formats = [part for name, file in files.items() for part in ("--format", f"{name}={file}")]
    outcome = run(project, "check", *formats, "--format", "text")
    assert outcome.returncode == 1
    assert "ready to publish: no." in outcome.stdout
    assert all((project / file).stat().st_size > 1000 for file in files.values())
    assert run(project, "check", *formats).stdout == ""


def test_formats_that_cannot_be_are_refused(project: Path) -> None:
    assert "is not a format" in run(project, "check", "--format", "pdf").stderr
    both = run(project, "check", "--format", "json", "--format", "text")
    assert (both.returncode, "two formats go to standard output" in both.stderr) == (2, True)
    nowhere = run(project, "check", "--format", "json=no/such/folder.json")
    assert (nowhere.returncode, "cannot be written" in nowhere.stderr) == (2, True)
