"""Name the standard PDF structure type of an HTML element.

The types are those of ISO 32000-1, 14.8.4; no role map is needed, as every type is standard.
"""

from __future__ import annotations

from typing import Any, Final

SVG: Final = "{http://www.w3.org/2000/svg}svg"
SVG_TITLE: Final = "{http://www.w3.org/2000/svg}title"

GROUPS: Final = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""Types that hold blocks: text straight inside one is given a paragraph of its own."""

INLINE: Final = frozenset({"Span", "Link", "Code", "Quote", "Reference", "Note"})

HIDDEN: Final = "Artifact"
"""Not a structure type: what is marked so is drawn but not read."""

TRANSPARENT: Final = ""
"""Not a structure type: the content belongs to the element around it."""


def role_of(element: Any) -> str:
    """The structure type of an element; `HIDDEN` or `TRANSPARENT` if it has none."""
    if element.get("aria-hidden") == "true":
        return HIDDEN
    role = _BY_ROLE.get(element.get("role", ""))
    if role is not None:
        return role
    tag = element.tag
    if tag == "img" and element.get("alt") == "":
        return HIDDEN
    if tag == "figure" and not is_figure(element):
        return "Div"
    if tag == "a" and "href" not in element.attrib:
        return "Span"
    return _BY_TAG.get(tag, "Span")


def role_of_pseudo(pseudo: str, around: str, *, is_contents: bool = False) -> str:
    """The structure type of a pseudo-element, given its name and the type around it.

    The marker of a list item may be set as its `::before`. The page that a link leads to may be set
    behind it for those who read on paper; only a list of contents is read with its pages.
    """
    if pseudo in ("marker", "before"):
        return "Lbl" if around in ("LI", "TOCI") else TRANSPARENT
    if pseudo == "after" and around == "Link" and not is_contents:
        return HIDDEN
    return _BY_PSEUDO.get(pseudo, TRANSPARENT)


def is_figure(element: Any) -> bool:
    """Whether a `figure` holds one picture: then both are one Figure, caption included."""
    pictures = tables = 0
    for child in element.iter():
        pictures += child.tag in ("img", SVG)
        tables += child.tag == "table"
    return pictures == 1 and not tables


def alternative(element: Any) -> str | None:
    """The text for those who do not see a picture: the svg's title, or alt, or aria-label."""
    if element.tag == SVG:
        title = element.find(SVG_TITLE)
        text = "" if title is None else "".join(title.itertext())
    else:
        text = element.get("alt", "")
    text = " ".join((text or element.get("aria-label", "")).split())
    return text or None


def spoken(element: Any) -> str:
    """What a link or a heading says, for link annotations and messages."""
    text = element.get("title") or element.get("aria-label") or "".join(element.itertext())
    return " ".join(text.split())


_BY_ROLE: Final = {
    "doc-footnote": "Note",
    "doc-noteref": "Link",
    "doc-toc": "Sect",
    "none": TRANSPARENT,
    "presentation": TRANSPARENT,
}

_BY_PSEUDO: Final = {
    "footnote-call": "Reference",
    "footnote-marker": "Lbl",
    "note-call": "Reference",
    "note-marker": "Lbl",
}

_BY_TAG: Final = {
    "html": TRANSPARENT,
    "body": TRANSPARENT,
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    **dict.fromkeys(("address", "aside", "details", "div", "footer", "header", "nav"), "Div"),
    **dict.fromkeys(("fieldset", "form", "hgroup", "search"), "Div"),
    "blockquote": "BlockQuote",
    **dict.fromkeys(("p", "pre", "summary"), "P"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "menu", "dl"), "L"),
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "figure": "Figure",
    "figcaption": "Caption",
    **dict.fromkeys(("img", SVG), "Figure"),
    "a": "Link",
    "q": "Quote",
    **dict.fromkeys(("code", "kbd", "samp", "var"), "Code"),
}
