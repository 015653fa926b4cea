"""Print values of the input as the words and figures of tables."""

from __future__ import annotations

from decimal import Decimal

from reportkit.assemble.edition import Edition


def payer_name(edition: Edition, payer: str) -> str:
    """Name of a provided payer by its id."""
    return next((each.name for each in edition.input.payers or () if each.id == payer), payer)


def against_medicare(edition: Edition, median: Decimal, paid: Decimal | None) -> str:
    """A median as a share of what Medicare pays, in percent; a dash without that."""
    return "—" if paid is None else edition.percent(median / paid)
