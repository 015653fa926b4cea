"""Read public files of CMS into what they say of one code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from reportkit.inputs.asc import AscAaFile, AscFfFile, asc, read_asc_aa, read_asc_ff
from reportkit.inputs.gpci import GpciFile, locality_payment, read_gpci
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_mue import MueFile, mue, read_mue
from reportkit.inputs.ncci_ptp import PtpFile, ncci, read_ptp
from reportkit.inputs.pfs import PfsFile, mpfs, read_pfs, whole_service
from reportkit.model.edits import Asc, Mue, Ncci
from reportkit.model.fees import Mpfs

PublicFile = PfsFile | GpciFile | AscAaFile | AscFfFile | MueFile | PtpFile


@dataclass(frozen=True, slots=True)
class PublicData:
    """What the files given say of a code; None or empty for what none of them is about."""

    mpfs: Mpfs | None
    asc: Asc | None
    mue: Mue | None
    ncci: tuple[Ncci, ...]


def read_public(code: str, files: Iterable[tuple[str, bytes]]) -> PublicData:
    """What files, each a name and its bytes, say of a code.

    Raises LayoutError for a file that is none of those that figures are traced to.
    """
    read = [_read(code, name, content) for name, content in files]
    pairs = [table for table in read if isinstance(table, PtpFile)]
    return PublicData(
        mpfs=_fees(code, read),
        asc=_center(code, read),
        mue=mue(code, _limits(read, "practitioner"), _limits(read, "outpatient-hospital")),
        ncci=tuple(ncci(code, table) for table in pairs),
    )


def _read(code: str, name: str, content: bytes) -> PublicFile:
    def pairs(file: str, body: bytes) -> PtpFile:
        return read_ptp(file, body, {code})

    readers: tuple[Callable[[str, bytes], PublicFile], ...] = (*_READERS, pairs)
    faults: list[LayoutError] = []
    for reader in readers:
        try:
            return reader(name, content)
        except LayoutError as fault:
            faults.append(fault)
    # The reader that came furthest knows best what the file lacks.
    raise max(faults, key=lambda fault: fault.line or 0)


def _fees(code: str, read: Iterable[PublicFile]) -> Mpfs | None:
    """What the fee schedule says, by both conversion factors where two files give them."""
    tables = [table for table in read if isinstance(table, PfsFile)]
    places = [place for table in read if isinstance(table, GpciFile) for place in table.localities]
    found = [
        mpfs(rows, table, tuple(locality_payment(rows, place) for place in places))
        for table in tables
        if whole_service(rows := tuple(row for row in table.rows if row.code == code)) is not None
    ]
    first = next((one for one in found if one.participants != "qualifying"), None)
    second = next((one for one in found if one.participants == "qualifying"), None)
    if first is None or second is None:
        return first or second
    return first.model_copy(update={"qualifying": second})


def _center(code: str, read: Iterable[PublicFile]) -> Asc | None:
    rates = [table for table in read if isinstance(table, AscAaFile) and code in table.rows]
    offsets = [table for table in read if isinstance(table, AscFfFile) and code in table.rows]
    if not rates:
        return None
    offset = offsets[0].rows[code] if offsets else None
    return asc(rates[0].rows[code], offset, rates[0].quarter)


def _limits(read: Iterable[PublicFile], setting: str) -> MueFile | None:
    found = (table for table in read if isinstance(table, MueFile) and table.setting == setting)
    return next(found, None)


_READERS: Final[tuple[Callable[[str, bytes], PublicFile], ...]] = (
    read_pfs,
    read_gpci,
    read_asc_aa,
    read_asc_ff,
    read_mue,
)
