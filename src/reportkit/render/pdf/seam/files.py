"""Attach files to a PDF, and say of each what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Literal

import pydyf  # type: ignore[import-untyped]
import weasyprint  # type: ignore[import-untyped]

from reportkit.render.pdf.seam.objects import object_at


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to go inside the PDF."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
    """What it is to the page (ISO 19005-3, annex E)."""


def as_weasyprint(file: Attachment, moment: datetime) -> Any:
    """The attachment as WeasyPrint takes it, dated in UTC; it can be written once."""
    moment = moment.replace(tzinfo=None)
    return weasyprint.Attachment(
        file_obj=BytesIO(file.data),
        name=file.name,
        description=file.description,
        created=moment,
        modified=moment,
        relationship=file.relationship,
    )


def label_files(pdf: Any, files: Sequence[Attachment]) -> None:
    """Say of each attached file what it is, as WeasyPrint guesses types from the system's list.

    Relies on the file specifications standing in `PDF.objects` in the order in which the files
    were given, and on the metadata being a stream that is not written yet.
    """
    specifications = [
        entry
        for entry in pdf.objects
        if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/Filespec"
    ]
    for specification, file in zip(specifications, files, strict=True):
        specification["AFRelationship"] = f"/{file.relationship}"
        stream = object_at(pdf, specification["EF"]["F"])
        stream.extra["Subtype"] = pydyf.name(file.media_type)
    if files:
        # WeasyPrint names each file twice.
        pdf.catalog["AF"] = pydyf.Array([entry.reference for entry in specifications])
    object_at(pdf, pdf.catalog["Metadata"]).compress = False
