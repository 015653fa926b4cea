"""List phrases that hold the name of a payer and name none."""

from __future__ import annotations

from typing import Final

NO_PAYER: Final[tuple[str, ...]] = (
    "centers for medicare and medicaid services",
    "centers for medicare & medicaid services",
    "anthem of",
    "kaiser family foundation",
    "medicaid ncci",
    "medicare access and chip reauthorization act",
    "medicare administrative contractor",
    "medicare administrative contractors",
    "medicare benefit policy manual",
    "medicare claims processing manual",
    "medicare code editor",
    "medicare coverage database",
    "medicare fee schedule",
    "medicare learning network",
    "medicare ncci",
    "medicare physician fee schedule",
    "medicare program integrity manual",
    "medicare's fee schedule",
    "medicare's physician fee schedule",
    "national anthem",
    "palmetto bug",
    "payment advisory commission",
    "united kingdom",
    "united nations",
    "united states",
    "united states preventive services task force",
)
"""In lower case; they count in any capitals."""
