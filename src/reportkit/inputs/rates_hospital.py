"""Turn one standard charge of a hospital into its offers: what CSV and JSON have in common.

The rules are those of CMS's Hospital Price Transparency data dictionary v3.0 (v2 has the
same elements where we read): a negotiated charge is a dollar amount, a percentage or an
algorithm, with a methodology. A dollar amount that comes with a percentage or algorithm
is only where the charge starts, so it is left out, as a price per day and any price under
the methodology "percent of total billed charges" are. Case rates stay a bucket of their
own, and so does each quantity of a drug. A row with several procedure codes prices something
else than the code.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportkit.inputs.cells import whole
from reportkit.inputs.rates_offer import (
    SETTINGS,
    UNSTATED,
    AllowedAmounts,
    LeftOutReason,
    Offer,
    code_meant,
    dollars,
    lacking,
    modifier_bucket,
    no_modifier,
    no_price,
)


def offers(charge: Charge, codes: Collection[str]) -> Iterator[Offer]:
    """The offers of one charge for those of its codes that are wanted."""
    procedures = {code for kind, code in charge.codes if is_procedure(kind)}
    billing_class = _BILLING_CLASSES.get(charge.billing_class, "")
    outcome, detail = _outcome(charge, procedures)
    for kind, written in dict.fromkeys(charge.codes):
        known = is_procedure(kind)
        code = code_meant(written, codes)
        if code is None or not (known or kind not in OTHER_CODES):
            continue
        reason, what = _unread(kind, written, code, charge.modifiers)
        yield Offer(
            code=code,
            payer=charge.payer,
            plan=charge.plan or UNSTATED,
            setting=charge.setting,
            billing_class=billing_class,
            modifiers=modifier_bucket(charge.modifiers),
            negotiated_type=charge.methodology,
            drug_unit=charge.drug_unit,
            outcome=reason or outcome,
            detail=what if reason else detail,
        )


def _unread(
    kind: str, written: str, code: str, modifiers: tuple[str, ...]
) -> tuple[LeftOutReason | None, str]:
    """Why what stands for code and modifiers is not read as such, and the text that is not."""
    if not is_procedure(kind):
        return "code-type", kind[:40]
    if written != code:
        return "code-form", written[:40]
    unread = no_modifier(modifiers)
    return (None, "") if unread is None else ("modifier-form", unread[:40])


def allowed_amounts(charge: Charge, codes: Collection[str]) -> Iterator[AllowedAmounts]:
    """The hospital's own statistics of a charge for a wanted code, if it gives them."""
    median = dollars(charge.median)
    wanted = {code for kind, code in charge.codes if is_procedure(kind) and code in codes}
    if median is None or len(wanted) != 1 or not charge.payer or no_modifier(charge.modifiers):
        return
    yield AllowedAmounts(
        code=wanted.pop(),
        payer=charge.payer,
        plan=charge.plan or UNSTATED,
        setting=charge.setting if charge.setting in SETTINGS else UNSTATED,
        billing_class=_BILLING_CLASSES.get(charge.billing_class, UNSTATED),
        modifiers=modifier_bucket(charge.modifiers),
        methodology=charge.methodology or UNSTATED,
        median=median,
        p10=dollars(charge.p10),
        p90=dollars(charge.p90),
        count=charge.count if _COUNT.fullmatch(charge.count) else "",
    )


def is_stated(charge: Charge) -> bool:
    """True if a negotiated charge is given at all, in whatever form."""
    dollar = charge.dollar
    given = dollar is not None and not (isinstance(dollar, str) and no_price(dollar))
    return given or not no_price(charge.percentage) or not no_price(charge.algorithm)


def procedure_code(kind: str, code: str) -> tuple[str, str]:
    """A code with its kind, as they are compared: in upper case."""
    return kind.strip().upper(), whole(code.strip()).upper()


def is_procedure(kind: str) -> bool:
    """Whether a code's type is CPT, HCPCS, or names both, as `CPT/HCPCS`."""
    named = re.split(r"[/,; ]+| OR ", kind.replace("®", ""))
    return bool(kind) and all(name in _PROCEDURE_CODES for name in named)


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
    drug_unit: str
    """Unit and type of a drug's quantity: `1 ML`; empty for what is no drug."""
    median: Decimal | int | str = ""
    p10: Decimal | int | str = ""
    p90: Decimal | int | str = ""
    count: str = ""


_PROCEDURE_CODES = frozenset({"CPT", "HCPCS"})
OTHER_CODES = frozenset((
    "ICD", "DRG", "MS-DRG", "R-DRG", "S-DRG", "APS-DRG", "AP-DRG", "APR-DRG", "TRIS-DRG", "APC",
    "NDC", "HIPPS", "LOCAL", "EAPG", "CDT", "RC", "CDM", "CMG", "MS-LTC-DRG", "CSTM-ALL",
))  # fmt: skip
"""The other code types of both schemas: their codes are not ours, whatever they look like."""

_BILLING_CLASSES = {
    "": UNSTATED,
    "facility": "institutional",
    "institutional": "institutional",
    "professional": "professional",
    "both": "both",
}
"""The dictionary's "facility" is what payers' files and our model call institutional."""

_COMPARABLE = frozenset({"case rate", "fee schedule", "other"})
_COUNT = re.compile(r"1 through 10|\d{1,9}")

_NOT_COMPARABLE: dict[str, LeftOutReason] = {
    "per diem": "per-diem",
    "percent of total billed charges": "percentage",
}


def _outcome(charge: Charge, procedures: Collection[str]) -> tuple[Decimal | LeftOutReason, str]:
    """The price or why it is left out, and the text that the reason is about."""
    dollar = charge.dollar
    if dollar is None or (isinstance(dollar, str) and no_price(dollar)):
        return ("algorithm" if no_price(charge.percentage) else "percentage"), ""
    if reason := _NOT_COMPARABLE.get(charge.methodology):
        return reason, ""
    if not (no_price(charge.percentage) and no_price(charge.algorithm)):
        return "qualified", ""
    if len(procedures) > 1:
        return "several-codes", ""
    if lacks := lacking(
        {
            "setting": (charge.setting, SETTINGS),
            "methodology": (charge.methodology, _COMPARABLE),
            "payer": (charge.payer, ()),
            "billing class": (charge.billing_class or UNSTATED, {*_BILLING_CLASSES, UNSTATED}),
        }
    ):
        return "incomplete", lacks
    price = dollars(dollar)
    return (price, "") if price is not None else ("unreadable-price", str(dollar)[:40])
