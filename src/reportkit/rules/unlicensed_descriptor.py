"""Rule: a text that holds the CPT descriptor of the code, without a licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.inputs.descriptors import held, telling_words
from reportkit.reading.descriptor_form import descriptor_forms
from reportkit.reading.text import printed_texts, worded_texts
from reportkit.workspace.publication import Publication

_TELLING = 4
"""Words from which on a descriptor inside a longer sentence is no chance."""
_NAMING = 3
"""Words from which on a descriptor that is all of a sentence is no chance."""


@rule("error", "licences")
def unlicensed_descriptor(publication: Publication) -> Iterator[Issue]:
    """A title or text holds the CPT descriptor of the code, and no licence is declared.

    Why:
        Descriptors of CPT belong to the American Medical Association, and printing one takes a
        licence. The import drops them and keeps a fingerprint, by which a copy is found, with
        other articles, plurals and order of words as well: as the whole of a title or sentence
        from three words on, or from four words on inside one. A long descriptor has no fingerprint
        and is found by its form: no verb, and what qualifies it behind a semicolon.

    Bad:
        # input
        mpfs.descriptor:
          words: 4
          sha256: bac6e0c3c4f6a316af4d9865b374631f2555ee8dde3670effa381d4b14fbc184
        # report
        title: Words of a descriptor

    Good:
        # report
        title: Freezing of tissue of the cervix
    """
    if publication.project.licences.cpt is not None:
        return
    yield from _in_form(publication)
    mpfs = publication.input.mpfs
    if mpfs is None or mpfs.descriptor is None:
        return
    for passage in printed_texts(publication):
        text = passage.plain
        for span in held(text, mpfs.descriptor):
            words = text[span.start : span.end]
            least = _NAMING if _is_sentence(text, span) else _TELLING
            if telling_words(words) >= least:
                yield Issue(
                    passage.at(span.start, span.end),
                    f"`{words}` is the descriptor of CPT {publication.code} in {mpfs.release}",
                    "say it in own words, or declare the licence in report/project.yaml",
                    related=(
                        (at("project", "licences", "cpt"), "no licence is declared"),
                        (at("input", "mpfs", "descriptor"), "the descriptor's fingerprint"),
                    ),
                )


def _in_form(publication: Publication) -> Iterator[Issue]:
    """Sentences in the form of a long descriptor, of which no fingerprint may be kept."""
    for text in worded_texts(publication):
        if text.key in ("report", "input") and text.route[0] not in _DESCRIBING:
            continue
        for sentence in descriptor_forms(text):
            yield Issue(
                text.at(sentence.start, sentence.end),
                f"`{sentence.text}` has the form of a descriptor of CPT",
                "say it in own words, or declare the licence in report/project.yaml",
                related=((at("project", "licences", "cpt"), "no licence is declared"),),
            )


_DESCRIBING = ("title", "related_codes")
"""What describes a code outside of the sections."""


def _is_sentence(text: str, span: Span) -> bool:
    """Whether a stretch of a text is all of a sentence, or of the text."""
    before = _ARTICLE.sub("", text[: span.start]).rstrip(_AROUND)
    after = text[span.end :].lstrip(_AROUND)
    return before[-1:] in _ENDS and after[:1] in _ENDS


_AROUND = " \n\"'“”‘’()*_`-–—"
_ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)
_ENDS = ("", ".", "!", "?", ":", ";")
