"""Model which modifiers were billed with a code, and how often they were denied.

Source: CMS, Physician/Supplier Procedure Summary (PSPS).
"""

from reportkit.model.base import Count, Record


class BilledModifier(Record):
    """Services of one year with one modifier; `null` is a suppressed cell."""

    modifier: str | None
    """A modifier on the line, the first or the second, so that a service with two counts for
    each; `null` for lines without one.
    """
    services: Count | None
    """How many services were submitted."""
    denied: Count | None
    """How many of them were denied."""


class BilledModifiers(Record):
    """The modifiers that Medicare was billed with the code in one year."""

    release: str
    """Year of the services: `2024`."""
    rows: tuple[BilledModifier, ...]
    """Each modifier that was billed, the most frequent first."""
