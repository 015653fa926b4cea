"""Set what is known of two related codes side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportkit.catalogue.entry import Entry
from reportkit.catalogue.profile import Profile
from reportkit.catalogue.voice import Voice
from reportkit.model.indicators import INDICATORS, PAIR
from reportkit.model.messages import N_

FOLDER = "compare"
"""Where the comparisons are, from the folder of the site."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is said of both codes."""

    title: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether the two codes differ in it."""
        return self.first != self.second


@dataclass(frozen=True, slots=True)
class Group:
    """The rows under one heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two publications side by side."""

    path: str
    """From the folder of the site."""
    first: Entry
    second: Entry
    edit: str | None
    """What is known of the two on one claim; None without an edit."""
    groups: tuple[Group, ...]


def path_of(code: str, other: str) -> str:
    """Where the comparison of two codes is, from the folder of the site."""
    return f"{FOLDER}/{'-'.join(sorted((code, other)))}.html"


def compared(entry: Entry, known: Mapping[str, Entry]) -> Iterator[str]:
    """The codes with which a publication is compared: those its data calls related.

    Not those of pair edits alone: a code has hundreds of these, and little in common with most.
    """
    for code, relation in entry.related:
        if relation != "pair" and code != entry.code and code in known:
            yield code


def comparisons(known: Mapping[str, Entry], voice: Voice) -> Iterator[Comparison]:
    """The comparison of each two publications of which one names the other as related."""
    pairs = {
        tuple(sorted((entry.code, code)))
        for entry in known.values()
        for code in compared(entry, known)
    }
    for first, second in sorted(pairs):
        yield _comparison(known[first], known[second], voice)


def _comparison(first: Entry, second: Entry, voice: Voice) -> Comparison:
    one, other = first.profile, second.profile
    groups = (
        Group(voice.say("The service"), tuple(_service(first, second, voice))),
        Group(voice.say("Payment"), tuple(_payment(one, other, voice))),
        Group(voice.say("Indicators"), tuple(_indicators(one, other, voice))),
        Group(voice.say("Modifiers"), tuple(_modifiers(one, other, voice))),
    )
    indicator = one.edits.get(second.code) or other.edits.get(first.code)
    meaning = PAIR.values.get(indicator) if indicator else None
    edit = None if meaning is None else f"{indicator}: {voice.say(meaning.meaning)}"
    filled = tuple(group for group in groups if group.rows)
    return Comparison(path_of(first.code, second.code), first, second, edit, filled)


def _service(first: Entry, second: Entry, voice: Voice) -> Iterator[Row]:
    named = [voice.label(entry.service_type or "–") for entry in (first, second)]
    yield Row(voice.say("Service type"), *named)
    yield Row(voice.say("Version"), first.version, second.version)


def _payment(one: Profile, other: Profile, voice: Voice) -> Iterator[Row]:
    if one.release is None and other.release is None:
        return
    yield Row(voice.say("Fee schedule"), one.release or "–", other.release or "–")
    for index, setting in enumerate(("nonfacility", "facility")):
        yield Row(
            voice.label(setting),
            voice.money(one.payments[index]),
            voice.money(other.payments[index]),
        )
    for index, title in enumerate((N_("Total RVUs, non-facility"), N_("Total RVUs, facility"))):
        rvus = [
            voice.number(profile.rvus[index]) if profile.rvus else "–" for profile in (one, other)
        ]
        yield Row(voice.say(title), *rvus)


def _indicators(one: Profile, other: Profile, voice: Voice) -> Iterator[Row]:
    for known in INDICATORS:
        values = [profile.indicators.get(known.field) for profile in (one, other)]
        if any(values):
            meanings = {value: meaning.meaning for value, meaning in known.values.items()}
            said = [
                f"{value}: {voice.say(meanings[value])}" if value in meanings else value or "–"
                for value in values
            ]
            yield Row(voice.say(known.name), *said)


def _modifiers(one: Profile, other: Profile, voice: Voice) -> Iterator[Row]:
    for code in sorted({*one.modifiers, *other.modifiers}):
        lines = [voice.label(profile.modifiers.get(code, "–")) for profile in (one, other)]
        yield Row(code, *lines)
