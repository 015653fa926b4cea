"""Set the PDF of a publication as it is now, in a process of its own and within a time limit."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from reportkit.contain import Answer, Exceeded, Limits, Raised, contained
from reportkit.desk.snapshot import page_job, theme_of
from reportkit.model.base import Unavailable
from reportkit.pipeline import preview_pdf
from reportkit.render.pdf import RenderFault
from reportkit.render.theme import ThemeError, default_folder
from reportkit.workspace.publication import lacking
from reportkit.workspace.workspace import read_workspace


def paper(root: Path, code: str) -> bytes | str:
    """The PDF of a publication; or, in words, why there is none."""
    limits = Limits(seconds=LONGEST, readable=(str(root), str(default_folder())))
    outcome = contained("reportkit.desk.paper:set_paper", (str(root), code), limits)
    match outcome:
        case Answer(value={"pdf": pdf}):
            return base64.b64decode(pdf)
        case Answer(value={"fault": fault}):
            return f"the PDF cannot be set: {fault}"
        case Exceeded(said=said):
            return f"the PDF cannot be set: {said}"
        case Raised(fault=fault):
            return f"the PDF cannot be set: {fault}"
    raise AssertionError(outcome)


LONGEST: Final = 60
"""Seconds."""


def set_paper(asked: tuple[str, str]) -> dict[str, str]:
    """The `pdf` of a publication in base64, or the `fault` that keeps it from being set."""
    root, code = Path(asked[0]), asked[1]
    workspace = read_workspace(root, [code])
    try:
        job = page_job(theme_of(root))
        pdf = preview_pdf(workspace.publications[0], job)
    except Unavailable as absent:
        return {"fault": f"{lacking(absent)} cannot be read"}
    except RenderFault as fault:
        return {"fault": "; ".join(fault.messages)}
    except ThemeError as broken:
        return {"fault": f"templates/{broken}"}
    return {"pdf": base64.b64encode(pdf).decode()}
