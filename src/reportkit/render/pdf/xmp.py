"""Add to the XMP packet of a PDF/A file its claim to PDF/UA-1, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says of itself beside its title; every property is one that PDF/A knows."""

    identifier: str
    language: str
    version: str
    status: str
    rights: str


def describe(rdf: bytes, description: Description) -> bytes:
    """Add to an rdf:RDF element identifier, language, version, status and rights.

    The status stands as the label of XMP's basic schema, as no schema has a word of its own.
    """
    values = {
        "identifier": description.identifier,
        "language": description.language,
        "version": description.version,
        "status": description.status,
        "rights": description.rights,
    }
    safe = {name: escape(value) for name, value in values.items()}
    return _added(rdf, _DESCRIPTION.format(**safe))


def claim_pdf_ua(rdf: bytes) -> bytes:
    """Add to an rdf:RDF element that the file is PDF/UA-1.

    The claim has a schema of its own that PDF/A does not know, so the schema is described
    beside it (ISO 19005-3, 6.6.2.3); both have to stand in the one rdf:RDF of the packet.
    """
    return _added(rdf, _CLAIM)


def _added(rdf: bytes, element: str) -> bytes:
    head, end, tail = rdf.rpartition(b"</rdf:RDF>")
    if not end:
        msg = "the metadata has no rdf:RDF element"
        raise ValueError(msg)
    return head + element.encode() + end + tail


_DESCRIPTION: Final = """\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">\
<dc:identifier>{identifier}</dc:identifier>\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>\
<xmp:Label>{status}</xmp:Label>\
<xmpMM:VersionID>{version}</xmpMM:VersionID>\
</rdf:Description>
"""

_CLAIM: Final = """\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""\
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
