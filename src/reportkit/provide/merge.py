"""Join what was provided with what arrives, as plain data.

A file of one setting does not take away what another file said of another setting.
"""

from __future__ import annotations

from typing import Any

from reportkit.provide.payment_history import payment_history


def merged(name: str, old: Any, new: Any) -> tuple[Any, bool]:
    """What to write, and whether part of what was there was kept."""
    match name, old, new:
        case "ncci", tuple(), tuple():
            arriving = {each["setting"] for each in new}
            kept = tuple(each for each in old if each.get("setting") not in arriving)
            return (*kept, *new), bool(kept)
        case "mue", dict(), dict() if old.get("quarter") == new["quarter"]:
            sides = ("practitioner", "outpatient_hospital")
            kept_sides = {
                side: old[side] for side in sides if new[side] is None and old.get(side) is not None
            }
            return {**new, **kept_sides}, bool(kept_sides)
        case "mpfs", dict(), dict():
            lasting = _lasting(old, new)
            return {**new, **lasting}, "localities" in lasting
        case _:
            return new, False


def joined(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Provenance of a dataset that two files made: names and hashes of both, the older day."""
    both = {**old, **new, "as_of": min(old.get("as_of", new["as_of"]), new["as_of"])}
    releases = [each["release"] for each in (old, new) if each.get("release")]
    if releases:
        both["release"] = " + ".join(dict.fromkeys(releases))
    if old.get("file") and old.get("sha256"):
        files = dict.fromkeys((*_files(old), *_files(new)))
        both["file"] = " + ".join(name for name, _ in files)
        both["sha256"] = " + ".join(digest for _, digest in files)
    return both


def _files(origin: dict[str, Any]) -> list[tuple[str, str]]:
    names, digests = str(origin.get("file", "")), str(origin.get("sha256", ""))
    return list(zip(names.split(" + "), digests.split(" + "), strict=False))


def _lasting(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The history grows; localities only while the units and factor they were made of do."""
    history = payment_history(old, new)
    lasting: dict[str, Any] = {"history": history} if history else {}
    made_of = ("work_rvu", "nonfacility_pe_rvu", "facility_pe_rvu", "mp_rvu", "conversion_factor",
               "opps_cap")  # fmt: skip
    unchanged = all(old.get(key) == new.get(key) for key in made_of)
    if unchanged and old.get("localities") and "localities" not in new:
        lasting["localities"] = old["localities"]
    return lasting
