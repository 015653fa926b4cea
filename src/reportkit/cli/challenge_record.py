"""Keep what a challenge found, for the pages of reviewers, by the content it was found on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import get_args

from reportkit.challenge.challenge import Share
from reportkit.challenge.change import Kind
from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.files.together import Held, write_files
from reportkit.workspace.content import content_sha256
from reportkit.workspace.publication import Publication

_FORM = "reportkit/challenge/1"


def write_shares(project: Held, publication: Publication, shares: Sequence[Share]) -> None:
    """Write the shares where the pages of reviewers find them; raises CannotRun."""
    record = {
        "form": _FORM,
        "content_sha256": content_sha256(publication),
        "shares": [[share.kind, share.noticed, share.tried] for share in shares],
    }
    write_files(project, {_path(publication): f"{json.dumps(record)}\n".encode()})


def read_shares(files: ProjectFiles, publication: Publication) -> tuple[Share, ...] | None:
    """The shares of this very content; None if it was not challenged as it is."""
    try:
        record = json.loads(files.content(_path(publication)) or b"")
        if (record["form"], record["content_sha256"]) != (_FORM, content_sha256(publication)):
            return None
        return tuple(
            Share(kind, int(noticed), int(tried))
            for kind, noticed, tried in record["shares"]
            if kind in get_args(Kind) and tried
        )
    except (FileRefused, ValueError, KeyError, TypeError):
        return None


def _path(publication: Publication) -> str:
    return f"build/challenge/{publication.code}.json"
