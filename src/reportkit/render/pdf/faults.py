"""Collect everything that went wrong while a page was printed."""

from __future__ import annotations

import logging
import re
import threading
from typing import TYPE_CHECKING

from reportkit.render.pdf.nodes import ancestor, descendants
from reportkit.render.pdf.roles import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportkit.render.pdf.nodes import Node


class RenderFault(Exception):  # noqa: N818 - it is a fault of the page, not of the program
    """A page that cannot be published as it is, with every reason found."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


_LONG_ADDRESS = re.compile(r"(\bdata:[^\s'\"]{40})[^\s'\"]+")
"""An address that is the whole of a picture, of which the beginning tells what it is."""


class Listener(logging.Handler):
    """Keeps what a logger says in this thread at the level of a warning and above."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._logger = logger
        self._thread = threading.get_ident()
        self._level = logger.level

    def __enter__(self) -> Listener:
        if not self._logger.isEnabledFor(logging.WARNING):
            self._logger.setLevel(logging.WARNING)
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.setLevel(self._level)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message, in the words of the logger."""
        if record.thread == self._thread and not record.msg.startswith(_SLOW_SUBSETTING):
            message = _LONG_ADDRESS.sub(r"\1…", record.getMessage())
            self.messages.append(message[:1].lower() + message[1:].rstrip("."))


def faults_of(root: Node) -> Iterator[str]:
    """What a structure tree lacks for PDF/UA-1 that WeasyPrint does not mention."""
    level = 0
    for node in descendants(root):
        if node.tag == "Figure" and not node.alternative:
            yield "picture without alternative text, give the svg a <title> or the img an alt"
        elif node.tag in _HEADINGS:
            before, level = level, int(node.tag[1])
            if level > before + 1:
                says = spoken(node.element)
                after = f"after h{before}" if before else "as the first heading"
                yield f'h{level} "{says}" {after} skips a level, use h{before + 1}'
        elif node.tag == "LI" and ancestor(node, "L") is None:
            yield f'list item "{spoken(node.element)}" outside a list, put it in a ul or ol'


_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))

# The fontTools path gives the same pages; which one was taken is in the library versions.
_SLOW_SUBSETTING = "Using fontTools instead of HarfBuzz-Subset"
