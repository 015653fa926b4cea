"""Write the figures of a document, with what each came from, as a file to attach."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from reportkit.assemble.document import Document
from reportkit.assemble.origins import figures
from reportkit.render.pdf import Attachment

FIGURES: Final = "figures.json"


def figures_file(document: Document, pages: Mapping[str, int]) -> Attachment:
    """The figures in reading order, and the origins of their data by key.

    `pages` leads from the anchor of a row or block to the page it starts on.
    """
    listed = [
        {
            "anchor": figure.anchor,
            "page": pages.get(figure.anchor),
            "shown": figure.shown,
            "field": figure.ground.field,
            "raw": figure.ground.raw,
            "rounding": figure.ground.rounding,
            "datasets": figure.ground.datasets,
            "cells": [
                {"row": spot.row, "columns": spot.columns}
                for spot in document.spots.get(figure.ground.field, ())
            ],
        }
        for figure in figures(document)
    ]
    origins = {
        key: {
            "source": origin.source,
            "as_of": origin.as_of.isoformat(),
            "release": origin.release,
            "file": origin.file,
            "sha256": origin.sha256,
            "sample": origin.is_sample,
        }
        for key, origin in document.origins.items()
    }
    identity = document.identity
    data = {
        "form": "reportkit/figures/2",
        "code": identity.code,
        "language": identity.language,
        "figures": listed,
        "origins": origins,
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Attachment(
        FIGURES,
        f"{text}\n".encode(),
        "application/json",
        "Figures: what each printed value came from",
        "Data",
    )
