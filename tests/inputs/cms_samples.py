"""The small CMS-like files of these tests, by name, and edits of their cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

DATA = Path(__file__).parent / "data"
PFS, GPCI = "PPRRVU2025_Oct.csv", "GPCI2025.csv"
MUE = "mue_practitioner_2024-07-01.csv"
MUE_HOSPITAL = "mue_outpatient_hospital_2024-07-01.csv"
CMS_MUE = "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv"
PTP, CMS_PTP = "ptp_practitioner_2024-07-01.csv", "ccipra-v302r0-f1.csv"
HCPCS, POS = "HCPC2025_OCT_ANWEB.csv", "pos_codes.csv"


def content(name: str) -> bytes:
    """The bytes of a sample."""
    return (DATA / name).read_bytes()


def table(name: str) -> list[list[str]]:
    """The cells of a sample in UTF-8."""
    return list(csv.reader(io.StringIO(content(name).decode("utf-8-sig"), newline="")))


def written(rows: list[list[str]]) -> bytes:
    """Rows as the bytes of a file."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def with_cell(name: str, code: str, old: str, new: str) -> bytes:
    """A sample with the first cell `old` of the first row of `code` changed to `new`."""
    rows = table(name)
    row = next(row for row in rows if row[0] == code)
    row[row.index(old)] = new
    return written(rows)
