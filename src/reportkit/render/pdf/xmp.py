"""Add the claim to PDF/UA-1 to the XMP packet of a PDF/A file."""

from __future__ import annotations

from typing import Final


def claim_pdf_ua(rdf: bytes) -> bytes:
    """Add to an rdf:RDF element that the file is PDF/UA-1.

    The claim has a schema of its own that PDF/A does not know, so the schema is described
    beside it (ISO 19005-3, 6.6.2.3); both have to stand in the one rdf:RDF of the packet.
    """
    head, end, tail = rdf.rpartition(b"</rdf:RDF>")
    if not end:
        msg = "the metadata has no rdf:RDF element"
        raise ValueError(msg)
    return head + _CLAIM.encode() + end + tail


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
