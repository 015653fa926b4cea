"""Keep the payments of earlier releases when a newer fee schedule arrives.

Plain data. What was there gives way to the history when a newer release arrives, with its
origin; what a release of another form of name says is taken to be earlier.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from reportkit.inputs.quarter import release_day
from reportkit.model.input import HISTORY_PREFIX, history_key


def payment_history(old: dict[str, Any], new: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """The releases before the new one, each once, in the order they were brought in."""
    before = {each["release"]: each for each in old.get("history") or ()}
    if all(key in old for key in _PAYMENT):
        before.setdefault(old["release"], {key: old[key] for key in _PAYMENT})
    arriving = release_day(new["release"]) or date.max
    return tuple(
        each
        for release, each in before.items()
        if release != new["release"] and (release_day(release) or date.min) < arriving
    )


def with_history(
    origins: dict[str, Any], old: dict[str, Any] | None, new: dict[str, Any]
) -> dict[str, Any]:
    """The origins of an input, with that of the release that went into the history.

    `old` and `new` are the fee schedule values before and after; `origins` is from before.
    """
    releases = {each["release"] for each in new.get("history") or ()}
    wanted = {history_key(release) for release in releases}
    kept = {
        key: origin
        for key, origin in origins.items()
        if not key.startswith(HISTORY_PREFIX) or key in wanted
    }
    if old and old.get("release") in releases and "mpfs" in origins:
        kept.setdefault(history_key(old["release"]), origins["mpfs"])
    return kept


_PAYMENT = ("release", "conversion_factor", "nonfacility_payment", "facility_payment")
