"""The codes an Excludes1 note of ICD-10-CM names, as patterns over codes.

Source of the forms: the tabular list of ICD-10-CM, which names a code (`R87.613`), all codes
below one (`D06.-`) or a range (`O00-O9A`). Notes on some of the codes below one, `with fifth
character 1`, are no pattern here: they exclude less than they name.
"""

from __future__ import annotations

import re

_CODE = r"[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?"
_BELOW = re.compile(rf"({_CODE})\.?-?")
_RANGE = re.compile(rf"({_CODE})[.-]*\s*-\s*({_CODE})[.-]*")


def exclusions(note: str) -> tuple[str, ...]:
    """The patterns an Excludes1 note ends with in brackets: `mild dysplasia (N87.0, D06.-)`."""
    bracket = re.search(r"\(([^()]*)\)\s*$", note)
    parts = re.split(r"[,;]", bracket[1]) if bracket else ()
    return tuple(found for part in parts if (found := _pattern(part.strip())))


def excludes(pattern: str, code: str) -> bool:
    """Whether a pattern names a code; a category without a dot names all codes below it."""
    if match := _RANGE.fullmatch(pattern):
        low, high = _bare(match[1]), _bare(match[2])
        bare = _bare(code)
        return bare[: len(low)] >= low and bare[: len(high)] <= high
    stem = pattern.rstrip("-").rstrip(".")
    return code == stem or (code.startswith(stem) and (pattern.endswith("-") or "." not in stem))


def _pattern(text: str) -> str | None:
    if match := _RANGE.fullmatch(text):
        return f"{match[1]}-{match[2]}"
    if match := _BELOW.fullmatch(text):
        below = text.endswith("-")
        return f"{match[1]}{'' if '.' in match[1] else '.'}-" if below else match[1]
    return None


def _bare(code: str) -> str:
    return code.replace(".", "")
