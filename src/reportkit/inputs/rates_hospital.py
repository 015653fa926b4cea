"""One standard charge of a hospital in, its offers out: what CSV and JSON have in common.

The rules are those of CMS's Hospital Price Transparency data dictionary v3.0 (v2 has the
same elements where we read): a negotiated charge is a dollar amount, a percentage or an
algorithm, with a methodology. A dollar amount that comes with a percentage or algorithm
is only where the charge starts, so it is left out, as a price per day and any price under
the methodology "percent of total billed charges" are. Case rates stay a bucket of their
own. A row with several procedure codes, or for a quantity of a drug, prices something
else than the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportkit.inputs.rates_offer import (
    SETTINGS,
    UNSTATED,
    LeftOutReason,
    Offer,
    dollars,
    modifier_bucket,
)


def offers(charge: Charge, codes: Collection[str]) -> Iterator[Offer]:
    """The offers of one charge for those of its codes that are wanted."""
    procedures = {code for kind, code in charge.codes if kind in _PROCEDURE_CODES}
    billing_class = _BILLING_CLASSES.get(charge.billing_class, "")
    for code in sorted(procedures.intersection(codes)):
        yield Offer(
            code=code,
            payer=charge.payer,
            plan=charge.plan or UNSTATED,
            setting=charge.setting,
            billing_class=billing_class,
            modifiers=modifier_bucket(charge.modifiers),
            negotiated_type=charge.methodology,
            expires="",
            outcome=_outcome(charge, procedures, billing_class),
        )


def is_stated(charge: Charge) -> bool:
    """True if a negotiated charge is given at all, in whatever form."""
    return charge.dollar not in (None, "") or bool(charge.percentage or charge.algorithm)


def procedure_code(kind: str, code: str) -> tuple[str, str]:
    """A code with its kind, as they are compared: in upper case."""
    return kind.strip().upper(), code.strip().upper()


@dataclass(frozen=True, slots=True)
class Charge:
    """One payer's charge for one item; texts are stripped, enumerated ones in lower case."""

    codes: tuple[tuple[str, str], ...]
    """Kind and code, in upper case."""
    payer: str
    plan: str
    setting: str
    billing_class: str
    modifiers: tuple[str, ...]
    methodology: str
    dollar: Decimal | int | str | None
    percentage: str
    algorithm: str
    drug_quantity: str


_PROCEDURE_CODES = frozenset({"CPT", "HCPCS"})

_BILLING_CLASSES = {
    "": UNSTATED,
    "facility": "institutional",
    "institutional": "institutional",
    "professional": "professional",
    "both": "both",
}
"""The dictionary's "facility" is what payers' files and our model call institutional."""

_COMPARABLE = frozenset({"case rate", "fee schedule", "other"})

_NOT_COMPARABLE: dict[str, LeftOutReason] = {
    "per diem": "per-diem",
    "percent of total billed charges": "percentage",
}


def _outcome(
    charge: Charge, procedures: Collection[str], billing_class: str
) -> Decimal | LeftOutReason:
    if charge.dollar in (None, ""):
        return "percentage" if charge.percentage else "algorithm"
    if reason := _NOT_COMPARABLE.get(charge.methodology):
        return reason
    if charge.percentage or charge.algorithm:
        return "qualified"
    if len(procedures) > 1:
        return "several-codes"
    if charge.drug_quantity:
        return "drug-quantity"
    complete = charge.setting in SETTINGS and charge.methodology in _COMPARABLE
    if not complete or not billing_class or not charge.payer:
        return "incomplete"
    return dollars(charge.dollar) or "unreadable-price"
