"""HTML of a page → the same HTML with the registered mark after the first "CPT" of each part.

The AMA's licence terms ask for the mark at the first use in each section. A part is the
cover, the contents or one numbered section with its subsections. Only text is touched:
never a tag, an attribute, a script or the head.
"""

from __future__ import annotations

import re


def mark_registered(html: str) -> str:
    """Write "CPT®" for the first "CPT" in the text of each part that isn't marked already."""
    pieces = _TAG.split(html)
    done = False
    hidden: str | None = None if "<body" not in html else "body"
    depth = 0
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            if hidden is None and not done and (word := _CPT.search(piece)):
                done = True
                before, after = piece[: word.end()], piece[word.end() :]
                if not _MARK.match(after):
                    pieces[index] = f"{before}®{after}"
            continue
        closing, name = _name(piece)
        if hidden is not None:
            if name == hidden and closing is (hidden != "body"):
                hidden = None
            continue
        if name in _RAW and not closing:
            hidden = name
        elif name in _PARTS:
            done = done and depth > 0
            depth += -1 if closing else 1
    return "".join(pieces)


_TAG = re.compile(r"(<!--.*?-->|<[a-zA-Z!/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)", re.DOTALL)
_CPT = re.compile(r"\bCPT\b")
_MARK = re.compile(r"\s?(?:®|&reg;|&#174;)")
_PARTS = frozenset({"section", "nav"})
_RAW = frozenset({"script", "style", "title"})


def _name(tag: str) -> tuple[bool, str]:
    match = re.match(r"<(/?)([a-zA-Z][\w-]*)", tag)
    return (match[1] == "/", match[2].lower()) if match else (False, "")
