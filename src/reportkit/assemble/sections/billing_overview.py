"""Edition in, the billing overview out: the description, and the sites from the input."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Facts, Plain, Row
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.input import Site
from reportkit.model.pos import POS


def billing_overview(edition: Edition) -> Part:
    """The billing code overview."""
    written = edition.publication.billing
    line = edition.input.service_line
    service_line = () if line is None else ((edition.say("Service line"), Plain(line)),)
    facts = Facts(
        "billing-facts",
        (
            (edition.say("Code"), Plain(f"{edition.report.code_system} {edition.report.code}")),
            (edition.say("Service type"), Plain(word(edition, written.service_type))),
            (edition.say("Purpose"), Plain(word(edition, written.purpose))),
            (edition.say("One unit"), edition.prose(written.units)),
            *service_line,
        ),
    )
    sites: tuple[Block, ...] = ()
    if edition.input.sites is not None:
        sites = table(
            edition,
            "sites",
            edition.say("Sites of service"),
            (
                Column(edition.say("Site")),
                Column(edition.say("Place of service"), "code"),
                Column(edition.say("Use")),
                Column(edition.say("Medicare setting")),
            ),
            _rows(edition, edition.input.sites),
            "sites",
        )
    blocks = (edition.paragraph(written.description), facts, *sites)
    return Part(
        "billing-overview",
        section_title(edition, "billing-overview"),
        (*blocks, *gaps_of(edition, "billing-overview")),
    )


def _rows(edition: Edition, sites: tuple[Site, ...]) -> Iterator[Row]:
    for site in sites:
        yield record_row(
            "site",
            "input.sites",
            site,
            Plain(site.name),
            Plain(", ".join(site.pos)),
            Plain(word(edition, site.rank)),
            Plain(_setting(edition, site)),
        )


def _setting(edition: Edition, site: Site) -> str:
    settings = {POS[code].rate for code in site.pos if code in POS}
    return edition.listed(word(edition, setting) for setting in sorted(settings))
