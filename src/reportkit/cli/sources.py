"""Read all that a publication is made from, so that it can be judged where the project is not."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class House:
    """What all publications of a project share; two are the same if their digests are."""

    digest: str
    parts: Parts = field(compare=False)
    files: HeldFiles = field(compare=False)


@dataclass(frozen=True, slots=True)
class Sources:
    """A publication, with all that it is made from."""

    code: str
    house: House
    parts: Parts
    """The hash of each of its own files, of the very bytes that were read."""
    files: HeldFiles
    """Its own, and those of the house."""
    before: HeldFiles | None
    """The files of its edition before, if it is to be compared with one."""
    has_page: bool
    """Whether a page of it stands in build/."""


def gather(order: Order, code: str) -> Sources:
    """The sources of a publication as they are now; the house as this process read it first."""
    house, files = _house(order.root)
    own = files.changed({})
    parts = parts_of(own, of_publication(code))
    page = f"build/{code}/{code}.html"
    return Sources(code, house, parts, own.held(), _before(order.before, code),
                   FolderFiles(order.root).holds(page))  # fmt: skip


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
    return House(hash_of(parts), parts, files.held()), files


def _before(root: Path | None, code: str) -> HeldFiles | None:
    if root is None:
        return None
    files = FolderFiles(root)
    parts_of(files, (*OF_THE_HOUSE, *of_publication(code)))
    return files.held()
