"""Say what of a fee schedule release its history keeps, and how its two files make one.

Plain data, as it is read from the file. The file of participants in a qualifying payment model has
the same units as the other and another conversion factor; the other is the one that stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportkit.inputs.releases import begins, ends
from reportkit.model.fees import Mpfs
from reportkit.provide.held import Form, Part, Plain


def earlier(value: Plain) -> Plain:
    """The payment of a release, with the days it held."""
    release = value["release"]
    first, last = begins(release), ends(release)
    whole = {
        "release": release,
        "conversion_factor": value.get("conversion_factor"),
        "nonfacility_payment": value.get("nonfacility_payment"),
        "facility_payment": value.get("facility_payment"),
        "released": value.get("released"),
        "begins": first.isoformat() if first else None,
        "ends": last.isoformat() if last else None,
        "status": value.get("status"),
        "nonfacility_total": value.get("nonfacility_total"),
        "facility_total": value.get("facility_total"),
        "participants": value.get("participants"),
        "qualifying": value.get("qualifying"),
        "components": _components(value),
    }
    always = ("nonfacility_payment", "facility_payment")
    return {key: held for key, held in whole.items() if key in always or held not in (None, ())}


def again(held: Part, arriving: Part) -> Part:
    """A release with what another of its files says, or as the same file says it now."""
    whom = (held.value.get("participants"), arriving.value.get("participants"))
    match whom:
        case "nonqualifying", "qualifying":
            both = {**held.value, "qualifying": _factor(arriving.value)}
            return replace(held, value=_ordered(both), second=arriving.origin)
        case "qualifying", "nonqualifying":
            both = {**arriving.value, "qualifying": _factor(held.value)}
            return replace(arriving, value=_ordered(both), second=held.origin)
    lasting = {key: held.value[key] for key in _lasting(held.value, arriving.value)}
    second = held.second if "qualifying" in lasting else None
    return replace(arriving, value=_ordered({**arriving.value, **lasting}), second=second)


FEES = Form("release", earlier, again)

_MADE_OF = (
    "work_rvu",
    "nonfacility_pe_rvu",
    "facility_pe_rvu",
    "mp_rvu",
    "conversion_factor",
    "opps_cap",
)
"""What payment in a locality is made of."""


def _lasting(held: Plain, arriving: Plain) -> list[str]:
    """The keys that stay: the other factor, and localities while what they are made of does."""
    kept = [key for key in ("qualifying",) if key in held and key not in arriving]
    unchanged = all(held.get(key) == arriving.get(key) for key in _MADE_OF)
    if unchanged and held.get("localities") and "localities" not in arriving:
        kept.append("localities")
    return kept


def _factor(value: Plain) -> Plain:
    """What is paid by a release's factor."""
    paid = {
        key: value.get(key)
        for key in ("conversion_factor", "nonfacility_payment", "facility_payment")
    }
    components = _components(value)
    return {**paid, "components": components} if components else paid


def _components(value: Plain) -> tuple[Plain, ...]:
    keys = ("modifier", "nonfacility_payment", "facility_payment")
    return tuple({key: part.get(key) for key in keys} for part in value.get("components") or ())


def _ordered(value: Plain) -> dict[str, Any]:
    """Keys in the order of the model, so that the order of imports leaves no trace."""
    known = [key for key in Mpfs.model_fields if key in value]
    return {key: value[key] for key in (*known, *(key for key in value if key not in known))}
