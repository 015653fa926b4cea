"""Tell the release of a relative value file, and for whom its conversion factor holds."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import MONTHS
from reportkit.inputs.releases import begins
from reportkit.model.conversion_factors import TWO_FACTORS, factor_of
from reportkit.model.fees import Participants

_TITLE = re.compile(
    r"(20\d\d)\s+National Physician Fee Schedule Relative Value File\s+([A-Z]+)\s+Release",
    re.IGNORECASE,
)
_NAME = re.compile(r"PPRRVU(?:20)?(\d\d)[_-]?([A-Z]{3})", re.IGNORECASE)
_RELEASED = re.compile(r"RELEASED\s+(\d{1,2})/(\d{1,2})/(20\d\d)", re.IGNORECASE)
_WHOM = re.compile(r"(non[-_ ]?)?(?:QPP|APM)", re.IGNORECASE)


def release_of(file: str, header: Header, factor: Decimal | None, given: str | None) -> str:
    """The release by title, else the one given, else that of the file's name.

    With R if its factor began within the quarter. Raises LayoutError if nothing says it, or the
    title says another than is given.
    """
    titled = _release(_TITLE.search(header.text), factor)
    named = given or titled or _release(_NAME.search(file), factor)
    if named is None:
        raise LayoutError(
            file,
            1,
            "a title that names year and month of the release",
            f"`{header.text[:60]}`",
            "name it with --release, for example --release RVU25D",
        )
    if titled is not None and named.removesuffix("R") != titled.removesuffix("R"):
        raise LayoutError(
            file, 1, f"a file of {named}, as the option says", titled, "leave the option out"
        )
    return named


def _release(match: re.Match[str] | None, factor: Decimal | None) -> str | None:
    letters = {name[:3]: "ABCD"[index] for index, name in enumerate(MONTHS)}
    if match is None or match[2].upper()[:3] not in letters:
        return None
    release = f"RVU{match[1][-2:]}{letters[match[2].upper()[:3]]}"
    known = factor_of(2000 + int(match[1][-2:]), factor) if factor is not None else None
    again = known is not None and begins(f"{release}R") == known.begins != begins(release)
    return f"{release}R" if again else release


def day_released(header: Header) -> date | None:
    """The day that the title gives as the one of its release."""
    match = _RELEASED.search(header.text)
    try:
        return date(int(match[3]), int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


def participants_of(file: str, year: int, factor: Decimal | None) -> Participants | None:
    """For whom the factor holds: by its amount, or by the name that CMS gives the file."""
    if year < TWO_FACTORS:
        return "all"
    known = factor_of(year, factor) if factor is not None else None
    if known is not None:
        return known.participants
    match = next(filter(None, map(_WHOM.search, names_within(file))), None)
    if match is None:
        return None
    return "nonqualifying" if match[1] else "qualifying"
