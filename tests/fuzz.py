"""Feed reportkit inputs that Hypothesis makes up, and stop at the first that breaks it.

A target is a property over one of the ways by which foreign bytes come in. What a target may raise
is what a user is told in one message; anything else is a fault of ours, and Hypothesis prints the
smallest input that shows it. Usage: python tests/fuzz.py [--examples N] [target]...
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import logging
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile_inputs import carrying, verified
from made import DAY, make_html, make_pdf, told
from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.cli.examine import sources_of
from reportkit.compare.comparison import compare
from reportkit.files.project_files import CarriedFiles
from reportkit.findings.edit import apply_edits, compatible
from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.anesthesia import read_base_units, read_factors
from reportkit.inputs.asc import read_asc_aa, read_asc_ff
from reportkit.inputs.coverage import read_coverage
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.gpci import read_gpci
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_mue import read_mue
from reportkit.inputs.ncci_ptp import read_ptp
from reportkit.inputs.nucc import read_nucc
from reportkit.inputs.pfs import read_pfs
from reportkit.inputs.pos import read_pos
from reportkit.inputs.psps import read_psps
from reportkit.inputs.rates import read_rates
from reportkit.inputs.telehealth import read_telehealth
from reportkit.inputs.utilization import read_utilization
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.legacy.write import write_draft
from reportkit.model.base import Unavailable
from reportkit.pipeline import Job
from reportkit.publish.evidence import Evidence
from reportkit.reading.normal import normal_prose
from reportkit.reading.sentences import sentences_of
from reportkit.report.formats import FORMATS, report_as
from reportkit.report.presentation import Presentation
from reportkit.rules import all_rules
from reportkit.source.parse import parse
from reportkit.source.references import read_references
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace, workspace_of
from small_project import copy_project, small_files

EXAMPLES = 200
"""Of each target, where nothing else is said; see docs/security.md for the length of a night."""
SLOWEST_S = 5.0
"""Processor seconds that one input may take."""

REPORT = "report/57511/report.yaml"
SUMMARY = "sections/57511/summary.yaml"

_WRITTEN = r"""
{{ }} {% %} {# #} ( ) [ ] < > * ** _ ` ``` ~ | # - + = : ; , . .. ... ! ? & &amp; &#50; \ / // " '
[@cms-pfs] [@ input.mpfs.work_rvu input.code report.title say.global_period holds( ==
!= and round(2) money null true ~ 57511 00100 0596T 25 -25 22 59 $192.14 $ 1.95 2026-11-23 10% N87.1
GA modifier Medicare Aetna Cigna Dr. e.g. TO-DO TBD office facility units global paid bundled
not no never https:// mailto:a@b.c
javascript: <script> </p> <td> <tr> <ul> <li> <h1> %PDF-1.7 HCPCS MOD
STATUS CODE
"""
_UNSEEN = "\n \n\n \t \r\n \0 \x0b \x1b[2J \xa0 \u0301 \u200b \u202e \u2028 \ufeff \u5b57 \u0130"
PIECES = st.lists(
    st.sampled_from([*_WRITTEN.split(), *_UNSEEN.split(" "), " ", "\n  "]) | st.text(max_size=8),
    max_size=60,
).map("".join)
"""Texts of what means something to reportkit, in any order."""
REPEATED = st.builds(
    lambda unit, times: unit * times, PIECES.filter(lambda text: len(text) < 40), st.integers(1, 60)
)
TEXTS = PIECES | REPEATED | st.text(max_size=200)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """Some bytes with a few stretches replaced, doubled or left out."""
    body = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 40)))
        other = draw(
            TEXTS.map(_utf8) | st.binary(max_size=20) | st.just(bytes(body[start:end]) * 2)
        )
        body[start:end] = other
    return bytes(body)


@cache
def published() -> tuple[bytes, bytes]:
    """The page and the PDF of the small project."""
    with tempfile.TemporaryDirectory() as name:
        folder = copy_project(Path(name))
        return make_html(folder).encode(), make_pdf(folder)


def workspace_with(path: str, content: bytes) -> Workspace:
    """The small project with another content of a file."""
    return workspace_of(CarriedFiles({**small_files(), path: content}), ["57511"])


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    """Fail if what is done takes this process more than `SLOWEST_S`, however busy the machine."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SLOWEST_S


def judge(workspace: Workspace) -> None:
    """Check a project, report what is found in every format, and make every fix."""
    with in_time():
        findings = check(workspace, all_rules(), DAY)
    for name in FORMATS:
        report_as(name, findings, Presentation())
    for path, edits in compatible(finding.edits for finding in findings.findings).items():
        apply_edits(findings.sources[path], edits)


@given(TEXTS)
def read(text: str) -> None:
    """Text of a file, and of prose in it."""
    with in_time():
        parse(text)
    for reference in read_references(text):
        assert 0 <= reference.span.start < reference.span.end <= len(text)
    normal = normal_prose(text)
    for sentence in sentences_of(normal.text):
        span = normal.source(sentence.start, sentence.end)
        assert 0 <= span.start <= span.end <= len(text)


@given(
    st.sampled_from(sorted(small_files())).flatmap(
        lambda path: st.tuples(st.just(path), mutated(small_files()[path]) | TEXTS.map(_utf8))
    )
)
def check_files(changed: tuple[str, bytes]) -> None:
    """A check of a project of which one file is something else."""
    judge(workspace_with(*changed))


@given(TEXTS)
def texts(text: str) -> None:
    """A check of prose."""
    words = "".join(char if char.isprintable() and char not in '"\\' else " " for char in text)
    body = f'reportkit: summary/1\ndefinition: "{words}"\nrelevance: Is.\nimportance: Is.\n'
    judge(workspace_with(SUMMARY, body.encode("utf-8", "replace")))


NAMES = (
    "PPRRVU25_OCT.csv", "ccipra-v323r0.txt", "MCR_MUE_PractitionerServices.csv",
    "HCPC2026_OCT.txt", "GPCI2026.csv", "pos.csv", "AA.csv", "FF.csv", "rates.json",
    "ANES2025.csv", "units.csv", "DMEPOS_2025Q1.csv", "AOC_V2026Q2.csv", "telehealth 2026.csv",
    "geo_2024.csv", "PSPS_2024.csv", "nucc_taxonomy_251.csv", "current_article.zip",
)  # fmt: skip
TABLE = b"HCPCS,MOD,STATUS CODE,WORK RVU\n57511,,A,1.95\n"


@given(st.sampled_from(range(len(NAMES))), mutated(TABLE) | TEXTS.map(_utf8))
def imports(number: int, content: bytes) -> None:
    """Each importer of public files."""
    name = NAMES[number]
    importers: tuple[Callable[[], object], ...] = (
        lambda: read_pfs(name, content), lambda: read_ptp(name, content),
        lambda: read_mue(name, content), lambda: read_hcpcs(name, content),
        lambda: read_gpci(name, content), lambda: read_pos(name, content),
        lambda: read_asc_aa(name, content), lambda: read_asc_ff(name, content),
        lambda: read_rates([(name, io.BytesIO(content))], ["57511"], {}),
        lambda: read_factors(name, content), lambda: read_base_units(name, content),
        lambda: read_dmepos(name, content), lambda: read_add_ons(name, content),
        lambda: read_telehealth(name, content), lambda: read_utilization(name, content),
        lambda: read_psps(name, content), lambda: read_nucc(name, content),
        lambda: read_coverage(name, content, {"57511"}, date(2026, 1, 1)),
    )  # fmt: skip
    with in_time(), contextlib.suppress(LayoutError, CannotRun):
        importers[number]()


@given(mutated(small_files()[SUMMARY]), mutated(small_files()[SUMMARY]))
def diff(old: bytes, new: bytes) -> None:
    """Two editions that differ."""
    with in_time(), contextlib.suppress(Unavailable):
        compare(*(workspace_with(SUMMARY, body).publications[0] for body in (old, new)))


Made = TypeVar("Made")


def once_for_each(make: Callable[..., Made]) -> Callable[..., Made]:
    """A step of the pipeline that is taken once for the same evidence or sources.

    The same files give the same bytes, so that most files whose bytes were changed are compared
    with the one made for the file before, and the time goes into what differs.
    """
    made: dict[bytes, Made] = {}

    def known(publication: Publication, *rest: Any) -> Made:
        key = _digest(publication.code, *rest)
        if key not in made:
            made[key] = make(publication, *rest)
        return made[key]

    return known


def _digest(code: str, *rest: Job | Evidence | Workspace) -> bytes:
    """A hash of all that is in a file's evidence, or in the sources and the time of a job."""
    digest = hashlib.sha256(code.encode())
    for part in rest:
        match part:
            case Job():
                digest.update(f"{part.created} {part.purpose}".encode())
            case Workspace(files=CarriedFiles(files=files)):
                digest.update(repr(sorted(files.items())).encode())
            case Evidence():
                digest.update(part.manifest.model_dump_json().encode() + part.findings)
                digest.update(repr(sorted(part.files.items())).encode())
    return digest.digest()


STEPS = {
    name: once_for_each(getattr(pipeline, name))
    for name in ("gather_evidence", "set_html", "set_pdf")
}


@cache
def rebuilt() -> tuple[bytes, bytes]:
    """The page and the PDF of the small project, once both were made again."""
    with patch.dict(vars(pipeline), STEPS):
        assert [told(content)["verdict"] for content in published()] == ["rebuilt"] * 2
    return published()


@given(st.data())
def verify(data: st.DataObject) -> None:
    """A published file of which some bytes are others."""
    content = data.draw(st.sampled_from(rebuilt()).flatmap(mutated))
    with in_time(), patch.dict(vars(pipeline), STEPS):
        verdict = told(content)["verdict"]
    assert verdict in ("rebuilt", "altered", "cannot tell")


@given(st.data())
def extract(data: st.DataObject) -> None:
    """The same, taken apart."""
    content = data.draw(st.sampled_from(published()).flatmap(mutated))
    with in_time():
        sources = sources_of(content)
    assert sources.keys() in ({"files"}, {"fault"})


@given(
    st.sampled_from([path for path in sorted(small_files()) if path != REPORT]).flatmap(
        lambda path: st.tuples(st.just(path), mutated(small_files()[path]))
    )
)
def sealed(changed: tuple[str, bytes]) -> None:
    """A published page that carries another source, with hashes that fit."""
    with in_time():
        (verdict, *_) = verified(carrying(*changed))(Path())
    assert verdict.partition(":")[0] in ("rebuilt", "altered", "cannot tell")


@given(st.sampled_from(("old.txt", "old.md", "old.html", "old.pdf")), st.data())
def legacy(name: str, data: st.DataObject) -> None:
    """An old report."""
    strategy = mutated(published()[1]) if name == "old.pdf" else TEXTS.map(_utf8)
    content = data.draw(strategy)
    with in_time(), contextlib.suppress(CannotRun):
        write_draft(place(read_old_report(name, content), "57511", DAY))


TARGETS: Mapping[str, Callable[[], None]] = {
    "read": read,
    "check": check_files,
    "texts": texts,
    "import": imports,
    "diff": diff,
    "verify": verify,
    "extract": extract,
    "sealed": sealed,
    "legacy": legacy,
}


def main() -> None:
    """Run the targets that are named, or all, one after the other."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    arguments.add_argument("--examples", type=int, default=EXAMPLES)
    asked = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    for name in asked.targets or TARGETS:
        begun = time.process_time()
        limited = settings(
            max_examples=asked.examples,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        limited(TARGETS[name])()
        print(
            f"{name:<8}{asked.examples:>9,} inputs {time.process_time() - begun:>8.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
