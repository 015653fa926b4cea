"""A text of the house is written once, and is in each report as the report's own words are."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from made import DAY, judged, make_html
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.check.grounds import ledger
from reportkit.check.touched import touched
from reportkit.cli.sources import read_house
from reportkit.compare.comparison import compare
from reportkit.editor.completion import offers
from reportkit.editor.hover import meaning_at
from reportkit.editor.names import alike, naming_at
from reportkit.editor.open_project import OpenProject
from reportkit.editor.values import Known
from reportkit.findings.finding import Finding
from reportkit.model.base import LONGEST_TEXT
from reportkit.report.revision import recorded
from reportkit.rules import all_rules
from reportkit.workspace.content import content_sha256
from reportkit.workspace.house_texts import HousePassage, house_text
from reportkit.workspace.publication import Publication
from reportkit.workspace.published import published
from reportkit.workspace.ways import Unresolved
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"
FOLLOW_UP = "report/texts/follow_up.yaml"
TEXT = """\
reportkit: text/1
wordings:
  - when: input.mpfs.global_days == "010"
    text: The visits of ten days are paid with the procedure.
  - text: Each visit of the {{ input.mpfs.global_days }} days is paid by itself [@cms-pfs].
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two reports that print a house text, of which one has another global period."""
    folder = copy_project(tmp_path, "57520")
    for code in ("57511", "57520"):
        quote(folder / f"sections/{code}/summary.yaml", "follow_up")
    edit(folder / "report/57520/input.yaml", 'global_days: "010"', 'global_days: "000"')
    write(folder, "follow_up", TEXT)
    return folder


def test_the_first_wording_that_fits_the_data_is_printed(project: Path) -> None:
    one, other = read_workspace(project, ["57511", "57520"]).publications
    assert printed(one, "follow_up") == "The visits of ten days are paid with the procedure."
    assert printed(other, "follow_up").startswith("Each visit of the {{ input")
    page = make_html(project)
    assert "<p>The limit is 1 unit a day." in re.sub(r"</?(?:data|span)[^>]*>", "", page)
    assert "The visits of ten days are paid with the procedure." in page
    assert "paid by itself" not in page.partition("<script")[0].partition("reportkit-sources")[0]


def test_a_finding_stands_in_the_text_and_shows_where_it_is_printed(project: Path) -> None:
    edit(project / FOLLOW_UP, "The visits of", "The the visits of")
    (finding,) = of_rule(checked(project, "57511"), "repeated-word")
    assert (finding.place.file, finding.place.line) == (FOLLOW_UP, 4)
    (use,) = finding.related
    assert (use.place.file, use.label) == (SUMMARY, "printed here")
    assert of_rule(checked(project, "57520"), "repeated-word") == []


def test_its_sentences_are_on_the_ledger_and_held_to_the_condition(project: Path) -> None:
    (one,) = read_workspace(project, ["57511"]).publications
    grounds = [entry.ground for entry in ledger(one) if entry.text.key == "texts/follow_up"]
    assert [ground and ground.what for ground in grounds] == ["input.mpfs.global_days"]


def test_data_that_decides_on_the_wording_touches_the_sentence_that_prints_it(
    project: Path,
) -> None:
    (one,) = read_workspace(project, ["57511"]).publications
    places = [place for place, words in touched(one, ["mpfs.global_days"]).sentences]
    assert "summary.importance" in places


def test_a_mistake_is_mended_once_for_all_reports(project: Path) -> None:
    edit(project / FOLLOW_UP, "Each visit", "Each each visit")
    edit(project / FOLLOW_UP, "The visits", "The the visits")
    assert f"fixed {FOLLOW_UP}" in run(project, "fix").stdout
    assert (project / FOLLOW_UP).read_text("utf-8") == TEXT


def test_it_is_laid_out_with_the_other_files_and_lifted_with_them(project: Path) -> None:
    (project / FOLLOW_UP).write_text(TEXT.replace("wordings:", "wordings:   "), "utf-8")
    assert f"formatted {FOLLOW_UP}" in run(project, "format").stdout
    lifted = run(project, "migrate")
    assert "nothing to do" in lifted.stdout, lifted.stderr


def test_a_changed_text_is_checked_again_in_every_report(project: Path) -> None:
    first = read_house(project).digest
    edit(project / FOLLOW_UP, "The visits", "All visits")
    assert read_house(project).digest != first


def test_it_is_part_of_what_is_signed_and_carried(project: Path) -> None:
    (one,) = read_workspace(project, ["57511"]).publications
    signed = content_sha256(one)
    assert content_sha256(published(one)) == signed
    edit(project / FOLLOW_UP, "The visits", "All visits")
    (changed,) = read_workspace(project, ["57511"]).publications
    assert content_sha256(changed) != signed


def test_what_is_taken_out_of_a_published_file_makes_it_again(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(project, "unused", "reportkit: text/1\nwordings: [{text: Nobody prints this.}]\n")
    folder = tmp_path_factory.mktemp("taken")
    page = make_html(project)
    assert judged(page) == "rebuilt"
    (folder / "57511.html").write_text(page, "utf-8")
    assert run(folder, "extract", "57511.html", "--into", "again").returncode == 0
    assert [path.name for path in (folder / "again/report/texts").iterdir()] == ["follow_up.yaml"]
    assert make_html(folder / "again") == page


def test_a_change_of_it_is_a_change_of_the_sections_that_print_it(project: Path) -> None:
    (before,) = read_workspace(project, ["57511"]).publications
    edit(project / FOLLOW_UP, "The visits of ten days", "All visits")
    (after,) = read_workspace(project, ["57511"]).publications
    comparison = compare(before, after)
    assert [change.key for change in comparison.changes] == ["texts/follow_up"]
    assert comparison.sections == ("summary",)
    assert recorded(comparison) == "Summary and overview: a row of wordings edited."


def test_texts_within_texts_are_printed_and_cannot_grow_without_end(project: Path) -> None:
    write(project, "follow_up", text("Before. {{ text.a }}"))
    write(project, "a", text("{{ text.b }} and {{ text.b }}"))
    write(project, "b", text("inner"))
    assert "Before. inner and inner" in make_html(project)
    names = [chr(ord("a") + number) for number in range(7)]
    for name, inner in pairwise(names):
        write(project, name, text(f"{{{{ text.{inner} }}}} " * 200))
    (one,) = read_workspace(project, ["57511"]).publications
    refused = house_text("follow_up", one)
    assert isinstance(refused, Unresolved)
    assert refused.reason == f"`text.e` prints more than {LONGEST_TEXT:,} characters"


def test_a_way_of_texts_that_is_too_long_is_refused(project: Path) -> None:
    write(project, "follow_up", text("{{ text.n0 }}"))
    for number in range(60):
        write(project, f"n{number}", text(f"{{{{ text.n{number + 1} }}}}"))
    (one,) = read_workspace(project, ["57511"]).publications
    refused = house_text("follow_up", one)
    assert isinstance(refused, Unresolved)
    assert refused.reason == "house texts stand more than 8 deep within one another"


def test_a_text_that_cannot_be_read_is_one_finding_and_the_rest_is_checked(project: Path) -> None:
    (project / FOLLOW_UP).write_text("reportkit: text/1\nwordings: {text: no list}\n", "utf-8")
    found = [(finding.rule, finding.place.file) for finding in checked(project, "57511").findings]
    assert ("wrong-type", FOLLOW_UP) in found
    assert ("unresolved-reference", SUMMARY) in found


def test_the_list_says_which_report_prints_which_wording_and_fails_on_unused(
    project: Path,
) -> None:
    listed = run(project, "texts")
    assert (listed.returncode, listed.stdout) == (
        0,
        "{{ text.follow_up }}  report/texts/follow_up.yaml\n"
        '    1  when input.mpfs.global_days == "010": 57511\n'
        "    2  for all others: 57520\n"
        "1 house text, 0 that no report prints\n",
    )
    write(project, "unused", text("Nobody prints this."))
    write(project, "follow_up", text("{{ text.follow_up }}"))
    listed = run(project, "texts", "--format", "json")
    assert listed.returncode == 1
    follow_up, unused = json.loads(listed.stdout)
    reason = "`text.follow_up` prints itself: follow_up, follow_up; take one out"
    assert follow_up["faults"] == [{"reason": reason, "reports": ["57511", "57520"]}]
    assert unused["wordings"] == [{"when": None, "reports": []}]


def test_the_editor_completes_explains_and_finds_it(project: Path) -> None:
    workspace = read_workspace(project, ["57511"])
    (one,) = workspace.publications
    file = one.files["summary"].file.text
    offset = file.index("{{ text.") + len("{{ text.")
    offered = offers(Known(one, all_rules()), "summary", file, offset)
    assert [offer.label for offer in offered] == ["follow_up"]
    shown = meaning_at(check(workspace, (), DAY), one, "summary", offset)
    assert shown == "`text.follow_up`: The visits of ten days are paid with the procedure."
    naming = naming_at(one, "summary", offset)
    assert naming is not None
    assert [other.at.key for other in alike(one, naming) if other.is_row] == ["texts/follow_up"]


def test_a_text_that_is_open_alone_is_looked_at_in_a_report_that_prints_it(project: Path) -> None:
    summary = project / SUMMARY
    summary.write_text(summary.read_text("utf-8").replace("{{ text.follow_up }}", ""), "utf-8")
    opened = OpenProject(project, lambda workspace: check(workspace, all_rules(), DAY))
    opened.put(FOLLOW_UP, TEXT.replace("Each visit", "Each each visit"))
    assert opened.open_codes() == ("57520",)
    assert opened.code_for("texts/follow_up") == "57520"
    assert of_rule(opened.findings("57520"), "repeated-word") != []


def quote(section: Path, name: str) -> None:
    """Let a summary print a house text at its end."""
    edit(section, "day is denied [@cms-pfs].", f"day is denied [@cms-pfs]. {{{{ text.{name} }}}}")


def write(folder: Path, name: str, content: str) -> None:
    path = folder / f"report/texts/{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")


def text(words: str) -> str:
    """A house text in one wording."""
    return f"reportkit: text/1\nwordings:\n  - text: {json.dumps(words)}\n"


def printed(publication: Publication, name: str) -> str:
    wording = house_text(name, publication)
    assert isinstance(wording, HousePassage)
    return wording.text


def checked(folder: Path, code: str) -> Findings:
    return check(read_workspace(folder, [code]), all_rules(), DAY)


def of_rule(findings: Findings, rule: str) -> list[Finding]:
    return [finding for finding in findings.findings if finding.rule == rule]
