"""Keep bytes under a hash of all they were made from, and give them back to whoever kept them.

The folder of a project comes from many hands, and an entry could be planted in it. So each
entry carries a code made with a secret of the user, which is kept outside the project: what
another made, what is broken and what lies under another name is no entry.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportkit.files.inside import leads_to
from reportkit.files.reading import read_regular, stands
from reportkit.files.spare import trim, write_spare
from reportkit.store.secret import secret

FOLDER: Final = "build/.cache"
"""Where the entries are, from the project folder; it can be deleted at any time."""
LARGEST: Final = 50_000_000
"""Bytes of an entry; one that is larger is not kept."""
MOST: Final = 2_000_000_000
"""Bytes of all entries; the oldest go first."""


def open_store(root: Path) -> Store:
    """The store of a project; one that keeps nothing where the user has no secret, or a link
    leads out of the project."""
    folder, own = leads_to(root, FOLDER), secret(root)
    return CLOSED if folder is None or own is None else Store(folder, own)


@dataclass(frozen=True, slots=True)
class Store:
    """Entries by key; a key is the hash of everything that could change the entry."""

    folder: Path
    own: bytes
    """The user's secret; empty where nothing is kept."""

    def read(self, key: str) -> bytes | None:
        """What was kept under a key, if it was by this user and is whole."""
        place = self._place(key)
        try:
            content = read_regular(place, LARGEST + _PROOF) if place else None
        except OSError:
            return None
        if content is None or not hmac.compare_digest(
            content[:_PROOF], self._proof(key, content[_PROOF:])
        ):
            return None
        return content[_PROOF:]

    def holds(self, key: str) -> bool:
        """Whether something stands under a key; to read it tells whether it is an entry."""
        place = self._place(key)
        return place is not None and stands(place) == "file"

    def keep(self, key: str, content: bytes) -> None:
        """Keep an entry; a folder that cannot be written to is no fault."""
        place = self._place(key)
        if place is None or len(content) > LARGEST:
            return
        try:
            write_spare(place, self._proof(key, content) + content)
        except OSError:
            return

    def trim(self) -> None:
        """Let the oldest entries go, if there is more than a store may hold."""
        if self.own:
            trim(self.folder, MOST)

    def _place(self, key: str) -> Path | None:
        """Where an entry is; None where nothing is kept, or a link leads elsewhere."""
        if not self.own:
            return None
        place = leads_to(self.folder, f"{key[:2]}/{key[2:]}")
        return place if place == self.folder / key[:2] / key[2:] else None

    def _proof(self, key: str, content: bytes) -> bytes:
        """The code that only who has the secret can make for this content under this key."""
        digest = hashlib.blake2b(key.encode(), key=self.own, digest_size=_PROOF)
        digest.update(content)
        return digest.digest()


_PROOF: Final = 20
"""Bytes of a proof, with which an entry begins."""

CLOSED: Final = Store(Path(), b"")
"""The store in which nothing is kept."""


def key_of(kind: str, *parts: str | bytes) -> str:
    """The key of an entry of a kind: the hash of all it is made from, in this order."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (kind, *parts):
        body = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(len(body).to_bytes(8, "big"))
        digest.update(body)
    return digest.hexdigest()
