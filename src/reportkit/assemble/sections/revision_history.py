"""Edition in, the revision history out: what changed, when and why, and who signed."""

from __future__ import annotations

from reportkit.assemble.cover import how_signed
from reportkit.assemble.document import Column, Paragraph, Plain
from reportkit.assemble.edition import Edition, record_row, row
from reportkit.assemble.labels import SECTION_TITLES, section_title, word
from reportkit.assemble.part import Part, table
from reportkit.model.signoff import Signature
from reportkit.workspace.approval import approval


def revision_history(edition: Edition) -> Part:
    """The table of revisions, newest first, and the signatures that stand."""
    title = section_title(edition, "revision-history")
    columns = (
        Column(edition.say("Version")),
        Column(edition.say("Date")),
        Column(edition.say("Sections")),
        Column(edition.say("Change")),
        Column(edition.say("Reason")),
    )
    rows = (
        record_row(
            "revision",
            "report.revisions",
            revision,
            Plain(revision.version),
            Plain(edition.date(revision.date)),
            Plain(edition.listed(_name(edition, section) for section in revision.sections)),
            edition.prose(revision.change),
            edition.prose(revision.reason),
        )
        for revision in reversed(edition.report.revisions)
    )
    caption = edition.say("Revisions")
    revisions = table(edition, "revisions", caption, columns, rows)
    standing = approval(edition.publication).standing
    signed = (_sign_off(edition, standing),) if standing else ()
    return Part("revision-history", title, revisions, signed)


def _sign_off(edition: Edition, standing: tuple[Signature, ...]) -> Part:
    columns = (
        Column(edition.say("Role")),
        Column(edition.say("Name")),
        Column(edition.say("Signed")),
        Column(edition.say("How")),
        Column(edition.say("Meaning")),
    )
    rows = (
        row(
            "signature",
            f"{signature.role}-{index}",
            Plain(word(edition, signature.role)),
            Plain(signature.name),
            Plain(edition.moment(signature.signed)),
            Plain(how_signed(edition, signature)),
            edition.prose(signature.meaning),
        )
        for index, signature in enumerate(standing, start=1)
    )
    signed = edition.say(
        "Each signature is for the content with the SHA-256 {digest}.",
        digest=standing[0].content_sha256,
    )
    blocks = table(edition, "signatures", edition.say("Signatures"), columns, rows)
    return Part("sign-off", edition.say("Sign-off"), (*blocks, Paragraph(Plain(signed))))


def _name(edition: Edition, section: str) -> str:
    if section == "all":
        return edition.say("All sections")
    return section_title(edition, section) if section in SECTION_TITLES else section
