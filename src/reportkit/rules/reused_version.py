"""Rule: the number of an edition that was released, used for other content."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.version import same_number
from reportkit.workspace.content import content_sha256
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def reused_version(publication: Publication) -> Iterator[Issue]:
    """The version is that of a released edition, and the content is another.

    Why:
        Who holds version 1.0 and who reads version 1.0 have to hold the same words. An edition
        that was released keeps its number, and what changes afterwards gets a higher one.

    Bad:
        # editions
        released:
          - version: "1.0"
            released: 2026-10-02T09:30:00+00:00
            published: 2026-10-02
            effective: 2026-10-02
            content_sha256: "0000"
            made_with: []
            files: {}
            sha256: "0000"

    Good:
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
    """
    version = publication.report.version
    for index, edition in enumerate(publication.editions.released):
        if not same_number(edition.version, version):
            continue
        if edition.content_sha256 != content_sha256(publication):
            yield Issue(
                at("report", "version"),
                f"version {version} was released on {edition.released.date()} with other content",
                "write a higher `version:`, with its entry in `revisions:`; "
                f"`reportkit release {publication.code}` says how high it has to be",
                related=((at("editions", "released", index, "version"), "released here"),),
            )
