"""Read what all publications of a run share: the files of the house, its rules, and the store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportkit.cli.rule_set import RuleSet, Trust, rule_set
from reportkit.files.reading import FolderFiles
from reportkit.store.parts import OF_THE_HOUSE, Parts, hash_of, of_publication, parts_of
from reportkit.store.store import Store, open_store
from reportkit.workspace.workspace import Workspace, workspace_of


@dataclass(frozen=True, slots=True)
class Shared:
    """What the publications of a run have in common."""

    files: FolderFiles
    """With the files of the house read."""
    parts: Parts
    """The files of the house, as read, by their hashes."""
    rules: RuleSet
    store: Store

    @property
    def hashed(self) -> str:
        """One hash for the files of the house."""
        return hash_of(self.parts)

    def read(self, code: str) -> tuple[Parts, Workspace]:
        """A publication, and its parts by the hashes of the very bytes that were read."""
        files = self.files.changed({})
        parts = parts_of(files, of_publication(code))
        return parts, workspace_of(files, [code])


def read_shared(root: Path, trust: Trust) -> Shared:
    """What the publications of the project at `root` have in common; raises CannotRun."""
    files = FolderFiles(root)
    parts = parts_of(files, OF_THE_HOUSE)
    return Shared(files, parts, rule_set(workspace_of(files, []), trust), open_store(root))
