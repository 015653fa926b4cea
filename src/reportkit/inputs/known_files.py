"""Tell which public file a table is from its first rows, and which command takes it.

Source: the files themselves as CMS, CDC, NUCC, hospitals and payers publish them. What a title
or the names of columns say is looked for; file names are not, since people rename files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportkit.inputs.csv_records import records
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.table import trimmed
from reportkit.inputs.text import decode_line, without_mark
from reportkit.inputs.workbook import is_workbook, sheet_rows

ROWS_LOOKED_AT = 60
"""A header stands further up than this in every known file."""


def recognised(rows: Iterable[Iterable[str]], asked: str = "") -> KnownFile | None:
    """The known file that a table's first rows belong to, or None.

    What has the marks of the one that a command asks for is that one, whatever else it tells of.
    """
    lines = [" ".join(" ".join(row).split()) for row in rows]
    text = "\n".join(lines).upper()
    marked = [known for known in KNOWN_FILES if known.marks.search(text)]
    return next((known for known in marked if known.command == asked), next(iter(marked), None))


def recognised_bytes(file: str, content: bytes) -> KnownFile | None:
    """The known file that these bytes are, or None, also for what cannot be read at all."""
    try:
        if is_workbook(content):
            rows = [
                row
                for row, _ in zip(sheet_rows(file, content), range(ROWS_LOOKED_AT), strict=False)
            ]
            return recognised(rows)
    except LayoutError:
        return None
    lines = without_mark(content[:65_536]).splitlines()[:ROWS_LOOKED_AT]
    texts = [decode_line(line) for line in lines]
    start = "".join(texts)
    delimiter = max(",", "\t", "~", key=start.count)
    return recognised([map(trimmed, record.cells) for record in records(texts, delimiter)])


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A public file: what it is called, what takes it, and by which text it is known."""

    name: str
    command: str | None
    """Of `reportkit import`; None for a file that no command reads."""
    marks: re.Pattern[str]

    @property
    def hint(self) -> str:
        """What to do with the file."""
        if self.command is None:
            return "no import reads this file; give the one that is asked for"
        return f"take it with `reportkit import {self.command}`"


KNOWN_FILES: tuple[KnownFile, ...] = tuple(
    KnownFile(name, command, re.compile(marks, re.MULTILINE))
    for name, command, marks in (
        (
            "the relative value file (PPRRVU)",
            "pfs",
            r"FEE SCHEDULE RELATIVE VALUE FILE|^HCPCS MOD DESCRIPTION CODE PAYMENT RVU",
        ),
        ("the file of geographic practice cost indices (GPCI)", "pfs FILE --gpci", r"PW GPCI"),
        (
            "the outpatient cap by locality (OPPSCAP)",
            "pfs FILE --amounts",
            r"^HCPCS MOD PROCSTAT CARRIER",
        ),
        (
            "the payment amounts by locality (PFREV, PFALL)",
            "pfs FILE --amounts",
            r"^20\d\d \d{5} \d\d [0-9A-Z]{5}( [0-9A-Z]{2})? \d{7}\.\d\d ",
        ),
        (
            "the anesthesia conversion factors (ANES)",
            "anesthesia",
            r"^CONTRACTOR LOCALITY LOCALITY NAME .*ANES|^\d{5} \d\d [A-Z].* \d{4}$",
        ),
        (
            "the base units of anesthesia",
            "anesthesia FILE --base-units",
            r"^(CPT|HCPCS|CODE)\b.*\bBASE UNITS?\b",
        ),
        ("addendum AA, covered surgical procedures", "asc", r"ADDENDUM AA\b"),
        ("addendum BB, ancillary services of surgical centers", "asc FILE --bb", r"ADDENDUM BB\b"),
        (
            "addendum EE, procedures excluded in surgical centers",
            "asc FILE --ee",
            r"ADDENDUM EE\b",
        ),
        ("addendum FF, device offsets of surgical centers", "asc FILE --ff", r"ADDENDUM FF\b"),
        ("addendum DD1 or DD2, meanings of indicators", None, r"ADDENDUM DD[12]\b"),
        ("addendum B of the outpatient schedule", "opps", r"ADDENDUM B\b.*OPPS"),
        ("another addendum of the outpatient schedule", None, r"ADDENDUM [A-Z]\b.*OPPS"),
        (
            "the laboratory fee schedule (CLFS)",
            "clfs",
            r"CLINICAL DIAGNOSTIC LABORATORY FEE SCHEDULE|^YEAR HCPCS MOD EFF_DATE|^HDR CPT CODES",
        ),
        ("the crosswalk of drugs to NDC numbers", None, r"\bNDC2?\b.*\bHCPCS|HCPCS.*\bNDC2?\b"),
        (
            "the payment limits of Part B drugs (ASP)",
            "asp",
            r"PAYMENT ALLOWANCE LIMITS FOR MEDICARE PART B|HCPCS CODE DOSAGE",
        ),
        ("the equipment fees of former bidding areas", None, r"FORMER CBA|^HCPCS MOD MOD2 MOD3"),
        (
            "the equipment and supplies fee schedule (DMEPOS, PEN)",
            "dmepos",
            r"^HCPCS MOD MOD2 (JURIS|[A-Z]{2} ?\((NR|R)\))",
        ),
        ("the table of add-on codes (AOC)", "addons", r"ADD-ON_?\s?CODE.*PRIMARY_?\s?CODE"),
        (
            "a table of medically unlikely edits",
            "ncci --mue",
            r"MUE ADJUDICATION INDICATOR|MUE_MAI",
        ),
        ("a table of pairs of codes", "ncci --ptp", r"COLUMN ?1 COLUMN ?2|PTP_COMPLEMENT"),
        (
            "the HCPCS file (ANWEB)",
            "hcpcs",
            r"^HCPCS? SEQNUM RECID|^ ?[0-9A-Z]{2,5}\d{5}[3478][A-Z0-9]",
        ),
        ("the list of telehealth services", "telehealth", r"TELEHEALTH SERVICES"),
        ("utilization by geography and service", "utilization", r"^RNDRNG_PRVDR_GEO_LVL"),
        ("utilization by provider", None, r"^RNDRNG_NPI"),
        ("services by modifier (PSPS)", "psps", r"HCPCS_CD HCPCS_INITIAL_MODIFIER_CD"),
        (
            "the taxonomy of providers (NUCC)",
            "nucc",
            r"^CODE (GROUPING|TYPE) CLASSIFICATION SPECIALIZATION",
        ),
        ("a table of places of service", "pos", r"^POS_CODE"),
        ("a table of the coverage database", "coverage", r"^ARTICLE_ID ARTICLE_VERSION"),
        ("a hospital's standard charges", "rates", r"^HOSPITAL_NAME\b.*LAST_UPDATED_ON"),
        ("the order file of ICD-10-CM", "icd10 --codes-file", r"^\d{5} [A-Z]\d[0-9A-Z]\w* +[01] "),
        ("the tabular list of ICD-10-CM", "icd10 --tabular", r"<ICD10CM\.TABULAR>"),
        (
            "a price file in JSON",
            "rates",
            r"\A\s*\{[\s\S]*\b(REPORTING_ENTITY_NAME|IN_NETWORK|HOSPITAL_NAME|STANDARD_CHARGE)",
        ),
        ("JSON, as a service on the web gives it", None, r"\A\s*(\{|\[\s*\{)[\s\S]*\":"),
    )
)
"""Earlier ones are looked for first."""
