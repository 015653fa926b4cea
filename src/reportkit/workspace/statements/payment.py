"""Write statements on payment: by setting, by status, of centers and hospitals."""

from __future__ import annotations

from typing import Final

from reportkit.model.edits import Asc
from reportkit.model.fees import Mpfs
from reportkit.model.indicators import CENTER_PAYMENT
from reportkit.model.input import ProvidedInput
from reportkit.model.messages import N_
from reportkit.workspace.statements.indicators import meaning
from reportkit.workspace.statements.statement import Statement, Writer, lower_first, statement


@statement("payment", "mpfs")
def payment_by_setting(data: ProvidedInput, writer: Writer) -> str:
    """What Medicare pays in either setting, or that it sets no price there."""
    mpfs = _mpfs(data)
    office, facility = mpfs.nonfacility_payment, mpfs.facility_payment
    if office is not None and facility is not None:
        return writer.say(
            "Medicare pays {office} in a non-facility setting and {facility} in a facility.",
            office=writer.money(office),
            facility=writer.money(facility),
        )
    if office is not None:
        return writer.say(
            "Medicare pays {office} in a non-facility setting and sets no price for a facility.",
            office=writer.money(office),
        )
    if facility is not None:
        return writer.say(
            "Medicare pays {facility} in a facility and sets no price for other settings.",
            facility=writer.money(facility),
        )
    return writer.say("The physician fee schedule sets no payment for the code.")


@statement("payment", "mpfs.nonfacility_payment mpfs.facility_payment")
def better_paid_setting(data: ProvidedInput, writer: Writer) -> str:
    """In which setting Medicare pays the clinician more."""
    mpfs = _mpfs(data)
    office, facility = mpfs.nonfacility_payment or 0, mpfs.facility_payment or 0
    if office > facility:
        return writer.say(
            "Medicare pays the clinician more in a non-facility setting than in a facility."
        )
    if office < facility:
        return writer.say(
            "Medicare pays the clinician more in a facility than in a non-facility setting."
        )
    return writer.say("Medicare pays the clinician the same in every setting.")


@statement("payment", "mpfs.status")
def payment_status(data: ProvidedInput, writer: Writer) -> str:
    """What the status of the code says about who pays it and how."""
    mpfs = _mpfs(data)
    return writer.say(
        "In release {release} of the fee schedule the code has status {status} ({meaning}).",
        release=mpfs.release,
        status=mpfs.status,
        meaning=meaning(writer, "status", mpfs.status),
    )


@statement("payment", "mpfs.work_rvu")
def work_value(data: ProvidedInput, writer: Writer) -> str:
    """The relative value of the clinician's work."""
    mpfs = _mpfs(data)
    if not _has_units(mpfs):
        return writer.say(_NO_UNITS)
    return writer.say(
        "The clinician's work is valued at {work} relative value units.",
        work=writer.number(mpfs.work_rvu),
    )


@statement("payment", "mpfs.nonfacility_total mpfs.facility_total")
def relative_values(data: ProvidedInput, writer: Writer) -> str:
    """The sum of relative values in either setting, where the setting is priced."""
    mpfs = _mpfs(data)
    if not _has_units(mpfs):
        return writer.say(_NO_UNITS)
    if mpfs.facility_na:
        return writer.say(
            "Its relative value units add up to {office} in a non-facility setting; a facility has "
            "none.",
            office=writer.number(mpfs.nonfacility_total),
        )
    if mpfs.nonfacility_na:
        return writer.say(
            "Its relative value units add up to {facility} in a facility; a non-facility setting "
            "has none.",
            facility=writer.number(mpfs.facility_total),
        )
    return writer.say(
        "Its relative value units add up to {office} in a non-facility setting and to {facility} "
        "in a facility.",
        office=writer.number(mpfs.nonfacility_total),
        facility=writer.number(mpfs.facility_total),
    )


def _has_units(mpfs: Mpfs) -> bool:
    """Whether the fee schedule values the code at all; its zeros else say nothing."""
    return bool(mpfs.nonfacility_total or mpfs.facility_total)


_NO_UNITS: Final = N_("The fee schedule gives the code no relative value units.")


@statement("payment", "mpfs.conversion_factor")
def conversion_factor(data: ProvidedInput, writer: Writer) -> str:
    """By which factor relative values become dollars, or by which two."""
    mpfs = _mpfs(data)
    if mpfs.qualifying is not None:
        return writer.say(
            "Medicare turns relative value units into dollars by a conversion factor of {factor}, "
            "and of {other} for qualifying participants in an advanced alternative payment model.",
            factor=writer.number(mpfs.conversion_factor),
            other=writer.number(mpfs.qualifying.conversion_factor),
        )
    return writer.say(
        "Medicare turns relative value units into dollars by a conversion factor of {factor}.",
        factor=writer.number(mpfs.conversion_factor),
    )


@statement("payment", "mpfs.qualifying.nonfacility_payment mpfs.qualifying.facility_payment")
def qualifying_payment(data: ProvidedInput, writer: Writer) -> str:
    """What participants in an advanced alternative payment model are paid in either setting."""
    paid = _mpfs(data).qualifying
    if paid is None:
        raise ValueError("the statement needs the second conversion factor")
    return writer.say(
        "Medicare pays qualifying participants in an advanced alternative payment model {office} "
        "in a non-facility setting and {facility} in a facility.",
        office=writer.money(paid.nonfacility_payment),
        facility=writer.money(paid.facility_payment),
    )


@statement("payment modifiers", "mpfs.pc_tc")
def components(data: ProvidedInput, writer: Writer) -> str:
    """Whether the service splits into a professional and a technical part."""
    value = _mpfs(data).pc_tc
    if value == "1":
        return writer.say(
            "The service splits into a professional part, modifier 26, and a technical part, "
            "modifier TC."
        )
    return writer.say(
        "The service does not split into parts by modifiers 26 and TC: indicator {value} "
        "({meaning}).",
        value=value,
        meaning=meaning(writer, "pc_tc", value),
    )


@statement("payment", "asc.payment_rate")
def center_payment(data: ProvidedInput, writer: Writer) -> str:
    """What Medicare pays an ambulatory surgical center."""
    rate = _asc(data).payment_rate or 0
    return writer.say(
        "Medicare pays an ambulatory surgical center {rate} for its part.", rate=writer.money(rate)
    )


@statement("payment", "asc.payment_indicator")
def center_indicator(data: ProvidedInput, writer: Writer) -> str:
    """By what kind of rate a surgical center is paid."""
    indicator = _asc(data).payment_indicator
    known = CENTER_PAYMENT.values.get(indicator)
    if known is None:
        return writer.say(
            "For surgical centers the code has payment indicator {indicator}.", indicator=indicator
        )
    return writer.say(
        "For surgical centers the code has payment indicator {indicator} ({meaning}).",
        indicator=indicator,
        meaning=lower_first(writer.say(known.meaning)),
    )


@statement("payment", "asc.multiple_procedure_discount")
def center_discount(data: ProvidedInput, writer: Writer) -> str:
    """Whether a center is paid less for a second procedure."""
    if _asc(data).multiple_procedure_discount:
        return writer.say(
            "A surgical center is paid less for it when it is not the first procedure of a session."
        )
    return writer.say(
        "A surgical center is paid in full for it beside other procedures of a session."
    )


@statement("payment", "asc.apc asc.opps_payment_rate")
def hospital_payment(data: ProvidedInput, writer: Writer) -> str:
    """What Medicare pays an outpatient hospital."""
    asc = _asc(data)
    return writer.say(
        "Medicare pays an outpatient hospital {rate} under ambulatory payment classification "
        "{apc}.",
        rate=writer.money(asc.opps_payment_rate or 0),
        apc=asc.apc,
    )


def _mpfs(data: ProvidedInput) -> Mpfs:
    if data.mpfs is None:
        raise ValueError("a statement on the fee schedule needs its row")
    return data.mpfs


def _asc(data: ProvidedInput) -> Asc:
    if data.asc is None:
        raise ValueError("a statement on surgical centers needs their rates")
    return data.asc


STATEMENTS: Final[tuple[Statement, ...]] = (
    payment_by_setting,
    better_paid_setting,
    payment_status,
    work_value,
    relative_values,
    conversion_factor,
    qualifying_payment,
    components,
    center_payment,
    center_indicator,
    center_discount,
    hospital_payment,
)
