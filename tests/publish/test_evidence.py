"""A publication carries what it was made from, and can be made again from it."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from reportkit.publish.evidence import NoEvidence, embed, make_evidence, read_evidence
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


def test_the_pdf_carries_every_source_byte_for_byte(project: Path, pdf: Path) -> None:
    attached = PdfReader(io.BytesIO(pdf.read_bytes())).attachments
    manifest = json.loads(attached["manifest.json"][0])
    paths = {entry["path"]: entry["name"] for entry in manifest["files"]}
    assert set(paths) == {
        str(path.relative_to(project))
        for part in ("report", "sections")
        for path in (project / part).rglob("*.yaml")
    }
    for path, name in paths.items():
        assert attached[name][0] == (project / path).read_bytes()


def test_the_manifest_is_canonical_json_with_the_ledger_and_the_libraries(pdf: Path) -> None:
    text = PdfReader(pdf).attachments["manifest.json"][0]
    manifest = json.loads(text)
    again = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert text == f"{again}\n".encode()
    assert len(manifest["gaps"]) == 9
    assert {"weasyprint", "pango", "harfbuzz", "reportkit"} <= manifest["libraries"].keys()


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


def test_a_path_that_leads_out_of_the_folder_is_refused() -> None:
    evidence = make_evidence({}, {}, {"../outside.yaml": b"x"})
    page = embed("<!doctype html><body></body>", evidence)
    with pytest.raises(NoEvidence, match="leads out"):
        read_evidence("page.html", page.encode())


PATHS = ("../outside.yaml", "/outside.yaml", "", "a\0b", "report/../x.yaml", "report")


@pytest.mark.parametrize("path", PATHS)
def test_a_file_the_manifest_does_not_name_is_refused(path: str, tmp_path: Path) -> None:
    honest = make_evidence({}, {}, {"report/a.yaml": b"x"})
    evil = replace(honest, files={**honest.files, path: b"y"})
    page = tmp_path / "evil.html"
    page.write_text(embed("<!doctype html><body></body>", evil), "utf-8")
    outcome = run(tmp_path, "extract", "evil.html", "--into", "x")
    assert (outcome.returncode, "Traceback" in outcome.stderr) == (2, False)
    assert [each.name for each in tmp_path.iterdir()] == ["evil.html"]


@pytest.mark.parametrize("path", PATHS)
def test_a_manifest_that_names_no_file_of_a_project_is_refused(path: str) -> None:
    evidence = make_evidence({}, {}, {"report/a.yaml": b"x", path: b"y"})
    with pytest.raises(NoEvidence):
        read_evidence("x.html", embed("<!doctype html><body></body>", evidence).encode())


def test_text_in_a_source_cannot_end_the_block_it_is_carried_in() -> None:
    evidence = make_evidence({"x": "</script><b>"}, {"y": "<!--"}, {"a.yaml": b"</script>"})
    page = embed("<!doctype html><body></body>", evidence)
    assert page.count("</script>") == 1
    assert read_evidence("page.html", page.encode()).files == {"a.yaml": b"</script>"}


@given(st.integers(0, 10**6), st.integers(1, 255))
@settings(max_examples=60)
def test_no_flipped_byte_is_a_traceback(pdf: Path, position: int, change: int) -> None:
    content = bytearray(pdf.read_bytes())
    content[position % len(content)] ^= change
    with contextlib.suppress(NoEvidence):
        read_evidence("x.pdf", bytes(content))
