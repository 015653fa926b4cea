"""Take the files out of a zip archive, with limits on what it may unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.text import MOST_BYTES
from reportkit.inputs.workbook import BROKEN, is_workbook

MOST_MEMBERS = 500
"""Files of one archive; CMS's quarterly ones have fewer than fifty."""
DEEPEST = 2
"""Archives in archives: the coverage database packs its tables twice."""


def is_archive(content: bytes) -> bool:
    """Whether the bytes are a zip archive, and not a workbook, which is packed as one."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not is_workbook(content)


def members(file: str, content: bytes, depth: int = 1) -> Iterator[Member]:
    """The files of an archive, those of archives inside it too. Raises LayoutError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [part for part in packed.infolist() if not part.is_dir()]
            _refuse_bomb(file, parts)
            for part in parts:
                name = f"{file}/{part.filename.rsplit('/', 1)[-1]}"
                unpacked = packed.read(part)
                if not is_archive(unpacked):
                    yield Member(name, unpacked)
                elif depth < DEEPEST:
                    yield from members(name, unpacked, depth + 1)
    except BROKEN as error:
        raise LayoutError(
            file,
            None,
            "a zip archive",
            f"one that cannot be unpacked ({error})",
            "unpack it and give the file inside",
        ) from None


def names_within(file: str) -> list[str]:
    """The names in the name of a member: its own, then that of the archive it is in."""
    return file.split("/")[::-1]


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive; `name` has that of the archive before it."""

    name: str
    content: bytes


def _refuse_bomb(file: str, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_MEMBERS:
        raise LayoutError(
            file,
            None,
            f"at most {MOST_MEMBERS} files",
            f"{len(parts)}",
            "unpack it and give the file inside",
        )
    size = sum(part.file_size for part in parts)
    if size > MOST_BYTES:
        raise LayoutError(
            file,
            None,
            f"at most {MOST_BYTES:,} bytes unpacked",
            f"{size:,}",
            "unpack it and give the file inside",
        )
