"""List the modifiers of services given at a distance.

Source: CMS, claims processing manual chapter 12, section 190, and HCPCS level II, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANY, Modifier, cpt, hcpcs

TELEHEALTH: Final[dict[str, Modifier]] = {
    **cpt(
        "telehealth",
        ANY,
        {"93": "by telephone or other sound alone", "95": "by live sound and picture"},
    ),
    **hcpcs(
        "telehealth",
        ANY,
        {
            "FQ": "telehealth by sound alone",
            "FR": "a supervisor present by live sound and picture",
            "G0": "telehealth for an acute stroke",
            "GQ": "telehealth by stored pictures or data sent on",
            "GT": "telehealth by live sound and picture",
            "VM": "a virtual make-up session of diabetes prevention",
        },
    ),
}
"""Modifiers of telehealth."""

BY_SOUND: Final = frozenset({"93", "FQ"})
"""Those of services by sound alone."""

AT_A_DISTANCE: Final = BY_SOUND | {"95", "GT"}
"""Those that say of a service on Medicare's list how it was given at a distance."""
