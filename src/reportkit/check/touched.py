"""Find what of a publication rests on values of its data: sentences, waivers, signatures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

from reportkit.check.acceptance import words_of
from reportkit.findings.place import At, route_text
from reportkit.model.subjects import FIELDS
from reportkit.reading.text import section_texts
from reportkit.source.conditions import Condition
from reportkit.source.references import Quoting, Reference, Referring, Saying
from reportkit.workspace.approval import approval
from reportkit.workspace.house_texts import conditions_of
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS


@dataclass(frozen=True, slots=True)
class Touched:
    """What of one publication has to be looked at again when values of its data change."""

    sentences: tuple[tuple[str, str], ...] = ()
    """Place and words of each sentence that takes a value, is held to it, or was accepted."""
    waivers: tuple[str, ...] = ()
    """Rule and path of each waiver for the data or for a section with such a sentence."""
    signatures: tuple[str, ...] = ()
    """Role and name of each signature that stands, and would not."""


def touched(publication: Publication, fields: Collection[str]) -> Touched:
    """What rests on `fields`, as `asc.payment_rate`; every signature, as it is for the whole.

    Raises Unavailable if a file that has to be read for it is faulty.
    """
    sentences = tuple(_sentences(publication, fields))
    sections = {where.key for where, _ in sentences}
    return Touched(
        tuple((f"{where.key}.{route_text(where.route)}", words) for where, words in sentences),
        tuple(_waivers(publication, sections)) if fields else (),
        tuple(f"{one.role} {one.name}" for one in approval(publication).standing),
    )


def _sentences(publication: Publication, fields: Collection[str]) -> Iterator[tuple[At, str]]:
    datasets = {field.partition(".")[0].partition("[")[0] for field in fields}
    accepted = {
        one.sentence for one in publication.accepted if not datasets.isdisjoint(FIELDS[one.subject])
    }
    for text in section_texts(publication):
        for sentence in text.sentences:
            words = words_of(text, sentence)
            references = text.references(sentence)
            named = any(_rests(reference, fields, publication) for reference in references)
            if named or words in accepted:
                yield text.at(sentence.start, sentence.end), words


def _rests(reference: Referring, fields: Collection[str], publication: Publication) -> bool:
    match reference:
        case Reference(names=names):
            return _any_of([".".join(names[1:])], fields)
        case Condition(comparisons=comparisons):
            ways = [
                ".".join(way.names[1:]) for comparison in comparisons for way in comparison.ways
            ]
            return _any_of(ways, fields)
        case Quoting(name=name):
            deciding = conditions_of(name, publication)
            return any(_rests(condition, fields, publication) for condition in deciding)
        case Saying(name=name) if name in STATEMENTS:
            return _any_of(STATEMENTS[name].needs, fields)
    return False


def _any_of(ways: Collection[str], fields: Collection[str]) -> bool:
    """Whether one of the fields lies on one of the ways, or behind it."""
    return any(_behind(field, way) or _behind(way, field) for way in ways for field in fields)


def _behind(longer: str, shorter: str) -> bool:
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))


def _waivers(publication: Publication, sections: Collection[str]) -> Iterator[str]:
    code = publication.code
    files = [f"report/{code}/input.yaml", *(f"sections/{code}/{key}.yaml" for key in sections)]
    for waiver in publication.waivers:
        path = waiver.path.partition("#")[0]
        if any(fnmatch(file, path) for file in files):
            yield f"{waiver.rule} {waiver.path}"
