"""`reportkit dev keys`: the models of the files in, a page for each kind of file out."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, options
from reportkit.files.whole import write_file
from reportkit.model.files import MODELS
from reportkit.report.key_page import key_index, key_page


@click.command()
@click.argument("kind", required=False, shell_complete=completion.kinds)
@click.option(
    "--write",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Write every page and an index into FOLDER.",
)
def keys(kind: str | None, write: Path | None) -> None:
    """Print what each key of a KIND of file means; without KIND, list the kinds.

    KIND is the name of the file: `report`, `input`, `summary`.
    """
    if write is not None:
        for name, page in key_pages().items():
            write_file(write / name, page.encode())
        return
    if kind is None:
        options.show(key_index())
        return
    if kind not in MODELS:
        raise CannotRun(f"no kind of file is named {kind}", f"known: {', '.join(MODELS)}")
    options.show(key_page(kind))


def key_pages() -> dict[str, str]:
    """File name to text of every page on keys, with the index."""
    return {"README.md": key_index(), **{f"{kind}.md": key_page(kind) for kind in MODELS}}
