"""An editor is told what stands at a place, leads to it and from it, and changes it everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from editing import Editing, EditorClient, server_for
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from reportkit.editor.highlight import LEGEND
from small_project import copy_project, edit, run

pytestmark = pytest.mark.asyncio(loop_scope="module")

SUMMARY = "sections/57511/summary.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
CODING = "sections/57511/coding-specifications.yaml"
BILLING = "sections/57511/billing-overview.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
WAIVERS = "report/57511/waivers.yaml"

client = server_for("neovim")


@pytest.fixture
def small(client: EditorClient, tmp_path: Path) -> Editing:
    """The small project of the tests."""
    client.diagnostics.clear()
    return Editing(client, copy_project(tmp_path))


def at(small: Editing, path: str, words: str) -> Any:
    """What a request asks of the place in the midst of words that stand once in a file."""
    text = small.text(path)
    assert text.count(words) == 1, words
    return small.position(path, text.index(words) + len(words) // 2)


async def hover(small: Editing, path: str, words: str) -> str:
    told = await small.client.text_document_hover_async(lsp.HoverParams(**at(small, path, words)))
    if told is None:
        return ""
    assert isinstance(told.contents, lsp.MarkupContent)
    return told.contents.value


@pytest.mark.parametrize(
    ("path", "words", "wanted"),
    [
        (SUMMARY, "{{ input.mue.practitioner.units }}", "`input.mue.practitioner.units`: 1"),
        (SUMMARY, "relevance", "**relevance**: What the reader can do with the report: what is paid"
         ", where, and by what that is decided."),
        (CODING, '"53"', "**modifier 53**: begun and stopped for safety"),
        (CODING, "r 53", "**modifier 53**: begun and stopped for safety"),
        (CLINICAL, "  site:", "**site**: Id of a provided site."),
        (CLINICAL, "site: office", "**Office** (office), also\n\nplace of service: 11 Office\n\n"
         "provided by `client`, as of 2026-11-23"),
        (INPUT, "{id: ae", "**id**: A short name for this file's other parts: `medicare`."),
        (INPUT, " aetna", "**Aetna** (aetna), insurer\n\nprovided by `client`, as of 2026-11-23"),
        (CLINICAL, "The patient returns", ""),
    ],
)  # fmt: skip
async def test_what_stands_there_is_told(
    small: Editing, path: str, words: str, wanted: str
) -> None:
    assert (await hover(small, path, words)).startswith(wanted)


async def test_a_source_is_told_where_it_is_cited(small: Editing) -> None:
    told = await hover(small, CLINICAL, "gives [@handbook]")
    assert told == (
        "**handbook**: Handbook of small procedures, chapter on freezing\n\naccessed 2026-11-23"
    )


async def test_a_statement_is_told_as_it_will_be_printed(small: Editing) -> None:
    edit(small.root / SUMMARY, "The limit is", "{{ say.unit_limits }} The limit is")
    assert "say." in await hover(small, SUMMARY, "{{ say.unit_limits }}")


async def test_the_page_of_a_rule_is_told_where_it_found_something(small: Editing) -> None:
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    told = await hover(small, SUMMARY, "is is")
    assert told.startswith("### repeated-word\n\n")
    assert "## Bad" in told


async def places(small: Editing, path: str, words: str) -> tuple[list[str], list[str]]:
    """The stretches that a place is defined as, and those that name the same, with their files."""
    asked = at(small, path, words)
    defined = await small.client.text_document_definition_async(lsp.DefinitionParams(**asked))
    context = lsp.ReferenceContext(include_declaration=False)
    named = await small.client.text_document_references_async(
        lsp.ReferenceParams(context=context, **asked)
    )
    assert isinstance(defined, list)
    return [shown(small, each) for each in defined], [shown(small, each) for each in named or ()]


def shown(small: Editing, location: Any) -> str:
    """File, line and words of a location."""
    path = Path(location.uri.removeprefix("file://"))
    start, end = location.range.start, location.range.end
    lines = path.read_text("utf-8").split("\n")[start.line : end.line + 1]
    words = lines[0][start.character : end.character] if len(lines) == 1 else lines[0]
    return f"{path.name}:{start.line + 1}: {words}"


async def test_a_modifier_leads_to_its_row_and_to_all_that_name_it(small: Editing) -> None:
    row = ['input.yaml:19: "53"']
    named = ['coding-specifications.yaml:27: "53"', "coding-specifications.yaml:24: 53"]
    assert await places(small, CODING, '"53"') == (row, named)
    assert await places(small, CODING, "r 53") == (row, named)
    assert await places(small, INPUT, '"53"') == (row, named)


async def test_a_source_leads_to_its_row_and_to_citations(small: Editing) -> None:
    defined, named = await places(small, CLINICAL, ": handbook")
    assert defined == ["report.yaml:37: handbook"]
    assert named == [
        "clinical-context.yaml:38: handbook",
        "clinical-context.yaml:5: [@handbook]",
        "clinical-context.yaml:32: [@handbook]",
    ]


async def test_a_value_leads_to_where_it_was_provided(small: Editing) -> None:
    defined, named = await places(small, SUMMARY, "{{ input.mue.practitioner.units }}")
    assert defined == ["input.yaml:46: units"]
    assert named == [
        "summary.yaml:13: {{ input.mue.practitioner.units }}",
        "billing-overview.yaml:12: {{ holds(input.mue.practitioner.units == 1) }}",
    ]


async def changed(small: Editing, edited: lsp.WorkspaceEdit | None) -> dict[str, str]:
    """Path to text of each file that an edit changes, as an editor would make the changes."""
    assert edited is not None
    texts: dict[str, str] = {}
    for uri, edits in (edited.changes or {}).items():
        path = Path(uri.removeprefix("file://")).relative_to(small.root).as_posix()
        lines = small.text(path).split("\n")
        for each in sorted(edits, key=lambda made: made.range.start, reverse=True):
            start, end = each.range.start, each.range.end
            before = "\n".join([*lines[: start.line], lines[start.line][: start.character]])
            after = "\n".join([lines[end.line][end.character :], *lines[end.line + 1 :]])
            lines = (before + each.new_text + after).split("\n")
        texts[path] = "\n".join(lines)
    return texts


async def rename(small: Editing, path: str, words: str, new: str) -> dict[str, str]:
    asked = at(small, path, words)
    told = await small.client.text_document_rename_async(lsp.RenameParams(new_name=new, **asked))
    return await changed(small, told)


async def test_a_source_is_renamed_in_all_files_with_the_hash_of_the_input(small: Editing) -> None:
    before = {path: small.text(path) for path in (CLINICAL, SUMMARY, BILLING, INPUT, REPORT)}
    texts = await rename(small, BILLING, "[@cms-pfs]", "fees")
    assert set(texts) == {SUMMARY, BILLING, INPUT, REPORT}
    for path in (SUMMARY, BILLING, INPUT):
        assert texts[path] == before[path].replace("cms-pfs", "fees")
    for path, text in texts.items():
        (small.root / path).write_text(text, "utf-8")
    outcome = run(small.root, "check")
    assert outcome.returncode == 0, outcome.stdout


async def test_a_modifier_is_renamed_in_words_too(small: Editing) -> None:
    texts = await rename(small, CODING, '"53"', "73")
    assert set(texts) == {CODING, INPUT, REPORT}
    assert "modifier 73 when it was" in texts[CODING]
    assert '["22", "51", "52", "73", "59"]' in texts[INPUT]


@pytest.mark.parametrize(
    ("path", "words", "new"),
    [
        (CODING, '"53"', "59"),
        (CODING, '"53"', "a modifier"),
        (CLINICAL, ": handbook", "client"),
        (CLINICAL, ": handbook", "two words"),
        (INPUT, " aetna", "medicare"),
    ],
)
async def test_a_name_that_is_none_or_taken_is_refused(
    small: Editing, path: str, words: str, new: str
) -> None:
    with pytest.raises(JsonRpcException):
        await rename(small, path, words, new)


async def test_what_has_no_name_of_its_own_cannot_be_renamed(small: Editing) -> None:
    asked = at(small, SUMMARY, "{{ input.mue.practitioner.units }}")
    prepared = await small.client.text_document_prepare_rename_async(
        lsp.PrepareRenameParams(**asked)
    )
    assert prepared is None


async def actions(small: Editing, path: str, words: str) -> list[lsp.CodeAction]:
    text = small.text(path)
    start = small.position(path, text.index(words))["position"]
    end = small.position(path, text.index(words) + len(words))["position"]
    offered = await small.client.text_document_code_action_async(
        lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(small.uri(path)),
            lsp.Range(start, end),
            lsp.CodeActionContext([]),
        )
    )
    return [each for each in offered or () if isinstance(each, lsp.CodeAction)]


async def test_a_fix_is_offered_as_fix_makes_it(small: Editing) -> None:
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    fix, waive, whole = await actions(small, SUMMARY, "is is")
    assert (fix.title, fix.is_preferred) == ("fix repeated-word", True)
    assert [each.code for each in fix.diagnostics or ()] == ["repeated-word"]
    assert waive.title == "waive repeated-word here, with a reason to be given"
    assert whole.kind == lsp.CodeActionKind.SourceFixAll
    texts = await changed(small, fix.edit)
    assert texts == await changed(small, whole.edit)
    run(small.root, "fix")
    assert texts == {SUMMARY: small.text(SUMMARY)}


async def test_an_editor_is_given_the_kind_of_action_it_asks_for(small: Editing) -> None:
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    start = lsp.Position(0, 0)
    asked = lsp.CodeActionParams(
        lsp.TextDocumentIdentifier(small.uri(SUMMARY)),
        lsp.Range(start, start),
        lsp.CodeActionContext([], only=[lsp.CodeActionKind.SourceFixAll]),
    )
    (whole,) = await small.client.text_document_code_action_async(asked) or ()
    assert whole.title == "make every safe fix of the publication"


async def test_a_layout_is_offered_as_format_makes_it(small: Editing) -> None:
    edit(small.root / SUMMARY, "importance: >", "importance:   >")
    identifier = lsp.TextDocumentIdentifier(small.uri(SUMMARY))
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    (change,) = (
        await small.client.text_document_formatting_async(
            lsp.DocumentFormattingParams(identifier, options)
        )
        or ()
    )
    run(small.root, "format")
    assert change.new_text == small.text(SUMMARY)


async def test_a_waiver_is_begun_and_does_not_hold_before_it_says_why(small: Editing) -> None:
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    (waive,) = [each for each in await actions(small, SUMMARY, "is is") if "waive" in each.title]
    texts = await changed(small, waive.edit)
    (small.root / WAIVERS).write_text(texts[WAIVERS], "utf-8")
    found = run(small.root, "check").stdout
    assert "repeated-word" in found
    assert "unexplained-waiver" in found
    text = texts[WAIVERS].replace('"TBD"', "A line of a poem")
    (small.root / WAIVERS).write_text(text, "utf-8")
    assert run(small.root, "check").returncode == 0


async def test_a_file_of_waivers_is_begun_where_there_is_none(small: Editing) -> None:
    (small.root / WAIVERS).unlink()
    edit(small.root / SUMMARY, "nothing is cut", "nothing is is cut")
    (waive,) = [each for each in await actions(small, SUMMARY, "is is") if "waive" in each.title]
    assert waive.edit is not None
    created, written = waive.edit.document_changes or ()
    assert isinstance(created, lsp.CreateFile)
    assert isinstance(written, lsp.TextDocumentEdit)
    assert created.uri == written.text_document.uri == small.uri(WAIVERS)
    (text,) = [each for each in written.edits if isinstance(each, lsp.TextEdit)]
    assert text.new_text.startswith("reportkit: waivers/1\nwaivers:\n  - {rule: repeated-word,")


async def test_a_file_has_an_outline_and_folds(small: Editing) -> None:
    identifier = lsp.TextDocumentIdentifier(small.uri(CODING))
    outline = await small.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(identifier)
    )
    assert outline is not None
    assert [each.name for each in outline] == [
        "reportkit",
        "intro",
        "modifiers",
        "excluded_modifiers",
        "companion_services",
    ]
    rows = outline[2]
    assert isinstance(rows, lsp.DocumentSymbol)
    assert [each.name for each in rows.children or ()] == ["22", "51", "52", "53", "59"]
    folds = await small.client.text_document_folding_range_async(lsp.FoldingRangeParams(identifier))
    assert [(each.start_line, each.end_line) for each in folds or ()][:4] == [
        (2, 3),
        (5, 38),
        (6, 11),
        (8, 9),
    ]


async def test_completion_replaces_the_word_that_is_typed(small: Editing) -> None:
    text = small.text(CODING).replace('"59"', '"5')
    await small.open(CODING, text)
    asked = small.position(CODING, text.index('"5\n') + 2, text)
    items = await small.client.text_document_completion_async(lsp.CompletionParams(**asked))
    assert isinstance(items, list)
    (item,) = items
    assert (item.label, item.filter_text) == ("59", '"59"')
    assert item.detail == "a distinct service for which nothing narrower fits"
    assert isinstance(item.text_edit, lsp.TextEdit)
    assert item.text_edit.new_text == '"59"'
    await small.close(CODING)


async def test_what_names_data_is_coloured_by_its_kind(small: Editing) -> None:
    edit(small.root / SUMMARY, "The limit is", "{{ say.unit_limit }} The limit is")
    told = await coloured(small, SUMMARY)
    first = told.index(("{{ say.unit_limit }}", "function", False))
    assert told[first + 1 : first + 3] == [
        ("{{ input.mue.practitioner.units }}", "variable", False),
        ("[@cms-pfs]", "property", False),
    ]
    assert ('"59"', "enumMember", True) in await coloured(small, INPUT)
    assert ("office", "namespace", False) in await coloured(small, CLINICAL)


async def test_nothing_is_coloured_in_a_file_that_cannot_be_read(small: Editing) -> None:
    edit(small.root / SUMMARY, "definition: >", "definition: [")
    assert await coloured(small, SUMMARY) == []


async def coloured(small: Editing, path: str) -> list[tuple[str, str, bool]]:
    """What an editor colours: the words, their kind, and whether they are the row itself."""
    await small.open(path)
    document = lsp.TextDocumentIdentifier(small.uri(path))
    asked = lsp.SemanticTokensParams(document)
    told = await small.client.text_document_semantic_tokens_full_async(asked)
    assert told is not None
    lines = small.text(path).split("\n")
    line = column = 0
    words = []
    for begun in range(0, len(told.data), 5):
        below, right, length, kind, declared = told.data[begun : begun + 5]
        line, column = line + below, right if below else column + right
        written = lines[line][column : column + length]
        words.append((written, LEGEND.token_types[kind], bool(declared)))
    return words


async def test_schemas_follow_what_is_saved(small: Editing) -> None:
    await small.open(INPUT)
    schema = small.root / "build/schemas/57511/coding-specifications.schema.json"
    await small.save(INPUT)
    assert not schema.exists(), "nobody asked for one"
    assert run(small.root, "schema", "--for", "57511").returncode == 0
    assert '"59"' in schema.read_text("utf-8")
    edit(small.root / INPUT, '"53", "59"]', '"53"]')
    await small.save(INPUT)
    assert '"59"' not in schema.read_text("utf-8")
