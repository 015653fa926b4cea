"""Make inputs that grow without end, and what reportkit does with each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from reportkit.check.baseline import against, baseline_text, read_baseline
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.compare.comparison import compare
from reportkit.compare.rows import match_rows
from reportkit.files.project_files import CarriedFiles
from reportkit.findings.edit import apply_edits, compatible
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.legacy.words import sentences
from reportkit.legacy.write import write_draft
from reportkit.pipeline import Job, gather_evidence, set_html
from reportkit.publish.evidence import embed, read_evidence
from reportkit.render.theme import load_theme
from reportkit.report.formats import report_as
from reportkit.report.palette import Palette
from reportkit.report.presentation import Presentation
from reportkit.rules import all_rules
from reportkit.workspace.workspace import Workspace, workspace_of

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small"
DAY = date(2026, 11, 23)

SUMMARY = "sections/57511/summary.yaml"
OVERVIEW = "sections/57511/billing-overview.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
CODING = "sections/57511/coding-specifications.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
WAIVERS = "report/57511/waivers.yaml"

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input, and of how many parts the smallest is made."""

    name: str
    size: int
    prepare: Callable[[int], Act]
    """Makes the input of a size, and gives what is to be timed."""


@cache
def small_project() -> Mapping[str, bytes]:
    """The files of the small project of the tests, whose report knows its input by the hash."""
    files = {
        path.relative_to(SMALL).as_posix(): path.read_bytes()
        for path in sorted(SMALL.rglob("*.yaml"))
    }
    digest = hashlib.sha256(files[INPUT]).hexdigest().encode()
    return {**files, REPORT: files[REPORT].replace(b"HASH_OF_INPUT", digest)}


def project(changed: Mapping[str, str]) -> Workspace:
    """The small project with other texts in the place of some of its files."""
    files = {**small_project(), **{path: text.encode() for path, text in changed.items()}}
    return workspace_of(CarriedFiles(files), ["57511"])


def found(changed: Mapping[str, str]) -> Findings:
    """What a check of that project finds."""
    return check(project(changed), all_rules(), DAY)


def summary(definition: str) -> str:
    """A summary whose definition is this YAML value."""
    return f"reportkit: summary/1\ndefinition: {definition}\nrelevance: Is.\nimportance: Is.\n"


def quoted(text: str) -> str:
    """A text as a double-quoted YAML value."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def prose(unit: str) -> Callable[[int], Act]:
    """A check of a text that repeats a unit."""
    return lambda size: lambda: found({SUMMARY: summary(quoted(unit * size))})


def numbered(unit: str) -> Callable[[int], Act]:
    """A check of a text in which a unit stands with numbers that rise."""

    def prepare(size: int) -> Act:
        text = "".join(unit.format(n=number) for number in range(size))
        return lambda: found({SUMMARY: summary(quoted(text))})

    return prepare


def replaced(path: str, old: str, row: str) -> Callable[[int], Act]:
    """A check of a project in which a stretch of a file is replaced by rows that are numbered."""

    def prepare(size: int) -> Act:
        text = small_project()[path].decode()
        rows = "".join(row.format(n=number) for number in range(size))
        return lambda: found({path: text.replace(old, f"{old.partition(':')[0]}:\n{rows}")})

    return prepare


def listed(row: str) -> Callable[[int], Act]:
    """A check of a file of waivers with rows that are numbered."""

    def prepare(size: int) -> Act:
        rows = "".join(row.format(n=number) for number in range(size))
        return lambda: found({WAIVERS: f"reportkit: waivers/1\nwaivers:\n{rows}"})

    return prepare


def reported(form: str) -> Callable[[int], Act]:
    """The report of many findings in one text in a format."""

    def prepare(size: int) -> Act:
        findings = found({SUMMARY: summary(quoted("It is TODO here. " * size))})
        return lambda: report_as(form, findings, Presentation(Palette()))

    return prepare


def remembered(size: int) -> Act:
    """Many findings written down as known, read again and compared."""
    findings = found({SUMMARY: summary(quoted("It is TODO here. " * size))})
    return lambda: against(findings, read_baseline(baseline_text(findings)))


def mended(size: int) -> Act:
    """Many fixes in one file, chosen and made."""
    text = summary(quoted("It is is so. " * size))
    findings = found({SUMMARY: text})
    groups = [finding.edits for finding in findings.findings]
    return lambda: apply_edits(text, compatible(groups).get(SUMMARY, []))


def compared(size: int) -> Act:
    """Two texts of which every sentence differs."""
    old, new = (
        "".join(f"The {word} {n} is {n * 7 % 101}. " for n in range(size))
        for word in ("lesion", "margin")
    )
    before, after = (
        project({SUMMARY: summary(quoted(text))}).publications[0] for text in (old, new)
    )
    return lambda: compare(before, after)


def matched(size: int) -> Act:
    """Two lists whose rows have no identity, as one is repeated; all others differ."""
    old, new = (
        ["Is so.", "Is so.", *(f"It is {word} {n}." for n in range(size))] for word in ("a", "b")
    )
    return lambda: match_rows(old, new)


def imported(name: str, unit: str, ends: tuple[str, str] = ("", "")) -> Callable[[int], Act]:
    """An old report that repeats a unit, read, placed and written."""

    def prepare(size: int) -> Act:
        body = "".join(unit.format(n=number) for number in range(size))
        content = f"{ends[0]}{body}{ends[1]}".encode()
        return lambda: write_draft(place(read_old_report(name, content), "57511", DAY))

    return prepare


def set_as_page(unit: str) -> Callable[[int], Act]:
    """A text that repeats a unit, set as a web page."""

    def prepare(size: int) -> Act:
        workspace = project({SUMMARY: summary(quoted(unit * size))})
        job = Job(all_rules(), load_theme(), "error", "draft", DAY)
        publication = workspace.publications[0]
        evidence = gather_evidence(project({}).publications[0], project({}), job)
        return lambda: set_html(publication, job, evidence)

    return prepare


def carried(size: int) -> Act:
    """The evidence of a page whose sources are long."""
    workspace = project({SUMMARY: summary(quoted("A word. " * size))})
    job = Job((), load_theme(), "error", "draft", DAY)
    evidence = gather_evidence(workspace.publications[0], workspace, job)
    page = "<!doctype html><html><head></head><body></body>"
    return lambda: read_evidence(embed(page, evidence).encode())


def waivers_of_many_stars(size: int) -> Act:
    """One waiver whose path has many stars that fit nearly, against many findings."""
    path = "sections/" + "*a" * size + "b"
    row = (
        f'  - {{rule: placeholder-text, path: "{path}", reason: Is so., owner: Ann,'
        " expiry: 2099-01-01}\n"
    )
    files = {
        SUMMARY: summary(quoted("It is TODO here. " * 40)),
        WAIVERS: f"reportkit: waivers/1\nwaivers:\n{row}",
    }
    return lambda: found(files)


KINDS = (
    Kind("findings to locate in one text", 250, prose("It is TODO here. ")),
    Kind("findings in text", 250, reported("text")),
    Kind("findings in JSON", 250, reported("json")),
    Kind("findings in SARIF", 250, reported("sarif")),
    Kind("findings in JUnit", 250, reported("junit")),
    Kind("findings for GitHub", 250, reported("github")),
    Kind("findings in Checkstyle", 250, reported("checkstyle")),
    Kind("findings of a baseline", 250, remembered),
    Kind("fixes of one file", 350, mended),
    Kind(
        "a repeated key",
        1000,
        lambda size: lambda: found({SUMMARY: summary("Is.\n" + "relevance: Is.\n" * size)}),
    ),
    Kind(
        "unknown keys",
        500,
        lambda size: (
            lambda: found(
                {SUMMARY: summary("Is.\n" + "".join(f"key{n}: Is.\n" for n in range(size)))}
            )
        ),
    ),
    Kind("a repeated sentence", 110, prose("The lesion of the cervix is frozen twice. ")),
    Kind("sentences that differ in a number", 150, numbered("The lesion {n} is frozen twice. ")),
    Kind("words without a space", 800, prose("freeze")),
    Kind("characters no font has", 1000, prose("\u5b57 ")),
    Kind("invisible characters", 2000, prose("a\u200b")),
    Kind("abbreviations with full stops", 1000, prose("Dr. ")),
    Kind("capitals with full stops", 1000, prose("A. ")),
    Kind("modifiers in prose", 200, prose("Append modifier 25 here. ")),
    Kind("codes in prose", 230, numbered("See code 57{n:03} here. ")),
    Kind("payers in prose", 140, prose("Aetna pays it and Cigna does not. ")),
    Kind("amounts in prose", 170, prose("It is paid at $192.14 there. ")),
    Kind("citations", 230, prose("It is so [@cms-pfs]. ")),
    Kind("references", 140, prose("It is {{ input.mpfs.work_rvu }} here. ")),
    Kind("references that are none", 150, prose("It is {{ input.mpfs.none }} here. ")),
    Kind("braces that do not close", 1000, prose("{{ ")),
    Kind("brackets and stars", 700, prose("[a](*b_")),
    Kind("clauses of one sentence", 160, prose("it is so, and modifier 25 is, ")),
    Kind(
        "rows of modifiers",
        60,
        replaced(INPUT, 'modifiers: ["22", "51", "52", "53", "59"]', '  - "{n:05}"\n'),
    ),
    Kind(
        "rows of diagnoses",
        60,
        replaced(
            INPUT,
            "diagnoses: null",
            '  - {{code: "N{n:05}", title: A title, basis: clinical, support: covered,'
            " source: client}}\n",
        ),
    ),
    Kind(
        "rows of related codes",
        60,
        replaced(
            INPUT,
            "related_codes: null",
            '  - {{code: "{n:05}", code_system: CPT, relation: family, note: Is so.}}\n',
        ),
    ),
    Kind(
        "rows of edits",
        60,
        replaced(
            INPUT,
            "ncci: null",
            '  - {{quarter: 2024Q3, setting: practitioner, pairs: [{{column_1: "57511",'
            ' column_2: "{n:05}", indicator: "0", deleted: null}}]}}\n',
        ),
    ),
    Kind(
        "sources",
        100,
        replaced(
            REPORT, "sources:", "  - {{id: s{n}, citation: A source, accessed: 2026-11-23}}\n"
        ),
    ),
    Kind(
        "waivers",
        200,
        listed(
            "  - {{rule: stale-data, path: report/{n}, reason: Is so., owner: Ann,"
            " expiry: 2099-01-01}}\n"
        ),
    ),
    Kind("stars of a waiver", 200, waivers_of_many_stars),
    Kind("two editions", 150, compared),
    Kind("rows of two editions", 1000, matched),
    Kind("links and citations on a page", 140, set_as_page("A [b](https://c.d) [@cms-pfs] \\\\* ")),
    Kind("long words on a page", 800, set_as_page("freeze")),
    Kind("sources in a page", 10000, carried),
    Kind(
        "an old report of paragraphs",
        200,
        imported("old.txt", "The code 57511 is billed {n} times.\n\n"),
    ),
    Kind("an old report of one paragraph", 500, imported("old.txt", "Dr. A. freezes it {n}. ")),
    Kind("an old report of bullets", 200, imported("old.md", "- It is item {n}\n")),
    Kind("an old report of table rows", 200, imported("old.md", "| 2{n} | When so |\n")),
    Kind("an old report of headings", 200, imported("old.md", "## Part {n}\n\nIt is so.\n\n")),
    Kind("an old page of cells", 500, imported("old.html", "<td>It is {n}", ("<table><tr>", ""))),
    Kind("an old page of lists in lists", 500, imported("old.html", "<ul><li>It is {n}")),
    Kind("sentences of an old report", 20000, lambda size: lambda: sentences("Dr. A. " * size)),
)
