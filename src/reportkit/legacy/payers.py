"""Read from sentences and lists of an old report which payers it names as its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.legacy.words import listed, slug
from reportkit.model.input import Payer
from reportkit.model.payers import KnownPayer, payer_of


@dataclass(frozen=True, slots=True)
class PayersFound:
    """What a list of payers names."""

    payers: tuple[Payer, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names with a capital that no table has; they may be payers, or anything else."""


def payers_in(sentence: str) -> PayersFound:
    """Payers of a sentence such as `Key payers covered include A, B and C.`"""
    match = _PAYERS.search(sentence)
    if match is None or _DENIED.search(match["verb"]):
        return PayersFound()
    return payers_listed(match["list"])


def payers_listed(text: str) -> PayersFound:
    """Payers of a list such as `A, B and C`."""
    payers: dict[str, Payer] = {}
    unknown: dict[str, None] = {}
    for name in listed(text.rstrip(". ")):
        named = _PLANS.sub("", _BRACKETS.sub("", name))
        known = payer_of(name) or payer_of(named)
        if known is not None:
            payers.setdefault(slug(named), Payer(id=slug(named), name=named, kind=_kind(known)))
        elif name[:1].isupper():
            unknown[name] = None
    return PayersFound(tuple(payers.values()), tuple(unknown))


def _kind(payer: KnownPayer) -> Literal["insurer", "licensee-federation", "government-programme"]:
    match payer.kind:
        case "federation" | "licensee":
            return "licensee-federation"
        case "program" | "state program" if "Advantage" not in payer.name:
            return "government-programme"
        case _:
            return "insurer"


_PAYERS: Final = re.compile(
    r"\b(?i:payers?|insurers?|carriers?|pagadores|aseguradoras)\b(?P<verb>[^.;:]{0,80}?"
    r"(?:\b(?i:includes?|including|are|were|such as|comprises?|incluyen|son)\b:?|:))\s+"
    r"(?P<list>[A-Z][^.:;]*)"
)
_DENIED: Final = re.compile(r"\b(?:not|never|no|nor|other than)\b", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)?")
_PLANS: Final = re.compile(r"\s+(?:plans?|members?|policies|products?|lines?)$")
