"""Rows of the relative value file in, what an input holds of the fee schedule out."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.inputs.pfs import PfsFile, PfsRow
from reportkit.model.fees import Component, LocalityPayment, Mpfs


def mpfs(
    rows: Sequence[PfsRow], table: PfsFile, localities: tuple[LocalityPayment, ...] = ()
) -> Mpfs:
    """The rows of a code as the `mpfs` dataset of an input; one of them is the whole service."""
    row = next(row for row in rows if not row.modifier)
    return Mpfs(
        release=table.release,
        status=row.status,
        global_days=row.global_days,
        preoperative=row.preoperative,
        intraoperative=row.intraoperative,
        postoperative=row.postoperative,
        multiple_procedure=row.multiple_procedure,
        bilateral=row.bilateral,
        assistant_surgeon=row.assistant_surgeon,
        co_surgeon=row.co_surgeon,
        team_surgery=row.team_surgery,
        pc_tc=row.pc_tc,
        work_rvu=row.work_rvu,
        nonfacility_pe_rvu=row.nonfacility_pe_rvu,
        facility_pe_rvu=row.facility_pe_rvu,
        mp_rvu=row.mp_rvu,
        nonfacility_total=row.nonfacility_total,
        facility_total=row.facility_total,
        nonfacility_na=row.nonfacility_na,
        facility_na=row.facility_na,
        conversion_factor=row.conversion_factor,
        nonfacility_payment=row.payment("nonfacility"),
        facility_payment=row.payment("facility"),
        descriptor=row.fingerprint,
        opps_cap=row.opps_cap,
        localities=localities,
        released=table.released,
        participants=table.participants,
        endoscopic_base=row.endoscopic_base,
        components=tuple(component(row) for row in components(rows)),
    )


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
