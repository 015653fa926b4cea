"""Take the tables out of an export of the coverage database, and refuse rows that cannot be read.

The export is an archive of tables, packed twice. An article is known by its number and version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from reportkit.inputs import cells
from reportkit.inputs.archive import is_archive, members
from reportkit.inputs.header import Layout, Wordings, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import read_rows

Key = tuple[str, str]
"""Number and version of an article."""
Row = Mapping[str, str]
Columns = Mapping[str, Wordings]

NEEDED: Final = ("article", "article_x_hcpc_code", "article_x_icd10_covered")
LONGEST_TEXT: Final = 5000
"""Lines of the longest cell: articles and groups have whole texts in HTML."""
KEY: Final[Columns] = {"article": ("ARTICLE_ID",), "version": ("ARTICLE_VERSION",)}


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an export by name, and the rows of them that were refused, by file."""

    files: Mapping[str, tuple[str, bytes]]
    refused: dict[str, list[Refused]] = field(default_factory=dict)

    def rows(
        self,
        name: str,
        columns: Columns,
        optional: Columns = MappingProxyType({}),
        read: Callable[[Row], Row] = dict,
        about: Callable[[Row], tuple[str, ...]] = lambda _: (),
    ) -> Iterator[Row]:
        """The rows of a table by field; none of a table that the export does not have.

        `read` raises BadCell for one that is not to be taken, and `about` says of which billing
        codes a row is, as far as its cells are there.
        """
        if name not in self.files:
            return
        file, content = self.files[name]
        rows = read_rows(file, content, LONGEST_TEXT)
        header = read_header(file, rows, Layout("coverage", next(iter(columns)), columns, optional))
        for row in rows:
            held = {
                key: cells.whole(row.cells[at])
                for key, at in header.index.items()
                if at < len(row.cells)
            }
            try:
                cells.whole_row(header, row)
                yield read(held)
            except cells.BadCell as bad:
                refusal = Refused(row.line, str(bad), about(held))
                self.refused.setdefault(file, []).append(refusal)


def unpacked(file: str, content: bytes) -> Tables:
    """The tables of an export; raises LayoutError for what is none."""
    packed = members(file, content) if is_archive(content) else iter(())
    tables = {Path(member.name).stem.casefold(): (member.name, member.content) for member in packed}
    for name in NEEDED:
        if name not in tables:
            raise LayoutError(
                file,
                None,
                f"an archive with the table {name}.csv",
                ", ".join(sorted(tables)[:12]) or "no archive",
                "download current_article.zip of the Medicare Coverage Database and "
                "give it as it is",
            )
    return Tables(tables)


def key(row: Row) -> Key:
    """The article that a row is of."""
    return row.get("article", ""), row.get("version", "")
