"""Keep bytes under a hash of all they were made from, and give them back to whoever kept them.

The folder of a project comes from many hands, and an entry could be planted in it. So each
entry carries a code made with a secret of the user, which is kept outside the project: what
another made, what is broken and what lies under another name is no entry.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportkit.cannot_run import CannotRun
from reportkit.files.inside import leads_to
from reportkit.store.secret import secret
from reportkit.store.shelf import FolderShelf, RemoteShelf, Shelf, reach

FOLDER: Final = "build/.cache"
"""Where the entries are, from the project folder; it can be deleted at any time."""
LARGEST: Final = 50_000_000
"""Bytes of an entry; one that is larger is not kept."""
MOST: Final = 2_000_000_000
"""Bytes of all entries; the oldest go first."""


ADDRESS: Final = "REPORTKIT_STORE"
"""Names, in the environment, the address of a store that several machines share."""
SECRET: Final = "REPORTKIT_STORE_KEY"  # noqa: S105 -- a name
"""Names, in the environment, the secret that those who share it have in common."""
SHORTEST: Final = 32
"""Characters of that secret."""


def open_store(root: Path) -> Store:
    """The store of a project; one that keeps nothing where the user has no secret, or a link
    leads out of the project."""
    folder, own = leads_to(root, FOLDER), secret(root)
    return CLOSED if folder is None or own is None else Store(FolderShelf(folder), own)


def open_artefacts(root: Path) -> Store:
    """The store of pages and PDFs: the one that the user shares with others, or the project's.

    Raises CannotRun if the shared one cannot be reached, or has no secret.
    """
    address, shared = os.environ.get(ADDRESS), os.environ.get(SECRET, "")
    if not address:
        return open_store(root)
    if len(shared) < SHORTEST:
        raise CannotRun(
            f"the store at {address} has no secret of {SHORTEST} characters",
            f"set {SECRET} to the one of all who share it",
        )
    reach(address)
    return Store(RemoteShelf(address), hashlib.blake2b(shared.encode()).digest())


@dataclass(frozen=True, slots=True)
class Store:
    """Entries by key; a key is the hash of everything that could change the entry."""

    shelf: Shelf
    own: bytes
    """The secret of those who use it; empty where nothing is kept."""

    def read(self, key: str) -> bytes | None:
        """What was kept under a key, if it was by someone with the secret and is whole."""
        content = self.shelf.read(_name(key), LARGEST + _PROOF) if self.own else None
        if content is None or not hmac.compare_digest(
            content[:_PROOF], self._proof(key, content[_PROOF:])
        ):
            return None
        return content[_PROOF:]

    def holds(self, key: str) -> bool:
        """Whether something stands under a key; to read it tells whether it is an entry."""
        return bool(self.own) and self.shelf.holds(_name(key))

    def keep(self, key: str, content: bytes) -> None:
        """Keep an entry; a place that cannot be written to is no fault."""
        if self.own and len(content) <= LARGEST:
            self.shelf.write(_name(key), self._proof(key, content) + content)

    def trim(self) -> None:
        """Let the oldest entries go, if there is more than a store may hold."""
        if self.own:
            self.shelf.trim(MOST)

    def _proof(self, key: str, content: bytes) -> bytes:
        """The code that only who has the secret can make for this content under this key."""
        digest = hashlib.blake2b(key.encode(), key=self.own, digest_size=_PROOF)
        digest.update(content)
        return digest.digest()


_PROOF: Final = 20
"""Bytes of a proof, with which an entry begins."""

CLOSED: Final = Store(FolderShelf(Path()), b"")
"""The store in which nothing is kept."""


def _name(key: str) -> str:
    return f"{key[:2]}/{key[2:]}"


def key_of(kind: str, *parts: str | bytes) -> str:
    """The key of an entry of a kind: the hash of all it is made from, in this order."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (kind, *parts):
        body = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(len(body).to_bytes(8, "big"))
        digest.update(body)
    return digest.hexdigest()
