"""Rule: a site in a setting for which the fee schedule has no price."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.fees import Mpfs
from reportkit.model.pos import POS
from reportkit.workspace.publication import Publication


@rule("warning", "sites of service")
def unpriced_site(publication: Publication) -> Iterator[Issue]:
    """A site is listed whose setting the Medicare fee schedule does not price.

    Why:
        The fee schedule marks a setting NA where the service is hardly ever given there.
        Listing such a site promises a payment that does not exist. Where a part of the
        service is priced, as the reading of an image in a hospital, there is one.

    Bad:
        # input
        sites:
          - {id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}
          - {id: office, name: Office, pos: ["11"], rank: also}
        mpfs.nonfacility_na: true
        mpfs.nonfacility_payment: null

    Good:
        # input
        sites:
          - {id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    unpriced = {setting: _is_unpriced(mpfs, setting) for setting in ("facility", "nonfacility")}
    for index, site in enumerate(publication.input.sites or ()):
        settings = {POS[code].rate for code in site.pos if code in POS}
        if settings and all(unpriced[setting] for setting in settings):
            setting = " and ".join(sorted(settings))
            yield Issue(
                at("input", "sites", index, "id"),
                f"site {site.id} is a {setting} setting, which {mpfs.release} marks NA for "
                f"{publication.report.code}",
                "take the site out, or waive the finding with the source that names it",
                related=((at("input", "mpfs", f"{min(settings)}_na"), "marked NA here"),),
            )


def _is_unpriced(mpfs: Mpfs, setting: str) -> bool:
    """Whether neither the service nor a part of it has a price in a setting."""
    rows = (mpfs, *mpfs.components)
    return all(getattr(row, f"{setting}_na") for row in rows)
