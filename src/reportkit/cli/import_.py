"""`reportkit import`: public files in, report/<code>/input.yaml out. One file a subcommand."""

from __future__ import annotations

import click

from reportkit.cli.lazy import LazyGroup

IMPORTS = {
    "pfs": ("import_pfs:pfs", "Medicare physician fee schedule: RVUs, indicators, payment."),
    "asc": ("import_asc:asc", "Ambulatory surgical center addenda AA and FF."),
    "opps": ("import_schedule:opps", "Outpatient hospital schedule, addendum B."),
    "clfs": ("import_schedule:clfs", "Laboratory fee schedule."),
    "asp": ("import_schedule:asp", "Payment limits of Part B drugs."),
    "anesthesia": ("import_anesthesia:anesthesia", "Anesthesia factors and base units."),
    "dmepos": ("import_schedule:dmepos", "Fees for equipment, supplies and nutrition."),
    "ncci": ("import_ncci:ncci", "Medically unlikely edits and pairs of codes."),
    "addons": ("import_schedule:addons", "Add-on codes with their primary codes."),
    "telehealth": ("import_schedule:telehealth", "The list of telehealth services."),
    "utilization": ("import_schedule:utilization", "How often services were given in a year."),
    "psps": ("import_schedule:psps", "Which modifiers were billed in a year."),
    "coverage": ("import_coverage:coverage", "Medicare's articles on a code, with diagnoses."),
    "nucc": ("import_nucc:nucc", "Names of provider taxonomies, from your own copy."),
    "hcpcs": ("import_hcpcs:hcpcs", "Validity of codes and modifiers in the HCPCS file."),
    "icd10": ("import_icd10:icd10", "Titles and Excludes1 notes of diagnosis codes."),
    "pos": ("import_pos:pos", "Check the places of service known here against a table."),
    "gaps": ("import_gaps:gaps", "A workbook of gaps that a supplier has filled in."),
    "rates": ("import_rates:rates", "Negotiated rates from hospital and payer price files."),
    "refresh": ("import_refresh:refresh", "What reports say of their data, for all of them."),
    "report": ("import_report:report", "An old report as text, Markdown, HTML or PDF."),
}
"""Subcommand to its place in this package and its one-line help."""


@click.group("import", cls=LazyGroup, table=IMPORTS, within="import")
def import_data() -> None:
    """Read public files into the provided data of publications.

    A file is read as a whole before anything is written; a file that is not as expected
    changes nothing.
    """
