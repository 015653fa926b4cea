"""Say what a publication is: its identity for the first page, its document control for the last."""

from __future__ import annotations

from reportkit.assemble.document import Facts, Identity, Plain, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import word
from reportkit.workspace.approval import approval, state


def identity(edition: Edition) -> Identity:
    """What the publication is, for cover, running heads and metadata."""
    report, publisher = edition.report, edition.publication.project.publisher
    name = f"{report.code_system} {report.code}"
    reached = state(edition.publication)
    return Identity(
        report_id=report.id,
        code_system=report.code_system,
        code=report.code,
        title=report.title,
        publisher=publisher.name,
        publisher_url=publisher.url,
        version=report.version,
        status=word(edition, reached),
        banner=None if reached == "published" else word(edition, reached),
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
    gaps = len(edition.input.missing)
    if gaps == 0:
        return edition.say("Complete")
    if gaps == 1:
        return edition.say("Partial: 1 named data gap")
    return edition.say("Partial: {count} named data gaps", count=gaps)


def _signers(edition: Edition) -> str:
    """The people whose signatures stand for the content, each once."""
    standing = approval(edition.publication).standing
    names = dict.fromkeys(signature.name for signature in standing)
    return edition.listed(names) if names else edition.say("Nobody yet")


def control(edition: Edition) -> Facts:
    """The document control block."""
    report = edition.report
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
        (edition.say("Status"), Plain(word(edition, state(edition.publication)))),
        (edition.say("Signed by"), Plain(_signers(edition))),
        (edition.say("Published"), Plain(edition.date(report.published))),
        (edition.say("Effective"), Plain(edition.date(report.effective))),
        (edition.say("Data as of"), Plain(edition.date(report.data_as_of))),
        (edition.say("Next review"), Plain(edition.date(report.next_review))),
        (edition.say("Code sets"), Plain(used or "—")),
        (edition.say("Completeness"), Plain(completeness(edition))),
    )
    return Facts("document-control", pairs)
