"""Words that name a site of service, with the place of service codes they mean.

Source: the names of CMS's place of service code set and the wording of published reports.
A word with several codes, such as `clinic`, leaves open which is meant.
"""

from __future__ import annotations

import re
from typing import Final

SITE_WORDS: Final[tuple[tuple[re.Pattern[str], frozenset[str]], ...]] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(codes.split()))
    for words, codes in (
        (
            r"ambulatory surg(?:ical|ery) cent(?:er|re)s?|out-?patient surg(?:ical|ery) "
            r"cent(?:er|re)s?|surg(?:ical|ery) cent(?:er|re)s?|ASCs?",
            "24",
        ),
        (
            r"(?:hospital out-?patient|out-?patient hospital)"
            r"(?: (?:departments?|settings?|clinics?))?|HOPDs?",
            "19 22",
        ),
        (r"(?:physician |doctor's )?offices?|office-based(?: \w+){0,2} settings?", "11"),
        (r"(?:ambulatory |out-?patient )?clinic(?: procedure)? rooms?", "11 19 22 49 50 71 72"),
        (r"emergency (?:rooms?|departments?)", "23"),
        (r"in-?patient hospitals?|hospital in-?patient(?: settings?)?", "21"),
        (r"urgent care (?:cent(?:er|re)s?|facilit(?:y|ies))", "20"),
    )
)
"""Pattern and codes; earlier patterns take the words they match."""
