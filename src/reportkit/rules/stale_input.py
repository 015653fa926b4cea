"""Rule: sections written from an earlier state of the input."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def stale_input(publication: Publication) -> Iterator[Issue]:
    """The input has changed since the sections were written from it.

    Why:
        What the sections say was true of the old data. Somebody has to read them against
        the new data before the new hash is written, so no fix is offered.

    Bad:
        # report
        input_sha256: 0000000000000000000000000000000000000000000000000000000000000000

    Good:
        # summary
        definition: This code reports freezing of abnormal tissue.
    """
    written = publication.report.input_sha256
    loaded = publication.files["input"]
    if publication.input and written != loaded.file.sha256:
        yield Issue(
            at("report", "input_sha256"),
            f"the sections were written from another {loaded.file.path.rsplit('/', 1)[-1]};"
            f" its hash is now {loaded.file.sha256[:12]}…",
            f"read the sections against the data, then write {loaded.file.sha256}",
        )
