"""Feed reportkit inputs that Hypothesis makes up, and stop at the first that breaks it.

A target is one of the ways by which foreign bytes come in. What a target may raise is what a user
is told in one message; anything else is a fault of ours, and Hypothesis prints the smallest inputs
that show it. Usage: python tests/fuzz.py [--examples N] [target]...; `import` is every importer.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import logging
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changed_bytes import TEXTS, changed, utf8
from hostile_inputs import carrying, verified
from hostile_pdfs import page, pdf, stream
from made import DAY, make_html, make_pdf, told
from readers_fed import Reader, readers
from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.cli.examine import sources_of
from reportkit.compare.comparison import compare
from reportkit.files.project_files import CarriedFiles
from reportkit.findings.edit import apply_edits, compatible
from reportkit.inputs.layout import LayoutError
from reportkit.model.base import Unavailable
from reportkit.pipeline import Job
from reportkit.publish.evidence import (
    FINDINGS,
    MANIFEST,
    Evidence,
    attachment_names,
    manifest_bytes,
    read_evidence,
)
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
BATCH = 1_000
"""Draws after which Hypothesis begins anew: it keeps all that it drew, and grows."""
SLOWEST_S = 5.0
"""Processor seconds that one input may take."""
GROWTH_MB = 200
"""More memory than this, after the first batch, is a leak."""

REPORT = "report/57511/report.yaml"
SUMMARY = "sections/57511/summary.yaml"


@dataclass(frozen=True, slots=True)
class Target:
    """A way in: what to draw, each several inputs, and what is done with one of them."""

    inputs: st.SearchStrategy[Sequence[Any]]
    act: Callable[[Any], None]


def feed(target: Target, wanted: int) -> tuple[int, int]:
    """Give a target so many inputs; how many it had, and by how many megabytes it grew."""
    fed, first = 0, 0

    @settings(
        max_examples=min(BATCH, wanted),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def batch(inputs: Sequence[Any]) -> None:
        nonlocal fed
        for one in inputs:
            fed += 1
            with in_time():
                target.act(one)

    while fed < wanted:
        batch()
        first = first or _most_megabytes()
    return fed, _most_megabytes() - first


def _most_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    """Fail if what is done takes this process more than `SLOWEST_S`, however busy the machine."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SLOWEST_S


def once(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any]]:
    """One input a draw."""
    return strategy.map(lambda drawn: (drawn,))


@cache
def published() -> tuple[bytes, bytes]:
    """The page and the PDF of the small project."""
    with tempfile.TemporaryDirectory() as name:
        folder = copy_project(Path(name))
        return make_html(folder).encode(), make_pdf(folder)


@cache
def bare() -> tuple[bytes, bytes]:
    """A page and a PDF of nothing but the evidence of the small project, all of it readable."""
    web, _ = published()
    evidence = read_evidence(web)
    block = web[web.index(b'<script type="application/json" id="reportkit-evidence">') :]
    attached = {
        MANIFEST: manifest_bytes(evidence),
        FINDINGS: evidence.findings,
        **{name: evidence.files[path] for name, path in attachment_names(evidence.files).items()},
    }
    names, objects = b"", {}
    for number, (name, body) in enumerate(sorted(attached.items()), start=4):
        names += b"(%b)<</Type/Filespec/F(%b)/EF<</F %d 0 R>>>>" % (
            (name.encode(), name.encode(), 2 * number)
        )
        objects[f"object_{2 * number}"] = stream(body, b"/Type/EmbeddedFile")
    held = page(catalog=b"/Names<</EmbeddedFiles<</Names[%b]>>>>" % names, **objects)
    return b"<!doctype html>" + block, pdf(held)


def files_changed() -> st.SearchStrategy[Sequence[bytes]]:
    """Published files with other bytes: mostly such as are read whole, and are quick to read."""
    few, many = published(), bare()
    return st.sampled_from([*many, *many, *many, few[0], *many, *many, *few]).flatmap(changed)


def workspace_with(path: str, content: bytes) -> Workspace:
    """The small project with another content of a file."""
    return workspace_of(CarriedFiles({**small_files(), path: content}), ["57511"])


def judge(workspace: Workspace) -> None:
    """Check a project, report what is found in every format, and make every fix."""
    findings = check(workspace, all_rules(), DAY)
    for name in FORMATS:
        report_as(name, findings, Presentation())
    for path, edits in compatible(finding.edits for finding in findings.findings).items():
        apply_edits(findings.sources[path], edits)


def read(text: str) -> None:
    """Text of a file, and of prose in it."""
    parse(text)
    for reference in read_references(text):
        assert 0 <= reference.span.start < reference.span.end <= len(text)
    normal = normal_prose(text)
    for sentence in sentences_of(normal.text):
        span = normal.source(sentence.start, sentence.end)
        assert 0 <= span.start <= span.end <= len(text)


def paths_changed(paths: Sequence[str]) -> st.SearchStrategy[Sequence[tuple[str, bytes]]]:
    """Each a path of the small project, with another content."""
    return st.sampled_from(paths).flatmap(
        lambda path: changed(small_files()[path]).map(
            lambda bodies: [(path, body) for body in bodies]
        )
    )


def check_file(changed_file: tuple[str, bytes]) -> None:
    """A check of a project of which one file is something else."""
    judge(workspace_with(*changed_file))


def texts(text: str) -> None:
    """A check of prose."""
    words = "".join(char if char.isprintable() and char not in '"\\' else " " for char in text)
    body = f'reportkit: summary/1\ndefinition: "{words}"\nrelevance: Is.\nimportance: Is.\n'
    judge(workspace_with(SUMMARY, body.encode("utf-8", "replace")))


def imports(chosen: tuple[Reader, bytes]) -> None:
    """A file that somebody imports."""
    reader, content = chosen
    with contextlib.suppress(LayoutError, CannotRun):
        reader(content)


def importer(name: str) -> Target:
    """An importer with each of its layouts, and with what is no such file."""

    def chosen(pair: tuple[Reader, bytes]) -> st.SearchStrategy[Sequence[tuple[Reader, bytes]]]:
        reader, sample = pair
        bodies = changed(sample) | once(TEXTS.map(utf8))
        return bodies.map(lambda drawn: [(reader, body) for body in drawn])

    return Target(st.deferred(lambda: st.sampled_from(readers()[name]).flatmap(chosen)), imports)


def diff(bodies: tuple[bytes, bytes]) -> None:
    """Two editions that differ."""
    with contextlib.suppress(Unavailable):
        compare(*(workspace_with(SUMMARY, body).publications[0] for body in bodies))


Made = TypeVar("Made")
KEPT = 20
"""Pages that were made, of those asked for last."""


def once_for_each(make: Callable[..., Made]) -> Callable[..., Made]:
    """A step of the pipeline that is taken once for the same evidence or sources.

    The same files give the same bytes, so that most files whose bytes were changed are compared
    with the one made for the file before, and the time goes into what differs.
    """
    made: dict[bytes, Made] = {}

    def known(publication: Publication, *rest: Any) -> Made:
        key = _digest(publication.code, *rest)
        step = made.pop(key) if key in made else make(publication, *rest)
        made[key] = step
        if len(made) > KEPT:
            del made[next(iter(made))]
        return step

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
def steps() -> Mapping[str, Callable[..., Any]]:
    """The steps that are taken once, once they were for the files as they were published."""
    with patch.dict(vars(pipeline), STEPS):
        assert [told(content)["verdict"] for content in published()] == ["rebuilt"] * 2
    return STEPS


def verify(content: bytes) -> None:
    """A published file of which some bytes are others."""
    with patch.dict(vars(pipeline), steps()):
        verdict = told(content)["verdict"]
    assert verdict in ("rebuilt", "altered", "cannot tell")


def extract(content: bytes) -> None:
    """The same, taken apart."""
    assert sources_of(content).keys() in ({"files"}, {"fault"})


def sealed(changed_file: tuple[str, bytes]) -> None:
    """A published page that carries another source, with hashes that fit."""
    (verdict, *_) = verified(carrying(*changed_file))(Path())
    assert verdict.partition(":")[0] in ("rebuilt", "altered", "cannot tell")


TARGETS: Mapping[str, Target] = {
    "read": Target(once(TEXTS), read),
    "check": Target(paths_changed(sorted(small_files())), check_file),
    "texts": Target(once(TEXTS), texts),
    **{f"import:{name}": importer(name) for name in readers()},
    "diff": Target(changed(small_files()[SUMMARY]).map(lambda bodies: [*pairwise(bodies)]), diff),
    "verify": Target(st.deferred(files_changed), verify),
    "extract": Target(st.deferred(files_changed), extract),
    "sealed": Target(
        paths_changed([path for path in sorted(small_files()) if path != REPORT]), sealed
    ),
}


def main() -> None:
    """Run the targets that are named, or all, one after the other."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("targets", nargs="*", choices=[*TARGETS, "import", []])
    arguments.add_argument("--examples", type=int, default=EXAMPLES)
    asked = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    for name in _named(asked.targets):
        begun = time.process_time()
        fed, grown = feed(TARGETS[name], asked.examples)
        taken = time.process_time() - begun
        print(f"{name:<24}{fed:>9,} inputs {taken:>8.0f} s {grown:>6} MB more", flush=True)
        assert grown < GROWTH_MB


def _named(targets: Sequence[str]) -> Iterator[str]:
    for name in targets or TARGETS:
        if name == "import":
            yield from (one for one in TARGETS if one.startswith("import:"))
        else:
            yield name


if __name__ == "__main__":
    main()
