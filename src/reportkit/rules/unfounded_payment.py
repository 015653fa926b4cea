"""Rule: an amount where the fee schedule sets none."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.fees import Component, FactorPayment, LocalityPayment, Mpfs
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
        for route, row in _rows(mpfs):
            why = _why(mpfs, row, setting)
            if why is None:
                continue
            said, field = why
            for paid in _given(mpfs, route, row, f"{setting}_payment"):
                yield Issue(
                    at("input", *paid),
                    f"a {setting} payment is given, but {said}",
                    "write `null`, which prints as not priced",
                    related=((at("input", *route, field), "the indicator"),),
                )


def _rows(mpfs: Mpfs) -> Iterator[tuple[Route, Mpfs | Component]]:
    yield ("mpfs",), mpfs
    for index, part in enumerate(mpfs.components):
        yield ("mpfs", "components", index), part


def _why(mpfs: Mpfs, row: Mpfs | Component, setting: str) -> tuple[str, str] | None:
    """Why there is no payment in a setting, and the field that says so."""
    if row.status not in _PAID_BY_UNITS:
        _, meaning = indicator("status", row.status)
        return f"status indicator {row.status} in {mpfs.release} means {meaning}", "status"
    if getattr(row, f"{setting}_na"):
        return f"the {setting} NA indicator is set in {mpfs.release}", f"{setting}_na"
    return None


def _given(mpfs: Mpfs, route: Route, row: Mpfs | Component, field: str) -> Iterator[Route]:
    """Where a payment of a row is given: by either factor, or in a locality."""
    if getattr(row, field) is not None:
        yield *route, field
    others: list[tuple[Route, FactorPayment | LocalityPayment]] = [
        (("mpfs", "localities", index), place) for index, place in enumerate(mpfs.localities)
    ]
    if mpfs.qualifying is not None:
        others.insert(0, (("mpfs", "qualifying"), mpfs.qualifying))
    for where, source in others:
        if isinstance(row, Mpfs) and getattr(source, field) is not None:
            yield *where, field
        for index, part in enumerate(source.components):
            if (
                isinstance(row, Component)
                and part.modifier == row.modifier
                and getattr(part, field) is not None
            ):
                yield *where, "components", index, field
