"""Have a PDF signed by the certificate of who releases it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli.named import read_named
from reportkit.cli.needed import needed_library

if TYPE_CHECKING:
    from reportkit.publish.pdf_signing import Certificate

Sign = Callable[[bytes, str, datetime], bytes]
"""From a PDF, why it is signed, and when, to the PDF that leaves the house."""
LARGEST: Final = 1_000_000
"""Bytes of a certificate at most."""


def unsigned(pdf: bytes, _reason: str, _signed: datetime) -> bytes:
    """The PDF as it is: nobody named a certificate."""
    return pdf


def signing_with(file: Path) -> Sign:
    """How a certificate signs a PDF; asks for its password, and raises CannotRun."""
    needed_library("pyhanko", "pyHanko")
    from reportkit.publish.pdf_signing import BadCertificate, certificate_of

    content = read_named(file, LARGEST, "name a certificate with its key")
    try:
        certificate = certificate_of(content, None)
    except BadCertificate:
        password = click.prompt(f"Password of {file.name}", hide_input=True, err=True)
        try:
            certificate = certificate_of(content, password)
        except BadCertificate as bad:
            raise CannotRun(f"{file.name} cannot be used: {bad}", _HINT) from bad
    return partial(_signed, file.name, certificate)


def _signed(
    name: str, certificate: Certificate, pdf: bytes, reason: str, moment: datetime
) -> bytes:
    from reportkit.publish.pdf_signing import BadCertificate, sign_pdf

    try:
        return sign_pdf(pdf, certificate, reason, moment)
    except BadCertificate as bad:
        raise CannotRun(f"{name} cannot be used: {bad}", _HINT) from bad


_HINT: Final = "name a file in PKCS #12 (.p12 or .pfx) that holds your certificate and its key"
