"""A made-up publication with every kind of block, for the tests of rendering."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sample_charts

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Facts,
    Gap,
    Identity,
    KeyFact,
    KeyFacts,
    Markup,
    Paragraph,
    Plain,
    Plot,
    Row,
    Section,
    Steps,
    Table,
    Text,
)

SINCE = date(2026, 11, 1)


def sample_document() -> Document:
    """CPT 57511 as a draft with several gaps."""
    return Document(
        identity=_identity(),
        opening=_opening(),
        control=_control(),
        sections=(
            _summary(),
            _overview(),
            _clinical(),
            _coding(),
            _related(),
            _payment(),
            _gaps(),
            _sources(),
            _notices(),
            _history(),
        ),
        citations={"mpfs": 1, "ncci": 2, "pos": 3, "icd": 4},
    )


def _identity() -> Identity:
    return Identity(
        report_id="CR-57511",
        code_system="CPT",
        code="57511",
        title="Freezing Treatment of Tissue of the Uterine Cervix",
        publisher="Lakeshore Coding Review",
        publisher_url="https://lakeshore.example",
        version="0.4",
        status="Draft",
        banner="Draft: this version is not in force.",
        successor=None,
        issue="Draft of November 23, 2026",
        address="https://lakeshore.example/57511.html",
        is_indexed=False,
        contact="errors@lakeshore.example",
        rights="© 2026 Lakeshore Coding Review.",
        completeness="This report is partial: 4 named gaps are listed in section 7.",
        description="What CPT 57511 covers, how Medicare prices it and which data are missing.",
        keywords=("CPT 57511", "cryocautery", "cervix", "Medicare payment"),
        language="en-US",
        paper="letter",
        published=date(2026, 11, 23),
        modified=date(2026, 11, 23),
    )


def _opening() -> tuple[Block, ...]:
    paid = Table(
        "paid",
        "What Medicare pays",
        (Column("Setting"), Column("In all", "figure"), Column("$0 to $450", "plot")),
        (
            Row("paid-1", (Plain("Office"), Plain("$201.06"),
                           Plot(Decimal(450), parts=(Decimal("201.06"),)))),
            Row("paid-3", (Plain("Hospital"), Plain("$459.49"),
                           Plot(Decimal(460), parts=(Decimal("148.80"), Decimal("310.69"))))),
            Row("paid-2", (Plain("Surgical center"), Plain("$264.61"),
                           Plot(Decimal(450), parts=(Decimal("148.80"), Decimal("115.81"))))),
        ),
        "National amounts in US dollars.",
    )  # fmt: skip
    facts = (
        KeyFact("Global period", Plain("10 days"), Plain("The day and the 10 days after")),
        KeyFact("Never paid beside it", Plain("2 codes"), Markup("[57452, 57460](#code-pairs)")),
    )
    return (Paragraph(Plain("Freezing of tissue.")), paid, KeyFacts("key-lines", facts))


def _control() -> Facts:
    return Facts(
        "document-control",
        (
            ("Report", Plain("CR-57511")),
            ("Version", Plain("0.4")),
            ("Status", Plain("Draft")),
            ("Published", Plain("November 23, 2026")),
            ("Effective", Plain("January 1, 2027")),
            ("Data as of", Plain("July 1, 2024")),
            ("Next review", Plain("November 23, 2027")),
            ("CPT", Plain("2024")),
            ("ICD-10-CM", Plain("FY 2025")),
            ("NCCI", Plain("2024 Q3")),
            ("MPFS", Plain("RVU24C")),
            ("Input", Plain("SHA-256 3f9a1c07 4b2d88e1")),
        ),
    )


def _summary() -> Section:
    return Section(
        "summary",
        "1",
        "Summary and Overview",
        (
            Paragraph(
                Markup(
                    "CPT 57511 is reported when a clinician freezes abnormal tissue of the "
                    "uterine cervix with a cooled probe. Medicare gives it a *10-day global "
                    "period*, so routine visits in the ten days that follow are part of the "
                    "payment [@mpfs]. The price differs by setting: the office rate carries the "
                    "practice expense that a facility otherwise bears [@mpfs][@pos]."
                )
            ),
            Paragraph(
                Plain(
                    "The payers in scope are Aetna, UnitedHealthcare and Medicare. The report "
                    "is written for coders, billing leads and policy analysts."
                )
            ),
            Bullets(
                (
                    Markup("Sites of service and their place of service codes"),
                    Markup("The clinical picture, with an illustrative case"),
                    Markup("Code parameters, **modifiers** and code pairs"),
                    Markup("Medicare payment, nationally and in four localities"),
                )
            ),
        ),
    )


def _overview() -> Section:
    return Section(
        "billing-overview",
        "2",
        "Billing Code Overview",
        (
            Facts(
                "billing-facts",
                (
                    ("Service type", Plain("Destruction of tissue by freezing")),
                    ("Purpose", Plain("Therapeutic")),
                    (
                        "Specimen",
                        Markup("None. The tissue is destroyed in place, so *no* pathology code."),
                    ),
                    ("Repeat freezing", Plain("Included: one unit, however many cycles are used")),
                ),
            ),
        ),
        (
            Section(
                "sites",
                "2.1",
                "Sites of Service",
                (
                    _table(
                        "sites-of-service",
                        "Sites of service provided for this report",
                        (
                            Column("Site"),
                            Column("POS", "code"),
                            Column("Rank"),
                            Column("Medicare rate used"),
                        ),
                        (
                            ("Ambulatory surgical center", "24", "Typical", "Facility"),
                            ("Hospital outpatient department", "19, 22", "Typical", "Facility"),
                            ("Physician office", "11", "Also used", "Nonfacility"),
                        ),
                        "CMS place of service code set, accessed November 3, 2026",
                    ),
                ),
            ),
            Section(
                "taxonomies",
                "2.2",
                "Provider Taxonomies",
                (
                    Gap(
                        "gap-taxonomies",
                        "Provider taxonomies",
                        "Not provided",
                        "The report can't say which specialties bill the code.",
                        SINCE,
                    ),
                ),
            ),
        ),
    )


def _clinical() -> Section:
    return Section(
        "clinical-context",
        "3",
        "Clinical Context",
        (
            Paragraph(
                Markup(
                    "Freezing treats a precancerous change of the outer cervix that has been "
                    "confirmed by tissue. The operative note should name the lesion, its extent, "
                    "the number of freezing cycles and the reason for choosing ablation over "
                    "excision. See [code pairs](#code-pairs) for services that are not reported "
                    "beside it."
                )
            ),
            Callout(
                "case",
                "Illustrative case",
                (
                    Paragraph(
                        Plain(
                            "A 34-year-old patient has moderate dysplasia on biopsy. The whole "
                            "lesion and the junction of the two epithelia can be seen, and the "
                            "canal is clear. After counselling, the patient chooses freezing in "
                            "the office. No anesthesia is given."
                        )
                    ),
                    Facts(
                        "case-facts",
                        (
                            ("Evidence", Plain("Histology")),
                            ("Site", Plain("Physician office (POS 11)")),
                            ("Reported", Markup("`57511`, 1 unit, with diagnosis `N87.1`")),
                        ),
                    ),
                ),
            ),
        ),
        (
            Section(
                "workflow",
                "3.1",
                "Workflow",
                (
                    Steps(
                        (
                            Plain("Obtain consent and, where it applies, a pregnancy test."),
                            Plain("Position the patient and place the speculum."),
                            Plain("Inspect the cervix with the colposcope and outline the lesion."),
                            Plain(
                                "Choose a probe that covers the lesion and freeze until the ice "
                                "ball passes its edge; let it thaw and repeat as needed."
                            ),
                            Plain("Check for bleeding and give written instructions."),
                            Plain("Arrange the follow-up test."),
                        ),
                        (
                            None,
                            None,
                            "Included in the code: colposcopy, 57452",
                            "Included in the code: every cycle",
                            "Included in the code",
                            None,
                        ),
                    ),
                ),
            ),
            Section(
                "follow-up",
                "3.2",
                "Follow-up",
                (
                    Gap(
                        "gap-guidelines",
                        "Follow-up guideline",
                        "Pending: the clinical reviewer has not named one",
                        "No interval for follow-up testing is given.",
                        SINCE,
                    ),
                ),
            ),
        ),
    )


def _coding() -> Section:
    return Section(
        "coding-specifications",
        "4",
        "Coding Specifications",
        (),
        (
            Section(
                "parameters",
                "4.1",
                "Code Parameters",
                (
                    Paragraph(
                        Markup(
                            "Medicare publishes these indicators for each code [@mpfs]. They "
                            "decide most questions about modifiers."
                        )
                    ),
                    _table(
                        "code-parameters",
                        "Medicare payment policy indicators of 57511",
                        (
                            Column("Indicator"),
                            Column("Value", "code"),
                            Column("Meaning"),
                            Column("What follows for modifiers"),
                        ),
                        (
                            ("Status", "A", "Priced and paid if covered", "None"),
                            (
                                "Global days",
                                "010",
                                "Minor procedure, ten days of care included",
                                "24, 78 and 79 can apply to later services; 57 never does",
                            ),
                            (
                                "Multiple procedures",
                                "2",
                                "Reduced when it is not the highest-priced service of the day",
                                "51 where the payer asks for it",
                            ),
                            ("Bilateral", "0", "One organ, no 150 percent rule", "50, LT, RT no"),
                            ("Assistant surgeon", "1", "Not paid", "80, 81, 82 and AS no"),
                            ("Co-surgeons", "0", "Not permitted", "62 no"),
                            ("Team surgery", "0", "Not permitted", "66 no"),
                            ("PC/TC", "0", "Physician service", "26 and TC no"),
                        ),
                        "CMS National Physician Fee Schedule Relative Value File, RVU24C",
                    ),
                ),
            ),
            Section(
                "modifiers",
                "4.2",
                "Modifiers",
                (
                    Callout(
                        "sample-modifiers",
                        "Sample data",
                        (
                            Paragraph(
                                Plain(
                                    "The list of modifiers below was made up to show the table; "
                                    "it is not the publisher's."
                                )
                            ),
                        ),
                    ),
                    _table(
                        "modifier-table",
                        "Modifiers provided for this report",
                        (
                            Column("Modifier", "code"),
                            Column("Description"),
                            Column("When to use"),
                            Column("Appended to"),
                        ),
                        (
                            (
                                "22",
                                "Clearly more work than usual",
                                "The note states why the work went far beyond the ordinary, with "
                                "time and findings; send the note with the claim",
                                "57511",
                            ),
                            (
                                "52",
                                "Service cut short by choice",
                                "Only part of the planned area was treated and the reason is "
                                "written down",
                                "57511",
                            ),
                            (
                                "59",
                                "Separate from another service of the day",
                                "Another site or another session, shown by the note, and no more "
                                "exact modifier fits",
                                "Column 2 code",
                            ),
                            (
                                "79",
                                "Unrelated procedure in the ten days",
                                "A new problem is treated by the same group within the period",
                                "The later procedure",
                            ),
                        ),
                    ),
                ),
            ),
            Section(
                "units",
                "4.3",
                "Units",
                (
                    Paragraph(
                        Markup(
                            "One unit a day is the practical limit (MUE 1, adjudicated by date "
                            "of service) [@ncci]."
                        )
                    ),
                ),
            ),
        ),
    )


def _related() -> Section:
    return Section(
        "related-codes",
        "5",
        "Related Codes and Diagnoses",
        (
            _table(
                "code-pairs",
                "Code pairs with 57511 in the practitioner edits",
                (
                    Column("Code", "code"),
                    Column("Service in our words"),
                    Column("Relation"),
                    Column("NCCI", "code"),
                ),
                (
                    ("57452", "Looking at the cervix with a colposcope", "Included", "0"),
                    ("57500", "Taking a piece of the cervix", "Included unless separate", "1"),
                    ("57510", "The same aim by electric or heat cautery", "Alternative", "1"),
                    ("57513", "The same aim by laser", "Alternative", "1"),
                    ("57522", "Removing the lesion with a wire loop", "Alternative", "1"),
                    ("64435", "Numbing the nerve beside the cervix", "Included", "0"),
                    ("99213", "Office visit with an established patient", "Companion", "1"),
                ),
                "CMS NCCI procedure-to-procedure edits, 2024 Q3",
            ),
        ),
        (
            Section(
                "diagnoses",
                "5.1",
                "Diagnoses",
                (
                    _table(
                        "diagnosis-table",
                        "Diagnoses provided for this report",
                        (
                            Column("ICD-10-CM", "code"),
                            Column("Title"),
                            Column("Basis"),
                            Column("Support"),
                            Column("Not with", "code"),
                        ),
                        (
                            (
                                "D06.1",
                                "Carcinoma in situ of exocervix",
                                "Histology",
                                "Informational",
                                "N87.1",
                            ),
                            ("N87.0", "Mild cervical dysplasia", "Histology", "Covered", "R87.612"),
                            (
                                "N87.1",
                                "Moderate cervical dysplasia",
                                "Histology",
                                "Covered",
                                "R87.613",
                            ),
                        ),
                        "ICD-10-CM tabular list, fiscal year 2025",
                    ),
                ),
            ),
        ),
    )


def _payment() -> Section:
    localities = (
        ("01", "Alabama", 0.98),
        ("05", "San Francisco, California", 1.21),
        ("99", "Wisconsin", 0.99),
        ("01", "Manhattan, New York", 1.17),
    )
    return Section(
        "payment",
        "6",
        "Medicare Payment",
        (
            Paragraph(
                Markup(
                    "Totals are the sum of work, practice expense and malpractice units; payment "
                    "is the total times the conversion factor of $33.2875 [@mpfs]."
                )
            ),
            _table(
                "payment-table",
                "Relative value units and national payment of 57511",
                (
                    Column("Setting"),
                    Column("Work", "figure"),
                    Column("Practice expense", "figure"),
                    Column("Malpractice", "figure"),
                    Column("Total", "figure"),
                    Column("Payment", "figure"),
                ),
                (
                    ("Nonfacility", "1.95", "3.76", "0.33", "6.04", "$201.06"),
                    ("Facility", "1.95", "2.19", "0.33", "4.47", "$148.80"),
                ),
                "CMS National Physician Fee Schedule Relative Value File, RVU24C",
            ),
            sample_charts.history(),
            Gap(
                "gap-rates",
                "Negotiated rates of Aetna and UnitedHealthcare",
                "Not licensed",
                "Commercial payment can't be compared with Medicare.",
                SINCE,
            ),
        ),
        (
            Section(
                "localities",
                "6.1",
                "Payment by Locality",
                (
                    Table(
                        "locality-table",
                        "Illustrative payment in four localities",
                        (
                            Column("Locality"),
                            Column("Carrier", "code"),
                            Column("Nonfacility", "figure"),
                            Column("Facility", "figure"),
                            Column("Change on year", "figure"),
                        ),
                        tuple(
                            Row(
                                f"locality-{index}",
                                (
                                    Plain(name),
                                    Plain(number),
                                    Plain(f"${201.06 * factor:,.2f}"),
                                    Plain(f"${148.80 * factor:,.2f}"),
                                    Plain(f"−{factor:.1f}%"),
                                ),
                            )
                            for index, (number, name, factor) in enumerate(localities)
                        ),
                        "Computed from the national figures; factors are sample data",
                    ),
                ),
            ),
        ),
    )


def _gaps() -> Section:
    return Section(
        "data-gaps",
        "7",
        "Data Gaps",
        (
            Paragraph(Plain("Everything this report should hold and does not, in one list.")),
            Table(
                "ledger",
                "Named gaps",
                (
                    Column("Gap"),
                    Column("Section"),
                    Column("Reason"),
                    Column("Needed from"),
                    Column("Effect"),
                ),
                (
                    Row(
                        "ledger-taxonomies",
                        (
                            Markup("[Provider taxonomies](#gap-taxonomies)"),
                            Plain("2.2"),
                            Plain("Not provided"),
                            Plain("Provider data team"),
                            Plain("Specialties unknown"),
                        ),
                    ),
                    Row(
                        "ledger-guidelines",
                        (
                            Markup("[Follow-up guideline](#gap-guidelines)"),
                            Plain("3.2"),
                            Plain("Pending"),
                            Plain("Clinical reviewer"),
                            Plain("No interval given"),
                        ),
                    ),
                    Row(
                        "ledger-rates",
                        (
                            Markup("[Negotiated rates](#gap-rates)"),
                            Plain("6"),
                            Plain("Not licensed"),
                            Plain("Contracting"),
                            Plain("No comparison with Medicare"),
                        ),
                    ),
                ),
            ),
        ),
    )


def _sources() -> Section:
    return Section(
        "sources",
        "8",
        "Sources",
        (
            _table(
                "source-table",
                "Sources cited in this report",
                (Column("No.", "figure"), Column("Source"), Column("Accessed")),
                (
                    (
                        "1",
                        "CMS. National Physician Fee Schedule Relative Value File, RVU24C.",
                        "2026-11-03",
                    ),
                    (
                        "2",
                        "CMS. National Correct Coding Initiative, edits of 2024 Q3.",
                        "2026-11-03",
                    ),
                    ("3", "CMS. Place of service code set.", "2026-11-03"),
                    ("4", "CDC. ICD-10-CM tabular list of fiscal year 2025.", "2026-11-04"),
                ),
                None,
                ("source-mpfs", "source-ncci", "source-pos", "source-icd"),
            ),
        ),
    )


def _notices() -> Section:
    return Section(
        "notices",
        "9",
        "Notices",
        (
            Paragraph(
                Plain(
                    "CPT is a registered trademark of the American Medical Association. No CPT "
                    "descriptor is printed in this report."
                )
            ),
            Paragraph(
                Plain(
                    "This report informs. It promises neither coverage nor payment and is not "
                    "medical advice."
                )
            ),
        ),
    )


def _history() -> Section:
    return Section(
        "history",
        "10",
        "Revision History",
        (
            _table(
                "revision-table",
                "Versions of this report",
                (Column("Version", "code"), Column("Date"), Column("Change"), Column("Reason")),
                (
                    ("0.4", "November 23, 2026", "Payment by locality added", "New data"),
                    ("0.3", "October 2, 2026", "Workflow set as steps", "Review by a coder"),
                ),
            ),
        ),
    )


def _table(
    name: str,
    caption: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[str, ...], ...],
    source: str | None = None,
    ids: tuple[str, ...] = (),
) -> Table:
    names = ids or tuple(f"{name}-{index}" for index in range(len(rows)))
    return Table(
        name,
        caption,
        columns,
        tuple(Row(row_id, _cells(row)) for row_id, row in zip(names, rows, strict=True)),
        source,
    )


def _cells(row: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(Plain(cell) for cell in row)
