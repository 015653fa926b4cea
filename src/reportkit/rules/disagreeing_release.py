"""Rule: two places that name different releases of the same data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.releases import (
    Period,
    Release,
    periods_of,
    quarter_of,
    quarters,
    releases,
)
from reportkit.check.rule import rule
from reportkit.model.report import UNKNOWN_DATE
from reportkit.model.whole_numbers import whole_number
from reportkit.reading.releases import (
    CurrentMention,
    ReleaseMention,
    code_set_years,
    current_mentions,
    release_mentions,
)
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "document control")
def disagreeing_release(publication: Publication) -> Iterator[Issue]:
    """The cover or the provenance names another release than the data itself.

    Why:
        The cover tells the reader of which quarter the figures are, and the provenance which
        file to compare them with. After an import one of the two is easily left behind.

    Bad:
        # report
        code_sets.mpfs: RVU26C

    Good:
        # report
        code_sets.mpfs: RVU26D
    """
    for release in releases(publication.input):
        yield from _against_cover(publication, release)
        yield from _against_provenance(publication, release)
        yield from _older_than_itself(publication, release)
    yield from _on_cover(publication)
    yield from _unreadable(publication)
    yield from _in_citations(publication)
    yield from _in_prose(publication)


def _on_cover(publication: Publication) -> Iterator[Issue]:
    """The year of CPT and the day of the data, which the cover gives and the data has too."""
    report, data = publication.report, publication.input
    prices = quarters(data.mpfs.release) if data.mpfs is not None else ()
    cpt = report.code_sets.cpt
    year = None if cpt is None else whole_number(cpt)
    if year is not None and prices and year != prices[0].year:
        yield Issue(
            at("report", "code_sets", "cpt"),
            f"code_sets names cpt {cpt}, and the fee schedule is of {prices[0]}",
            f"write {prices[0].year}, once the sections were read against it",
            related=((at("input", "mpfs", "release"), "the release of the fee schedule"),),
        )
    if UNKNOWN_DATE not in (report.data_as_of, data.as_of) and report.data_as_of > data.as_of:
        yield Issue(
            at("report", "data_as_of"),
            f"the cover says the data is as of {report.data_as_of}, and it is as of {data.as_of}",
            f"write {data.as_of}",
            related=((at("input", "as_of"), "the day of the data"),),
        )


def _unreadable(publication: Publication) -> Iterator[Issue]:
    """Code sets of a quarter that name none, and that no provided data is held to."""
    held = {release.kind.code_set for release in releases(publication.input)}
    for name in ("hcpcs", "ncci", "mpfs"):
        said = getattr(publication.report.code_sets, name)
        if said is not None and name not in held and not quarters(said):
            yield Issue(
                at("report", "code_sets", name),
                f"code_sets names {name} {said}, which is no quarter",
                "write the year and the quarter, such as 2026Q4",
            )


def _against_cover(publication: Publication, release: Release) -> Iterator[Issue]:
    name = release.kind.code_set
    if name is None:
        return
    said = getattr(publication.report.code_sets, name)
    if said is None:
        message = f"{release.kind.key} is of release {release.name}, and code_sets names none"
    elif _differ(said, release.name):
        message = f"code_sets names {name} {said}, and {release.kind.key} is of {release.name}"
    else:
        return
    yield Issue(
        at("report", "code_sets", name),
        message,
        f"write {release.name}, once the sections were read against it",
        related=((release.at, f"the release of {release.kind.key}"),),
    )


def _against_provenance(publication: Publication, release: Release) -> Iterator[Issue]:
    origin = publication.input.provenance.get(release.kind.key)
    if origin is None or origin.release is None or not _differ(origin.release, release.name):
        return
    yield Issue(
        at("input", "provenance", release.kind.key, "release"),
        f"the provenance of {release.kind.key} names {origin.release}, the data {release.name}",
        "import the data again, or correct the one that was typed",
        related=(
            (release.at, "the release of the data"),
            (at_key("input", release.kind.key), "the data"),
        ),
    )


def _older_than_itself(publication: Publication, release: Release) -> Iterator[Issue]:
    """Data dated before the quarter of the release it is said to be of."""
    origin = publication.input.provenance.get(release.kind.key)
    held = quarters(release.name)
    if origin is None or not held or origin.as_of >= held[0].start:
        return
    yield Issue(
        at("input", "provenance", release.kind.key, "as_of"),
        f"{release.kind.key} is dated {origin.as_of}, before its release {release.name} began on "
        f"{held[0].start}",
        "import the data again, or correct the one that was typed",
        related=((release.at, "the release of the data"),),
    )


def _in_citations(publication: Publication) -> Iterator[Issue]:
    """Sources whose citation names another quarter than the data that was taken from them."""
    periods = periods_of(publication.input)
    taken: dict[str, list[Period]] = {}
    for key, origin in publication.input.provenance.items():
        # The releases before have an origin of their own, and their citation stands as well.
        own = [Period(one.year, one.number) for one in quarters(origin.release or "")]
        taken.setdefault(origin.source, []).extend(periods.get(key) or own)
    for text in worded_texts(publication):
        match text.key, text.route:
            case "report", ("sources", int(index), "citation"):
                held = taken.get(publication.report.sources[index].id, ())
            case _:
                continue
        for release in release_mentions(text):
            named = release.quarter is not None and held
            if named and not any(one.covers(release.year, release.quarter) for one in held):
                yield _not_held(text, release, tuple(held))


def _in_prose(publication: Publication) -> Iterator[Issue]:
    """Releases that sentences name and no provided data is of, or not the data they are said of."""
    periods = periods_of(publication.input)
    today = quarter_of(publication.report.effective)
    for text in worded_texts(publication):
        if text.key in ("project", "input") or text.route[0] in ("sources", "revisions"):
            continue
        for release in release_mentions(text):
            held = periods.get(release.of, ()) if release.of else _all(periods)
            if held and not any(period.covers(release.year, release.quarter) for period in held):
                yield _not_held(text, release, held)
        yield from _of_code_sets(publication, text)
        for current in current_mentions(text):
            held = periods.get(current.of, ())
            quarter = today.number if current.unit == "quarter" else None
            if held and not any(period.covers(today.year, quarter) for period in held):
                yield _not_held(text, current, held)


def _of_code_sets(publication: Publication, text: Text) -> Iterator[Issue]:
    """Years of code sets that a text names and the cover does not."""
    for named in code_set_years(text):
        own = getattr(publication.report.code_sets, named.code_set)
        if own is not None and named.year not in own:
            yield Issue(
                text.at(named.start, named.end),
                f"`{text.plain[named.start : named.end]}` is not the code set of the report, "
                f"which is {own}",
                "name the year of the cover, or leave it to the cover",
                related=((at("report", "code_sets", named.code_set), "the cover"),),
            )


def _all(periods: Mapping[str, tuple[Period, ...]]) -> tuple[Period, ...]:
    """The releases of all data that has releases of CMS."""
    return tuple(
        period
        for key in ("mpfs", "mue", "ncci", "asc", "validity")
        for period in periods.get(key, ())
    )


def _not_held(
    text: Text, mention: ReleaseMention | CurrentMention, held: tuple[Period, ...]
) -> Issue:
    return Issue(
        text.at(mention.start, mention.end),
        f"`{text.plain[mention.start : mention.end]}` is no release of the provided data: "
        f"{', '.join(sorted({str(period) for period in held}))}",
        "name the release of the data, or leave it to the table of sources",
        related=((at("input", mention.of or "provenance"), "where the data is from"),),
    )


def _differ(said: str, release: str) -> bool:
    """Whether a text names other quarters; where it names none, whether the words differ."""
    named, own = quarters(said), quarters(release)
    if not named or not own:
        return release not in said
    return not set(own) <= set(named)
