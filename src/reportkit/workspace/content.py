"""Turn a publication into the hashes that a signature binds.

The content is every file of the publication but its settings, waivers and signatures, as the
publication carries it, and without the value of `status`: a report moves from review to
publication without being signed again, and a comment is no content.
"""

from __future__ import annotations

import hashlib
from typing import Any

from reportkit.source.load import Loaded
from reportkit.source.tree import node_at
from reportkit.workspace.publication import Publication
from reportkit.workspace.published import published

NOT_CONTENT = ("project", "house-waivers", "waivers", "signoff")


def content_sha256(publication: Publication) -> str:
    """SHA-256 over the path and hash of each content file, in order of the paths."""
    listed = (f"{path}\0{digest}\n" for path, digest in content_hashes(publication).items())
    return hashlib.sha256("".join(listed).encode()).hexdigest()


def content_hashes(publication: Publication) -> dict[str, str]:
    """Path to SHA-256 of each content file, in order of the paths."""
    hashes = {
        loaded.file.path: hashlib.sha256(_content(key, loaded)).hexdigest()
        for key, loaded in published(publication).files.items()
        if key not in NOT_CONTENT
    }
    return dict(sorted(hashes.items()))


def _content(key: str, loaded: Loaded[Any]) -> bytes:
    root = loaded.tree.root
    status = node_at(root, ("status",)) if key == "report" and root is not None else None
    if status is None:
        return loaded.file.content
    text = loaded.file.text
    return f"{text[: status.span.start]}{text[status.span.end :]}".encode()
