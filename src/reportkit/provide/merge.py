"""Bring a dataset as it arrives together with the one that stands. Plain data.

A file of one setting does not take away what another file said of another setting, and an older
release not what a newer one says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportkit.inputs.ncci_ptp import SETTINGS, setting_of_name
from reportkit.inputs.releases import begins, order
from reportkit.model.datasets import KINDS
from reportkit.provide.held import Form, Origins, Part, Plain, with_release
from reportkit.provide.payment_history import FEES


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write of a dataset, and where all of it comes from."""

    value: Any
    origins: Origins
    """Of this dataset alone, by key of `provenance`."""
    left_out: tuple[str, ...] = ()
    """Releases that are older than what stands, and have no place in a history."""


def merged(name: str, old: Any, origins: Mapping[str, Plain], new: Any, origin: Plain) -> Merged:
    """What to write; `origins` are those of the whole input."""
    form = _FORMS.get(name)
    if form is not None:
        held = old if isinstance(old, dict) else None
        return Merged(*with_release(name, form, held, dict(origins), Part(new, origin)))
    before = origins.get(name)
    if name == "utilization" and isinstance(old, tuple):
        return _years(old, before, new, origin)
    if name == "ncci" and isinstance(old, tuple):
        return _pairs(old, before, new, origin)
    if before is not None and _is_older(name, new, origin, old, before):
        return Merged(old, {name: before}, (str(origin.get("release") or origin["as_of"]),))
    if name == "coverage" and isinstance(old, tuple):
        return _policies(old, before, new, origin)
    return Merged(new, {name: origin})


def joined(old: Plain, new: Plain) -> Plain:
    """Provenance of a dataset that two files made: names and hashes of both, the older day."""
    both = {**old, **new, "as_of": min(old.get("as_of", new["as_of"]), new["as_of"])}
    releases = [dataset["release"] for dataset in (old, new) if dataset.get("release")]
    if releases:
        both["release"] = " + ".join(sorted({*" + ".join(releases).split(" + ")}))
    if old.get("file") and old.get("sha256"):
        files = sorted({*_files(old), *_files(new)})
        both["file"] = " + ".join(name for name, _ in files)
        both["sha256"] = " + ".join(digest for _, digest in files)
    return both


def _keeping(*keys: str) -> Callable[[Part, Part], Part]:
    """How a release is brought in again that comes in several files.

    The keys come of files of their own: what one that arrives leaves open stays as it is.
    """

    def again(held: Part, arriving: Part) -> Part:
        kept = {
            key: held.value[key]
            for key in keys
            if arriving.value.get(key) is None and held.value.get(key) is not None
        }
        origin = _origin(held, arriving, kept)
        return replace(arriving, value={**arriving.value, **kept}, origin=origin)

    return again


def _fees(held: Part, arriving: Part) -> Part:
    """Equipment and nutrition have a file each: rates with other modifiers stay."""
    new = {rate["modifiers"] for rate in arriving.value["rates"]}
    kept = tuple(rate for rate in held.value["rates"] if rate["modifiers"] not in new)
    rates = sorted((*kept, *arriving.value["rates"]), key=lambda rate: rate["modifiers"])
    origin = _origin(held, arriving, {"rates": kept} if kept else {})
    return replace(arriving, value={**arriving.value, "rates": tuple(rates)}, origin=origin)


def _anew(_: Part, arriving: Part) -> Part:
    """A quarter that is brought in again says all of it."""
    return arriving


def _origin(held: Part, arriving: Part, kept: Plain) -> Plain | None:
    """Of both files, if something of the one before was kept."""
    if not kept or held.origin is None or arriving.origin is None:
        return arriving.origin
    return joined(held.origin, arriving.origin)


def _files(origin: Plain) -> list[tuple[str, str]]:
    names, digests = str(origin.get("file", "")), str(origin.get("sha256", ""))
    return list(zip(names.split(" + "), digests.split(" + "), strict=False))


def _without_history(value: Plain) -> Plain:
    return {key: held for key, held in value.items() if key != "history"}


def _without_localities(value: Plain) -> Plain:
    return {key: held for key, held in _without_history(value).items() if key != "localities"}


_FORMS = {
    "mpfs": FEES,
    "mue": Form("quarter", _without_history, _keeping("practitioner", "outpatient_hospital")),
    "asc": Form("release", _without_history, _keeping("apc", "opps_payment_rate")),
    "anesthesia": Form(
        "release",
        _without_localities,
        _keeping("base_units", "national_factor", "qualifying_factor"),
    ),
    "dmepos": Form("release", _without_history, _fees),
    **dict.fromkeys(("opps", "clfs", "asp"), Form("release", _without_history, _anew)),
}


def _years(
    old: tuple[Plain, ...], before: Plain | None, new: tuple[Plain, ...], origin: Plain
) -> Merged:
    """Utilization of another year stays beside that of the year that arrives."""
    arriving = {row["year"] for row in new}
    kept = [row for row in old if row.get("year") not in arriving]
    rows = sorted((*kept, *new), key=lambda row: (str(row.get("year")), str(row.get("setting"))))
    both = _of_years(before, origin) if kept and before else origin
    return Merged(tuple(rows), {"utilization": both})


def _policies(
    old: tuple[Plain, ...], before: Plain | None, new: tuple[Plain, ...], origin: Plain
) -> Merged:
    """Policies that people entered stay; those of the export before are as the new one has them.

    An export lists every article in force, so an article that it has no more has gone. What
    an import wrote was looked up on the day of its export. Of two exports of one day nothing says
    which is the newer, so the articles of both stand.
    """
    exported = before["as_of"] if before is not None and before.get("file") else None
    entered = [row for row in old if exported is None or row.get("accessed") != exported]
    of_one_day = exported == origin["as_of"]
    beside = [row for row in old if row.get("accessed") == exported] if of_one_day else []
    rows = {_policy(row): row for row in (*entered, *sorted((*beside, *new), key=_age))}
    both = joined(before, origin) if before is not None and of_one_day else origin
    return Merged(tuple(rows[policy] for policy in sorted(rows)), {"coverage": both})


def _policy(row: Plain) -> tuple[str, str]:
    return str(row.get("payer")), str(row.get("policy_id"))


def _age(row: Plain) -> tuple[str, int, str]:
    """What orders two versions of an article; the address has the number of its version last."""
    return str(row.get("effective")), len(str(row.get("url"))), str(sorted(row.items()))


def _of_years(before: Plain, origin: Plain) -> Plain:
    """The origin of several files, of the newest day, whatever the order of their imports."""
    both = joined(before, origin)
    return {**both, "as_of": max(before["as_of"], origin["as_of"])}


def _pairs(
    old: tuple[Plain, ...], before: Plain | None, new: tuple[Plain, ...], origin: Plain
) -> Merged:
    """Pairs by setting; a newer table lists the pairs of older ones, each with its end."""
    standing = {table["setting"]: order(table["quarter"]) for table in old}
    fresh = [
        table
        for table in new
        if standing.get(table["setting"], order("")) <= order(table["quarter"])
    ]
    late = tuple(f"{table['setting']} {table['quarter']}" for table in new if table not in fresh)
    if not fresh:
        return Merged(old, {"ncci": before} if before else {}, late)
    arriving = [table["setting"] for table in fresh]
    kept = tuple(table for table in old if table["setting"] not in arriving)
    tables = sorted((*kept, *fresh), key=lambda table: SETTINGS.index(table["setting"]))
    if not kept or before is None:
        return Merged(tuple(tables), {"ncci": origin}, late)
    stay = _staying(_files(before), [table["setting"] for table in old], arriving)
    files = {**stay, **_settings(_files(origin), arriving)}
    return Merged(tuple(tables), {"ncci": _of_tables(tables, files, before, origin)}, late)


_Files = dict[tuple[str, str], str | None]
"""Names of files of pairs, with their hashes, and the setting of each; None if nothing says it."""


def _settings(files: Sequence[tuple[str, str]], settings: Sequence[str]) -> _Files:
    """The settings of files: told by their names, or where none is, by the order of one for each.

    So they stand in the order of their settings where their names say none.
    """
    told: _Files = {named: setting_of_name(named[0]) for named in files}
    if len(files) == len(settings) and not any(told.values()):
        return dict(zip(files, settings, strict=True))
    return told


def _staying(
    files: Sequence[tuple[str, str]], settings: Sequence[str], arriving: Sequence[str]
) -> _Files:
    """The files without those whose pairs have gone; one that does not say its setting is of the
    settings that no other says.
    """
    known = _settings(files, settings)
    told: _Files = {
        named: setting
        for named, setting in known.items()
        if setting is not None and setting not in arriving
    }
    untold: _Files = {named: None for named, setting in known.items() if setting is None}
    return told or untold


def _of_tables(tables: Sequence[Plain], files: _Files, before: Plain, origin: Plain) -> Plain:
    """The origin of pairs of several settings."""
    neutral = not any(setting_of_name(name) for name, _ in files)
    told = [setting for setting in files.values() if setting is not None]
    by_setting = neutral and len(told) == len(files)
    ordered = sorted(
        files,
        key=lambda named: (SETTINGS.index(files[named]) if by_setting else 0, named),
    )
    quarters = sorted({str(table["quarter"]) for table in tables})
    return {
        **before,
        **origin,
        "as_of": min(origin["as_of"], *(str(begins(quarter)) for quarter in quarters)),
        "release": " + ".join(quarters),
        "file": " + ".join(name for name, _ in ordered),
        "sha256": " + ".join(digest for _, digest in ordered),
    }


def _is_older(name: str, new: Any, origin: Plain, old: Any, before: Plain) -> bool:
    """Whether a dataset that keeps no history arrives in an older release than it stands in."""
    key = KINDS[name].release
    if key is not None:
        return newest(new, key) < newest(old, key)
    return bool(before.get("file")) and bool(origin["as_of"] < before["as_of"])


def newest(value: Any, key: str) -> tuple[date, bool, date]:
    """The newest release that a dataset or one of its rows names, for comparison."""
    rows = value if isinstance(value, tuple) else (value,)
    names = [row.get(key) for row in rows if isinstance(row, dict)]
    return max((order(name) for name in names if name), default=order(""))
