"""`reportkit schema --for CODE` lets an editor offer what the publication provides, and no more."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from editing import make_client
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities

from reportkit.editor.narrow import narrowed_schema
from reportkit.editor.values import Known
from reportkit.rules import all_rules
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit, run

CODING = "sections/57511/coding-specifications.yaml"
SUMMARY = "sections/57511/summary.yaml"
WAIVERS = "report/57511/waivers.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
INPUT = "report/57511/input.yaml"
HERE = "⌖"
OWN_WORDS = "property"
"""What the server offers beside them wherever keys may be names of an author's own."""
VERSIONS = count(1)
"""No version of a text is told twice: a server may remember what it read of it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("narrowed"))


@pytest.fixture(scope="module")
def known(project: Path) -> Known:
    return Known(read_workspace(project, ["57511"]).publications[0], all_rules())


def as_json(value: Any) -> Any:
    """Plain data as a language server sees it."""
    match value:
        case dict():
            return {key: as_json(each) for key, each in value.items()}
        case tuple():
            return [as_json(each) for each in value]
        case None | bool() | int() | str():
            return value
        case _:
            return float(value)


def errors(known: Known, key: str, path: Path, old: str = "", new: str = "") -> list[str]:
    text = path.read_text("utf-8")
    assert old in text
    data = as_json(plain(read_mapping(text.replace(old, new) if old else text)))
    found = Draft7Validator(narrowed_schema(known, key)).iter_errors(data)
    return sorted(str(error.message) for error in found)


@pytest.mark.parametrize(
    ("key", "path"),
    [("coding-specifications", CODING), ("clinical-context", CLINICAL), ("input", INPUT)],
)
def test_what_is_provided_passes(known: Known, project: Path, key: str, path: str) -> None:
    assert errors(known, key, project / path) == []


@pytest.mark.parametrize(
    ("key", "path", "old", "new", "allowed"),
    [
        ("coding-specifications", CODING, 'code: "59"', 'code: "25"',
         "'25' is not one of ['22', '51', '52', '53', '59']"),
        ("clinical-context", CLINICAL, "site: office", "site: home",
         "'home' is not one of ['asc', 'office']"),
    ],
)  # fmt: skip
def test_what_is_not_provided_is_refused(
    known: Known, project: Path, key: str, path: str, old: str, new: str, allowed: str
) -> None:
    assert errors(known, key, project / path, old, new) == [allowed]


def test_the_settings_name_the_files_of_the_publication(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    outcome = run(root, "schema", "--for", "57511")
    assert outcome.returncode == 0, outcome.stderr
    settings = json.loads(outcome.stdout)["yaml.schemas"]
    assert settings[f"./build/schemas/57511/{Path(CODING).stem}.schema.json"] == CODING
    assert all("57511" in path and (root / schema).is_file() for schema, path in settings.items())


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    outcome = run(copy_project(tmp_path), "schema", "--for", "57512")
    assert outcome.returncode == 2
    assert "did you mean 57511?" in outcome.stderr


SERVER = os.environ.get("YAML_LANGUAGE_SERVER")
SOURCES = {"cms-pfs", "client", "handbook"}
PRINTABLE = {f"input.{way}" for way in """
    reportkit code code_system as_of provenance.payers.source provenance.payers.as_of
    provenance.sites.source provenance.sites.as_of provenance.modifiers.source
    provenance.modifiers.as_of provenance.mpfs.source provenance.mpfs.as_of provenance.mpfs.release
    provenance.mue.source provenance.mue.as_of provenance.mue.release provenance.asc.source
    provenance.asc.as_of provenance.asc.release mpfs.release mpfs.status mpfs.global_days
    mpfs.preoperative mpfs.intraoperative mpfs.postoperative mpfs.multiple_procedure
    mpfs.bilateral mpfs.assistant_surgeon mpfs.co_surgeon mpfs.team_surgery mpfs.pc_tc
    mpfs.work_rvu mpfs.nonfacility_pe_rvu mpfs.facility_pe_rvu mpfs.mp_rvu mpfs.nonfacility_total
    mpfs.facility_total mpfs.conversion_factor mpfs.nonfacility_payment mpfs.facility_payment
    mue.quarter mue.practitioner.units mue.practitioner.mai mue.practitioner.rationale
    mue.outpatient_hospital.units mue.outpatient_hospital.mai mue.outpatient_hospital.rationale
    asc.release asc.payment_indicator asc.payment_rate asc.apc asc.opps_payment_rate
""".split()}  # fmt: skip  # noqa: SIM905 -- fifty lines otherwise
SAYABLE = {f"say.{name}" for name in """
    payment_by_setting better_paid_setting payment_status work_value relative_values
    conversion_factor components center_payment center_indicator center_discount hospital_payment
    global_period multiple_procedures both_sides assistant_surgeon co_surgeons surgical_team
    unit_limit hospital_unit_limit unit_limit_kind modifiers_provided sites_of_service
    typical_sites payers_of_report not_provided
""".split()}  # fmt: skip  # noqa: SIM905 -- as above
PLACES: dict[str, tuple[str, str, str, set[str]]] = {
    "modifier of a row": (
        CODING, 'code: "59"', "code: ⌖", {'"22"', '"51"', '"52"', '"53"', '"59"'}),
    "modifier left out": (
        CODING, "excluded_modifiers: []", "excluded_modifiers:\n  - code: ⌖",
        {'"22"', '"51"', '"52"', '"53"', '"59"'}),
    "modifier of a companion service": (
        CODING, "    modifiers: []", "    modifiers:\n      - ⌖",
        {'"22"', '"51"', '"52"', '"53"', '"59"'}),
    "site": (CLINICAL, "site: office", "site: ⌖", {"asc", "office"}),
    "source of a guideline": (CLINICAL, "source: handbook", "source: ⌖", SOURCES),
    "source of data": (
        INPUT, "mue: {source: cms-pfs, as_of", "mue: {source: ⌖, as_of", SOURCES),
    "payer of a policy": (
        INPUT, "coverage: null", "coverage:\n  - payer: ⌖",
        {"aetna", "medicare"}),
    "payer of a rate": (
        INPUT, "rates: null", "rates:\n  - payer: ⌖",
        {"aetna", "medicare"}),
    "data that is missing": (
        INPUT, "  - field: later\n", "  - field: ⌖\n", {"ncci"}),
    "key of provenance": (
        INPUT, "  asc: {source: cms-pfs, as_of: 2025-10-01, release: 2025Q4}", "  ⌖",
        {"asc", OWN_WORDS}),
    "rule of a waiver": (
        WAIVERS, "waivers:\n", "waivers:\n  - rule: ⌖\n",
        {rule.name for rule in all_rules() if rule.waivable}),
    "value, statement or citation in prose": (
        SUMMARY, "relevance: >", "relevance: ⌖\nnotes: >",
        {f'"{{{{ {way} }}}}"' for way in (*PRINTABLE, *SAYABLE)}
        | {f'"[@{source}]"' for source in SOURCES}),
}  # fmt: skip


@pytest.mark.checker
@pytest.mark.asyncio
@pytest.mark.skipif(SERVER is None, reason="YAML_LANGUAGE_SERVER names no tool; see .ci/checkers")
async def test_a_language_server_for_yaml_offers_exactly_what_is_provided(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    edit(root / INPUT, "  - field: ncci\n", "  - field: later\n")
    schemas = json.loads(run(root, "schema", "--for", "57511").stdout)["yaml.schemas"]
    client = make_client()
    await client.start_io("node", str(SERVER), "--stdio")
    client.set_configuration(
        {"yaml": {"schemas": schemas, "completion": True, "schemaStore": {"enable": False}}}
    )
    folder = lsp.WorkspaceFolder(root.as_uri(), "project")
    await client.initialize_session(
        lsp.InitializeParams(
            client_capabilities("visual-studio-code"),
            root_uri=root.as_uri(),
            workspace_folders=[folder],
        )
    )
    async with asyncio.timeout(30):
        # It asks for its settings once it is initialized, and answers without them until then.
        text = (root / CLINICAL).read_text("utf-8")
        while not await _offered(client, root / CLINICAL, f"{text}{HERE}"):
            await asyncio.sleep(0.1)
    for name, (path, typed, wanted) in _typed(root):
        offered = await _offered(client, root / path, typed)
        assert offered == wanted, name
    await client.shutdown_session()
    await client.stop()


def _typed(root: Path) -> Iterator[tuple[str, tuple[str, str, set[str]]]]:
    """Each place with its file, the text in which something is typed, and what is to be offered."""
    for name, (path, old, new, wanted) in PLACES.items():
        text = (root / path).read_text("utf-8")
        assert text.count(old) == 1, old
        yield name, (path, text.replace(old, new), wanted)


async def _offered(client: LanguageClient, path: Path, typed: str) -> set[str]:
    """What a server inserts at the cursor of a text."""
    before, after = typed.split(HERE)
    document = lsp.TextDocumentItem(path.as_uri(), "yaml", next(VERSIONS), before + after)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    place = lsp.Position(before.count("\n"), len(before.rpartition("\n")[2]))
    identifier = lsp.TextDocumentIdentifier(path.as_uri())
    listed = await client.text_document_completion_async(lsp.CompletionParams(identifier, place))
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(identifier))
    items = listed.items if isinstance(listed, lsp.CompletionList) else listed or ()
    return {item.label if _is_key(item) else _inserted(item) for item in items}


def _inserted(item: lsp.CompletionItem) -> str:
    """What is written into the file; in a snippet some signs stand behind a backslash."""
    written = item.insert_text or item.label
    is_snippet = item.insert_text_format == lsp.InsertTextFormat.Snippet
    return re.sub(r"\\([$}\\])", r"\1", written) if is_snippet else written


def _is_key(item: lsp.CompletionItem) -> bool:
    """A key is inserted with prompts for all that belongs below it."""
    return item.kind == lsp.CompletionItemKind.Property
