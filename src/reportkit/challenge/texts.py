"""List the changes of a publication's prose: codes, numbers, names, sources and contraries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from reportkit.challenge.change import Change, Kind
from reportkit.challenge.swaps import SWAPS, in_case_of, next_digit, pattern_of
from reportkit.check.grounds import ledger
from reportkit.findings.place import Route, Span
from reportkit.reading.codes import code_mentions
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.text import Text, section_texts
from reportkit.source.scalar_map import source_span
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.publication import Publication

_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?(?![\w]|\.\d)")
_PATTERNS = tuple((kind, words, pattern_of(words)) for kind, words in SWAPS)


def text_changes(publication: Publication) -> Iterator[Change]:
    """Each fact of the sections' prose, changed; statements and references are no prose."""
    on_subjects = {(entry.text.key, entry.text.route, entry.sentence.start)
                   for entry in ledger(publication)}  # fmt: skip
    for text in section_texts(publication):
        for kind, span, new in _changes(text, publication, on_subjects):
            yield _of_file(text, publication, kind, span, new)
        for _, span in text.passage.citations:
            yield _of_file(text, publication, "citations", span, "")


Found = tuple[Kind, Span, str]
Where = tuple[str, Route, int]
"""File, route and start of a sentence."""


def _changes(text: Text, publication: Publication, on_subjects: Set[Where]) -> Iterator[Found]:
    """Changes with spans in the passage; what is in a code is no number of its own."""
    taken: set[int] = set()
    codes = [(mention.code, mention.start, mention.end) for mention in code_mentions(text)]
    codes += [(mention.code, mention.start, mention.end) for mention in modifier_mentions(text)]
    for code, start, end in codes:
        if taken.isdisjoint(range(start, end)):
            yield "codes", text.source(start, end), next_digit(code)
        taken.update(range(start, end))
    yield from _named(text, publication)
    for match in _NUMBER.finditer(text.plain):
        if taken.isdisjoint(range(*match.span())) and _speaks(text, match.start(), on_subjects):
            yield "digits", text.source(*match.span()), next_digit(match[0])
    for kind, words, pattern in _PATTERNS:
        for match in pattern.finditer(text.plain):
            if kind in ("sex", "side") or _speaks(text, match.start(), on_subjects):
                new = in_case_of(words[match[0].lower()], match[0])
                yield kind, text.source(*match.span()), new


def _speaks(text: Text, offset: int, on_subjects: Set[Where]) -> bool:
    """Whether a sentence is on a subject: numbers and contraries elsewhere are no data's."""
    return (text.key, text.route, text.sentence(offset).start) in on_subjects


def _named(text: Text, publication: Publication) -> Iterator[Found]:
    """The payers and sites a text names by their provided names, each with the next one's."""
    data = publication.input
    groups: tuple[tuple[Kind, list[str]], ...] = (
        ("payers", [payer.name for payer in data.payers or ()]),
        ("sites", [site.name.lower() for site in data.sites or ()]),
    )
    for kind, names in groups:
        following = dict(zip(names, names[1:] + names[:1], strict=True))
        if len(names) < 2:
            continue
        pattern = pattern_of(following)
        known = {name.lower(): other for name, other in following.items()}
        for match in pattern.finditer(text.plain):
            new = in_case_of(known[match[0].lower()], match[0])
            yield kind, text.source(*match.span()), new


def _of_file(text: Text, publication: Publication, kind: Kind, span: Span, new: str) -> Change:
    loaded = publication.files[text.key]
    node = node_at(loaded.tree.root, text.route) if loaded.tree.root else None
    if not isinstance(node, Scalar):
        raise TypeError("prose is a scalar of its file")
    stretch = source_span(loaded.file.text, node, span.start, span.end)
    return Change(kind, text.key, text.route, stretch, new)
