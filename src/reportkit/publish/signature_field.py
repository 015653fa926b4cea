"""Add a tagged field for a signature to a PDF, behind its last byte, so that it stays conforming.

Everything but the signature itself follows from the PDF and from what the field says, so that a
signed file can be made again and compared. What pyHanko writes by itself would not do: it leaves
the field untagged, and changes the metadata.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import BuildProps, SignatureObject
from pyhanko.version import __version__ as pyhanko_version

DIGEST: Final = "sha256"
LARGEST: Final = 12_288
"""Bytes of a signature with its certificates at most: as many are kept free for it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a signed PDF says of its signature."""

    name: str
    reason: str
    signed: datetime
    """With a time zone, to the second."""
    pyhanko: str = pyhanko_version
    """The version of pyHanko that wrote the field."""


@dataclass(frozen=True, slots=True)
class Field:
    """A PDF with an empty field at its end, and what is to be signed."""

    content: bytes
    digest: bytes
    """SHA-256 of all but the value of the field."""
    start: int
    """Where the value of the field stands, as hexadecimal digits between < and >."""
    end: int

    def filled(self, signature: bytes) -> bytes:
        """The PDF with a signature (a DER of CMS) in its field; raises ValueError if too long."""
        if len(signature) > LARGEST:
            raise ValueError(f"the signature has {len(signature):,} bytes, not {LARGEST:,} at most")
        value = signature.hex().upper().ljust(2 * LARGEST, "0").encode()
        return self.content[: self.start + 1] + value + self.content[self.end - 1 :]


def with_field(pdf: bytes, said: Said) -> Field:
    """A PDF that reportkit made, with a field for a signature."""
    writer = _Writer(BytesIO(pdf), _identifier(pdf, said))
    about = f"Signature of {said.name}"
    append_signature_field(writer, SigFieldSpec(_FIELD, on_page=0, readable_field_name=about))
    _tag(writer, writer.root["/AcroForm"]["/Fields"].raw_get(0))
    steps = PdfCMSEmbedder().write_cms(_FIELD, writer, existing_fields_only=True)
    next(steps)
    steps.send(
        SigObjSetup(
            sig_placeholder=SignatureObject(
                timestamp=said.signed,
                subfilter=SigSeedSubFilter.PADES,
                name=said.name,
                reason=said.reason,
                app_build_props=BuildProps("pyHanko", said.pyhanko),
                bytes_reserved=2 * LARGEST,
            )
        )
    )
    prepared, output = steps.send(SigIOSetup(md_algorithm=DIGEST))
    return Field(
        output.getvalue(),
        prepared.document_digest,
        prepared.reserved_region_start,
        prepared.reserved_region_end,
    )


_FIELD: Final = "Signature"


class _Writer(IncrementalPdfFileWriter):
    """Writes what is added, and neither a new date nor an identifier by chance.

    Relies on `_document_id` and `_update_meta` being all by which pyHanko does either.
    """

    def __init__(self, stream: BytesIO, identifier: bytes) -> None:
        super().__init__(stream)
        first = self._document_id[0]
        self._document_id = generic.ArrayObject([first, generic.ByteStringObject(identifier)])

    def _update_meta(self) -> None:
        """Leave the metadata as it is: the date it was made is that of the publication."""


def _identifier(pdf: bytes, said: Said) -> bytes:
    """What tells this state of the file from every other (ISO 32000-1, 14.4)."""
    told = f"{said.name}\0{said.reason}\0{said.signed.isoformat()}".encode()
    return hashlib.sha256(hashlib.sha256(pdf).digest() + told).digest()[:16]


def _tag(writer: IncrementalPdfFileWriter, reference: generic.IndirectObject) -> None:
    """Say in the structure tree that the field is there, after all that is read.

    PDF/UA-1 asks for a Form element around every widget (ISO 14289-1, 7.18.4), and for the
    tabs of a page with annotations to follow the structure (7.18.3).
    """
    field, root = reference.get_object(), writer.root["/StructTreeRoot"]
    page, parents = field.raw_get("/P"), root["/ParentTree"]
    above = root["/K"].raw_get(0)
    document = above.get_object()
    key = int(root["/ParentTreeNextKey"])
    link = {_NAME("/Type"): _NAME("/OBJR"), _NAME("/Pg"): page, _NAME("/Obj"): reference}
    form = writer.add_object(
        generic.DictionaryObject(
            {
                _NAME("/Type"): _NAME("/StructElem"),
                _NAME("/S"): _NAME("/Form"),
                _NAME("/P"): above,
                _NAME("/K"): generic.ArrayObject([generic.DictionaryObject(link)]),
            }
        )
    )
    field[_NAME("/StructParent")] = generic.NumberObject(key)
    page.get_object()[_NAME("/Tabs")] = _NAME("/S")
    document["/K"].append(form)
    parents["/Nums"].extend((generic.NumberObject(key), form))
    root[_NAME("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    for changed in (
        field,
        page.get_object(),
        document,
        document["/K"],
        parents,
        parents["/Nums"],
        root,
    ):
        writer.update_container(changed)


_NAME: Final = generic.pdf_name
