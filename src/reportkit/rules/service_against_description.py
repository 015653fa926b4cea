"""Rule: a sentence that says of the service what its own description excludes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.check.described import codes_beside, described_acts, is_description
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.contraries import contrary_service
from reportkit.reading.acts import ActMention, acts, is_said_of_service
from reportkit.reading.text import Text, prose_texts, worded_texts
from reportkit.workspace.publication import Publication

_OF_CODE = frozenset(
    {
        *("views", "imaged", "measured", "complexity", "delivery", "approach", "image", "specimen"),
        *("route", "patient", "contact", "nerve", "abdomen", "operated", "leads", "guidance"),
        *("drug for", "drawn from", "interpretation", "depth", "tests"),
    }
)
"""Aspects of which a code has one value."""


@rule("error", "clinical text")
def service_against_description(publication: Publication) -> Iterator[Issue]:
    """A text or a step says that the service is done in another way than described, or on another.

    Why:
        A sentence that was taken over from the report of a neighbouring code is fluent and false:
        a test of blood is called one of urine, an open operation one through a camera.

    Bad:
        # summary
        definition: CPT 57511 reports an open operation.
        relevance: The operation is done through a small camera.

    Good:
        # summary
        definition: CPT 57511 reports an open operation.
        relevance: An operation through a small camera is another service.
    """
    described = _described(publication)
    for text in prose_texts(publication):
        if text.key not in ("summary", "billing-overview") and not _is_step(publication, text):
            continue
        for act in acts(text):
            known = described.get(act.aspect)
            if known and act.value not in known.values and _is_of_service(publication, text, act):
                yield Issue(
                    text.at(act.start, act.end),
                    f"`{text.plain[act.start : act.end]}` is said of the service, and so is "
                    f"`{known.words}`",
                    "say which of the two it is",
                    related=((known.text.at(known.first.start, known.first.end), "said first"),),
                )
    yield from _title(publication)


def _title(publication: Publication) -> Iterator[Issue]:
    """A word of the title that the definition excludes."""
    if not publication.is_written("summary"):
        return
    for text in worded_texts(publication):
        if (text.key, text.route) == ("report", ("title",)):
            words = contrary_service(text.plain, publication.summary.definition)
            if words is not None:
                start = text.plain.index(words[0])
                yield Issue(
                    text.at(start, start + len(words[0])),
                    f"`{words[0]}` is said of the service in its title, and `{words[1]}` in its "
                    "definition",
                    "say which of the two it is",
                    related=((at("summary", "definition"), "the definition"),),
                )


def _is_step(publication: Publication, text: Text) -> bool:
    """Whether a text is a step that belongs to the service."""
    match text.key, text.route:
        case "clinical-context", ("workflow", int(index), *_):
            step = publication.clinical.workflow[index]
            return step.included or not acts(text) or acts(text)[0].aspect in _OF_PREPARATION
    return False


_OF_PREPARATION = frozenset({"specimen", "patient"})
"""Aspects on which a step that is paid by itself tells of the service as well."""


@dataclass(frozen=True, slots=True)
class _Described:
    """What the descriptions say of one aspect of the service."""

    text: Text
    first: ActMention
    values: frozenset[str]
    """All that its first sentence on it says: an operation may be open or through a scope."""

    @property
    def words(self) -> str:
        return self.text.plain[self.first.start : self.first.end]


def _described(publication: Publication) -> dict[str, _Described]:
    described: dict[str, _Described] = {}
    for text, act in described_acts(publication):
        sentence = text.sentence(act.start)
        values = frozenset(
            other.value
            for other in acts(text)
            if other.aspect == act.aspect and sentence.holds(other.start)
        )
        if act.aspect in _OF_CODE:
            described.setdefault(act.aspect, _Described(text, act, values))
    return described


def _is_of_service(publication: Publication, text: Text, act: ActMention) -> bool:
    """Whether a sentence says it of the service outright, and of no other code."""
    return codes_beside(text, act.start) <= {publication.code} and is_said_of_service(
        text, act, described=is_description(text) or text.route[0] == "workflow"
    )
