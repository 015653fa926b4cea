"""Find the objects of a PDF that is about to be written."""

from __future__ import annotations

from typing import Any


def object_at(pdf: Any, reference: bytes) -> Any:
    """The pydyf object that a reference such as `12 0 R` names.

    Relies on `PDF.objects` holding each object at the place of its number.
    """
    return pdf.objects[int(reference.split()[0])]
