"""Edition in, the revision history out: what changed, when and why."""

from __future__ import annotations

from reportkit.assemble.document import Column, Plain
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.labels import SECTION_TITLES, section_title
from reportkit.assemble.part import Part, table


def revision_history(edition: Edition) -> Part:
    """The table of revisions, newest first."""
    title = section_title(edition, "revision-history")
    columns = (
        Column(edition.say("Version"), "code"),
        Column(edition.say("Date")),
        Column(edition.say("Sections")),
        Column(edition.say("Change")),
        Column(edition.say("Reason")),
    )
    rows = (
        row("revision", revision.version,
            Plain(revision.version), Plain(edition.date(revision.date)),
            Plain(edition.listed(_name(edition, each) for each in revision.sections)),
            edition.prose(revision.change), edition.prose(revision.reason))
        for revision in reversed(edition.report.revisions)
    )  # fmt: skip
    return Part("revision-history", title, table(edition, "revisions", title, columns, rows))


def _name(edition: Edition, section: str) -> str:
    if section == "all":
        return edition.say("All sections")
    return section_title(edition, section) if section in SECTION_TITLES else section
