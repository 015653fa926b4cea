"""Model what Medicare's list of telehealth services says of a code.

Source: CMS, list of Medicare telehealth services; 42 CFR 410.78.
"""

from reportkit.model.base import Record


class Telehealth(Record):
    """What the list of one year says of a code: its entry, or that it has none."""

    release: str
    """Year of the list: `2026`."""
    status: str | None
    """What the list says of its standing, as `Maintain` or `Permanent`; `null` if nothing."""
    audio_only: bool | None
    """Whether sound without a picture is enough; `null` where the list does not say it."""

    listed: bool = True
    """Whether the code is in the list: `false` where a whole list does not have it."""

    @property
    def is_deleted(self) -> bool:
        """Whether the list names the code only to say that it is on it no longer."""
        return (self.status or "").casefold().startswith(("delet", "remov"))
