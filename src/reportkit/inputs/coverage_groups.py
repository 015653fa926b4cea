"""Tell which of an article's groups of diagnoses are of a billing code, by what their text says.

An article may list its diagnoses in groups, and says in the text of a group for which codes it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from reportkit.inputs.coverage_tables import KEY, Columns, Key, Tables, key

Texts = Mapping[tuple[Key, str], str]
"""Article and group to the text of the group."""


def group_texts(tables: Tables, wanted: Collection[Key]) -> Texts:
    """The texts of the groups of the wanted articles; empty if the export has none."""
    return {
        (key(row), row["group"]): row["text"]
        for row in tables.rows("article_x_icd10_covered_group", _GROUPS)
        if key(row) in wanted
    }


def is_of(code: str, text: str) -> bool:
    """Whether a group is of a code: its text names the code, or no code at all."""
    named = [*_ranges(text)]
    return not named or any(first <= code <= last for first, last in named)


_GROUPS: Columns = {**KEY, "group": ("ICD10_COVERED_GROUP",), "text": ("PARAGRAPH",)}
_CODE = r"(?<![0-9A-Z.])(?:\d{4}[0-9TUMF]|[A-V]\d{4})(?![0-9A-Z.])"
_RANGE = re.compile(rf"({_CODE})(?:\s*(?:-|–|to|through)\s*({_CODE}))?")


def _ranges(text: str) -> Iterator[tuple[str, str]]:
    for match in _RANGE.finditer(text):
        yield match[1], match[2] or match[1]
