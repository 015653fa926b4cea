"""Read all that a publication is made from, so that it can be judged where the project is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.cli.order import Order
from reportkit.files.project_files import HeldFiles
from reportkit.files.reading import FolderFiles
from reportkit.store.parts import OF_THE_HOUSE, Parts, hash_of, of_publication, parts_of

if TYPE_CHECKING:
    from reportkit.cli.rule_set import RuleSet, Trust
    from reportkit.workspace.workspace import Workspace


Files = FolderFiles | HeldFiles
"""Those of the project itself, or what was read of them."""


@dataclass(frozen=True, slots=True)
class House:
    """What all publications of a project share; two are the same if their digests are."""

    digest: str
    parts: Parts = field(compare=False)
    files: Files = field(compare=False)

    def held(self) -> House:
        """The house as it was read so far, to be sent elsewhere."""
        return replace(self, files=_held(self.files))


@dataclass(frozen=True, slots=True)
class Sources:
    """A publication, with all that it is made from."""

    code: str
    house: House
    parts: Parts
    """The hash of each of its own files, of the very bytes that were read."""
    files: Files
    """Its own, and those of the house."""
    before: Files | None
    """The files of its edition before, if it is to be compared with one."""
    has_page: bool
    """Whether a page of it stands in build/."""


def gather(order: Order, code: str) -> Sources:
    """The sources of a publication as they are now; the house as this process read it first."""
    house, files = _house(order.root)
    own = files.changed({})
    parts = parts_of(own, of_publication(code))
    before = FolderFiles(order.before) if order.before else None
    has_page = FolderFiles(order.root).holds(f"build/{code}/{code}.html")
    return Sources(code, house, parts, own, before, has_page)


def gather_held(order: Order, code: str) -> Sources:
    """As `gather`, with every file read that is asked for, and no way back to the project."""
    sources = gather(order, code)
    workspace_of_sources(sources)
    before = sources.before and _held(sources.before)
    return replace(sources, house=sources.house.held(), files=_held(sources.files), before=before)


def read_house(root: Path) -> House:
    """What the publications of the project at `root` share now."""
    _house.cache_clear()
    return _house(root)[0]


def workspace_of_sources(sources: Sources) -> Workspace:
    """The publication, read; it knows its edition before. Raises CannotRun."""
    from reportkit.cli.editions import with_previous
    from reportkit.workspace.workspace import workspace_of

    return with_previous(workspace_of(sources.files, [sources.code]), sources.before)


@lru_cache(maxsize=1)
def rules_of(house: House, trust: Trust) -> RuleSet:
    """The rules of a house; raises CannotRun as `rule_set` does."""
    from reportkit.cli.rule_set import rule_set
    from reportkit.workspace.workspace import workspace_of

    return rule_set(workspace_of(house.files, []), trust)


@lru_cache(maxsize=1)
def _house(root: Path) -> tuple[House, FolderFiles]:
    files = FolderFiles(root)
    parts = parts_of(files, OF_THE_HOUSE)
    return House(hash_of(parts), parts, files), files


def _held(files: Files) -> HeldFiles:
    return files.held() if isinstance(files, FolderFiles) else files
