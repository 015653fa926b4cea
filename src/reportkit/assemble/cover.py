"""Say what a publication is: its identity for the first page, its document control for the last."""

from __future__ import annotations

from reportkit.assemble.document import Facts, Identity, Markup, Plain, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import word
from reportkit.assemble.standing import banner, issue, issue_label, successor
from reportkit.model.report import Status
from reportkit.model.signoff import Signature
from reportkit.workspace.approval import approval, state
from reportkit.workspace.resolve import escape_markdown


def identity(edition: Edition, *, is_draft: bool) -> Identity:
    """What the publication is, for its first page, running heads and metadata.

    With `is_draft` it is called a draft, whatever its state.
    """
    report, publisher = edition.report, edition.publication.project.publisher
    name = f"{report.code_system} {report.code}"
    reached: Status = "draft" if is_draft else state(edition.publication)
    address = edition.publication.project.address
    return Identity(
        report_id=report.id,
        code_system=report.code_system,
        code=report.code,
        title=report.title,
        publisher=publisher.name,
        publisher_url=publisher.url,
        version=report.version,
        status=word(edition, reached),
        banner=banner(edition, reached),
        successor=successor(edition),
        issue=issue(edition, reached),
        address=None if address is None else address.replace("{code}", report.code),
        is_indexed=reached == "published",
        contact=publisher.contact,
        rights=edition.say(
            "© {year} {publisher}. CPT © American Medical Association.",
            year=report.published.year,
            publisher=publisher.name,
        ),
        completeness=completeness(edition),
        description=edition.say(
            "Coding report for {code}: {title}. Version {version}.",
            code=name,
            title=report.title,
            version=report.version,
        ),
        keywords=(name, report.title),
        language=edition.language,
        paper=edition.publication.project.paper,
        published=report.published,
        modified=report.revisions[-1].date if report.revisions else report.published,
    )


def completeness(edition: Edition) -> str:
    """Whether the report is complete, or how many named gaps it has."""
    gaps = len(edition.publication.gaps)
    if gaps == 0:
        return edition.say("Complete")
    if gaps == 1:
        return edition.say("Partial: 1 named data gap")
    return edition.say("Partial: {count} named data gaps", count=gaps)


def _signers(edition: Edition) -> str:
    """The people whose signatures stand for the content, each once, and how each signed."""
    standing = {signature.name: signature for signature in approval(edition.publication).standing}
    names = (
        f"{name} ({edition.date(signature.signed.date())}, {how_signed(edition, signature)})"
        for name, signature in standing.items()
    )
    return edition.listed(names) if standing else edition.say("Nobody yet")


def how_signed(edition: Edition, signature: Signature) -> str:
    """Whether a person's own key signed, or a name was typed, which proves nothing."""
    by_key, recorded = edition.say("signed by key"), edition.say("recorded, not signed")
    return by_key if signature.is_by_key else recorded


def control(edition: Edition, *, is_draft: bool) -> Facts:
    """The document control block; with `is_draft` that of a draft, whatever the state."""
    report = edition.report
    reached: Status = "draft" if is_draft else state(edition.publication)
    sets = report.code_sets
    releases = (
        ("CPT", sets.cpt),
        ("HCPCS Level II", sets.hcpcs),
        ("ICD-10-CM", sets.icd10cm),
        ("NCCI", sets.ncci),
        (edition.say("physician fee schedule"), sets.mpfs),
    )
    used = "; ".join(f"{name} {release}" for name, release in releases if release)
    pairs: tuple[tuple[str, Text], ...] = (
        (edition.say("Report"), Plain(report.id)),
        (edition.say("Version"), Plain(report.version)),
        (edition.say("Status"), Plain(word(edition, reached))),
        (edition.say("Signed by"), Plain(_signers(edition))),
        (issue_label(edition, reached), Plain(edition.date(report.published))),
        (edition.say("Effective"), Plain(edition.date(report.effective))),
        (edition.say("Data as of"), Plain(edition.date(report.data_as_of))),
        (edition.say("Next review"), Plain(edition.date(report.next_review))),
        (edition.say("Code sets"), Plain(used or "—")),
        (edition.say("Completeness"), Plain(completeness(edition))),
        *_contact(edition),
    )
    return Facts("document-control", pairs)


def _contact(edition: Edition) -> tuple[tuple[str, Text], ...]:
    contact = edition.publication.project.publisher.contact
    if contact is None:
        return ()
    linked = f"mailto:{contact}" if "@" in contact and ":" not in contact else contact
    words = escape_markdown(contact)
    value = Markup(f"[{words}]({linked})") if ":" in linked else Plain(contact)
    return ((edition.say("Contact, and errors to"), value),)
