"""Model in, JSON Schema out: what an editor completes a file and explains its keys with.

The schema says what the form of a file is, as the reader of the file does; rules say more.
"""

from __future__ import annotations

from typing import Any

from reportkit.model.base import Record
from reportkit.source.explanations import explanations, models_within

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The draft that language servers for YAML understand."""


def editor_schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a file, with the docstrings of its model as explanations."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    explained = {part.__name__: explanations(part) for part in models_within(model)}
    for name, part in ((model.__name__, schema), *definitions.items()):
        for key, value in part.get("properties", {}).items():
            value.pop("title", None)
            if key in explained.get(name, {}):
                value["description"] = explained[name][key]
    return {"$schema": DIALECT, **schema, "definitions": definitions}
