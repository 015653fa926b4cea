"""Join the tables of modifiers: whose they are, what they say, which line carries them.

Meanings are in own words, never the licensed descriptor. Source: all CPT modifiers, and HCPCS
level II of CMS as of 2026 with those that ended since 2012.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.ambulance import AMBULANCE
from reportkit.model.modifiers.anatomy import ANATOMY
from reportkit.model.modifiers.anesthesia import ANESTHESIA_SERVICES
from reportkit.model.modifiers.circumstances import CIRCUMSTANCES
from reportkit.model.modifiers.clinicians import CLINICIANS
from reportkit.model.modifiers.dialysis import DIALYSIS
from reportkit.model.modifiers.drugs import DRUGS
from reportkit.model.modifiers.equipment import EQUIPMENT
from reportkit.model.modifiers.imaging import IMAGING
from reportkit.model.modifiers.laboratory import LABORATORY_TESTS
from reportkit.model.modifiers.modifier import Modifier
from reportkit.model.modifiers.notices import NOTICES
from reportkit.model.modifiers.procedures import PROCEDURES, VISITS
from reportkit.model.modifiers.programs import PROGRAMS
from reportkit.model.modifiers.quality import QUALITY
from reportkit.model.modifiers.telehealth import TELEHEALTH
from reportkit.model.modifiers.therapy import THERAPY

MODIFIERS: Final[dict[str, Modifier]] = {
    **PROCEDURES,
    **VISITS,
    **ANATOMY,
    **ANESTHESIA_SERVICES,
    **LABORATORY_TESTS,
    **THERAPY,
    **TELEHEALTH,
    **DRUGS,
    **DIALYSIS,
    **EQUIPMENT,
    **IMAGING,
    **CLINICIANS,
    **PROGRAMS,
    **NOTICES,
    **CIRCUMSTANCES,
    **AMBULANCE,
    **QUALITY,
}
"""Modifier to what is known of it."""
