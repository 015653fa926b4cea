"""Nothing private leaves the house with a publication."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pytest
from pydantic import BaseModel
from pypdf import PdfReader

from made import judged, make_html, make_pdf
from reportkit.model.base import Unpublished
from reportkit.model.files import MODELS
from reportkit.workspace.published import published
from reportkit.workspace.workspace import read_workspace
from small_project import accept_input, copy_project, edit, run

PLANTED = "QUOKKA"
"""A word that no publication holds."""
NOTE = f"notes: [Ask {PLANTED} for the contract.]\n"
SETTINGS = f"""\
rules:
  vague-filler: {{severity: info, reason: {PLANTED} asked for it.}}
terms:
  - name: say-freezing
    preferred: {{term: freezing, variants: [deep chill]}}
    message: write freezing
    why: {PLANTED} prefers it.
    bad: The deep chill of {PLANTED}.
    good: The freezing of {PLANTED}.
python_rules: [report/rules/house.py]
rule_pages: https://{PLANTED}.example/{{rule}}
"""
HOUSE_WAIVERS = """\
reportkit: waivers/1
waivers:
  - rule: long-sentence
    reason: It is long.
    owner: An editor
    expiry: 2099-12-31
    finding: a sentence of 90 words
"""
HOUSE_TEXT = """\
reportkit: text/1
wordings:
  - text: No second claim mends that [@cms-pfs].
"""
RULE = f'''\
"""Rules that {PLANTED} wrote."""
from reportkit.check.issue import Issue, at  # {PLANTED}
from reportkit.check.rule import rule


@rule("error", "house rules")
def no_summary(publication):
    """There is no {PLANTED}."""
    if publication.report.title == "none":
        """Say so to {PLANTED}."""
        yield Issue(at("summary", "relevance"), "there is a summary")
'''


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a secret in every field and comment that is not published."""
    folder = copy_project(tmp_path_factory.mktemp("planted"))
    (folder / "report/waivers.yaml").write_text(HOUSE_WAIVERS, "utf-8")
    (folder / "report/texts").mkdir()
    (folder / "report/texts/denied.yaml").write_text(HOUSE_TEXT, "utf-8")
    summary = folder / "sections/57511/summary.yaml"
    edit(summary, "day is denied [@cms-pfs].", "day is denied [@cms-pfs]. {{ text.denied }}")
    for path in [*folder.rglob("*.yaml")]:
        text = re.sub(r"(?m)$", f" # {PLANTED}", path.read_text("utf-8"), count=1)
        if path.name == "waivers.yaml":
            text = re.sub(r"(reason|owner): .*", rf"\1: {PLANTED} said so.", text)
        elif path.name not in ("project.yaml", "input.yaml"):
            text += NOTE
        path.write_text(f"# {PLANTED}\n{text}# {PLANTED}\n", "utf-8")
    accept_input(folder)
    settings = folder / "report/project.yaml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    (folder / "report/rules").mkdir()
    (folder / "report/rules/house.py").write_text(RULE, "utf-8")
    templates = folder / "templates/review"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text(PLANTED, "utf-8")
    (templates.parent / f"{PLANTED}.svg").write_text("<svg/>", "utf-8")
    return folder


def texts_of(pdf: bytes) -> Iterator[bytes]:
    """All that a PDF holds: its bytes, its streams as they read, its attachments, its pages."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            yield bytes(item.read_bytes() if isinstance(item, pikepdf.Stream) else item.unparse())
    reader = PdfReader(io.BytesIO(pdf))
    for name, bodies in reader.attachments.items():
        yield name.encode()
        yield from bodies
    yield from (page.extract_text().encode() for page in reader.pages)
    yield str(reader.metadata).encode()


def texts_in(html: str) -> Iterator[bytes]:
    """All that a page holds: its bytes, and the files inside."""
    yield html.encode()
    block = re.search(r'id="reportkit-evidence">(.*?)</script>', html)
    assert block
    for path, body in json.loads(block[1])["files"].items():
        yield path.encode()
        yield base64.b64decode(body)


def test_no_secret_is_in_an_artefact(planted: Path) -> None:
    for trust in ("untrusted", "trusted"):
        html = make_html(planted, trust)
        assert not [text for text in texts_in(html) if PLANTED.encode() in text.upper()]
    assert not [text for text in texts_of(make_pdf(planted)) if PLANTED.encode() in text.upper()]


def test_comments_and_layout_change_no_byte(plain: Path, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    for path in folder.rglob("*.yaml"):
        path.write_text(f"# {PLANTED}\n{path.read_text('utf-8')}\n\n", "utf-8")
    accept_input(folder)
    assert make_html(folder) == make_html(plain)


def test_the_published_form_of_a_published_form_is_itself(planted: Path) -> None:
    once = published(read_workspace(planted, ["57511"]).publications[0])
    twice = published(once)
    for key, loaded in once.files.items():
        assert loaded.problems == ()
        assert twice.files[key].file.content == loaded.file.content
        assert twice.files[key].model == loaded.model


def test_the_published_report_names_its_own_input(plain: Path) -> None:
    publication = read_workspace(plain, ["57511"]).publications[0]
    carried = published(publication)
    assert carried.report.input_sha256 == carried.files["input"].file.sha256
    assert carried.report.input_sha256 != publication.report.input_sha256


def test_a_report_written_from_other_data_stays_one(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    report = folder / "report/57511/report.yaml"
    text = re.sub(r"input_sha256: \w+", f"input_sha256: {'0' * 64}", report.read_text("utf-8"))
    report.write_text(text, "utf-8")
    carried = published(read_workspace(folder, ["57511"]).publications[0])
    assert carried.report.input_sha256 == "0" * 64


def test_a_waiver_that_says_nothing_says_nothing_when_published(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    waivers = folder / "report/57511/waivers.yaml"
    waivers.write_text(re.sub(r"owner: .*", "owner: tbd", waivers.read_text("utf-8")), "utf-8")
    carried = published(read_workspace(folder, ["57511"]).publications[0])
    assert {(waiver.reason, waiver.owner) for waiver in carried.waivers} == {
        ("withheld by the publisher", "tbd")
    }


def test_what_is_extracted_builds_the_same_bytes_and_holds_no_secret(
    planted: Path, tmp_path: Path
) -> None:
    trusted = "--trust-project-rules"
    assert run(planted, "build", trusted).returncode == 0
    first = planted / "build/57511"
    outcome = run(tmp_path, "extract", str(first / "57511.pdf"), "--into", "again")
    assert outcome.returncode == 0, outcome.stderr
    for path in (tmp_path / "again").rglob("*"):
        assert PLANTED not in path.name
        assert path.is_dir() or PLANTED.encode() not in path.read_bytes()
    outcome = run(tmp_path, "build", "--project", "again", trusted)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    for name in ("57511.pdf", "57511.html"):
        assert (tmp_path / "again/build/57511" / name).read_bytes() == (first / name).read_bytes()


def test_verify_finds_a_comment_put_into_a_carried_source(plain: Path) -> None:
    html = make_html(plain)
    block = re.search(r'(?s)id="reportkit-evidence">(.*?)</script>', html)
    assert block
    data = json.loads(block[1])
    path = "sections/57511/summary.yaml"
    body = base64.b64decode(data["files"][path]) + b"# Approved by all.\n"
    data["files"][path] = base64.b64encode(body).decode()
    forged = html.replace(block[1], json.dumps(data))
    assert judged(forged) == (
        f"altered\nit carries another {path} than its manifest names: its hash differs"
    )


def fields_of(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a model and of the models in it, by its path."""
    for name, field in model.model_fields.items():
        yield f"{path}{name}", field
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from fields_of(part, f"{path}{name}.")


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def test_these_fields_stay_in_the_house_and_no_others() -> None:
    private = {
        f"{key}: {path}"
        for key, model in MODELS.items()
        for path, field in fields_of(model)
        if any(isinstance(mark, Unpublished) for mark in field.metadata)
    }
    assert private == {
        "report: notes",
        "summary: notes",
        "billing-overview: notes",
        "clinical-context: notes",
        "coding-specifications: notes",
        "project: rules.reason",
        "project: rule_pages",
        "project: terms.why",
        "project: terms.bad",
        "project: terms.good",
        "waivers: waivers.reason",
        "waivers: waivers.owner",
        "house-waivers: waivers.reason",
        "house-waivers: waivers.owner",
        "texts: notes",
        "accepted: accepted.name",
    }
    documented = (Path(__file__).parents[2] / "docs/decisions/0023-published-form.md").read_text()
    assert all(f"`{line.split(': ')[1].rpartition('.')[2]}`" in documented for line in private)
