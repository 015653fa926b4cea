"""Key of a file of the project to its model, and to its place."""

from reportkit.model.accepted import Accepted
from reportkit.model.base import Record
from reportkit.model.editions import Editions
from reportkit.model.input import ProvidedInput
from reportkit.model.project import Project
from reportkit.model.report import Report
from reportkit.model.review import Decisions
from reportkit.model.sections import AUTHORED
from reportkit.model.signoff import Signoff
from reportkit.model.waivers import HouseWaivers, Waivers

MODELS: dict[str, type[Record]] = {
    "project": Project,
    "house-waivers": HouseWaivers,
    "report": Report,
    "input": ProvidedInput,
    **AUTHORED,
    "accepted": Accepted,
    "waivers": Waivers,
    "signoff": Signoff,
    "review": Decisions,
    "editions": Editions,
}
"""In reading order; all but the first two are there once for each publication."""


def place_of(key: str, code: str = "<code>") -> str:
    """The path of a file of the project from its folder."""
    match key:
        case "project":
            return "report/project.yaml"
        case "house-waivers":
            return "report/waivers.yaml"
        case "editions":
            return f"editions/{code}/editions.yaml"
        case _ if key in AUTHORED:
            return f"sections/{code}/{key}.yaml"
        case _:
            return f"report/{code}/{key}.yaml"


def file_at(path: str) -> tuple[str, str] | None:
    """Key and code of the file that a path from the project folder names, as `place_of` has it.

    The code is empty for a file of the whole project; None for what is no file with a model.
    """
    code = path.split("/")[1] if path.count("/") == 2 else ""
    return next(((key, code) for key in MODELS if place_of(key, code) == path), None)
