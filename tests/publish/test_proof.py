"""What a published file proves: its sources, its findings, and what of the difference matters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checkout import checkout
from made import judged, make_html, make_pdf
from reportkit.check.rule_code import code_hash, rule_hashes, rules_digest
from reportkit.publish import environment
from reportkit.rules import all_rules
from small_project import ROOT, copy_project, edit, run

SILENT = '''\
"""A rule of this house."""
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule


@rule("warning", "house rules")
def no_title(publication):
    """The report has no title."""
    if publication.report.title == "none":
        yield Issue(at("report", "title"), "there is no title")
'''
LOUD = SILENT.replace('== "none"', '!= "none"')
REBUILT = "rebuilt"


def with_rule(folder: Path, text: str) -> Path:
    """A project that names one file of rules."""
    copy_project(folder)
    (folder / "report/rules").mkdir()
    (folder / "report/rules/house.py").write_text(text, "utf-8")
    settings = folder / "report/project.yaml"
    line = "python_rules: [report/rules/house.py]\n"
    settings.write_text(settings.read_text("utf-8") + line, "utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the small project."""
    return make_html(copy_project(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of the small project."""
    return make_pdf(copy_project(tmp_path_factory.mktemp("paper")))


def test_a_rule_that_finds_nothing_alters_nothing(tmp_path: Path) -> None:
    page = make_html(with_rule(tmp_path, SILENT), "trusted")
    assert judged(page, rules="trusted") == REBUILT
    untrusted = judged(page)
    assert re.fullmatch(
        r"rebuilt\nthe rule no-title was [0-9a-f]{12} and is absent here", untrusted
    )


def test_a_rule_that_finds_something_needs_trust_to_be_told(tmp_path: Path) -> None:
    page = make_html(with_rule(tmp_path, LOUD), "trusted")
    assert judged(page, rules="trusted") == REBUILT
    untrusted = judged(page)
    assert untrusted.startswith("cannot tell\nits pages are what its sources produce, but its")
    assert "report/rules/house.py were not run; --trust-project-rules runs them" in untrusted


def test_a_word_of_a_docstring_changes_no_byte(tmp_path: Path) -> None:
    first = make_html(with_rule(tmp_path / "a", SILENT), "trusted")
    reworded = SILENT.replace("The report has no title.", "A title is missing.")
    commented = reworded.replace('"none":', '"none":  # as it is at first')
    assert make_html(with_rule(tmp_path / "b", commented), "trusted") == first


def test_the_hash_of_a_rule_is_over_what_it_does() -> None:
    source = (ROOT / "src/reportkit/rules/age_over_89.py").read_text("utf-8")
    reworded = source.replace("Why:\n", "Why:\n        In other words.\n")
    assert reworded != source
    assert code_hash(reworded) == code_hash(source)
    assert code_hash(f"{source}\n# A remark.\n") == code_hash(source)
    silenced = re.sub(r"(?m)^    if .*:$", "    if False:", source, count=1)
    for changed in (silenced, source.replace("89", "90"), source.replace('"error"', '"info"')):
        assert changed != source
        assert code_hash(changed) != code_hash(source)


def test_every_shipped_rule_has_a_hash_of_its_own() -> None:
    hashes = rule_hashes(all_rules())
    assert hashes.keys() == {rule.name for rule in all_rules()}
    assert len(set(hashes.values())) == len(hashes)
    assert rules_digest(all_rules()) != rules_digest(all_rules()[1:])


def test_a_rule_without_its_logic_is_named_and_did_not_matter(tmp_path: Path, plain: str) -> None:
    """Built by this reportkit, verified by one whose rule was silenced and one reworded."""
    (tmp_path / "page.html").write_text(plain, "utf-8")
    tool = checkout(tmp_path / "tool")
    rule = tool.folder / "src/reportkit/rules/vague_filler.py"
    text = rule.read_text("utf-8")
    rule.write_text(text.replace("Why:\n", "Why:\n        In other words.\n"), "utf-8")
    same = tool.reportkit("verify", "page.html", at=tmp_path)
    assert same.startswith("page.html unsigned"), same
    assert "the code of" not in same
    rule.write_text(re.sub(r"(?m)^(    )for .*:$", r"\1for text in ():", text, count=1), "utf-8")
    other = tool.reportkit("verify", "page.html", at=tmp_path)
    assert other.startswith("page.html unsigned"), other
    assert re.search(r"the rule vague-filler was .* here, which made no difference", other)


def test_a_package_with_rules_is_named_with_its_version(tmp_path: Path, plain: str) -> None:
    packages = tmp_path / "packages"
    info = packages / "house_rules-1.0.dist-info"
    info.mkdir(parents=True)
    (packages / "house_rules.py").write_text(SILENT, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[reportkit.rules]\nhouse = house_rules\n")
    (tmp_path / "page.html").write_text(plain, "utf-8")
    outcome = run(tmp_path, "verify", "page.html", PYTHONPATH=f"{packages}:{ROOT / 'src'}")
    assert outcome.returncode == 0, outcome.stdout
    assert "the packages with rules was none and is house-rules 1.0 here" in outcome.stdout


@pytest.mark.parametrize("flags", ["1", "2"])
def test_optimisation_alters_nothing(flags: str, tmp_path: Path, plain: str) -> None:
    (tmp_path / "page.html").write_text(plain, "utf-8")
    outcome = run(tmp_path, "verify", "page.html", PYTHONOPTIMIZE=flags)
    assert outcome.returncode == 0, outcome.stdout
    assert f"python-optimization was 0 and is {flags} here" in outcome.stdout
    assert "the rule" not in outcome.stdout


def test_a_library_excuses_what_it_can_reach_and_no_more(
    plain: str, paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = environment._libraries()
    monkeypatch.setattr(environment, "_libraries", lambda: {**known, "pango": "9.9"})
    assert judged(paper) == f"rebuilt\npango was {known['pango']} and is 9.9 here"
    altered = paper.replace("🖤".encode(), "🖥".encode(), 1)  # the comment behind the version
    assert judged(altered).startswith("cannot tell\nit differs first at byte ")
    assert "pango was" in judged(altered)
    changed = plain.replace("Small Press", "Other Press", 1)
    assert re.fullmatch(r"altered\nit differs first at byte [\d,]+, in line \d+", judged(changed))


def test_another_version_is_named_and_nothing_is_called_altered(
    plain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "__version__", "9.0")
    assert judged(plain).startswith("rebuilt\nreportkit was ")
    changed = plain.replace("Small Press", "Other Press", 1)
    assert judged(changed).startswith("cannot tell\nit differs first at ")


def test_a_theme_of_its_own_is_used_for_those_who_trust_it(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    (folder / "templates").mkdir()
    (folder / "templates/house.css").write_text("p { color: #222 }", "utf-8")
    page = make_html(folder)
    assert judged(page) == (
        "cannot tell\nit carries a theme of its own (house.css), which is not used; "
        "--trust-theme uses it"
    )
    assert judged(page, theme="trusted") == REBUILT


def test_words_of_the_house_are_carried(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    (folder / "report/words.txt").write_text("Wordish\n\nzeta\n", "utf-8")
    page = make_html(folder)
    assert '"path":"report/words.txt"' in page
    assert judged(page) == REBUILT


def test_a_draft_is_made_again_as_a_draft(tmp_path: Path) -> None:
    assert judged(make_html(copy_project(tmp_path), purpose="draft")) == REBUILT


def test_what_was_signed_is_signed_in_the_extracted_project(tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "house")
    for role, name, meaning in (
        ("author", "Ann Writer", "Written and read again."),
        ("coding-reviewer", "Bo Coder", "Reviewed for coding accuracy."),
    ):
        signed = run(folder, "sign", "57511", "--role", role, "--name", name, "--meaning", meaning)
        assert signed.returncode == 0, signed.stderr
    report = folder / "report/57511/report.yaml"
    edit(report, "status: draft", "status: approved")
    report.write_text(f"# Signed.\n{report.read_text('utf-8')}notes: [Sent out.]\n", "utf-8")
    page = make_html(folder)
    assert '"status":"approved"' in page
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert run(tmp_path, "extract", "page.html", "--into", "again").returncode == 0
    assert make_html(tmp_path / "again") == page


def test_verify_never_approves(tmp_path: Path) -> None:
    """A file forged from end to end agrees with itself, and is called no more than that."""
    folder = copy_project(tmp_path / "house")
    built = tmp_path / "page.html"
    built.write_text(make_html(folder), "utf-8")
    assert run(tmp_path, "extract", "page.html", "--into", "forged").returncode == 0
    source = tmp_path / "forged/sections/57511/summary.yaml"
    source.write_text(source.read_text("utf-8").replace("freezing", "burning"), "utf-8")
    built.write_text(make_html(tmp_path / "forged"), "utf-8")
    outcome = run(tmp_path, "verify", "page.html")
    assert outcome.returncode == 0
    assert outcome.stdout.startswith("page.html unsigned: ")
    assert "genuine" not in outcome.stdout
    assert "it says of itself:" in outcome.stdout
