"""Publication in, the hash a signature binds out.

The content is every file of the publication but its waivers and signatures: two
publications have the same hash only if their report, input and sections are the same bytes.
"""

from __future__ import annotations

import hashlib

from reportkit.workspace.publication import Publication

NOT_CONTENT = ("project", "waivers", "signoff")


def content_sha256(publication: Publication) -> str:
    """SHA-256 over path, length and bytes of each content file, in order of the paths."""
    digest = hashlib.sha256()
    files = sorted(
        (loaded.file for key, loaded in publication.files.items() if key not in NOT_CONTENT),
        key=lambda file: file.path,
    )
    for file in files:
        digest.update(f"{file.path}\0{len(file.content)}\0".encode())
        digest.update(file.content)
    return digest.hexdigest()
