"""Keep the releases of a dataset apart: the newest stands, those before it make its history.

Plain data, as it is read from the file. In whatever order releases are brought in, the same
stands at the end: what is newer is told from the name of the release and the day of its issue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportkit.inputs.releases import order
from reportkit.model.days import day_of
from reportkit.model.history import QUALIFYING, history_keys

Plain = dict[str, Any]
Origins = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Part:
    """One release of a dataset, whole or as the history has it."""

    value: Plain
    origin: Plain | None
    second: Plain | None = None
    """The origin of its second conversion factor."""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """How releases of a kind of dataset follow each other."""

    release: str
    """Key of the release's name."""
    earlier: Callable[[Plain], Plain]
    """What of a release goes into the history."""
    again: Callable[[Part, Part], Part]
    """What a release is that is brought in again, or in another of its files."""


def with_release(
    dataset: str, form: Form, held: Plain | None, origins: Origins, arriving: Part
) -> tuple[Plain, Origins]:
    """The dataset with one release more, and the origins of all its releases.

    `origins` are those of the whole input; the ones of other datasets are left out.
    """
    parts = _parts(dataset, form, held, origins)
    at = next((at for at, part in enumerate(parts) if _same_issue(form, part, arriving)), None)
    if at is None:
        parts.append(arriving)
    elif parts[at].whole:
        parts[at] = form.again(parts[at], arriving)
    else:
        parts[at] = form.again(parts[at], _shortened(form, arriving))
    parts.sort(key=lambda part: _order(form, part))
    before = [_shortened(form, part) for part in parts[:-1]]
    current = {key: value for key, value in parts[-1].value.items() if key != "history"}
    history = tuple(part.value for part in before)
    value = {**current, "history": history} if history else current
    return value, _origins(dataset, form, parts)


def _parts(
    dataset: str, form: Form, held: Plain | None, origins: Mapping[str, Plain]
) -> list[Part]:
    """The releases that a dataset holds, in order of time."""
    if held is None or form.release not in held:
        return []
    values = [*(held.get("history") or ()), held]
    keys = history_keys(dataset, [_named(form, value) for value in values])
    return [
        Part(value, origins.get(key), origins.get(f"{key}{QUALIFYING}"), whole=value is held)
        for key, value in zip(keys, values, strict=True)
    ]


def _origins(dataset: str, form: Form, parts: Sequence[Part]) -> Origins:
    """The origins by key, that of the current release first."""
    keys = history_keys(dataset, [_named(form, part.value) for part in parts])
    origins: Origins = {}
    for key, part in (*list(zip(keys, parts, strict=True))[-1:], *zip(keys, parts, strict=True)):
        for name, origin in ((key, part.origin), (f"{key}{QUALIFYING}", part.second)):
            if origin is not None:
                origins[name] = origin
    return origins


def _shortened(form: Form, part: Part) -> Part:
    if not part.whole:
        return part
    return replace(part, value=form.earlier(part.value), whole=False)


def _named(form: Form, value: Plain) -> tuple[str, object]:
    return value[form.release], value.get("released")


def _same_issue(form: Form, held: Part, arriving: Part) -> bool:
    """Whether two are one issue of one release; one that does not say its day may be any."""
    (release, issued), (name, day) = _named(form, held.value), _named(form, arriving.value)
    return release == name and (issued == day or issued is None or day is None)


def _order(form: Form, part: Part) -> tuple[date, bool, date, str]:
    release, issued = _named(form, part.value)
    return (*order(release, day_of(str(issued)) if issued else None), release)
