"""Turn the files of a publication into the form in which it carries them: without what is private.

Comments, layout and the fields marked `Unpublished` stay in the house. All that the page or a
rule reads is kept, so that the same page can be made and checked again from the published form,
and the published form of a published form is itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from reportkit.model.base import Unpublished
from reportkit.model.files import text_name
from reportkit.model.waivers import says_something
from reportkit.source.emit import document
from reportkit.source.file import decode
from reportkit.source.load import KEPT, Loaded, load
from reportkit.workspace.publication import Publication

_OPTIONAL = ("house-waivers", "accepted", "waivers", "signoff")
_OF_THE_HOUSE = ("imported", "review", "editions")
"""What is left of an import, what reviewers ask, and what was released before, has no part in
what is published now.
"""


@lru_cache(maxsize=4)
def published(publication: Publication) -> Publication:
    """The publication as made from the published form of its files.

    A file that does not have its form cannot be told apart into what is private and what is
    not: it stays as it is for the caller to stumble over, or is left out where a publication
    can do without.
    """
    files = {
        key: _published_file(loaded)
        for key, loaded in publication.files.items()
        if key not in _OF_THE_HOUSE and (loaded.model is not None or key not in _OPTIONAL)
    }
    house_texts = frozenset(name for key in files if (name := text_name(key)) is not None)
    return replace(
        publication,
        files=_naming_its_input(files, publication.files),
        house_texts=house_texts,
        frozen=frozenset(),
    )


@lru_cache(maxsize=KEPT)
def _published_file(loaded: Loaded[Any]) -> Loaded[Any]:
    if loaded.model is None:
        return loaded
    return _loaded(loaded, dict(_public(loaded.model)))


def _loaded(loaded: Loaded[Any], data: dict[str, Any]) -> Loaded[Any]:
    file, problems = decode(loaded.file.path, document(data).encode())
    return load(file, type(loaded.model), problems)


def _public(model: BaseModel) -> Iterator[tuple[str, Any]]:
    """The fields that were written, in the order of the model, as plain data."""
    for name, field in type(model).model_fields.items():
        if name not in model.model_fields_set:
            continue
        value = getattr(model, name)
        kept = next((mark for mark in field.metadata if isinstance(mark, Unpublished)), None)
        if kept is None:
            yield name, _plain(value)
        elif kept.instead is not None:
            yield name, kept.instead if says_something(value) else value


def _plain(value: object) -> Any:
    match value:
        case BaseModel():
            return dict(_public(value))
        case tuple():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _naming_its_input(files: dict[str, Loaded[Any]], original: Any) -> dict[str, Loaded[Any]]:
    """The files with `input_sha256` naming the published input where it named the original."""
    report, given = files.get("report"), files.get("input")
    if report is None or given is None or report.model is None:
        return files
    if report.model.input_sha256 != original["input"].file.sha256:
        return files
    data = dict(_public(report.model)) | {"input_sha256": given.file.sha256}
    return {**files, "report": _loaded(report, data)}
