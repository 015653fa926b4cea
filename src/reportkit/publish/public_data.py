"""Read public files of CMS into what they say of one code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from reportkit.inputs.anesthesia import (
    BaseUnits,
    Factors,
    anesthesia,
    read_base_units,
    read_factors,
)
from reportkit.inputs.asc import (
    AscAaFile,
    AscFfFile,
    asc,
    read_asc_aa,
    read_asc_bb,
    read_asc_ee,
    read_asc_ff,
)
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.gpci import GpciFile, locality_payment, read_gpci
from reportkit.inputs.known_files import recognised_bytes
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_mue import MueFile, mue, read_mue
from reportkit.inputs.ncci_ptp import PtpFile, ncci, read_ptp
from reportkit.inputs.opps import read_opps
from reportkit.inputs.pfs import PfsFile, mpfs, read_pfs, whole_service
from reportkit.inputs.releases import order
from reportkit.inputs.schedule import Schedule
from reportkit.model.anesthesia import Anesthesia
from reportkit.model.code_families import families_of
from reportkit.model.edits import Asc, Mue, Ncci
from reportkit.model.equipment import Dmepos
from reportkit.model.fees import Mpfs
from reportkit.model.schedules import Asp, Clfs, Opps

Released = TypeVar("Released", Mpfs, Asc, Opps, Clfs, Asp, Dmepos, Anesthesia)
PublicFile = (
    PfsFile
    | GpciFile
    | AscAaFile
    | AscFfFile
    | MueFile
    | PtpFile
    | Factors
    | BaseUnits
    | Schedule[Any]
)


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
    dmepos: Dmepos | None
    anesthesia: Anesthesia | None
    mue: Mue | None
    ncci: tuple[Ncci, ...]


def read_public(
    code: str, files: Iterable[tuple[str, bytes]], releases: Sequence[str] = ()
) -> PublicData:
    """What files, each a name and its bytes, say of a code.

    `releases` are for files that do not say theirs: the first that such a file takes. Raises
    LayoutError for a file that is none of those that figures are traced to.
    """
    read = [_read(code, name, content, releases) for name, content in files]
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
        dmepos=_newest([row for row in rows if isinstance(row, Dmepos)]),
        anesthesia=_anesthesia(code, read),
        mue=mue(code, _limits(read, "practitioner"), _limits(read, "outpatient-hospital")),
        ncci=tuple(ncci(code, table) for table in pairs),
    )


def _read(code: str, name: str, content: bytes, releases: Sequence[str]) -> PublicFile:
    known = recognised_bytes(name, content)
    if known is None or known.command not in _READERS:
        raise LayoutError(
            name,
            None,
            "a file that figures are traced to",
            known.name if known is not None else "another one",
            "give a file of CMS as published: " + ", ".join(_NAMES),
        )
    reader = _READERS[known.command]
    try:
        return reader(code, name, content, None)
    except LayoutError as error:
        for release in releases:
            with suppress(LayoutError):
                return reader(code, name, content, release)
        raise error


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
    fees = [
        mpfs(rows, table, tuple(locality_payment(rows, place) for place in places))
        for table in tables
        if whole_service(rows := tuple(row for row in table.rows if row.code == code)) is not None
    ]
    first = _newest([one for one in fees if one.participants != "qualifying"])
    second = _newest([one for one in fees if one.participants == "qualifying"])
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


def _anesthesia(code: str, read: Iterable[PublicFile]) -> Anesthesia | None:
    """What the factors say of each release, with the base units of the code."""
    if "anesthesia" not in families_of(code):
        return None
    tables = [*read]
    units = [
        table.units[code] for table in tables if isinstance(table, BaseUnits) if code in table.units
    ]
    return _newest(
        [
            anesthesia(table, table.localities, next(iter(units), None))
            for table in tables
            if isinstance(table, Factors)
        ]
    )


def _limits(read: Iterable[PublicFile], setting: str) -> MueFile | None:
    tables = (table for table in read if isinstance(table, MueFile) and table.setting == setting)
    return next(tables, None)


_Reader = Callable[[str, str, bytes, str | None], PublicFile]


def _by_release(read: Callable[[str, bytes, str | None], PublicFile]) -> _Reader:
    return lambda _, name, content, release: read(name, content, release)


def _without_release(read: Callable[[str, bytes], PublicFile]) -> _Reader:
    return lambda _, name, content, __: read(name, content)


_READERS: Final[Mapping[str | None, _Reader]] = {
    "pfs": lambda _, name, content, release: read_pfs(name, content, release=release),
    "pfs FILE --gpci": _without_release(read_gpci),
    "asc": _by_release(read_asc_aa),
    "asc FILE --bb": _by_release(read_asc_bb),
    "asc FILE --ee": _by_release(read_asc_ee),
    "asc FILE --ff": _by_release(read_asc_ff),
    "opps": _by_release(read_opps),
    "clfs": _by_release(read_clfs),
    "asp": _by_release(read_asp),
    "dmepos": _by_release(read_dmepos),
    "anesthesia": _by_release(read_factors),
    "anesthesia FILE --base-units": _without_release(read_base_units),
    "ncci --mue": _by_release(read_mue),
    "ncci --ptp": lambda code, name, content, release: read_ptp(name, content, {code}, release),
}
"""What reads the file of each command of `reportkit import`."""

TRACED: Final = frozenset(_READERS)
"""The commands of `reportkit import` for whose files figures are traced."""
_NAMES: Final = (
    "PPRRVU", "GPCI", "ASC addendum AA, BB, EE or FF", "OPPS addendum B", "CLFS", "ASP", "DMEPOS",
    "ANES", "anesthesia base units", "MUE", "PTP",
)  # fmt: skip
