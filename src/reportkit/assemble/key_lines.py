"""Put each key fact in a word or a figure and one line, which leads to the section behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.assemble.claim_facts import NO_PERIOD, global_period, limit_meaning
from reportkit.assemble.document import Ground, KeyFact, Markup, Plain, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.figures import payer_name, sourced
from reportkit.assemble.key_payment import payments
from reportkit.assemble.labels import field_label, word
from reportkit.assemble.pair_groups import partners
from reportkit.model.indicators import PAID_STATUSES
from reportkit.model.input import Coverage
from reportkit.model.messages import N_
from reportkit.model.modifiers.fee_schedule import ruled_out
from reportkit.model.whole_numbers import whole_number


def key_lines(edition: Edition) -> Iterator[KeyFact]:
    """The facts in the order in which claims are made."""
    for figure, words in payments(edition):
        label = edition.say("Medicare pays")
        yield KeyFact(label, figure, _lead(edition, words, "medicare-payment"))
    yield _global_period(edition)
    yield _units(edition)
    yield _pairs(edition, edition.say("Never paid beside it"), "0")
    yield _pairs(edition, edition.say("Paid beside it with a modifier"), "1")
    yield from _add_ons(edition)
    yield _modifiers(edition)
    if edition.input.mpfs is None or edition.input.mpfs.status in PAID_STATUSES:
        yield _ruled_out(edition)
    yield _coverage(edition)
    yield from _lists(edition)
    yield _as_of(edition)
    yield _missing(edition)


def _global_period(edition: Edition) -> KeyFact:
    label, mpfs = edition.say("Global period"), edition.input.mpfs
    if mpfs is None:
        return _unknown(edition, label, "code-parameters")
    days = mpfs.global_days
    words = global_period(edition, days) or edition.say("Indicator of the fee schedule")
    note = _lead(edition, words, "code-parameters")
    return KeyFact(label, Plain(_period(edition, days), Ground("mpfs.global_days", days)), note)


def _period(edition: Edition, days: str) -> str:
    """Days where the global period has any, and a word where the fee schedule has letters."""
    if days in _PERIODS:
        return edition.say(_PERIODS[days])
    number = whole_number(days)
    return days if number is None else edition.say("{days} days", days=number)


def _units(edition: Edition) -> KeyFact:
    label, mue = edition.say("Units"), edition.input.mue
    if mue is None or mue.practitioner is None:
        return _unknown(edition, label, "coding-specifications")
    limit = mue.practitioner
    ground = Ground("mue.practitioner.units", str(limit.units))
    words = limit_meaning(edition, limit.mai) or mue.quarter
    note = _lead(edition, words, "coding-specifications")
    return KeyFact(label, Plain(str(limit.units), ground), note)


def _pairs(edition: Edition, label: str, indicator: str) -> KeyFact:
    if edition.input.ncci is None:
        return _unknown(edition, label, "related-codes")
    codes = partners(edition.report.code, edition.input.ncci, indicator)
    value = _counted(edition, codes) or edition.say("No code")
    words = _nearest(edition, codes) if len(codes) > 1 else edition.say("By pair edits")
    ground = Ground(f"ncci.partners[{indicator}]", str(len(codes)))
    return KeyFact(label, Plain(value, ground), _lead(edition, words, "related-codes"))


def _counted(edition: Edition, codes: Sequence[str]) -> str:
    """How many codes there are; a single one by its name."""
    return edition.say("{count} codes", count=len(codes)) if len(codes) > 1 else "".join(codes)


def _nearest(edition: Edition, codes: Sequence[str]) -> str:
    """The first codes, and how many more there are."""
    named, rest = ", ".join(codes[:_NEAREST]), len(codes) - _NEAREST
    return edition.say("{codes} and {count} more", codes=named, count=rest) if rest > 0 else named


def _add_ons(edition: Edition) -> Iterator[KeyFact]:
    """The codes that are paid with the code as add-ons, or that it is paid with as one."""
    own, table = edition.report.code, edition.input.add_ons
    for side, label in (
        ("primary", edition.say("Add-on codes")),
        ("add_on", edition.say("Paid only beside")),
    ):
        edits = table.edits if table is not None else ()
        others = {
            edit.add_on if side == "primary" else edit.primary
            for edit in edits
            if getattr(edit, side) == own
        }
        codes = sorted(filter(None, others))
        if codes:
            alone = edition.say("Paid only beside the service it adds to")
            words = _nearest(edition, codes) if len(codes) > 1 else alone
            ground = Ground(f"add_ons.edits[{side}]", ", ".join(codes))
            value = Plain(_counted(edition, codes), ground)
            yield KeyFact(label, value, _lead(edition, words, "related-codes"))


def _modifiers(edition: Edition) -> KeyFact:
    label, modifiers = edition.say("Modifiers"), edition.input.modifiers
    if modifiers is None:
        return _unknown(edition, label, "coding-specifications")
    if sample := _sample(edition, "modifiers"):
        words = sample
    elif modifiers:
        words = edition.say("As provided, with when to use each")
    else:
        words = edition.say("By the data provided")
    note = _lead(edition, words, "coding-specifications")
    listed = " ".join(modifiers)
    return KeyFact(label, Plain(listed or edition.say("None"), Ground("modifiers", listed)), note)


def _sample(edition: Edition, dataset: str) -> str | None:
    """What is said of a dataset that is a sample; None of any other."""
    origin = edition.input.provenance.get(dataset)
    return edition.say("Sample data, not for claims") if origin and origin.sample else None


def _lists(edition: Edition) -> Iterator[KeyFact]:
    """The diagnoses and taxonomies that were provided, by their number and the first of them."""
    data = edition.input
    diagnoses = [(listed.code, listed.title) for listed in data.diagnoses or ()]
    taxonomies = [(listed.code, listed.display) for listed in data.taxonomies or ()]
    for dataset, listed in (("diagnoses", diagnoses), ("taxonomies", taxonomies)):
        if listed:
            codes, names = zip(*listed, strict=True)
            words = names[0] if len(listed) == 1 else _nearest(edition, codes)
            value = Plain(_counted(edition, codes), Ground(dataset, str(len(listed))))
            note = _lead(edition, _sample(edition, dataset) or words, dataset)
            yield KeyFact(field_label(edition, dataset), value, note)


def _ruled_out(edition: Edition) -> KeyFact:
    """Modifiers that the fee schedule's indicators rule out: two sides, assistants, teams."""
    label, mpfs = edition.say("Modifiers ruled out"), edition.input.mpfs
    if mpfs is None:
        return _unknown(edition, label, "code-parameters")
    refused = " ".join(ruled_out(edition.report.code, mpfs))
    note = _lead(edition, edition.say("By indicators of the fee schedule"), "code-parameters")
    return KeyFact(
        label,
        Plain(refused or edition.say("None"), Ground("mpfs.modifiers_ruled_out", refused)),
        note,
    )


def _coverage(edition: Edition) -> KeyFact:
    label, policies = edition.say("Coverage"), edition.input.coverage
    if policies is None:
        return _unknown(edition, label, "payer-coverage")
    value = Plain(_stances(edition, policies), Ground("coverage", str(len(policies))))
    return KeyFact(label, value, _lead(edition, _asked(edition, policies), "payer-coverage"))


def _stances(edition: Edition, policies: Sequence[Coverage]) -> str:
    """What the policies say: counted, unless all say the same."""
    counts = Counter(policy.stance for policy in policies)
    if len(counts) == 1:
        return word(edition, policies[0].stance)
    listed = (f"{word(edition, stance)}: {count}" for stance, count in counts.items())
    return "; ".join(listed) or edition.say("None")


def _asked(edition: Edition, policies: Sequence[Coverage]) -> str:
    """By how many payers' policies, and whether they ask for prior authorization."""
    asked = sum(policy.prior_authorization == "required" for policy in policies)
    if len(policies) != 1:
        return edition.say(
            "Policies: {count}; prior authorization required by {asked}",
            count=len(policies),
            asked=asked,
        )
    payer = payer_name(edition, policies[0].payer)
    if asked:
        return edition.say("{payer}, with prior authorization", payer=payer)
    return edition.say("By the policy of {payer}", payer=payer)


def _missing(edition: Edition) -> KeyFact:
    label, gaps = edition.say("Missing"), edition.publication.gaps
    if not gaps:
        return KeyFact(label, Plain(edition.say("Nothing")), Plain(edition.say("Complete")))
    fields = [field_label(edition, gap.field) for gap in gaps]
    value = Plain(fields[0])
    if len(gaps) > 1:
        said = edition.say("{count} data gaps", count=len(gaps))
        value = Plain(said, Ground("missing", str(len(gaps))))
    return KeyFact(label, value, _lead(edition, edition.listed(fields), "data-gaps"))


def _as_of(edition: Edition) -> KeyFact:
    sets = edition.report.code_sets
    releases = (
        ("CPT", sets.cpt),
        ("HCPCS", sets.hcpcs),
        ("ICD-10-CM", sets.icd10cm),
        ("NCCI", sets.ncci),
        (edition.say("fee schedule"), sets.mpfs),
    )
    used = ", ".join(f"{name} {release}" for name, release in releases if release)
    day = edition.report.data_as_of
    return KeyFact(
        edition.say("Data as of"),
        sourced(edition.date(day), "as_of", day if day == edition.input.as_of else None),
        _lead(edition, used or "—", "sources"),
    )


def _unknown(edition: Edition, label: str, section: str) -> KeyFact:
    """A fact that was not provided; it leads to the section where it would stand."""
    there = section if section in edition.report.sections else "data-gaps"
    return KeyFact(label, Plain("—"), _lead(edition, edition.say("Not provided"), there))


def _lead(edition: Edition, words: str, section: str) -> Text:
    """Words that lead to a section, where the publication has it."""
    known = {*edition.report.sections, *_ALWAYS}
    return Markup(f"[{words}](#{section})") if section in known else Plain(words)


_PERIODS: Final = {
    NO_PERIOD: N_("None"),
    "MMM": N_("No days set"),
    "YYY": N_("By contractor"),
    "ZZZ": N_("Of the base code"),
}
"""Indicator of the global period that counts no days to what it stands for."""

_NEAREST: Final = 5
"""So many codes of pair edits are named at once."""

_ALWAYS: Final = frozenset({"data-gaps", "sources"})
"""Sections that every publication has."""
