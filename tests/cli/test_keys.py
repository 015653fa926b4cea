"""A signature by a person's own key is told from a name that was typed, copied or altered."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from signing_people import AUTHOR, CODER, two_keys
from small_project import copy_project, edit, run

SIGNOFF = "report/57511/signoff.yaml"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with the keys of two people, and a file that lists both."""
    return two_keys(tmp_path / "keys")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return copy_project(tmp_path / "project")


def sign(project: Path, keys: Path, *said: str, key: str) -> str:
    outcome = run(project, "sign", "57511", *said, "--key", str(keys / key))
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def page(project: Path) -> str:
    built = run(project, "build", "57511", "--pdf", "none")
    assert built.returncode == 0, built.stdout
    return str(project / "build/57511/57511.html")


def judged(project: Path, keys: Path) -> tuple[int, str]:
    outcome = run(project, "verify", page(project), "--signers", str(keys / "signers"))
    return outcome.returncode, outcome.stdout


def test_what_two_people_signed_with_keys_that_are_trusted_is_genuine(
    project: Path, keys: Path
) -> None:
    assert sign(project, keys, *AUTHOR, key="ann").startswith(f"signed {SIGNOFF} as author")
    sign(project, keys, *CODER, key="bo")
    edit(project / "report/57511/report.yaml", "status: draft", "status: approved")
    assert run(project, "check", "57511").returncode == 0
    code, said = judged(project, keys)
    assert (code, said.splitlines()[0]) == (
        0,
        "57511.html genuine: unaltered, and signed with keys you trust",
    )
    assert "signed as author by Ann Writer" in said
    assert "with the key of bo@example.org" in said


def test_names_that_were_typed_are_recorded_and_never_genuine(project: Path, keys: Path) -> None:
    for person in (AUTHOR, CODER):
        outcome = run(project, "sign", "57511", *person)
        assert outcome.stdout.startswith(f"recorded, not signed: {SIGNOFF}")
    code, said = judged(project, keys)
    assert code == 3
    assert said.startswith("57511.html unsigned: unaltered, but no author and other person")


def test_one_key_is_one_person(project: Path, keys: Path) -> None:
    sign(project, keys, *AUTHOR, key="ann")
    outcome = run(project, "sign", "57511", *CODER, "--key", str(keys / "ann"))
    assert outcome.returncode == 2
    assert "`Bo Coder` signs as coding-reviewer and as author" in outcome.stderr


def test_two_keys_of_one_holder_are_one_person(project: Path, keys: Path) -> None:
    """Whatever names the report gives them."""
    sign(project, keys, *AUTHOR, key="ann")
    sign(project, keys, *CODER, key="bo")
    signers = keys / "signers"
    signers.write_text(signers.read_text("utf-8").replace("bo@", "it@x.example,ANN@"), "utf-8")
    assert judged(project, keys)[0] == 3


def under_another_name(signers: str) -> str:
    """Ann's key again, as somebody else's, and Bo's as hers."""
    ann, bo = signers.splitlines()
    return f"{ann}\n{ann.replace('ann@', 'it@')}\n{bo.replace('bo@', 'ann@')}\n"


def behind_a_mark(signers: str) -> str:
    """Both keys as Ann's, in a file that begins with a byte order mark."""
    return f"\ufeff{signers.replace('bo@', 'ann@')}"


@pytest.mark.parametrize("written", [under_another_name, behind_a_mark])
def test_nobody_is_two_people_by_how_keys_are_listed(
    project: Path, keys: Path, written: Callable[[str], str]
) -> None:
    sign(project, keys, *AUTHOR, key="ann")
    sign(project, keys, *CODER, key="bo")
    signers = keys / "signers"
    signers.write_text(written(signers.read_text("utf-8")), "utf-8")
    assert judged(project, keys)[0] == 3


def turn_a_rule_off(project: Path) -> None:
    path = project / "report/project.yaml"
    rules = "rules: {long-sentence: {severity: info, reason: We like them.}}"
    path.write_text(f"{path.read_text('utf-8')}{rules}\n", "utf-8")


def change_a_waiver(project: Path) -> None:
    path = project / "report/57511/waivers.yaml"
    path.write_text(path.read_text("utf-8").replace("2099-12-31", "2099-12-30"), "utf-8")


def change_a_word(project: Path) -> None:
    edit(project / "sections/57511/summary.yaml", "definition: >", "definition: >\n  It freezes.")


def put_a_theme(project: Path) -> None:
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates/house.css").write_text("p { color: black }", "utf-8")


@pytest.mark.parametrize("change", [turn_a_rule_off, change_a_waiver, change_a_word, put_a_theme])
def test_what_the_page_rests_on_cannot_change_behind_a_signature(
    project: Path, keys: Path, change: Callable[[Path], None]
) -> None:
    sign(project, keys, *AUTHOR, key="ann")
    sign(project, keys, *CODER, key="bo")
    change(project)
    command = ["verify", page(project), "--signers", str(keys / "signers"), "--trust-theme"]
    outcome = run(project, *command)
    assert (outcome.returncode, "genuine" in outcome.stdout) == (3, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Bo Coder", "name: Cy Coder"),
        ("role: coding-reviewer", "role: clinical-reviewer"),
        ("meaning: Reviewed", "meaning: Reviewed and approved"),
    ],
)
def test_an_entry_that_was_changed_by_hand_is_a_finding(
    project: Path, keys: Path, old: str, new: str
) -> None:
    sign(project, keys, *CODER, key="bo")
    edit(project / SIGNOFF, old, new)
    outcome = run(project, "check", "57511")
    assert outcome.returncode == 1
    assert "error[forged-signature] the key named did not sign" in outcome.stdout


def test_keys_nobody_named_sign_nothing(project: Path, keys: Path) -> None:
    sign(project, keys, *AUTHOR, key="ann")
    sign(project, keys, *CODER, key="bo")
    signers = keys / "signers"
    for spaces in ("git", "reportkit,!reportkit"):
        text = re.sub('"[^"]*"', f'"{spaces}"', signers.read_text("utf-8"))
        signers.write_text(text, "utf-8")
        assert judged(project, keys)[0] == 3


def test_a_remark_behind_blanks_is_no_key(project: Path, keys: Path) -> None:
    signers = keys / "signers"
    signers.write_text(f"  # those who sign\n{signers.read_text('utf-8')}", "utf-8")
    assert judged(project, keys)[0] == 3


@pytest.mark.parametrize(
    ("key", "told"),
    [("none", "ssh-keygen cannot sign: "), ("signers", "ssh-keygen cannot sign: ")],
)
def test_a_file_that_is_no_key_is_one_message(
    project: Path, keys: Path, key: str, told: str
) -> None:
    outcome = run(project, "sign", "57511", *AUTHOR, "--key", str(keys / key))
    assert outcome.returncode == 2
    assert told in outcome.stderr
    assert not (project / SIGNOFF).exists()


def test_a_line_that_names_no_key_is_told(project: Path, keys: Path) -> None:
    (keys / "signers").write_text("# those who sign\nann@example.org\n", "utf-8")
    outcome = run(project, "verify", page(project), "--signers", str(keys / "signers"))
    assert outcome.returncode == 2
    assert "signers, line 2 names no key" in outcome.stderr


def test_pages_tell_who_signed_by_key_from_whose_name_was_typed(project: Path, keys: Path) -> None:
    sign(project, keys, *AUTHOR, key="ann")
    assert run(project, "sign", "57511", *CODER).returncode == 0
    edit(project / "report/57511/report.yaml", "status: draft", "status: approved")
    built = Path(page(project)).read_text("utf-8")
    cover = re.sub(r"<[^>]+>|\s+", " ", built)
    assert re.search(r"Ann Writer \([^)]+, signed by key\)", cover)
    assert re.search(r"Bo Coder \([^)]+, recorded, not signed\)", cover)
    review = (project / "build/review/57511.html").read_text("utf-8")
    for name, how in (("Ann Writer", "signed by key"), ("Bo Coder", "recorded, not signed")):
        assert re.search(rf"<td>{name}</td><td>[^<]+</td><td>{how}</td>", review)


def test_what_reviewers_decided_before_cannot_change_behind_a_signature(
    project: Path, keys: Path
) -> None:
    """A decision that comes later is none of the signature's."""
    decided = ("decide", "57511", "own-words", "--by", "Bo Coder", "--role", "coding-reviewer")
    assert run(project, *decided, "--answer", "yes").returncode == 0
    review = project / "report/57511/review.yaml"
    text = re.sub(
        r'decided: "?[^"\n]+"?', 'decided: "2026-11-24T09:30:00+00:00"', review.read_text("utf-8")
    )
    review.write_text(text, "utf-8")
    sign(project, keys, *CODER, key="bo")
    assert run(project, *decided, "--answer", "comment", "--comment", "Again.").returncode == 0
    assert run(project, "check", "57511").returncode == 0
    edit(review, 'answer: "yes"', 'answer: "no"')
    said = run(project, "check", "57511")
    assert (
        "error[forged-signature] what reviewers had decided when `Bo Coder` signed" in said.stdout
    )
