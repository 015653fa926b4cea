"""`reportkit schema`: what an editor needs to complete files and to explain their keys."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reportkit.cli import options
from reportkit.files.together import hold, write_files
from reportkit.model.files import MODELS, place_of
from reportkit.source.editor_schema import editor_schema


@click.command()
@options.project
def schema(project: Path | None) -> None:
    """Write a JSON Schema for each kind of file into build/schemas/.

    Prints the settings that tell an editor with a YAML language server which schema is for
    which files.
    """
    root = options.project_root(project)
    settings: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for key, model in MODELS.items():
        path = f"build/schemas/{key}.schema.json"
        text = json.dumps(editor_schema(model), ensure_ascii=False, indent=1)
        contents[path] = f"{text}\n".encode()
        settings[f"./{path}"] = place_of(key, "*")
    with hold(root) as held:
        write_files(held, contents)
    click.echo(f"wrote {options.shown(root / 'build' / 'schemas')}", err=True)
    click.echo(json.dumps({"yaml.schemas": settings}, indent=2))
