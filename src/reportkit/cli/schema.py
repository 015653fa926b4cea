"""`reportkit schema`: what an editor needs to complete files and to explain their keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from reportkit.cli import completion, options, reports
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.editor.narrow import FOLDER, schema_text, schemas_of
from reportkit.editor.values import Known
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.files import MODELS, place_of
from reportkit.source.editor_schema import editor_schema
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import workspace_of

Schema = tuple[str, str, Mapping[str, Any]]
"""Where a schema goes, which files it is for, and what it says."""


@click.command()
@click.option(
    "--for",
    "code",
    metavar="CODE",
    shell_complete=completion.codes,
    help="Offer what CODE provides: modifiers, payers, sites, sources, missing data, references.",
)
@options.project
@reports.trust
def schema(code: str | None, project: Path | None, trust: Trust) -> None:
    """Write a JSON Schema for each kind of file into build/schemas/.

    Prints the settings that tell an editor with a YAML language server which schema is for
    which files.
    """
    root = options.project_root(project)
    schemas = [*(_of_forms() if code is None else _of_publication(root, code, trust))]
    with hold(root) as held:
        write_files(held, {path: schema_text(content) for path, _, content in schemas})
    folder = Path(schemas[-1][0]).parent
    click.echo(f"wrote {options.shown(root / folder)}", err=True)
    settings = {f"./{path}": files for path, files, _ in schemas}
    click.echo(json.dumps({"yaml.schemas": settings}, indent=2))


def _of_forms() -> Iterator[Schema]:
    """A schema for each kind of file, whatever the publication."""
    for key, model in MODELS.items():
        yield f"{FOLDER}/{key}.schema.json", place_of(key, "*"), editor_schema(model)


def _of_publication(root: Path, code: str, trust: Trust) -> Iterator[Schema]:
    """A schema for each file of one publication, narrowed to what it provides."""
    (code,) = select_codes(root, [code], root)
    workspace = workspace_of(FolderFiles(root), [code])
    yield from schemas_of(Known(workspace.publications[0], rule_set(workspace, trust).rules))
