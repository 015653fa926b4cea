"""Edition in, the code parameters out: what the fee schedule's indicators permit."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Facts, Ground, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, provenance_line, table
from reportkit.model.code_families import is_visit
from reportkit.model.fees import Mpfs
from reportkit.model.indicators import INDICATORS, PAID_STATUSES
from reportkit.model.indicators.fee_schedule import NO_CONCEPT, OF_VISITS
from reportkit.model.input import Validity


def code_parameters(edition: Edition) -> Part:
    """The table of indicators, each with its meaning and what it does to modifiers."""
    title = section_title(edition, "code-parameters")
    blocks: tuple[Block, ...] = ()
    if edition.input.validity is not None:
        blocks = (_validity(edition, edition.input.validity),)
    if edition.input.mpfs is not None:
        columns = (
            Column(edition.say("Indicator")),
            Column(edition.say("Value"), "code"),
            Column(edition.say("Meaning")),
            Column(edition.say("Effect on modifiers")),
        )
        caption = edition.say("Medicare physician fee schedule indicators")
        rows = _rows(edition, edition.input.mpfs)
        blocks += table(edition, "parameters", caption, columns, rows, "mpfs")
    return Part("code-parameters", title, (*blocks, *gaps_of(edition, "code-parameters")))


def _validity(edition: Edition, validity: Validity) -> Facts:
    added, last = validity.added, validity.terminated
    pairs = [
        (edition.say("Valid from"), Plain(edition.date(added) if added else "—")),
        (
            edition.say("Last day of validity"),
            Plain(edition.date(last) if last else edition.say("No end is set")),
        ),
    ]
    source = provenance_line(edition, "validity")
    if source is not None:
        pairs.append((edition.say("Source"), Plain(source)))
    return Facts("validity-facts", tuple(pairs))


def _rows(edition: Edition, mpfs: Mpfs) -> Iterator[Row]:
    for indicator in INDICATORS:
        value = getattr(mpfs, indicator.field)
        if value == NO_CONCEPT and mpfs.status not in PAID_STATUSES:
            continue
        meaning = indicator.values.get(value)
        effect = meaning.effect if meaning else None
        if indicator.field == "global_days" and is_visit(edition.report.code):
            effect = OF_VISITS
        yield row(
            "parameter",
            indicator.field,
            Plain(edition.say(indicator.name)),
            Plain(value, Ground(f"mpfs.{indicator.field}", value)),
            Plain(edition.say(meaning.meaning) if meaning else "—"),
            Plain(edition.say(effect) if effect else "—"),
        )
    if mpfs.endoscopic_base is not None:
        yield row(
            "parameter",
            "endoscopic_base",
            Plain(edition.say("Endoscopic base")),
            Plain(mpfs.endoscopic_base, Ground("mpfs.endoscopic_base", mpfs.endoscopic_base)),
            Plain(
                edition.say(
                    "The endoscopy that is a part of this one; of two with one base, "
                    "the cheaper is paid less the base"
                )
            ),
            Plain("—"),
        )
