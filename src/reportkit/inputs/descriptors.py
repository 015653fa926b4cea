"""What happens to descriptors of codes, which belong to whoever owns the code set."""

from __future__ import annotations

from enum import Enum


class DescriptorPolicy(Enum):
    """Whether an importer keeps the descriptor column.

    CPT descriptors are the property of the American Medical Association and CDT ones of the
    American Dental Association: keeping them needs a licence of the organisation's own.
    """

    DROP = "drop"
    KEEP_UNDER_LICENCE = "keep-under-licence"


def kept(descriptor: str, policy: DescriptorPolicy) -> str | None:
    """The descriptor if the policy keeps it, else None."""
    return descriptor if policy is DescriptorPolicy.KEEP_UNDER_LICENCE else None
