"""Find steps of a workflow that belong to every procedure, so that nobody pays for them apart."""

from __future__ import annotations

from typing import Final

from reportkit.reading.wording import Wording

STITCHES: Final = Wording(
    r"\b(?:sutures?|stitch(?:es)?|staples?)\b", "suture sutures stitch stitches staple staples"
)
"""What holds a wound together, and is taken out in the care after it."""
CUT: Final = Wording(
    r"\b(?:cuts?|incis|sutur|stitch|stapl|excis|clos(?:e|es|ed|ing|ure)\b|wound|operat|surg|remov|lacerat|open)\w*"
)
"""What tells of a wound that may be held together."""
INTEGRAL: Final = Wording(
    r"\b(?:position|drape|cleanse|prep|shave)s? the\b|\bplaces? (?:the|a) (?:speculum|drape|retractor)\b"
    r"|\b(?:numb|anesthetize)s?\b|\blocal an(?:a)?esthe\w+\b|\b(?:control|check|stop)s? (?:the |any |for )?bleeding\b"
    r"|\bhemostasis\b|\bclos(?:e|es) the (?:skin|wound|incision)\b|\b(?:apply|applies|put on|puts on) (?:a|the) dressing\b"
    r"|\birrigates? the (?:wound|joint)\b|\bwatch(?:es)? the patient\b|\bmonitors? the patient\b"
    r"|\b(?:write|dictate|record)s? the (?:note|operative (?:note|report))\b"
)
"""What surgery always takes with it: approach, preparation, local anesthesia, closure, watching.

Source: CMS, NCCI policy manual, chapter 1, section on standards of medical and surgical practice.
"""
