"""Where a search found nothing, it is not made again on the same words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.findings.place import At
from reportkit.reading.text import Text, heard
from reportkit.workspace.passages import Passage


def text_of(words: str, *route: str | int) -> Text:
    return Text(Passage("summary", route, words))


def test_what_is_silent_is_asked_once() -> None:
    asked: list[Text] = []

    def find(text: Text) -> Iterator[At]:
        asked.append(text)
        if "odd" in text.words:
            yield text.at(0, 3)

    for number in range(3):
        assert [*heard(text_of("Nothing of note.", "relevance"), find)] == []
        (place,) = heard(text_of("Odd words.", "uses", number), find)
        assert place.route == ("uses", number)
    assert [text.plain for text in asked].count("Nothing of note.") == 1


def test_the_same_words_in_another_field_are_another_text() -> None:
    def find(text: Text) -> Iterator[At]:
        if text.route == ("definition",):
            yield text.at(0, 3)

    assert [*heard(text_of("One text.", "relevance"), find)] == []
    assert len([*heard(text_of("One text.", "definition"), find)]) == 1
