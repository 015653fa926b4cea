"""The rows of a code's parts in the relative value file, as an input holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportkit.model.fees import Component

if TYPE_CHECKING:
    from reportkit.inputs.pfs import PfsRow


def components(rows: Sequence[PfsRow]) -> tuple[PfsRow, ...]:
    """The rows of a code's parts, by modifier."""
    return tuple(sorted((row for row in rows if row.modifier), key=lambda row: row.modifier))


def component(row: PfsRow) -> Component:
    """A row with a modifier as a part of the service."""
    return Component(
        modifier=row.modifier,
        status=row.status,
        work_rvu=row.work_rvu,
        nonfacility_pe_rvu=row.nonfacility_pe_rvu,
        facility_pe_rvu=row.facility_pe_rvu,
        mp_rvu=row.mp_rvu,
        nonfacility_total=row.nonfacility_total,
        facility_total=row.facility_total,
        nonfacility_na=row.nonfacility_na,
        facility_na=row.facility_na,
        nonfacility_payment=row.payment("nonfacility"),
        facility_payment=row.payment("facility"),
        opps_cap=row.opps_cap,
    )
