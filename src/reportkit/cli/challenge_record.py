"""Keep what a challenge found, for the pages of reviewers, by the content it was found on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from reportkit.challenge.challenge import Share
from reportkit.challenge.change import Kind
from reportkit.publish.folder import replace_file
from reportkit.workspace.content import content_sha256
from reportkit.workspace.publication import Publication

_FORM = "reportkit/challenge/1"


def write_shares(root: Path, publication: Publication, shares: Sequence[Share]) -> Path:
    """Write the shares beside the pages of reviewers; returns the file."""
    path = _file(root, publication)
    record = {
        "form": _FORM,
        "content_sha256": content_sha256(publication),
        "shares": [[share.kind, share.noticed, share.tried] for share in shares],
    }
    replace_file(path, f"{json.dumps(record)}\n".encode())
    return path


def read_shares(root: Path, publication: Publication) -> tuple[Share, ...] | None:
    """The shares of this very content; None if it was not challenged as it is."""
    try:
        record = json.loads(_file(root, publication).read_bytes())
        if (record["form"], record["content_sha256"]) != (_FORM, content_sha256(publication)):
            return None
        return tuple(Share(kind, int(noticed), int(tried))
                     for kind, noticed, tried in record["shares"]
                     if kind in get_args(Kind) and tried)  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(root: Path, publication: Publication) -> Path:
    return root / "build" / "challenge" / f"{publication.code}.json"
