"""Conclude the kind of service and its purpose from an old report, for the billing overview."""

from __future__ import annotations

from typing import Any, Final, cast

from reportkit.legacy.facts import purpose_in, service_type_in
from reportkit.legacy.gathered import Gathered
from reportkit.legacy.sheet import Sheet
from reportkit.legacy.title import Title
from reportkit.model.code_families import service_types_of
from reportkit.model.sections.billing_overview import Purpose, ServiceType

FILE: Final = "billing-overview"


def billing_data(title: Title, gathered: Gathered, sheet: Sheet) -> dict[str, Any]:
    """The data of the section."""
    text = " ".join((title.text, gathered.texts.get(FILE, ""), gathered.texts.get("summary", "")))
    service = _service(title.code, gathered, text, sheet)
    return {
        "reportkit": "billing-overview/1",
        "description": sheet.prose(FILE, "description"),
        "service_type": service,
        "purpose": _purpose(service, gathered, text, sheet),
        "units": sheet.prose(FILE, "units"),
    }


def _service(code: str, gathered: Gathered, text: str, sheet: Sheet) -> ServiceType:
    """The kind of service: by the family of the code, and within it by the words."""
    possible = service_types_of(code)
    label, where = gathered.labels.get("service", ("", None))
    if len(possible) == 1:
        return cast("ServiceType", next(iter(possible)))
    told = service_type_in(label, possible) or service_type_in(text, possible)
    reason = (
        f"`{told}` was concluded from the words of the old report"
        if told
        else "no word of the old report names a kind of service that the code can be for"
    )
    sheet.guess(FILE, ("service_type",), reason, where)
    return told or "other"


def _purpose(service: ServiceType, gathered: Gathered, text: str, sheet: Sheet) -> Purpose:
    """The purpose: as the words state it, else as the kind of service has it."""
    label, where = gathered.labels.get("purpose", ("", None))
    stated = purpose_in(label) or purpose_in(text)
    purpose: Purpose = stated or ("diagnostic" if service in _FINDS_OUT else "therapeutic")
    reason = (
        "was concluded from the words of the old report"
        if stated
        else f"was concluded from the kind of service, `{service}`"
    )
    sheet.guess(FILE, ("purpose",), f"`{purpose}` {reason}", where)
    return purpose


_FINDS_OUT: Final = frozenset({"laboratory", "imaging", "evaluation", "biopsy"})
"""Kinds of service that find out what to treat."""
