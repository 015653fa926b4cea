"""Hold the files of a store by name, in a folder or in an object store that machines share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from reportkit.cannot_run import CannotRun
from reportkit.files.inside import leads_to
from reportkit.files.reading import read_regular, stands
from reportkit.files.spare import trim, write_spare


class Shelf(Protocol):
    """Files by name, such as `ab/cdef`; what cannot be read or written is no fault."""

    def read(self, name: str, most: int) -> bytes | None:
        """The bytes of a file that has no more than `most`."""
        ...

    def holds(self, name: str) -> bool:
        """Whether a file stands there."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Put a file there, whole or not at all."""
        ...

    def trim(self, most: int) -> None:
        """Let the oldest files go until the rest has at most `most` bytes."""
        ...


@dataclass(frozen=True, slots=True)
class FolderShelf:
    """Files in a folder of this machine."""

    folder: Path

    def read(self, name: str, most: int) -> bytes | None:
        """The bytes of a file, if no link leads elsewhere."""
        place = self._place(name)
        try:
            return read_regular(place, most) if place else None
        except OSError:
            return None

    def holds(self, name: str) -> bool:
        """Whether a file stands there."""
        place = self._place(name)
        return place is not None and stands(place) == "file"

    def write(self, name: str, content: bytes) -> None:
        """Put a file there, without waiting for the disk."""
        place = self._place(name)
        if place is None:
            return
        try:
            write_spare(place, content)
        except OSError:
            return

    def trim(self, most: int) -> None:
        """Let the oldest files go."""
        trim(self.folder, most)

    def _place(self, name: str) -> Path | None:
        """Where a file is; None where a link leads elsewhere."""
        place = leads_to(self.folder, name)
        return place if place == self.folder / name else None


@dataclass(frozen=True, slots=True)
class RemoteShelf:
    """Files in an object store, by fsspec; how long they stay is for its own rules to say."""

    address: str
    """As fsspec reads it: `s3://bucket/reports`."""

    def read(self, name: str, most: int) -> bytes | None:
        """The bytes of a file."""
        system, folder = reach(self.address)
        try:
            content: bytes = system.cat_file(f"{folder}/{name}", end=most + 1)
        except Exception:  # each service has errors of its own
            return None
        return content if len(content) <= most else None

    def holds(self, name: str) -> bool:
        """Whether a file stands there."""
        system, folder = reach(self.address)
        try:
            return bool(system.exists(f"{folder}/{name}"))
        except Exception:
            return False

    def write(self, name: str, content: bytes) -> None:
        """Put a file there."""
        system, folder = reach(self.address)
        path = f"{folder}/{name}"
        try:
            system.makedirs(path.rpartition("/")[0], exist_ok=True)
            system.pipe_file(path, content)
        except Exception:  # what is not kept is made again
            return

    def trim(self, most: int) -> None:
        """Leave all as it is."""


@lru_cache(maxsize=4)
def reach(address: str) -> tuple[Any, str]:
    """The file system of an address and the folder in it; raises CannotRun if it is not there."""
    try:
        import fsspec

        system, folder = fsspec.url_to_fs(address)
        system.exists(folder)
    except ImportError as absent:
        raise CannotRun(
            f"the store at {address} needs a package that is not installed: {absent}",
            "pip install fsspec, and what it names for the service",
        ) from absent
    except Exception as fault:
        raise CannotRun(
            f"the store at {address} cannot be reached: {fault}",
            "correct REPORTKIT_STORE, or unset it",
        ) from fault
    return system, folder
