"""Words longer than a line may break, and nothing else of a page is touched."""

from __future__ import annotations

import pytest

from reportkit.render.long_words import LONG, let_long_words_break

WORD = "x" * LONG


def test_a_long_word_is_put_into_an_element_of_its_own() -> None:
    assert let_long_words_break(f"<p>See <a href='/'>{WORD}</a> or {WORD}&amp;.</p>") == (
        f"<p>See <a href='/'><span class=\"unbroken\">{WORD}</span></a> or "
        f'<span class="unbroken">{WORD}&amp;.</span></p>'
    )


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{WORD[1:]} esophagogastroduodenoscopy</p>",
        f'<p title="{WORD} > {WORD}"><!-- {WORD} --></p>',
        f"<head><title>{WORD}</title><style>{WORD}</style></head>",
        f'<script type="application/json">"{WORD}<b>{WORD}"</script>',
        f"<svg><title>{WORD}</title><text>{WORD}</text></svg>",
    ],
)
def test_what_is_short_or_no_text_stays(page: str) -> None:
    assert let_long_words_break(page) == page
