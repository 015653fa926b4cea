"""Markdown of an author → safe HTML: paragraphs, emphasis, lists, links, code, line breaks.

Everything else of CommonMark (raw HTML, headings, images, quotes, rules, fenced and
indented code, reference definitions) is switched off and stays the text it was.
`[@id]` becomes the raised number of a source; in American fashion it stands after a
full stop or comma.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict


def blocks_html(markdown: str, targets: Targets) -> Markup:
    """The text as paragraphs and lists."""
    return Markup(_parser().render(markdown, {"targets": targets}))  # noqa: S704


def inline_html(markdown: str, targets: Targets) -> Markup:
    """The text without a paragraph around it, if it is one paragraph; else as blocks.

    For table cells, list items and definitions.
    """
    parser = _parser()
    env: EnvType = {"targets": targets}
    tokens = parser.parse(markdown, env)
    if len(tokens) == 3 and tokens[1].type == "inline":
        tokens = tokens[1:2]
    return Markup(parser.renderer.render(tokens, parser.options, env))  # noqa: S704


@dataclass(frozen=True, slots=True)
class Targets:
    """What a text may refer to within its page."""

    citations: Mapping[str, int]
    """Source id to number."""
    anchors: Set[str]
    """All ids of the page; a link to any other fragment is set as text."""
    source_label: str
    """Accessible name of a citation's link, with `{number}` in it."""


def citation_html(ids: Sequence[str], targets: Targets) -> str:
    """The raised numbers of the sources cited together."""
    parts = []
    for source in ids:
        number = targets.citations[source]
        anchor = f"source-{source}"
        if anchor in targets.anchors:
            label = escape(targets.source_label.format(number=number))
            parts.append(f'<a href="#{escape(anchor)}" aria-label="{label}">{number}</a>')
        else:
            parts.append(str(number))
    return f'<sup class="cite">{",".join(parts)}</sup>'


_SYNTAX = ["list", "emphasis", "link", "autolink", "backticks", "newline", "escape", "entity"]
_RUN = re.compile(r"[ \t]*((?:\[@[\w.-]+\][ \t]*,?[ \t]*)*\[@[\w.-]+\])([.,]?)")
_CITE = re.compile(r"\[@([\w.-]+)\]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "maxNesting": 20})
    parser.enable(_SYNTAX)
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    # Escaped characters stay apart from the text: a value of the input cannot cite a source.
    parser.disable("text_join")
    parser.add_render_rule("text_special", _escaped)
    parser.add_render_rule("text", _text)
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("link_close", _link_close)
    parser.add_render_rule("code_inline", _code)
    return parser


def _text(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    targets: Targets = env["targets"]
    text = tokens[index].content
    if _inside_link(tokens, index):
        return str(escape(text))
    out: list[str] = []
    end = 0
    for run in _RUN.finditer(text):
        ids = _CITE.findall(run[1])
        if any(name not in targets.citations for name in ids):
            continue
        before, word = _last_word(text[end : run.start()])
        numbers = citation_html(ids, targets)
        out += (before, f'<span class="kept">{word}{run[2]}{numbers}</span>')
        end = run.end()
    return "".join((*out, str(escape(text[end:]))))


def _escaped(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return str(escape(tokens[index].content))


def _last_word(text: str) -> tuple[str, str]:
    """Split off the word a number belongs to, so that no line ends between them."""
    start = max(text.rfind(space) for space in " \n\u00a0") + 1
    return str(escape(text[:start])), str(escape(text[start:]))


def _link_open(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    href = str(tokens[index].attrGet("href") or "")
    if not _kept(href, env["targets"]):
        return ""
    outside = "" if href.startswith("#") else ' rel="noopener noreferrer"'
    return f'<a href="{escape(href)}"{outside}>'


def _link_close(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    opening = next(token for token in reversed(tokens[:index]) if token.type == "link_open")
    return "</a>" if _kept(str(opening.attrGet("href") or ""), env["targets"]) else ""


def _code(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return f'<code class="code">{escape(tokens[index].content)}</code>'


def _kept(href: str, targets: Targets) -> bool:
    return not href.startswith("#") or href[1:] in targets.anchors


def _inside_link(tokens: Sequence[Token], index: int) -> bool:
    opened = sum(token.type == "link_open" for token in tokens[:index])
    closed = sum(token.type == "link_close" for token in tokens[:index])
    return opened > closed
