"""Rule: a character that would be printed as a box."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.font_coverage import FontCoverage
from reportkit.model.invisible import INVISIBLE
from reportkit.reading.text import printed_texts
from reportkit.workspace.passages import Passage
from reportkit.workspace.publication import Publication


@rule("error", "editorial leaks", waivable=False)
def uncovered_character(publication: Publication) -> Iterator[Issue]:
    """The text holds a character that no font of the theme has.

    Why:
        On paper such a character is an empty box, and the reader has to guess what stood
        there; a dose or a limit with a box in it is worse than none. So a report that holds
        one cannot be built. It is found in every text that is published, prose or not.
        `fonts.css` and `house.css` of a project may name further fonts in its templates/.

    Bad:
        # summary
        relevance: A size of ⩾ 3 mm counts.

    Good:
        # summary
        relevance: A size of ≥ 3 mm counts.
    """
    fonts = publication.fonts
    if fonts is None:
        return
    passages = [text.passage for text in printed_texts(publication)]
    met = set().union(*(passage.text for passage in passages)) - _BREAKS
    boxes = {char for char in met if not fonts.covers(char) and not INVISIBLE.match(char)}
    if not boxes:
        return
    box = f"[{re.escape(''.join(sorted(boxes)))}]"
    run = re.compile(rf"{box}+(?:\s+{box}+)*")
    for passage in passages:
        for match in run.finditer(passage.text):
            if passage.plain[match.start()] == passage.text[match.start()]:
                yield _issue(passage, Span(*match.span()), match[0], fonts)


_BREAKS = frozenset("\t\n\r")
_MOST = 3
"""Characters of a run that are named one by one."""
_LONGEST = 40
"""Characters of a run that a message shows at most."""

_PLAINER = {
    "≦": "≤",
    "⩽": "≤",
    "≧": "≥",
    "⩾": "≥",
    "➔": "→",
    "➜": "→",
    "➝": "→",
    "➤": "→",
    "⟶": "→",
    "⟵": "←",
    "✅": "✓",
    "∗": "*",
    "∼": "~",
    "⁃": "-",
}
"""What means the same and is in most fonts."""

_SAFE = ("wide", "narrow", "font", "compat", "square", "noBreak")
"""Kinds of decomposition that keep the meaning: ﬁ is fi, but a raised 2 is no 2."""


def _issue(passage: Passage, span: Span, run: str, fonts: FontCoverage) -> Issue:
    met = dict.fromkeys(character for character in run if not character.isspace())
    named = [f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}" for char in met]
    said = ", ".join(named[:_MOST])
    if len(named) > _MOST:
        said += f" and {len(named) - _MOST} more"
    plainer = "".join(_plainer(char, fonts) or "\0" for char in run)
    where = At(passage.key, passage.route, span)
    message = f"no font has `{_short(run)}`: {said}"
    if "\0" in plainer:
        return Issue(where, message, _hint(run))
    fix = Fix(plainer) if _fits_anywhere(plainer, passage) else None
    return Issue(where, message, f"write `{plainer}`", fix=fix)


def _short(run: str) -> str:
    """The run as a message holds it."""
    flat = " ".join(run.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _hint(run: str) -> str:
    if "\N{REPLACEMENT CHARACTER}" in run:
        return "write what stood there before the text was converted"
    return "write it in words, or name a font that has it in templates/house.css"


def _plainer(character: str, fonts: FontCoverage) -> str | None:
    """Characters the fonts have that mean the same, if there are any."""
    if fonts.covers(character):
        return character
    if character in _PLAINER:
        parts = _PLAINER[character]
    else:
        kind, _, codes = unicodedata.decomposition(character).partition(" ")
        if kind.strip("<>") not in _SAFE:
            return None
        parts = "".join(chr(int(code, 16)) for code in codes.split())
    plain = [part if part == " " else _plainer(part, fonts) for part in parts]
    return "".join(char for char in plain if char) if all(plain) else None


def _fits_anywhere(plainer: str, passage: Passage) -> bool:
    """Whether no sign of YAML or Markdown comes in, nor a number or null in place of a text."""
    letters = all(char.isalnum() or not char.isascii() for char in plainer)
    return letters and " " in passage.text.strip()
