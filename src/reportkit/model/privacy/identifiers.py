"""List the eighteen kinds of identifiers, and what labels of numbers prose writes for them.

Source: 45 CFR 164.514(b)(2)(i), in own words; the letters are those of the rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class IdentifierKind:
    """A kind of identifier under the privacy rule."""

    letter: str
    name: str
    """With its article, to be read in a message."""
    things: tuple[str, ...] = ()
    """What a number of this kind is a number of: `account` for `account number 12`."""
    labels: tuple[str, ...] = ()
    """Labels that stand before a number of this kind, or are it, without `number`: `MRN`."""


KINDS: Final[tuple[IdentifierKind, ...]] = (
    IdentifierKind("A", "a name"),
    IdentifierKind("B", "a place smaller than a state", labels=("ZIP", "ZIP code", "postal code")),
    IdentifierKind(
        "C", "a date finer than a year, or an age over 89", labels=("date of birth", "DOB")
    ),
    IdentifierKind(
        "D", "a telephone number", ("telephone", "phone", "mobile", "cell"), ("tel.", "phone")
    ),
    IdentifierKind("E", "a fax number", ("fax",), ("fax",)),
    IdentifierKind("F", "an e-mail address", labels=("e-mail", "email")),
    IdentifierKind("G", "a social security number", ("social security",), ("SSN",)),
    IdentifierKind(
        "H",
        "a medical record number",
        ("medical record", "record", "chart", "patient", "encounter", "accession", "specimen"),
        ("MRN",),
    ),
    IdentifierKind(
        "I",
        "a beneficiary number",
        ("beneficiary", "member", "subscriber", "policy", "group", "insurance"),
        ("MBI", "HICN"),
    ),
    IdentifierKind("J", "an account number", ("account", "invoice", "claim", "credit card")),
    IdentifierKind(
        "K",
        "a certificate or license number",
        ("license", "licence", "certificate", "passport", "permit", "driver's license"),
        ("NPI", "DEA"),
    ),
    IdentifierKind(
        "L", "a vehicle identifier", ("vehicle", "license plate", "plate"), ("VIN", "license plate")
    ),
    IdentifierKind(
        "M", "a device identifier", ("serial", "device", "implant", "lot"), ("UDI", "IMEI")
    ),
    IdentifierKind("N", "a web address", labels=("URL",)),
    IdentifierKind("O", "an IP address", labels=("IP address", "IP")),
    IdentifierKind(
        "P", "a biometric identifier", labels=("fingerprint", "voiceprint", "retina scan")
    ),
    IdentifierKind("Q", "a picture of a face", labels=("photograph", "photo", "portrait")),
    IdentifierKind("R", "another identifier", ("case", "study", "employee", "student", "badge")),
)
"""In the order of the rule."""

NUMBER_WORDS: Final = ("number", "no.", "no", "ID", "#")
"""What stands between a thing and its number: `record no. 12`."""
