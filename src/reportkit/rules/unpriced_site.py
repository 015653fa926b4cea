"""Rule: a site in a setting for which the fee schedule has no price."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.pos import POS
from reportkit.workspace.publication import Publication


@rule("warning", "sites of service")
def unpriced_site(publication: Publication) -> Iterator[Issue]:
    """A site is listed whose setting the Medicare fee schedule does not price.

    Why:
        The fee schedule marks a setting NA where the service is hardly ever given there.
        Listing such a site promises a payment that does not exist.

    Bad:
        # input
        sites:
          - {id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}
          - {id: office, name: Office, pos: ["11"], rank: also}
        mpfs:
          release: RVU26D
          status: A
          global_days: "010"
          preoperative: 0.10
          intraoperative: 0.80
          postoperative: 0.10
          multiple_procedure: "2"
          bilateral: "0"
          assistant_surgeon: "1"
          co_surgeon: "0"
          team_surgery: "0"
          pc_tc: "0"
          work_rvu: 1.95
          nonfacility_pe_rvu: 3.66
          facility_pe_rvu: 2.17
          mp_rvu: 0.33
          nonfacility_total: 5.94
          facility_total: 4.45
          nonfacility_na: true
          facility_na: false
          conversion_factor: 32.3465
          nonfacility_payment: null
          facility_payment: 143.94

    Good:
        # input
        sites:
          - {id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    unpriced = {"facility": mpfs.facility_na, "nonfacility": mpfs.nonfacility_na}
    for index, site in enumerate(publication.input.sites or ()):
        settings = {POS[code].rate for code in site.pos
                    if code in POS}  # fmt: skip
        if settings and all(unpriced[setting] for setting in settings):
            setting = " and ".join(sorted(settings))
            yield Issue(
                at("input", "sites", index, "id"),
                f"site {site.id} is a {setting} setting, which {mpfs.release} marks NA for "
                f"{publication.report.code}",
                "take the site out, or waive the finding with the source that names it",
                related=((at("input", "mpfs", f"{min(settings)}_na"), "marked NA here"),),
            )
