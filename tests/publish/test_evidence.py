"""A publication carries what it was made from, and can be made again from it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from made import make_html
from reportkit.publish.carried_paths import BadPath
from reportkit.publish.evidence import (
    BrokenEvidence,
    Evidence,
    NoEvidence,
    canonical,
    embed,
    make_evidence,
    read_evidence,
)
from reportkit.publish.manifest import CarriedFile, Environment
from reportkit.workspace.published import published
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("project"))
    assert run(folder, "build").returncode == 0
    return folder


@pytest.fixture(scope="module")
def pdf(project: Path) -> Path:
    return project / "build/57511/57511.pdf"


@pytest.fixture(scope="module")
def html(project: Path) -> Path:
    return project / "build/57511/57511.html"


def test_the_pdf_carries_every_source_in_its_published_form(project: Path, pdf: Path) -> None:
    attached = PdfReader(io.BytesIO(pdf.read_bytes())).attachments
    manifest = json.loads(attached["manifest.json"][0])
    paths = {entry["path"]: entry["name"] for entry in manifest["files"]}
    assert set(paths) == {
        str(path.relative_to(project))
        for part in ("report", "sections")
        for path in (project / part).rglob("*.yaml")
    }
    carried = published(read_workspace(project, ["57511"]).publications[0])
    for loaded in carried.files.values():
        assert attached[paths[loaded.file.path]][0] == loaded.file.content


def test_the_manifest_is_canonical_json_with_the_ledger_and_the_libraries(pdf: Path) -> None:
    text = PdfReader(pdf).attachments["manifest.json"][0]
    manifest = json.loads(text)
    again = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert text == f"{again}\n".encode()
    assert len(manifest["gaps"]) == 9
    assert {"weasyprint", "pango", "jinja2"} <= manifest["environment"]["libraries"].keys()


def test_extract_then_build_gives_the_identical_files(
    project: Path, pdf: Path, html: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.pdf"
    alone.write_bytes(pdf.read_bytes())
    assert run(tmp_path, "extract", "alone.pdf", "--into", "again").returncode == 0
    outcome = run(tmp_path, "build", "--project", "again")
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "again/build/57511/57511.pdf").read_bytes() == pdf.read_bytes()
    assert (tmp_path / "again/build/57511/57511.html").read_bytes() == html.read_bytes()


def test_verify_says_what_an_unaltered_file_was_made_from(pdf: Path, html: Path) -> None:
    for path in (pdf, html):
        outcome = run(path.parent, "verify", path.name)
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        assert "unaltered" in outcome.stdout
        assert "sections/57511/summary.yaml" in outcome.stdout


def test_verify_says_where_a_byte_was_flipped(pdf: Path, tmp_path: Path) -> None:
    content = bytearray(pdf.read_bytes())
    offset = content.index(b"stream", 40_000) + 40
    content[offset] ^= 1
    (tmp_path / "flipped.pdf").write_bytes(content)
    outcome = run(tmp_path, "verify", "flipped.pdf")
    assert outcome.returncode == 1
    assert "altered" in outcome.stdout
    assert f"byte {offset:,}" in outcome.stdout or "hash differs" in outcome.stdout


def test_verify_says_where_a_word_of_the_page_was_changed(html: Path, tmp_path: Path) -> None:
    text = html.read_text("utf-8")
    line = text[: text.index("Billing code overview")].count("\n") + 1
    (tmp_path / "changed.html").write_text(
        text.replace("Billing code overview", "Billing code summary"), "utf-8"
    )
    outcome = run(tmp_path, "verify", "changed.html")
    assert outcome.returncode == 1
    assert f"line {line}" in outcome.stdout


def test_a_file_without_evidence_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text("<!doctype html><p>Nothing", "utf-8")
    (tmp_path / "other.txt").write_text("plain", "utf-8")
    for name in ("other.html", "other.txt"):
        outcome = run(tmp_path, "extract", name, "--into", "x")
        assert outcome.returncode == 2
        assert "Traceback" not in outcome.stderr
        assert "reportkit build" in outcome.stderr


NOTHING = b"{}\n"
ABOUT = {
    "report": "RK-1",
    "code": "57511",
    "code_system": "CPT",
    "version": "1.0",
    "status": "draft",
    "created": "2026-11-23T00:00:00+00:00",
    "draft": False,
    "gaps": (),
}
ENVIRONMENT = Environment(
    reportkit="0.1.0",
    code_sha256="0" * 64,
    theme_sha256="0" * 64,
    libraries={},
    rules={},
    packages=(),
)


def page_with(evidence: Evidence) -> bytes:
    return embed("<!doctype html><body></body>", evidence).encode()


def evidence_with(files: dict[str, bytes]) -> Evidence:
    """Evidence that holds together, with whatever paths."""
    honest = make_evidence(ABOUT, ENVIRONMENT, NOTHING, {"report/1/a.yaml": b"x"})
    entries = tuple(
        CarriedFile.model_construct(
            name=f"{number}.yaml", path=path, sha256=hashlib.sha256(body).hexdigest()
        )
        for number, (path, body) in enumerate(files.items())
    )
    return Evidence(honest.manifest.model_copy(update={"files": entries}), NOTHING, files)


PATHS = (
    "../outside.yaml", "/outside.yaml", "", "a\0b", "report/../x.yaml", "report", "report/1",
    "report/1/a.yaml/b.yaml", "report/1/A.yaml", "report/1/.hidden.yaml", "report//x.yaml",
    "report/1/x.exe", "C:/x.yaml", "report\\1\\x.yaml", f"report/1/{'x' * 300}.yaml",
    f"templates/{'a/' * 20}x.css", "report/1/a.yaml ", "elsewhere/1/x.yaml",
    "report/1/x\u202e.yaml",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_no_file_of_a_project_has_is_refused(path: str) -> None:
    files = {"report/1/a.yaml": b"x", path: b"y"}
    with pytest.raises(BadPath):
        make_evidence(ABOUT, ENVIRONMENT, NOTHING, files)
    with pytest.raises(BrokenEvidence):
        read_evidence(page_with(evidence_with(files)))


@pytest.mark.parametrize("path", PATHS)
def test_a_file_the_manifest_does_not_name_is_refused(path: str) -> None:
    honest = evidence_with({"report/1/a.yaml": b"x"})
    evil = replace(honest, files={**honest.files, path: b"y"})
    with pytest.raises(BrokenEvidence):
        read_evidence(page_with(evil))


def test_extract_writes_nothing_of_a_file_that_is_refused(tmp_path: Path) -> None:
    evil = evidence_with({"report/1/a.yaml": b"x", "../outside.yaml": b"y"})
    (tmp_path / "evil.html").write_bytes(page_with(evil))
    outcome = run(tmp_path, "extract", "evil.html", "--into", "x")
    assert (outcome.returncode, "leads out of a project" in outcome.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["evil.html"]


def test_text_in_a_source_cannot_end_the_block_it_is_carried_in() -> None:
    about = {**ABOUT, "report": "</script><b>"}
    findings = canonical({"y": "<!--"})
    evidence = make_evidence(about, ENVIRONMENT, findings, {"report/1/a.yaml": b"</script>"})
    page = page_with(evidence)
    assert page.count(b"</script>") == 1
    assert read_evidence(page).files == {"report/1/a.yaml": b"</script>"}


@given(st.integers(0, 10**6), st.integers(1, 255))
@settings(max_examples=60)
def test_no_flipped_byte_is_a_traceback(pdf: Path, position: int, change: int) -> None:
    content = bytearray(pdf.read_bytes())
    content[position % len(content)] ^= change
    with contextlib.suppress(NoEvidence, BrokenEvidence):
        read_evidence(bytes(content))


def test_what_was_accepted_after_the_day_of_publication_is_no_finding(tmp_path: Path) -> None:
    record = (
        "reportkit: accepted/1\naccepted:\n"
        "  - {sentence: Nothing is cut out., subject: payment, name: Bo Coder, "
        'role: coding-reviewer, accepted: 2026-11-25, data_sha256: "0"}\n'
    )
    folder = copy_project(tmp_path)
    (folder / "report/57511/accepted.yaml").write_text(record, "utf-8")
    findings = read_evidence(make_html(folder).encode()).findings
    assert b"stale-acceptance" in findings
    assert b'"rule":"impossible-decision"' not in findings
