"""Set what Medicare pays for anesthesia: units, an example, and the factor of each locality."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Facts, Ground, Paragraph, Plain, Plot, Text
from reportkit.assemble.edition import Amount, Edition, record_row, row
from reportkit.assemble.figures import place_of_release, sourced
from reportkit.assemble.part import Part, provenance_line, table
from reportkit.model.anesthesia import DIRECTED, Anesthesia, AnesthesiaRelease
from reportkit.workspace.statements import STATEMENTS


def anesthesia_part(edition: Edition, anesthesia: Anesthesia) -> Part:
    """How the payment is made up, in figures of the code where its base units are known."""
    blocks: list[Block] = [Paragraph(Plain(text)) for text in _said(edition, anesthesia)]
    blocks.append(Facts("anesthesia-facts", tuple(_facts(edition, anesthesia))))
    blocks += _history(edition, anesthesia)
    blocks += _localities(edition, anesthesia)
    return Part("anesthesia", edition.say("Anesthesia"), tuple(blocks))


def _said(edition: Edition, anesthesia: Anesthesia) -> Iterator[str]:
    if anesthesia.base_units is not None and anesthesia.national_factor is not None:
        yield STATEMENTS["anesthesia_payment"].write(edition.input, edition)
    yield edition.say(
        "Modifiers {modifiers} mark a case under medical direction, of which half is paid.",
        modifiers=edition.listed(DIRECTED),
    )


def _facts(edition: Edition, anesthesia: Anesthesia) -> Iterator[tuple[str, Text]]:
    units, factor = anesthesia.base_units, anesthesia.national_factor
    yield (
        edition.say("Base units"),
        Plain(edition.say("Not provided"))
        if units is None
        else Plain(edition.number(units), Ground("anesthesia.base_units", str(units))),
    )
    if factor is not None:
        ground = Ground("anesthesia.national_factor", str(factor))
        yield edition.say("National factor"), Plain(edition.number(factor), ground)
    other = anesthesia.qualifying_factor
    if other is not None:
        ground = Ground("anesthesia.qualifying_factor", str(other))
        yield edition.say("Qualifying participants"), Plain(edition.number(other), ground)
    source = provenance_line(edition, "anesthesia")
    if source is not None:
        yield edition.say("Source"), Plain(source)


def _history(edition: Edition, anesthesia: Anesthesia) -> tuple[Block, ...]:
    if not anesthesia.history:
        return ()
    columns = (
        Column(edition.say("Release")),
        Column(edition.say("Base units"), "figure"),
        Column(edition.say("National factor"), "figure"),
        Column(edition.say("Qualifying participants"), "figure"),
    )
    rows = (
        row(
            "anesthesia-history",
            release.release,
            Plain(release.release),
            *_of_release(
                edition,
                release,
                place_of_release("anesthesia", release.release, anesthesia.release),
            ),
        )
        for release in (*anesthesia.history, anesthesia)
    )
    caption = edition.say("Anesthesia factors over releases")
    return table(edition, "anesthesia-history-table", caption, columns, rows)


def _of_release(edition: Edition, release: AnesthesiaRelease, where: str) -> Iterator[Plain]:
    for field, value in (
        ("base_units", release.base_units),
        ("national_factor", release.national_factor),
        ("qualifying_factor", release.qualifying_factor),
    ):
        shown = "—" if value is None else edition.number(value)
        yield sourced(shown, f"{where}.{field}", value)


def _localities(edition: Edition, anesthesia: Anesthesia) -> tuple[Block, ...]:
    """The factor of each locality, the highest first, with a dot each."""
    ordered = sorted(anesthesia.localities, key=lambda locality: -locality.factor)
    if not ordered:
        return ()
    national = anesthesia.national_factor
    drawn = [
        Amount(place.factor, f"anesthesia.localities[{place.locality}].factor") for place in ordered
    ]
    drawn += [Amount(national, "anesthesia.national_factor")] if national else []
    low, high = min(drawn), max(drawn)
    columns = (
        Column(edition.say("Locality")),
        Column(edition.say("Factor for one unit"), "figure"),
        Column(edition.say("Qualifying participants"), "figure"),
        edition.scale(low, high),
    )
    rows = (
        record_row(
            "anesthesia-locality",
            "input.anesthesia.localities",
            locality,
            Plain(f"{locality.locality} {locality.name}"),
            *(
                sourced(
                    edition.exact_money(factor),
                    f"anesthesia.localities[{locality.locality}].{field}",
                    factor,
                )
                for field, factor in (
                    ("factor", locality.factor),
                    ("qualifying", locality.qualifying),
                )
            ),
            Plot(high.value, bottom=low.value, dot=locality.factor, line=national),
        )
        for locality in ordered
    )
    caption = edition.say("Anesthesia factors by locality, highest first")
    line: tuple[Plain, ...] = ()
    if national is not None:
        caption = edition.with_line(caption, edition.say("national"), national)
        shown = edition.exact_money(national)
        line = (sourced(shown, "anesthesia.national_factor", national),)
    return table(
        edition, "anesthesia-localities", caption, columns, rows, "anesthesia", figures=line
    )
