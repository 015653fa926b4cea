"""Key of a file of the project to its model, and to its place."""

import re
from typing import Final

from reportkit.model.accepted import Accepted
from reportkit.model.base import Record
from reportkit.model.editions import Editions
from reportkit.model.imported import Imported
from reportkit.model.input import ProvidedInput
from reportkit.model.project import Project
from reportkit.model.report import Report
from reportkit.model.review import Decisions
from reportkit.model.sections import AUTHORED
from reportkit.model.signoff import Signoff
from reportkit.model.texts import HouseText
from reportkit.model.waivers import HouseWaivers, Waivers

MODELS: dict[str, type[Record]] = {
    "project": Project,
    "house-waivers": HouseWaivers,
    "texts": HouseText,
    "report": Report,
    "input": ProvidedInput,
    **AUTHORED,
    "imported": Imported,
    "accepted": Accepted,
    "waivers": Waivers,
    "signoff": Signoff,
    "review": Decisions,
    "editions": Editions,
}
"""Kind of file to its model, in reading order.

The first three are of the project, and a publication has one file of each other kind. The key of a
file is its kind; that of a house text is `texts/` and its name.
"""
TEXTS: Final = "texts"
_TEXT_PATH: Final = re.compile(r"report/texts/([^/]+)\.yaml")


def kind_of(key: str) -> str:
    """The kind of a file by its key."""
    return key.partition("/")[0]


def model_of(key: str) -> type[Record]:
    """The model of a file by its key."""
    return MODELS[kind_of(key)]


def text_key(name: str) -> str:
    """The key of the house text of a name."""
    return f"{TEXTS}/{name}"


def text_name(key: str) -> str | None:
    """The name of a house text by its key; None for a file of another kind."""
    kind, _, name = key.partition("/")
    return name if kind == TEXTS and name else None


def place_of(key: str, code: str = "<code>") -> str:
    """The path of a file of the project from its folder."""
    match key:
        case "project":
            return "report/project.yaml"
        case "texts":
            return "report/texts/<name>.yaml"
        case _ if (name := text_name(key)) is not None:
            return f"report/texts/{name}.yaml"
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
    if text := _TEXT_PATH.fullmatch(path):
        return text_key(text[1]), ""
    code = path.split("/")[1] if path.count("/") == 2 else ""
    return next(((key, code) for key in MODELS if place_of(key, code) == path), None)
