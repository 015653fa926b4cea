"""Say what of report.yaml follows from its input: sources, code sets, dates, and the input's hash.

What people wrote in these places stays where it does not disagree: a citation keeps its words and
gets the new release, file and month in place of the old; a name of a release stays if it names the
one that the data is of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from reportkit.inputs.releases import begins
from reportkit.model.datasets import KINDS
from reportkit.model.days import day_of
from reportkit.model.report import CodeSets

Plain = Mapping[str, Any]


REVIEW_AFTER = timedelta(days=91)
"""A quarter: the code sets a report rests on are renewed every quarter."""


DAYS = frozenset({"published", "effective", "next_review"})
"""Keys of a report that is not published yet whose days follow the import."""


def derived(report: Plain, before: Plain, after: Plain, text: str, day: date) -> dict[str, Any]:
    """The keys of a report that follow from its input, as they have to be.

    `before` and `after` are the input before and after an import, `text` that of the file after
    it; `day` is the day of the import, on which a source that changed was read.
    """
    return {
        **_dates(report, day),
        "data_as_of": after.get("as_of") or report["data_as_of"],
        "code_sets": _code_sets(report.get("code_sets") or {}, before, after),
        "input_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sources": tuple(_sources(report.get("sources") or (), before, after, day)),
    }


def _dates(report: Plain, day: date) -> dict[str, Any]:
    """The dates of what is not published yet: not before the day its data was read."""
    if report["status"] not in ("draft", "in-review"):
        return {}
    published, effective = max(_day(report["published"]), day), _day(report["effective"])
    effective, review = max(effective, published), _day(report["next_review"])
    if review <= effective:
        review = effective + REVIEW_AFTER
    return {"published": published, "effective": effective, "next_review": review}


def _day(value: Any) -> date:
    day = value if isinstance(value, date) else day_of(value)
    if day is None:
        raise ValueError(value)
    return day


def latest(stated: Any, origins: Iterable[Plain]) -> str | None:
    """The day the data is of: that of the newest file it was taken from, or the one stated.

    An older file that arrives takes nothing away, so the day never goes back.
    """
    days = [str(origin["as_of"]) for origin in origins if origin.get("file")]
    return max([*days, *([str(stated)] if stated else [])], default=None)


def _code_sets(named: Plain, before: Plain, after: Plain) -> dict[str, Any]:
    code_sets = {}
    for code_set in CodeSets.model_fields:
        said = named.get(code_set)
        then, now = (tuple(dict.fromkeys(_releases(code_set, data))) for data in (before, after))
        is_own = said and said != " + ".join(then) and all(release in said for release in now)
        code_sets[code_set] = said if is_own or not now else " + ".join(now)
    return {**code_sets, "cpt": _cpt(named.get("cpt"), before, after)}


def _cpt(said: str | None, before: Plain, after: Plain) -> str | None:
    """The year of CPT goes with that of the fee schedule, if it was the one of the schedule before.

    What people wrote beside it stays, as does a year that is left out.
    """
    then, now = (_year((data.get("mpfs") or {}).get("release")) for data in (before, after))
    return now if said is not None and said == then and now is not None else said


def _year(release: str | None) -> str | None:
    day = begins(release) if release else None
    return None if day is None else str(day.year)


def _releases(code_set: str, data: Plain) -> Iterator[str]:
    """The releases that the datasets of a code set are of."""
    for key, kind in KINDS.items():
        value = data.get(key)
        if kind.code_set == code_set and kind.release is not None and value is not None:
            for row in value if isinstance(value, tuple) else (value,):
                if row.get(kind.release):
                    yield row[kind.release]


def _sources(listed: tuple[Plain, ...], before: Plain, after: Plain, day: date) -> Iterator[Plain]:
    """The sources as they are listed, each with what it is now, and new ones among them.

    Those that data names stand by their ids, in whatever order it came.
    """
    old, new = _by_source(before), _by_source(after)
    known_ids = {source["id"] for source in listed}
    fresh = sorted(new.keys() - known_ids)
    for source in listed:
        name = source["id"]
        while name in new and fresh and fresh[0] < name:
            yield _new_source(fresh.pop(0), new, day)
        known = old.get(name, {}), new.get(name, {})
        if name not in new or known[0] == known[1]:
            yield source
        else:
            yield {**source, "citation": _renewed(source["citation"], *known), "accessed": day}
    for name in fresh:
        yield _new_source(name, new, day)


def _new_source(name: str, origins_of: Mapping[str, Mapping[str, Plain]], day: date) -> Plain:
    return {"id": name, "citation": _citation(origins_of[name]), "accessed": day}


def _by_source(data: Plain) -> dict[str, dict[str, Plain]]:
    """Source to the origins that name it, by their key."""
    origins_of: dict[str, dict[str, Plain]] = {}
    for key, origin in (data.get("provenance") or {}).items():
        origins_of.setdefault(origin["source"], {})[key] = origin
    return origins_of


def _citation(origins: Mapping[str, Plain]) -> str:
    """Every file of a source in words, with its release and its name, the oldest first."""
    ordered = sorted(origins.items(), key=lambda item: (item[1]["as_of"], item[1].get("file", "")))
    cited: dict[str, dict[str, None]] = {}
    for key, origin in ordered:
        kind = KINDS.get(key.partition(".")[0])
        words = (kind and kind.published) or origin.get("file") or key
        cited.setdefault(words, {})[_issue(origin, words)] = None
    return "; ".join(", ".join((words, *filter(None, of))) for words, of in cited.items())


def _issue(origin: Plain, words: str) -> str:
    """The release of a file and its name, as far as they are known and not said yet."""
    file, release = origin.get("file"), origin.get("release")
    named = f"({file})" if file and file != words else ""
    return " ".join(filter(None, (release and f"release {release}", named)))


def _renewed(citation: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> str:
    """A citation that an import wrote, written anew; one that people wrote, with what changed."""
    if citation == _citation(old):
        return _citation(new)
    for key in old.keys() & new.keys():
        for was, now in zip(_words(old[key]), _words(new[key]), strict=True):
            if was and now:
                citation = citation.replace(was, now)
    return citation


def _words(origin: Plain) -> tuple[str | None, str | None, str]:
    """What a citation may name of an origin: file, release and month."""
    day = _day(origin["as_of"])
    return origin.get("file"), origin.get("release"), f"{day:%B %Y}"
