"""A provided file that does not have the layout its importer reads."""

from __future__ import annotations


class LayoutError(Exception):
    """Raised by importers: the file is refused as a whole and nothing is written.

    `line` counts from 1 and is None where the file has no lines to speak of.
    """

    def __init__(
        self, file: str, line: int | None, expected: str, found: str, hint: str | None = None
    ) -> None:
        place = file if line is None else f"{file}:{line}"
        super().__init__(f"{place}: expected {expected}, found {found}")
        self.file = file
        self.line = line
        self.expected = expected
        self.found = found
        self.hint = hint


def without_year(file: str) -> LayoutError:
    """What is told of a file whose name does not say the year of its services."""
    return LayoutError(
        file,
        None,
        "the year of the services in the file's name",
        f"`{file}`",
        "name it with --release, for example --release 2024",
    )
