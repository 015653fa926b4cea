"""`reportkit help` has a page on whatever an author meets, and docs and manuals say the same."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from reportkit.cli import main_group
from reportkit.cli.man_pages import man_pages
from reportkit.cli.topics import GLOSSARY, ORDER, names_of, terms, topic, topic_pages
from shells import offered_by
from small_project import ROOT, copy_project, run

TOLD = re.compile(r"`reportkit ([^`]+)`")


def test_the_topics_are_listed_with_what_they_are_about(tmp_path: Path) -> None:
    listed = run(tmp_path, "help").stdout
    for name in ORDER:
        assert re.search(rf"^  {name} +\w", listed, re.MULTILINE), name


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("references", "# Values, conditions, statements and texts in prose\n"),
        ("Global period", "global period\n\nThe days around a procedure"),
        ("technical component", "professional component, technical component\n\nThe clinician's"),
        ("import gaps", "Usage: reportkit import gaps [OPTIONS] FILE\n"),
        ("stale-data", "stale-data\n\n"),
    ],
)
def test_a_topic_a_term_a_command_and_a_rule_have_a_page(
    tmp_path: Path, words: str, begins: str
) -> None:
    shown = run(tmp_path, "help", *words.split())
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith(begins)


def test_what_has_no_page_is_answered_with_what_may_be_meant(tmp_path: Path) -> None:
    shown = run(tmp_path, "help", "glosary")
    assert (shown.returncode, shown.stderr) == (
        2,
        "reportkit: there is no page on glosary\n  = help: did you mean glossary?\n",
    )


@pytest.mark.parametrize("name", ORDER)
def test_a_page_names_commands_that_are_there(name: str) -> None:
    for told in TOLD.findall(topic(name)):
        command: click.Command = main_group
        for word in shlex.split(told):
            if isinstance(command, click.Group):
                below = command.get_command(click.Context(command), word)
                assert below is not None, told
                command = below
            elif word.startswith("-"):
                known = {opt for option in command.params for opt in option.opts}
                assert word in known, told


def test_the_glossary_is_in_order_and_its_terms_lead_somewhere() -> None:
    listed = [*terms()]
    assert listed == sorted(listed, key=str.lower)
    named = {name for term in listed for name in names_of(term)}
    for term, meaning in terms().items():
        assert meaning, term
        for other in re.findall(r"\*([^*]+)\*", meaning):
            assert other.lower() in named, (term, other)


def test_the_pages_in_docs_are_current() -> None:
    """`make docs` writes them."""
    pages = {path: (ROOT / "docs" / path).read_text("utf-8") for path in topic_pages()}
    assert pages == topic_pages()
    assert {path.name for path in (ROOT / "docs/help").iterdir()} == {
        f"{name}.md" for name in ORDER if name != GLOSSARY
    }


def test_every_command_has_a_manual_page_that_a_formatter_takes(tmp_path: Path) -> None:
    assert run(tmp_path, "help", "--man", "man").returncode == 0
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "man/man1").iterdir()}
    assert pages == man_pages(main_group, "reportkit")
    assert {"reportkit.1", "reportkit-check.1", "reportkit-import-gaps.1"} <= pages.keys()
    for name, text in pages.items():
        heads = re.findall(r"^\.SH (.+)$", text, re.MULTILINE)
        assert heads[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"], name
        orders = set(re.findall(r"^[.'](\S+)", text, re.MULTILINE))
        assert orders <= {"TH", "SH", "PP", "TP", "B", "BR", "nf", "fi"}, name


def test_a_formatter_finds_no_fault_in_a_manual_page() -> None:
    groff = shutil.which("groff")
    pages = man_pages(main_group, "reportkit") if groff else {}
    for name, text in pages.items():
        command = [str(groff), "-man", "-Tutf8", "-ww", "-z"]
        done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("reportkit help global", ["global period", "global-period-against-indicator"]),
        ("reportkit check --select stale-data,long-s", ["stale-data,long-sentence"]),
        ("reportkit import nucc x.csv --source cm", ["cms-pfs"]),
        ("reportkit import rates x.csv --source cli", ["client"]),
        ("reportkit dev keys clin", ["clinical-context"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_offered_terms_rules_sources_and_sections(
    tmp_path: Path, shell: str, line: str, expected: list[str]
) -> None:
    assert offered_by(shell, copy_project(tmp_path), line) == expected
