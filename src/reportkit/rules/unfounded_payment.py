"""Rule: an amount where the fee schedule sets none."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.input import Mpfs
from reportkit.workspace.publication import Publication

_PAID_BY_UNITS = ("A", "R", "T")
"""Status codes whose relative value units Medicare pays by (CMS record layout)."""


@rule("error", "codes and figures")
def unfounded_payment(publication: Publication) -> Iterator[Issue]:
    """A payment is given although the fee schedule sets none.

    Why:
        Units are printed in the fee schedule for many codes that Medicare does not pay by
        them: bundled, not covered, priced by contractors, or marked NA in a setting. Units
        times factor is then an amount that nobody pays.

    Bad:
        # input
        mpfs.status: N

    Good:
        # input
        mpfs.status: N
        mpfs.nonfacility_payment: null
        mpfs.facility_payment: null
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for setting in ("nonfacility", "facility"):
        why = _why(mpfs, setting)
        if why is None:
            continue
        said, field = why
        for route in _given(mpfs, f"{setting}_payment"):
            yield Issue(
                at("input", *route),
                f"a {setting} payment is given, but {said}",
                "write `null`, which prints as not priced",
                related=((at("input", "mpfs", field), "the indicator"),),
            )


def _why(mpfs: Mpfs, setting: str) -> tuple[str, str] | None:
    """Why there is no payment in a setting, and the field that says so."""
    if mpfs.status not in _PAID_BY_UNITS:
        _, meaning = indicator("status", mpfs.status)
        return f"status indicator {mpfs.status} in {mpfs.release} means {meaning}", "status"
    if getattr(mpfs, f"{setting}_na"):
        return f"the {setting} NA indicator is set in {mpfs.release}", f"{setting}_na"
    return None


def _given(mpfs: Mpfs, field: str) -> Iterator[Route]:
    if getattr(mpfs, field) is not None:
        yield "mpfs", field
    for index, place in enumerate(mpfs.localities):
        if getattr(place, field) is not None:
            yield "mpfs", "localities", index, field
