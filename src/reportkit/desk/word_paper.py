"""Set the Word copy of a publication as it is now, and tell which of its words were given out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportkit.desk.made import Made, made_texts
from reportkit.desk.paper import page_told
from reportkit.desk.snapshot import page_job, theme_of
from reportkit.legacy.old_report import Aside, Block, Row
from reportkit.legacy.read_html import read_html
from reportkit.pipeline import preview_html
from reportkit.render.word import word_copy
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace


def set_word_paper(root: Path, code: str) -> bytes | str:
    """The Word copy of a publication; or, in words, what keeps it from being set."""
    publication = read_workspace(root, [code]).publications[0]

    def copy() -> bytes:
        return word_copy(_blocks(root, publication), publication.project.language)

    return page_told(copy)


@lru_cache(maxsize=1)
def page_texts(root: Path, publication: Publication) -> tuple[str, ...]:
    """Every paragraph and cell of the page as it is now; nothing where it cannot be set."""

    def texts() -> tuple[str, ...]:
        return tuple(
            text
            for block in _blocks(root, publication)
            for text in (block.cells if isinstance(block, Row) else (block.text,))
        )

    told = page_told(texts)
    return () if isinstance(told, str) else told


@lru_cache(maxsize=1)
def page_as_made(root: Path, publication: Publication) -> tuple[Made, ...]:
    """Every text of the page as it is now, with where it stands; nothing if it cannot be set."""
    told = page_told(lambda: made_texts(_html(root, publication)))
    return () if isinstance(told, str) else told


def _blocks(root: Path, publication: Publication) -> list[Block]:
    """What stands on the page, but for its navigation. Raises as `preview_html` does."""
    blocks, _ = read_html(_html(root, publication))
    return [block for block in blocks if not isinstance(block, Aside)]


@lru_cache(maxsize=1)
def _html(root: Path, publication: Publication) -> str:
    return preview_html(publication, page_job(theme_of(root)))
