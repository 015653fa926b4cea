"""CMS table of procedure-to-procedure edits in, pairs of codes out.

Two layouts are read: CMS's own (Column 1, Column 2, Effective Date, Deletion Date, Modifier,
Rationale) and a plain one that lists each code's pairs from its own side (`hcpcs_code,
ptp_type, ptp_complement, ptp_deleted, ptp_mod, ptp_rationale`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, cast, get_args

from reportkit.inputs import cells
from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import first_day, last_day, quarter_of_file
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.edits import Ncci, NcciPair

NcciSetting = Literal["practitioner", "outpatient-hospital"]
SETTINGS: Final[tuple[NcciSetting, ...]] = get_args(NcciSetting)
"""In the order in which their tables stand."""


def read_ptp(
    file: str,
    content: bytes,
    codes: Collection[str] | None = None,
    quarter: str | None = None,
    setting: NcciSetting | None = None,
) -> PtpFile:
    """Read the pairs of `codes`, or all; each pair once. Raises LayoutError.

    Quarter and setting are read from the file's name unless given.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    released, side = quarter_of_file(file, quarter), _setting(file, setting)
    pairs: dict[NcciPair, int] = {}
    standing: dict[tuple[str, str], NcciPair] = {}
    refused: list[Refused] = []
    wanted = None if codes is None else frozenset(codes)
    for row in cells.rows_of_data(rows):
        try:
            pair = _pair(header, cells.whole_row(header, row), wanted, last_day(released))
            if pair is not None and _is_in_force(pair, released):
                other = standing.setdefault((pair.column_1, pair.column_2), pair)
                if other.indicator != pair.indicator:
                    raise cells.BadCell(f"line {pairs[other]} has another indicator for the pair")
        except cells.BadCell as bad:
            refused.append(
                Refused(row.line, str(bad), cells.codes_of(header, row), ends_file=not row.whole)
            )
            continue
        if pair is not None:
            pairs.setdefault(pair, row.line)
    return PtpFile(file, released, side, tuple(pairs), tuple(refused))


def ncci(code: str, table: PtpFile) -> Ncci:
    """The edits of a code that are in force in the table's quarter, in either column."""
    pairs = tuple(
        pair
        for pair in table.pairs
        if code in (pair.column_1, pair.column_2) and _is_in_force(pair, table.quarter)
    )
    return Ncci(quarter=table.quarter, setting=table.setting, pairs=pairs)


def setting_of_name(file: str) -> NcciSetting | None:
    """The setting that the name of a table of pairs says; None where it says none."""
    for name in names_within(file):
        if _PRACTITIONER.search(name):
            return "practitioner"
        if _HOSPITAL.search(name):
            return "outpatient-hospital"
    return None


@dataclass(frozen=True, slots=True)
class PtpFile:
    """The pairs of one quarter and setting, deleted ones among them, in file order."""

    file: str
    quarter: str
    setting: NcciSetting
    pairs: tuple[NcciPair, ...]
    refused: tuple[Refused, ...]


_LAYOUT = Layout(
    "ncci --ptp",
    "column_1",
    {
        "column_1": ("COLUMN 1", "HCPCS_CODE"),
        "column_2": ("COLUMN 2", "PTP_COMPLEMENT"),
        "deleted": ("DELETION DATE *=NO DATA", "DELETION DATE", "PTP_DELETED"),
        "indicator": (
            "MODIFIER 0=NOT ALLOWED 1=ALLOWED 9=NOT APPLICABLE",
            "MODIFIER",
            "PTP_MOD",
        ),
        "rationale": ("PTP EDIT RATIONALE", "PTP_RATIONALE"),
    },
    {
        "type": ("PTP_TYPE",),
        "effective": ("EFFECTIVE DATE",),
    },
)
_NEVER = date(9999, 12, 31)
_PRACTITIONER = re.compile(r"practitioner|ccipra", re.IGNORECASE)
_HOSPITAL = re.compile(r"outpatient|hospital|ccioph", re.IGNORECASE)


def _is_in_force(pair: NcciPair, quarter: str) -> bool:
    return pair.deleted is None or pair.deleted >= first_day(quarter)


def _pair(
    header: Header, row: TextRow, wanted: frozenset[str] | None, last: date
) -> NcciPair | None:
    """The pair of a row; None if it is not asked for, or was never in force up to a day.

    CMS takes an edit back from its start by a deletion date that is its effective date.
    """
    text = {field: row.cells[at] for field, at in header.index.items()}
    first, second = cells.code(text["column_1"]), cells.code(text["column_2"])
    if wanted is not None and first not in wanted and second not in wanted:
        return None
    kind = cells.one_of("type", text.get("type", "Comprehensive"), ("Comprehensive", "Component"))
    if kind == "Component":
        first, second = second, first
    deleted = None if text["deleted"] in ("*", "") else cells.day("deletion date", text["deleted"])
    begins = text.get("effective", "")
    effective = cells.day("effective date", begins) if begins else date.min
    if effective > last or (deleted is not None and deleted <= effective):
        return None
    return NcciPair(
        column_1=first,
        column_2=second,
        indicator=cast(
            "Literal['0', '1', '9']",
            cells.one_of("modifier indicator", text["indicator"], ("0", "1", "9")),
        ),
        deleted=None if deleted == _NEVER else deleted,
        rationale=text["rationale"] or None,
    )


def _setting(file: str, given: NcciSetting | None) -> NcciSetting:
    named = given or setting_of_name(file)
    if named is not None:
        return named
    raise LayoutError(
        file,
        None,
        "practitioner or outpatient hospital in the file's name",
        f"`{file}`",
        "name it with --setting practitioner or --setting outpatient-hospital",
    )
