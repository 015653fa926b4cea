"""Make throw-away certificates for tests, with their keys."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID


def certificate(name: str, password: str = "") -> tuple[bytes, bytes]:
    """A certificate that a person gave themselves: with its key in PKCS #12, and alone in PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = [True, True, *[False] * 7]  # digital signature and content commitment
    made = (
        x509.CertificateBuilder(who, who, key.public_key(), 7)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        .add_extension(x509.KeyUsage(*usage), critical=True)
        .sign(key, SHA256())
    )
    kept = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    bundle = pkcs12.serialize_key_and_certificates(name.encode(), key, made, None, kept)
    return bundle, made.public_bytes(Encoding.PEM)
