"""The sections of a publication, one file each: an Edition in, a Part out.

A section's file and function are named as its id is, with underscores for hyphens.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from reportkit.assemble.edition import Edition
from reportkit.assemble.part import Part
from reportkit.model.sections import AUTHORED, FROM_DATA, GENERATED

Maker = Callable[[Edition], Part]


def _maker(section: str) -> Maker:
    name = section.replace("-", "_")
    maker: Maker = getattr(import_module(f"{__name__}.{name}"), name)
    return maker


MAKERS: Final[dict[str, Maker]] = {
    section: _maker(section) for section in (*AUTHORED, *FROM_DATA, *GENERATED)
}
"""Section id to the function that makes the section."""
