"""Turn the words by which people call illnesses into those of diagnosis titles."""

from __future__ import annotations

import re
from typing import Final

_TERMS: Final = {
    "high blood pressure": "hypertension",
    "heart attack": "myocardial infarction",
    "broken": "fracture",
    "stroke": "cerebral infarction",
    "high cholesterol": "hyperlipidemia",
    "low blood sugar": "hypoglycemia",
    "high blood sugar": "hyperglycemia",
    "wear of the joint": "osteoarthritis",
    "worn joint": "osteoarthritis",
    "arthrosis": "osteoarthritis",
    "kidney stone": "calculus of kidney",
    "gallstones": "cholelithiasis",
    "numb hand": "carpal tunnel syndrome",
    "asthma attack": "asthma with exacerbation",
}
"""What people say to the words of titles in ICD-10-CM."""
_PATTERN: Final = re.compile("|".join(rf"\b{words}\b" for words in _TERMS), re.IGNORECASE)


def in_terms(text: str) -> str:
    """A text with plain names of illnesses put as titles put them."""
    return _PATTERN.sub(lambda match: _TERMS[match[0].lower()], text)
