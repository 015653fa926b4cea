"""List the changes of a publication's prose: codes, numbers, names, sources and contraries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.challenge.change import Change, Kind
from reportkit.challenge.swaps import SIDES, SWAPS, another_code, in_case_of, pattern_of
from reportkit.check.grounds import ledger
from reportkit.findings.place import Route, Span
from reportkit.reading.codes import code_mentions
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.sides import sides
from reportkit.reading.text import Text, section_texts
from reportkit.source.scalar_map import source_span
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.publication import Publication

_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?(?![\w]|\.\d)")
_PATTERNS = tuple((kind, words, pattern_of(words)) for kind, words in SWAPS)


Found = tuple[Kind, int, int, str]
"""Kind of a change, the stretch of the text that it replaces, and what by."""
Where = tuple[str, Route, int]
"""File, route and start of a sentence."""
_EVERYWHERE = frozenset[Kind]({"codes", "payers", "sites", "sex", "side"})
"""What is changed in any sentence; numbers and contraries only where data could tell."""


def text_changes(publication: Publication) -> Iterator[Change]:
    """Each fact of the sections' prose, changed; statements and references are no prose.

    A sentence that stands on nothing is named for that and stops a release as it is: what would
    become of its words is asked when it has a ground.
    """
    grounded = _grounded(publication)
    for text in section_texts(publication):
        for kind, start, end, new in _changes(text, publication):
            stands = grounded.get((text.key, text.route, text.sentence(start).start))
            if stands or (stands is None and kind in _EVERYWHERE):
                yield _of_file(text, publication, kind, text.source(start, end), new)
        for _, span in text.passage.citations:
            yield _of_file(text, publication, "citations", span, "")


def _grounded(publication: Publication) -> dict[Where, bool]:
    """The sentences on a subject, and whether each stands on something for every subject."""
    grounded: dict[Where, bool] = {}
    for entry in ledger(publication):
        where = (entry.text.key, entry.text.route, entry.sentence.start)
        stands = entry.ground is not None or entry.gap is not None
        grounded[where] = grounded.get(where, True) and stands
    return grounded


def _changes(text: Text, publication: Publication) -> Iterator[Found]:
    """The changes of a text; what is in a code is no number of its own."""
    taken: set[int] = set()
    codes = [(mention.code, mention.start, mention.end) for mention in code_mentions(text)]
    codes += [(mention.code, mention.start, mention.end) for mention in modifier_mentions(text)]
    for code, start, end in codes:
        if taken.isdisjoint(range(start, end)):
            yield "codes", start, end, another_code(code)
        taken.update(range(start, end))
    yield from _named(text, publication)
    for match in _NUMBER.finditer(text.plain):
        if taken.isdisjoint(range(*match.span())):
            yield "digits", *match.span(), another_code(match[0])
    for mention in sides(text):
        if mention.side != "both":
            end = mention.start + len(mention.side)
            yield "side", mention.start, end, SIDES[mention.side]
    for kind, words, pattern in _PATTERNS:
        for match in pattern.finditer(text.plain):
            yield kind, *match.span(), in_case_of(words[match[0].lower()], match[0])


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
            yield kind, *match.span(), new


def _of_file(text: Text, publication: Publication, kind: Kind, span: Span, new: str) -> Change:
    loaded = publication.files[text.key]
    node = node_at(loaded.tree.root, text.route) if loaded.tree.root else None
    if not isinstance(node, Scalar):
        raise TypeError("prose is a scalar of its file")
    stretch = source_span(loaded.file.text, node, span.start, span.end)
    return Change(kind, text.key, text.route, stretch, new)
