"""Make the ledger of statements: each sentence on a subject, and the ground it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportkit.check.acceptance import standing, words_of
from reportkit.check.issue import At
from reportkit.model.base import given
from reportkit.model.files import text_name
from reportkit.model.subjects import FIELDS, OF_MEDICARE, Subject
from reportkit.model.texts import Wording
from reportkit.reading.sentences import Sentence
from reportkit.reading.subjects import About, is_on_center, is_sure, names_other_payer, subjects_of
from reportkit.reading.text import Text, section_texts
from reportkit.source.conditions import Condition
from reportkit.source.references import Reference, Referring, Saying
from reportkit.workspace.house_texts import condition_for
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS

Kind = Literal["generated", "bound", "cited", "accepted"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence stands on: a statement's name, a field, a source's id, or a person."""

    kind: Kind
    what: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence on a subject, with its ground, and with the gap if the subject is one."""

    text: Text
    sentence: Sentence
    subject: Subject
    ground: Ground | None
    gap: int | None
    """Index of the record under `missing:`; None if the subject's data was provided."""

    @property
    def at(self) -> At:
        """Where the sentence stands."""
        return self.text.at(self.sentence.start, self.sentence.end)

    @property
    def words(self) -> str:
        """The sentence as typed."""
        return words_of(self.text, self.sentence)


@lru_cache(maxsize=4)
def ledger(publication: Publication) -> tuple[Entry, ...]:
    """The sentences of the sections that speak of a subject, each with each of its subjects.

    Raises Unavailable if the input or the report is faulty.
    """
    data = publication.input
    payers = tuple(name for one in data.payers or () for name in (one.name, *one.aliases))
    about = About(publication.code, data.sites or (), data.modifiers or (), payers)
    return tuple(
        entry
        for text in section_texts(publication)
        for spoken in subjects_of(text, about)
        for entry in _entries(text, spoken.sentence, spoken.subjects, publication)
    )


def _entries(
    text: Text, sentence: Sentence, spoken: tuple[Subject, ...], publication: Publication
) -> Iterator[Entry]:
    references = text.references(sentence)
    for subject in dict.fromkeys((*_generated(references), *spoken)):
        ground = _ground(text, sentence, subject, references, publication)
        gap = None
        if not (ground and ground.kind in ("cited", "generated")) and is_sure(sentence, subject):
            gap = _gap(sentence, subject, publication)
        yield Entry(text, sentence, subject, ground, gap)


def _generated(references: tuple[Referring, ...]) -> Iterator[Subject]:
    """The subjects of the statements that are written into a sentence."""
    for reference in references:
        if isinstance(reference, Saying) and reference.name in STATEMENTS:
            yield from STATEMENTS[reference.name].subjects


def _ground(
    text: Text,
    sentence: Sentence,
    subject: Subject,
    references: tuple[Referring, ...],
    publication: Publication,
) -> Ground | None:
    """The first ground of a sentence on a subject, in the order in which they bind."""
    words = words_of(text, sentence)
    acceptance = standing(publication.accepted, words, subject, publication.input)
    accepted = None
    if acceptance is not None:
        accepted = Ground("accepted", f"{acceptance.name}, {acceptance.accepted}")
    if subject in OF_MEDICARE and names_other_payer(text, sentence):
        return accepted
    for reference in references:
        if isinstance(reference, Saying) and subject in _generated((reference,)):
            return Ground("generated", f"say.{reference.name}")
    for field in _bound_to(text, references, publication):
        if field.split(".")[1] in FIELDS[subject]:
            return Ground("bound", field)
    covering = _covering(subject, publication)
    for source in text.cites(sentence):
        if source in covering:
            return Ground("cited", source)
    return accepted


def _bound_to(
    text: Text, references: tuple[Referring, ...], publication: Publication
) -> Iterator[str]:
    """The ways through the input that a sentence takes values from, or is held to."""
    for reference in (*references, *_deciding(text, publication)):
        match reference:
            case Reference(names=("input", _, *_)):
                yield reference.text
            case Condition(comparisons=comparisons):
                yield from (
                    way.text
                    for comparison in comparisons
                    for way in comparison.ways
                    if way.names[0] == "input"
                )
            case _:
                pass
    if _is_row_of_provided(text, publication):
        yield "input.modifiers"


def _deciding(text: Text, publication: Publication) -> tuple[Condition, ...]:
    """The condition under which a wording of a house text is printed, which holds its sentences."""
    if text_name(text.key) is None:
        return ()
    index = int(text.route[1])
    wordings: tuple[Wording, ...] = given(publication.files[text.key].sound, "wordings", ())
    condition = condition_for(wordings[index])
    return () if condition is None else (condition,)


def _is_row_of_provided(text: Text, publication: Publication) -> bool:
    """Whether a text is of the row of a modifier that was provided: its code binds it."""
    match text.key, text.route:
        case "coding-specifications", ("modifiers", int(index), *_):
            code = publication.coding.modifiers[index].code
            return code in (publication.input.modifiers or ())
        case _:
            return False


def _covering(subject: Subject, publication: Publication) -> frozenset[str]:
    """Ids of the sources that tell of a subject: by provenance, by a row, or as they say."""
    data = publication.input
    ids = {source.id for source in publication.report.sources if subject in source.covers}
    for field in FIELDS[subject]:
        for key, origin in data.provenance.items():
            if key == field or key.startswith(f"{field}."):
                ids.add(origin.source)
        rows = getattr(data, field)
        if isinstance(rows, tuple):
            ids |= {row.source for row in rows if hasattr(row, "source")}
    return frozenset(ids)


def _gap(sentence: Sentence, subject: Subject, publication: Publication) -> int | None:
    """The record of the data a sentence would need, if that is missing; its index."""
    data = publication.input
    main, *others = FIELDS[subject]
    if subject == "payment":
        main, others = ("asc", []) if is_on_center(sentence) else ("mpfs", [])
    elif subject == "modifiers":
        others = []
    if any(getattr(data, field) for field in (main, *others)):
        return None
    for index, record in enumerate(data.missing):
        if record.field == main and getattr(data, main) is None:
            return index
    return None


def share_without_ground(entries: tuple[Entry, ...]) -> int:
    """How many of a hundred statements stand on nothing, rounded up."""
    without = sum(entry.ground is None for entry in entries)
    return -(-100 * without // len(entries)) if entries else 0
