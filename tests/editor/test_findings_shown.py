"""An editor is shown what `reportkit check` finds, at the same places, as texts change."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from editing import Editing, EditorClient, server_for
from lsprotocol import types as lsp

from defects import write_defects
from reportkit.editor.diagnostics import each_once
from small_project import copy_project, edit, run

pytestmark = pytest.mark.asyncio(loop_scope="module")

SUMMARY = "sections/57511/summary.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
CODING = "sections/57511/coding-specifications.yaml"
BILLING = "sections/57511/billing-overview.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
PROJECT = "report/project.yaml"

client = server_for("visual-studio-code")


@pytest.fixture
def small(client: EditorClient, tmp_path: Path) -> Editing:
    """The small project of the tests."""
    client.diagnostics.clear()
    return Editing(client, copy_project(tmp_path))


EDITS: list[tuple[str, str, str]] = [
    (SUMMARY, "nothing is cut out", "nothing is is cut out"),
    (SUMMARY, "nothing is is cut out", "\U0001f9ca nothing is is cut out"),
    (SUMMARY, "\U0001f9ca nothing is is", "\U0001f9ca nothing is"),
    (SUMMARY, "The site on the claim", "The emergency department on the claim"),
    (SUMMARY, "is denied [@cms-pfs]", "is denied [@cms]"),
    (SUMMARY, "input.mue.practitioner.units }}", "input.mue.practitioner.unit }}"),
    (SUMMARY, "definition: >", "definition: ["),
    (SUMMARY, "definition: [", "definition: >"),
    (SUMMARY, "importance: >", "importance : >\r"),
    (CLINICAL, "site: office", "site: offices"),
    (CLINICAL, "age: 29", "age: twenty"),
    (CLINICAL, "evidence: histology", "evidence: histologie"),
    (CLINICAL, 'code: "57511"', "code: 57511"),
    (CLINICAL, "follow_up: >", "followup: >"),
    (CODING, 'code: "59"', 'code: "25"'),
    (CODING, "excluded_modifiers: []", 'excluded_modifiers: [{code: "59", reason: tbd}]'),
    (INPUT, 'modifiers: ["22", "51", "52", "53", "59"]', 'modifiers: ["22", "51", "52", "53"]'),
    (INPUT, "nonfacility_total: 5.94", "nonfacility_total: 5.95"),
    (INPUT, "  - field: ncci\n", "  - field: nccis\n"),
    (PROJECT, "language: en", "language: xx"),
]


async def test_twenty_edits_are_seen_as_check_would_see_them_saved(small: Editing) -> None:
    assert len(EDITS) == len(set(EDITS)) == 20
    await seen_as_check_sees(small, EDITS)


CORPUS_EDITS: list[tuple[str, str, str]] = [
    (SUMMARY, "nationally relevant as", "relevant as"),
    (SUMMARY, "ambulatory surgical centers", "\U0001f9ca surgical centers"),
    (SUMMARY, "Readers will find a concise clinical context.", "It is billed with 99999."),
    (SUMMARY, "importance: |", "importence: |"),
    (SUMMARY, "importence: |", "importance: >"),
    (CLINICAL, "illustrative: false", "illustrative: true"),
    (CLINICAL, "age: 29", "age: 94"),
    (CLINICAL, "sex: female", "sex: male"),
    (CLINICAL, "site: clinic", "site: office"),
    (CLINICAL, "evidence: cytology", "evidence: [cytology"),
    (CLINICAL, "evidence: [cytology", "evidence: histology"),
    (CODING, 'code: "25"', "code: 25"),
    (CODING, "appended_to: procedure", "appended_to: procedur"),
    (CODING, "excluded_modifiers: []", "excluded_modifiers:"),
    (BILLING, "purpose: therapeutic", "purpose: diagnostic"),
    (BILLING, "service_type: destruction\n", ""),
    (INPUT, "modifiers: []", 'modifiers: ["25", "59"]'),
    (INPUT, '  - {id: office, name: Office, pos: ["11"], rank: also}\n', ""),
    (INPUT, "missing: []", "missing:\n  - {field: mpfs, section: medicare-payment}"),
    (REPORT, "topics:\n", "topics:\n  - topic-of-nobody\n"),
]


async def test_a_corpus_of_defects_is_seen_whole_before_and_after_twenty_edits(
    client: EditorClient, tmp_path: Path
) -> None:
    client.diagnostics.clear()
    defects = Editing(client, write_defects(tmp_path))
    assert sum(map(len, defects.checked().values())) > 50
    assert len(CORPUS_EDITS) == len(set(CORPUS_EDITS)) == 20
    await seen_as_check_sees(defects, CORPUS_EDITS)


async def seen_as_check_sees(editing: Editing, edits: list[tuple[str, str, str]]) -> None:
    """An editor is shown what a check finds, before any edit and after each, saved or not."""
    texts = {path: editing.text(path) for path, _, _ in edits}
    for path in [*texts][1:]:
        editing.begin(path)
    await editing.open(next(iter(texts)))
    assert editing.shown() == editing.checked()
    for path, old, new in edits:
        assert texts[path].count(old) == 1, old
        texts[path] = texts[path].replace(old, new)
        await editing.change(path, texts[path])
        shown = editing.shown()
        (editing.root / path).write_bytes(texts[path].encode())
        assert shown == editing.checked(), (path, new)
    outcome = run(editing.root, "check", "--format", "json")
    assert editing.found(json.loads(outcome.stdout)) == editing.shown()


@pytest.mark.parametrize(
    "content",
    [b"", b"]: [", b"reportkit: summary/1\n\xff\n", b"\xef\xbb\xbfreportkit: summary/1\r\na: 1\r\n",
     b"reportkit: summary/1\rdefinition: 3\r", b"- 1\n- 2\n", "a: \u2028b\nc: \x85 d\n".encode()],
)  # fmt: skip
async def test_a_broken_file_is_seen_as_it_lies_on_the_disk(small: Editing, content: bytes) -> None:
    (small.root / SUMMARY).write_bytes(content)
    await small.open(SUMMARY)
    assert small.shown() == small.checked()


async def test_what_is_found_is_taken_back_when_nothing_of_it_is_open(small: Editing) -> None:
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    await small.open(SUMMARY)
    assert SUMMARY in small.shown()
    await small.close(SUMMARY)
    await small.until(lambda: not small.shown())


async def test_a_change_on_the_disk_is_seen(small: Editing) -> None:
    await small.open(SUMMARY)
    edit(small.root / CLINICAL, "site: office", "site: offices")
    event = lsp.FileEvent(small.uri(CLINICAL), lsp.FileChangeType.Changed)
    small.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
    await small.until(lambda: bool(small.shown().get(CLINICAL)))
    assert [shown[0] for shown in small.shown()[CLINICAL]] == ["unprovided-site"]


async def test_settings_are_judged_for_every_publication_that_is_open(
    client: EditorClient, tmp_path: Path
) -> None:
    client.diagnostics.clear()
    both = Editing(client, copy_project(tmp_path, "57513"))
    for path in (SUMMARY, "sections/57513/summary.yaml", PROJECT):
        await both.open(path)
    text = both.text(PROJECT)
    await both.change(PROJECT, text + "rules:\n  long-sentense: {severity: off, reason: No.}\n")
    (found,) = both.shown()[PROJECT]
    assert found[0] == "unknown-rule-named"


async def test_a_file_of_no_project_is_left_alone(client: EditorClient, tmp_path: Path) -> None:
    alone = Editing(client, tmp_path)
    (tmp_path / "notes.yaml").write_text("a: 1\n", "utf-8")
    document = lsp.TextDocumentItem(alone.uri("notes.yaml"), "yaml", 1, "a: 1\n")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    asked = alone.position("notes.yaml", 0)
    assert await client.text_document_completion_async(lsp.CompletionParams(**asked)) == []
    assert await client.text_document_hover_async(lsp.HoverParams(**asked)) is None


@pytest.mark.parametrize("name", ["%00.yaml", "\ud800.yaml", "a" * 300])
async def test_an_address_that_no_disk_can_have_is_no_file(small: Editing, name: str) -> None:
    address = f"{small.root.as_uri()}/sections/57511/{name}"
    document = lsp.TextDocumentItem(address, "yaml", 1, "a: b\n")
    small.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    where = lsp.TextDocumentIdentifier(address), lsp.Position(0, 0)
    assert await small.client.text_document_hover_async(lsp.HoverParams(*where)) is None


async def test_very_many_findings_are_told_once_each_in_little_time() -> None:
    stretch = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 1))
    found = [lsp.Diagnostic(stretch, f"finding {number}") for number in range(20_000)]
    begun = time.process_time()
    assert each_once([*found, *found[:100]]) == found
    assert time.process_time() - begun < 20
