"""Work out what Medicare pays in each setting: to the practitioner, to the facility, in all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from reportkit.assemble.document import Ground
from reportkit.assemble.edition import Edition
from reportkit.assemble.patient_share import OF_IT, fifth
from reportkit.assemble.roundings import TO_THE_CENT
from reportkit.inputs.releases import order
from reportkit.model.edits import Asc
from reportkit.model.fees import Mpfs
from reportkit.model.indicators.hospital import NOT_PAID, PACKAGED
from reportkit.model.input import Site
from reportkit.model.payment_systems import PROFESSIONAL
from reportkit.model.pos import POS
from reportkit.model.schedules import Opps

Setting = Literal["nonfacility", "center", "hospital", "facility"]


@dataclass(frozen=True, slots=True)
class Paid:
    """National payment in one setting; None where there is none or it was not provided."""

    setting: Setting
    label: str
    places: tuple[str, ...]
    """Place of service codes; empty if no sites were provided."""
    practitioner: Share | None
    facility: Share | None

    @property
    def total(self) -> Decimal | None:
        """What a payer sees in all; None where a share that belongs to it is not known."""
        if self.practitioner is None or (self.facility is None and self.setting != "nonfacility"):
            return None
        return self.practitioner.amount + (self.facility.amount if self.facility else Decimal(0))

    @property
    def of_patient(self) -> Share | None:
        """What the patient owes of the whole; None where the whole is not known."""
        if self.total is None:
            return None
        owed = [share.owed for share in (self.practitioner, self.facility) if share is not None]
        amount = sum((share.amount for share in owed), Decimal(0))
        return Share(amount, Ground(" + ".join(share.ground.field for share in owed), str(amount)))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the payment, and where it comes from."""

    amount: Decimal
    ground: Ground
    modifier: str | None = None
    """The modifier it is billed with, where only that part of the service is priced there."""
    copayment: Share | None = None
    """What the patient owes of it, where the schedule sets that; else it is a fifth."""

    @property
    def owed(self) -> Share:
        """What the patient owes of it."""
        if self.copayment is not None:
            return self.copayment
        amount = fifth(self.amount)
        return Share(amount, Ground(f"{OF_IT}{self.ground.field}", str(amount), TO_THE_CENT))


def paid_by_setting(edition: Edition) -> tuple[Paid, ...]:
    """The settings of the provided sites in their order, or the usual ones; none without prices.

    The practitioner is paid the non-facility amount where the site bears no facility payment
    (42 CFR 414.22); a surgical center is paid by the addenda AA and FF, a hospital's outpatient
    department by addendum B, or by FF without it, both beside the practitioner's facility amount.
    """
    if edition.input.mpfs is None:
        return ()
    found = (
        Paid(setting, label, places, _practitioner(edition, setting), _facility(edition, setting))
        for setting, label, places in _settings(edition)
    )
    # A setting that nobody named, and that nobody is paid in, is none of the code.
    return tuple(row for row in found if row.places or row.practitioner or row.facility)


def _settings(edition: Edition) -> list[tuple[Setting, str, tuple[str, ...]]]:
    sites = edition.input.sites
    if not sites:
        return [
            ("nonfacility", edition.say("Non-facility"), ()),
            ("center", edition.say("Ambulatory surgical center"), ()),
            ("hospital", edition.say("Outpatient hospital"), ()),
        ]
    return [
        (setting, site.name, places)
        for site in sites
        for setting, places in _by_setting(site).items()
    ]


def _by_setting(site: Site) -> dict[Setting, tuple[str, ...]]:
    """The places of a site, apart where they are paid apart."""
    found: dict[Setting, tuple[str, ...]] = {}
    for code in site.pos:
        setting = _setting(code)
        found[setting] = (*found.get(setting, ()), code)
    return found


def _setting(place: str) -> Setting:
    if place in _PAID_APART:
        return _PAID_APART[place]
    known = POS.get(place)
    return "nonfacility" if known is not None and known.rate == "nonfacility" else "facility"


def _practitioner(edition: Edition, setting: Setting) -> Share | None:
    mpfs = edition.input.mpfs
    if mpfs is None:
        return None
    field = "nonfacility_payment" if setting == "nonfacility" else "facility_payment"
    return _share(getattr(mpfs, field), f"mpfs.{field}") or _professional(mpfs, field)


def _professional(mpfs: Mpfs, field: str) -> Share | None:
    """The clinician's part alone: all that is priced of imaging in a hospital."""
    part = next((part for part in mpfs.components if part.modifier == PROFESSIONAL), None)
    share = _share(getattr(part, field, None), f"mpfs.components[{PROFESSIONAL}].{field}")
    return replace(share, modifier=PROFESSIONAL) if share else None


def _facility(edition: Edition, setting: Setting) -> Share | None:
    asc, opps = edition.input.asc, edition.input.opps
    match setting:
        case "hospital" if opps is not None and not _is_outdated(opps, asc):
            if opps.status_indicator in NOT_PAID | PACKAGED:
                return None
            share = _share(opps.payment_rate, "opps.payment_rate")
            return replace(share, copayment=copayment(opps)) if share else None
        case "center" if asc is not None:
            return _share(asc.payment_rate, "asc.payment_rate")
        case "hospital" if asc is not None:
            return _share(asc.opps_payment_rate, "asc.opps_payment_rate")
        case _:
            return None


def copayment(opps: Opps) -> Share | None:
    """What a patient owes a hospital: the adjusted amount, the national one, or the least."""
    for field in ("adjusted_copayment", "copayment", "minimum_copayment"):
        amount: Decimal | None = getattr(opps, field)
        if amount:
            return _share(amount, f"opps.{field}")
    return None


def _is_outdated(opps: Opps, asc: Asc | None) -> bool:
    """Whether addendum FF, which gives the hospital's rate too, is of a newer quarter."""
    if asc is None or asc.opps_payment_rate is None:
        return False
    return order(asc.release) > order(opps.release)


def _share(amount: Decimal | None, field: str) -> Share | None:
    return None if amount is None else Share(amount, Ground(field, str(amount), TO_THE_CENT))


_PAID_APART: Final[dict[str, Setting]] = {
    "24": "center",
    **dict.fromkeys(("19", "22", "23"), "hospital"),
}
"""Places of service whose facility Medicare pays by a schedule of its own: an emergency room is an
outpatient department (42 CFR 419.2, 419.21).
"""
