"""Read public files of CMS into what they say of one code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from reportkit.inputs.asc import AscAaFile, AscFfFile, asc, read_asc_aa, read_asc_ff
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.gpci import GpciFile, locality_payment, read_gpci
from reportkit.inputs.known_files import recognised_bytes
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_mue import MueFile, mue, read_mue
from reportkit.inputs.ncci_ptp import PtpFile, ncci, read_ptp
from reportkit.inputs.opps import read_opps
from reportkit.inputs.pfs import PfsFile, mpfs, read_pfs, whole_service
from reportkit.inputs.releases import order
from reportkit.inputs.schedule import Schedule
from reportkit.model.edits import Asc, Mue, Ncci
from reportkit.model.fees import Mpfs
from reportkit.model.schedules import Asp, Clfs, Opps

Released = TypeVar("Released", Mpfs, Asc, Opps, Clfs, Asp)
PublicFile = PfsFile | GpciFile | AscAaFile | AscFfFile | MueFile | PtpFile | Schedule[Any]


@dataclass(frozen=True, slots=True)
class PublicData:
    """What the files given say of a code; None or empty for what none of them is about.

    Of several releases the newest counts, and the others are its history.
    """

    mpfs: Mpfs | None
    asc: Asc | None
    opps: Opps | None
    clfs: Clfs | None
    asp: Asp | None
    mue: Mue | None
    ncci: tuple[Ncci, ...]


def read_public(code: str, files: Iterable[tuple[str, bytes]]) -> PublicData:
    """What files, each a name and its bytes, say of a code.

    Raises LayoutError for a file that is none of those that figures are traced to.
    """
    read = [_read(code, name, content) for name, content in files]
    pairs = [table for table in read if isinstance(table, PtpFile)]
    rows = [
        table.rows[code] for table in read if isinstance(table, Schedule) and code in table.rows
    ]
    return PublicData(
        mpfs=_fees(code, read),
        asc=_center(code, read),
        opps=_newest([row for row in rows if isinstance(row, Opps)]),
        clfs=_newest([row for row in rows if isinstance(row, Clfs)]),
        asp=_newest([row for row in rows if isinstance(row, Asp)]),
        mue=mue(code, _limits(read, "practitioner"), _limits(read, "outpatient-hospital")),
        ncci=tuple(ncci(code, table) for table in pairs),
    )


def _read(code: str, name: str, content: bytes) -> PublicFile:
    known = recognised_bytes(name, content)
    if known is None or known.command not in _READERS:
        raise LayoutError(
            name,
            None,
            "a file that figures are traced to",
            known.name if known is not None else "another one",
            "give a file of CMS as published: " + ", ".join(_NAMES),
        )
    if known.command == "ncci --ptp":
        return read_ptp(name, content, {code})
    return _READERS[known.command](name, content)


def _newest(releases: Sequence[Released]) -> Released | None:
    """The newest release, with those before it as its history."""
    if not releases:
        return None
    ordered = sorted(releases, key=lambda one: order(one.release, getattr(one, "released", None)))
    return ordered[-1].model_copy(update={"history": tuple(ordered[:-1])})


def _fees(code: str, read: Iterable[PublicFile]) -> Mpfs | None:
    """What the fee schedule says, by both conversion factors where two files give them."""
    tables = [table for table in read if isinstance(table, PfsFile)]
    places = [place for table in read if isinstance(table, GpciFile) for place in table.localities]
    found = [
        mpfs(rows, table, tuple(locality_payment(rows, place) for place in places))
        for table in tables
        if whole_service(rows := tuple(row for row in table.rows if row.code == code)) is not None
    ]
    first = _newest([one for one in found if one.participants != "qualifying"])
    second = _newest([one for one in found if one.participants == "qualifying"])
    if first is None or second is None:
        return first or second
    return first.model_copy(update={"qualifying": second})


def _center(code: str, read: Iterable[PublicFile]) -> Asc | None:
    """What the addenda say of the code, each AA with the FF of its quarter."""
    offsets = {
        table.quarter: table.rows[code]
        for table in read
        if isinstance(table, AscFfFile) and code in table.rows
    }
    return _newest(
        [
            asc(table.rows[code], offsets.get(table.quarter), table.quarter)
            for table in read
            if isinstance(table, AscAaFile) and code in table.rows
        ]
    )


def _limits(read: Iterable[PublicFile], setting: str) -> MueFile | None:
    found = (table for table in read if isinstance(table, MueFile) and table.setting == setting)
    return next(found, None)


_READERS: Final[Mapping[str | None, Callable[[str, bytes], PublicFile]]] = {
    "pfs": read_pfs,
    "pfs FILE --gpci": read_gpci,
    "asc": read_asc_aa,
    "asc FILE --ff": read_asc_ff,
    "opps": read_opps,
    "clfs": read_clfs,
    "asp": read_asp,
    "ncci --mue": read_mue,
    "ncci --ptp": read_ptp,
}
"""What reads the file of each command of `reportkit import`."""
_NAMES: Final = (
    "PPRRVU", "GPCI", "ASC addendum AA or FF", "OPPS addendum B", "CLFS", "ASP", "MUE", "PTP",
)  # fmt: skip
