"""Rule: an entry of a released edition that is not what it was."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.editions import breaks, folder_of, unlisted
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def broken_chain(publication: Publication) -> Iterator[Issue]:
    """An entry of editions.yaml was changed, moved or taken out after it was made.

    Why:
        What was in force on a day of service is proved by this file. Entries are only ever added,
        each with its own hash and that of the entry before; one that does not fit proves nothing.
        A folder of an edition without its entry says that the chain was cut.

    Bad:
        # editions
        released:
          - version: "0.9"
            released: 2026-10-02T09:30:00+00:00
            published: 2026-10-02
            effective: 2026-10-02
            content_sha256: "0000"
            made_with: []
            files: {}
            sha256: "0000"

    Good:
        # editions
        released: []
    """
    hint = (
        "bring editions.yaml back as it was in git; to take an edition back, use "
        f"`reportkit recall {publication.code}`"
    )
    for link in breaks(publication.code, publication.editions):
        yield Issue(at("editions", link.part, link.index, "sha256"), link.message, hint)
    listed = at("editions", "released") if "editions" in publication.files else at("report")
    for version in unlisted(publication.editions, publication.frozen):
        yield Issue(listed, f"{folder_of(publication.code, version)} has no entry", hint)
