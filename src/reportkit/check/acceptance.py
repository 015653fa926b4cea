"""Say what an acceptance binds: the words of a sentence, and the data of its subject."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from reportkit.model.accepted import Acceptance
from reportkit.model.input import ProvidedInput
from reportkit.model.subjects import FIELDS, Subject
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text


def words_of(text: Text, sentence: Sentence) -> str:
    """The words of a sentence as typed, references and all, with single blanks."""
    span = text.source(sentence.start, sentence.end)
    return " ".join(text.passage.text[span.start : span.end].split())


def id_of(words: str) -> str:
    """A short name for a sentence, for the command line: eight digits of the hash of its words."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def data_sha256(subject: Subject, data: ProvidedInput) -> str:
    """SHA-256 over the fields of the input that hold a subject, as JSON with sorted keys.

    A key that holds its default says what an absent one says, so that a kind of data that
    reportkit comes to know later leaves what was accepted before as it is.
    """
    fields = data.model_dump(mode="json", include=set(FIELDS[subject]), exclude_defaults=True)
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def standing(
    acceptances: Iterable[Acceptance], words: str, subject: Subject, data: ProvidedInput
) -> Acceptance | None:
    """The acceptance that holds for a sentence on a subject, if there is one."""
    given = [one for one in acceptances if (one.subject, one.sentence) == (subject, words)]
    if not given:
        return None
    digest = data_sha256(subject, data)
    return next((one for one in given if one.data_sha256 == digest), None)
