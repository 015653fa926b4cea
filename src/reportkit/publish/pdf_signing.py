"""Sign a PDF with a person's certificate, in the form of PAdES (ETSI EN 319 142-1)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from reportkit.publish.signature_field import DIGEST, Said, with_field


class BadCertificate(ValueError):  # noqa: N818 -- names the thing that is bad
    """A file of a certificate with which nothing can be signed; says why as a clause."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A person's certificate with its key."""

    name: str
    """Whose it is: its common name, else all that it says of its owner."""
    signer: SimpleSigner


def certificate_of(content: bytes, password: str | None) -> Certificate:
    """The certificate of a PKCS #12 file (.p12, .pfx); raises BadCertificate."""
    try:
        signer = SimpleSigner.load_pkcs12_data(content, [], password.encode() if password else None)
    except (ValueError, AttributeError) as fault:
        raise BadCertificate("it holds no certificate with its key, or has another password") from (
            fault
        )
    subject = signer.signing_cert.subject
    return Certificate(str(subject.native.get("common_name") or subject.human_friendly), signer)


def sign_pdf(pdf: bytes, certificate: Certificate, reason: str, signed: datetime) -> bytes:
    """The PDF with a signature behind its last byte; raises BadCertificate.

    `signed` has a time zone; it is written to the second.
    """
    said = Said(certificate.name, reason, signed.astimezone(UTC).replace(microsecond=0))
    field = with_field(pdf, said)
    making = certificate.signer.async_sign(
        field.digest, DIGEST, use_pades=True, signed_attr_settings=PdfCMSSignedAttributes()
    )
    try:
        return field.filled(asyncio.run(making).dump())
    except (SigningError, ValueError) as fault:
        raise BadCertificate(f"it cannot sign: {fault}") from fault
