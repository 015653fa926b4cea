"""Judge what stands behind the pages of a PDF: a signature as reportkit writes it, or none.

A signature that is sound in itself could still come with other pages, so that nothing is read
from it: the field is made again from the bytes before it, and has to be the same byte for byte.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, Final, TypeVar

from asn1crypto import cms, pem, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.version import __version__ as pyhanko_version
from pyhanko_certvalidator import ValidationContext

from reportkit.publish.evidence import pages_end
from reportkit.publish.signature_field import DIGEST, Said, with_field

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """A signature that covers all that stands before it."""

    name: str
    """Whose certificate it is, as the certificate says."""
    issuer: str
    """Who gave it, as the certificate says."""
    signed: datetime
    """When, as the signer's machine said."""
    is_trusted: bool
    """Whether the certificate is trusted, or one that vouches for it, on that day."""


class NoSignature(ValueError):  # noqa: N818 -- says what stands where a signature should
    """Bytes behind the pages of a PDF that are no signature of them; says why as a clause."""


class OtherWriter(NoSignature):
    """A field that another version of pyHanko wrote, and that comes out otherwise here."""


def certificates_in(content: bytes) -> tuple[bytes, ...]:
    """The certificates of a file in PEM, each in DER; raises ValueError where one is none."""
    certificates = tuple(body for _, _, body in pem.unarmor(content, multiple=True))
    for body in certificates:
        x509.Certificate.load(body).subject.human_friendly  # noqa: B018 -- reads it
    return certificates


def judge_signature(pdf: bytes, roots: Sequence[bytes], now: datetime) -> PdfSignature:
    """The signature behind the pages of a PDF; raises NoSignature where there is none of them.

    `roots` are the certificates that the reader trusts, in DER. `now` has a time zone.
    """
    trusted = [x509.Certificate.load(root) for root in roots]
    try:
        signature = _judged(pdf[: pages_end(pdf)], pdf, trusted)
    except NoSignature:
        raise
    except Exception as fault:  # whatever a library makes of what is no signature
        raise NoSignature("it cannot be read") from fault
    if signature.signed > now + _CLOCKS:
        raise NoSignature(f"it says that it was made on {signature.signed.date()}, a day to come")
    return signature


_CLOCKS: Final = timedelta(hours=1)
"""How far the clocks of signer and reader may be apart."""


def _judged(before: bytes, pdf: bytes, roots: Sequence[x509.Certificate]) -> PdfSignature:
    (embedded,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    said = _said(embedded)
    signature = cms.ContentInfo.load(embedded.pkcs7_content, strict=False)
    if with_field(before, said).filled(_in_its_form(signature, embedded.signer_cert).dump()) != pdf:
        if said.pyhanko != pyhanko_version:
            raise OtherWriter(f"pyHanko was {said.pyhanko} and is {pyhanko_version} here")
        raise NoSignature("more than a signature was added, or its bytes were changed")
    context = ValidationContext(trust_roots=roots, moment=said.signed, allow_fetching=False)
    status = _answer(
        async_validate_pdf_signature(embedded, context, skip_diff=True, key_usage_settings=_TO_SIGN)
    )
    if not (status.intact and status.valid):
        raise NoSignature("it was made for other bytes")
    certificate = status.signing_cert
    return PdfSignature(
        _named(certificate.subject), _named(certificate.issuer), said.signed, bool(status.trusted)
    )


_TO_SIGN: Final = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
"""Either use lets a certificate sign documents (ETSI EN 319 412-2, 4.3.2)."""


def _said(embedded: EmbeddedPdfSignature) -> Said:
    signature, signed = embedded.sig_object, embedded.self_reported_timestamp
    if signed is None:
        raise NoSignature("it does not say when it was made")
    writer = signature["/Prop_Build"]["/App"]["/REx"]
    return Said(str(signature["/Name"]), str(signature["/Reason"]), signed, str(writer))


def _in_its_form(signature: cms.ContentInfo, signer: x509.Certificate) -> cms.ContentInfo:
    """The signature with all that it does not cover itself in the one form it is written in."""
    data = signature["content"]
    (made,) = data["signer_infos"]
    digest = {"algorithm": DIGEST}
    sid = {"issuer": signer.issuer, "serial_number": signer.serial_number}
    info = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(sid)),
        "digest_algorithm": digest,
        "signed_attrs": made["signed_attrs"],
        "signature_algorithm": made["signature_algorithm"],
        "signature": made["signature"],
    }
    content = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": data["certificates"],
        "signer_infos": [cms.SignerInfo(info)],
    }
    return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(content)})


def _named(name: x509.Name) -> str:
    return str(name.native.get("common_name") or name.human_friendly)


def _answer(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine returns that waits for nothing: there is no network here to wait for."""
    try:
        work.send(None)
    except StopIteration as end:
        answer: T = end.value
        return answer
    raise NoSignature("its certificate would have to be fetched")
