"""Rule: prose of the summary that promises what the report's topics do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.report import Topic
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_PROMISE = re.compile(
    r"\b(?:this|the) (?:full )?(?:report|publication|summary|analysis|overview|section)\b"
    r"|\breaders\b|\btopics covered\b|\bbelow\b|\bfollowing (?:pages|sections)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:outlin|cover|includ|highlight|present|provid|describ|review|summari|list|show|find"
    r"|contain|giv|offer|set|address|discuss|equip|explain)\w*",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[str, tuple[Topic, ...]], ...] = (
    (r"utili[sz]ation(?: \w+)?", ("utilization",)),
    (r"(?:rate |payment |price )?benchmarks?", ("rate-benchmarks", "utilization")),
    (r"payment (?:considerations|rates|amounts|data)|reimbursement rates",
     ("medicare-payment", "rate-benchmarks")),
    (r"(?:payer )?coverage (?:patterns|policies|criteria|positions)", ("payer-coverage",)),
    (r"policy (?:updates|changes)", ("policy-updates",)),
    (r"coding guidance", ("related-codes", "code-parameters")),
    (r"(?:common |typical )?modifiers", ("modifiers",)),
    (r"diagnos(?:is|tic) codes|supporting diagnoses", ("diagnoses",)),
    (r"related codes", ("related-codes",)),
    (r"(?:provider )?taxonom(?:y|ies)(?: codes)?", ("taxonomies",)),
)  # fmt: skip
_TOPICS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), topics) for words, topics in _WORDS
)


@rule("warning", "structure")
def unpromised_topic_in_prose(publication: Publication) -> Iterator[Issue]:
    """The summary promises something that is not among the report's topics.

    Why:
        The promised topics are printed from the list and checked against the content. A
        promise in prose is neither, so it is the one that is not kept.

    Bad:
        # summary
        importance: The publication outlines utilization benchmarks.

    Good:
        # summary
        importance: The publication lists modifiers.
    """
    promised = publication.report.topics
    for passage in passages(publication):
        if passage.key != "summary":
            continue
        for sentence in passage.sentences:
            text = passage.plain[sentence.start : sentence.end]
            if not (_PROMISE.search(text) and _VERB.search(text)):
                continue
            taken: set[int] = set()
            for pattern, topics in _TOPICS:
                for found in pattern.finditer(text):
                    free = taken.isdisjoint(range(*found.span()))
                    taken.update(range(*found.span()))
                    if free and not set(topics) & set(promised):
                        start = sentence.start + found.start()
                        yield Issue(
                            At(passage.key, passage.route, Span(start, start + len(found[0]))),
                            f"`{found[0]}` is promised, but {' or '.join(topics)} is not a topic",
                            "add the topic in report.yaml, or drop the promise",
                            related=((at("report", "topics"), "the topics promised"),),
                        )
