"""Edition in, the coding specifications out: modifiers, global period, units, companions."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.claim_facts import global_period, limit_meaning
from reportkit.assemble.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Ground,
    Markup,
    Plain,
    Row,
    Text,
)
from reportkit.assemble.edition import Edition, record_row, row
from reportkit.assemble.figures import rationale_said
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.edits import MueLimit
from reportkit.model.fees import Mpfs
from reportkit.model.sections.coding_specifications import CompanionService, ModifierRow


def coding_specifications(edition: Edition) -> Part:
    """The coding specifications."""
    written = edition.publication.coding
    parts = [Part("modifiers", edition.say("Modifiers"), tuple(_modifiers(edition)))]
    facts = tuple(_claim_facts(edition))
    if facts:
        blocks = (Facts("claim-facts", facts), *_earlier_limits(edition))
        parts.append(Part("global-and-units", edition.say("Global period and units"), blocks))
    if written.companion_services:
        parts.append(_companions(edition, written.companion_services))
    return Part(
        "coding-specifications",
        section_title(edition, "coding-specifications"),
        gaps_of(edition, "coding-specifications"),
        tuple(parts),
    )


def _modifiers(edition: Edition) -> Iterator[Block]:
    written = edition.publication.coding
    yield edition.paragraph(written.intro)
    if edition.input.modifiers is not None:
        yield from table(
            edition,
            "modifier-table",
            edition.say("Each modifier, and when it is right"),
            (
                Column(edition.say("Modifier"), "code"),
                Column(edition.say("Description")),
                Column(edition.say("When to use")),
                Column(edition.say("Documentation")),
                Column(edition.say("Claim line")),
            ),
            (_modifier(edition, modifier) for modifier in written.modifiers),
            "modifiers",
        )
    if written.excluded_modifiers:
        yield Bullets(
            tuple(
                Markup(
                    edition.say(
                        "Modifier {code} is left out of the table: {reason}",
                        code=excluded.code,
                        reason=edition.prose(excluded.reason).markdown,
                    )
                )
                for excluded in written.excluded_modifiers
            )
        )


def _modifier(edition: Edition, each: ModifierRow) -> Row:
    return record_row(
        "modifier",
        "coding-specifications.modifiers",
        each,
        Plain(each.code),
        edition.prose(each.description),
        edition.prose(each.when_to_use),
        edition.prose(each.documentation),
        Plain(word(edition, each.appended_to)),
    )


def _claim_facts(edition: Edition) -> Iterator[tuple[str, Text]]:
    mpfs, mue = edition.input.mpfs, edition.input.mue
    if mpfs is not None:
        ground = Ground("mpfs.global_days", mpfs.global_days)
        yield edition.say("Global period"), Plain(_period(edition, mpfs.global_days), ground)
        if mpfs.global_days in ("010", "090"):
            yield edition.say("Split of the payment"), _split(edition, mpfs)
    if mue is not None:
        if mue.practitioner:
            yield (
                edition.say("Units a day, practitioner"),
                Plain(
                    _units(edition, mue.practitioner, mue.quarter),
                    Ground("mue.practitioner.units", str(mue.practitioner.units)),
                ),
            )
        if mue.outpatient_hospital:
            yield (
                edition.say("Units a day, outpatient hospital"),
                Plain(
                    _units(edition, mue.outpatient_hospital, mue.quarter),
                    Ground("mue.outpatient_hospital.units", str(mue.outpatient_hospital.units)),
                ),
            )


def _period(edition: Edition, days: str) -> str:
    meaning = global_period(edition, days)
    return f"{days}: {meaning}" if meaning else days


def _units(edition: Edition, limit: MueLimit, quarter: str) -> str:
    said = edition.say(
        "{units} (Medicare, {quarter}, adjudication indicator {mai}: {meaning})",
        units=limit.units,
        meaning=limit_meaning(edition, limit.mai),
        mai=limit.mai,
        quarter=quarter,
    )
    if limit.rationale is None:
        return said
    why = edition.say("Rationale: {rationale}", rationale=rationale_said(edition, limit.rationale))
    return f"{said}. {why}"


def _earlier_limits(edition: Edition) -> tuple[Block, ...]:
    """The limits of earlier quarters, the current ones last; nothing if there are none."""
    mue = edition.input.mue
    if mue is None or not mue.history:
        return ()
    columns = (
        Column(edition.say("Quarter")),
        Column(word(edition, "practitioner")),
        Column(word(edition, "outpatient-hospital")),
    )
    rows = (
        row(
            "limits",
            quarter.quarter,
            Plain(quarter.quarter),
            *(
                Plain(_limit(edition, limit))
                for limit in (quarter.practitioner, quarter.outpatient_hospital)
            ),
        )
        for quarter in (*mue.history, mue)
    )
    return table(edition, "limits-table", edition.say("Units a day over quarters"), columns, rows)


def _limit(edition: Edition, limit: MueLimit | None) -> str:
    if limit is None:
        return "—"
    said = edition.say("{units}, adjudication indicator {mai}", units=limit.units, mai=limit.mai)
    return f"{said}. {rationale_said(edition, limit.rationale)}" if limit.rationale else said


def _split(edition: Edition, mpfs: Mpfs) -> Plain:
    """How the payment is shared where several clinicians give the care."""
    before, during, after = mpfs.preoperative, mpfs.intraoperative, mpfs.postoperative
    said = edition.say(
        "{before} before the procedure, {during} for it, {after} after it",
        before=edition.percent(before),
        during=edition.percent(during),
        after=edition.percent(after),
    )
    fields = "mpfs.preoperative, mpfs.intraoperative, mpfs.postoperative"
    return Plain(said, Ground(fields, f"{before}, {during}, {after}"))


def _companions(edition: Edition, services: tuple[CompanionService, ...]) -> Part:
    columns = (
        Column(edition.say("Service")),
        Column(edition.say("Modifiers on its own line"), "code"),
        Column(edition.say("Note")),
    )
    rows = (
        row(
            "companion",
            str(index),
            edition.prose(service.name),
            Plain(", ".join(service.modifiers) or "—"),
            edition.prose(service.note),
        )
        for index, service in enumerate(services, start=1)
    )
    title = edition.say("Services on the same claim")
    caption = edition.say("What is billed beside the code")
    return Part("companion-services", title, table(edition, "companions", caption, columns, rows))
