"""Set the PDF of a publication as it is now, or say what keeps it from being set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reportkit.assemble.document import NoSection
from reportkit.desk.snapshot import page_job, theme_of
from reportkit.model.base import Unavailable
from reportkit.pipeline import preview_pdf
from reportkit.render.pdf import RenderFault
from reportkit.render.theme import ThemeError
from reportkit.workspace.publication import lacking
from reportkit.workspace.workspace import read_workspace

T = TypeVar("T")


def set_paper(root: Path, code: str, section: str | None = None) -> bytes | str:
    """The PDF of a publication or of one section; or, in words, what keeps it from being set."""
    publication = read_workspace(root, [code]).publications[0]

    try:
        return page_told(lambda: preview_pdf(publication, page_job(theme_of(root)), section))
    except NoSection as absent:
        return f"the publication has no section `{absent}`"


def page_told(make: Callable[[], T]) -> T | str:
    """What is made of a page; or, in words, what keeps the page from being set."""
    try:
        return make()
    except Unavailable as absent:
        return f"{lacking(absent)} cannot be read"
    except RenderFault as broken:
        return "; ".join(broken.messages)
    except ThemeError as broken:
        return f"templates/{broken}"
