"""One publication: its files as read, and the models rules and pages work with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from pydantic import BaseModel

from reportkit.findings.place import Route
from reportkit.model.absence import undeclared_gaps
from reportkit.model.accepted import Acceptance, Accepted
from reportkit.model.base import Unavailable, Withheld, given, whole
from reportkit.model.editions import Editions
from reportkit.model.font_coverage import FontCoverage, shipped_coverage
from reportkit.model.imported import Imported
from reportkit.model.input import Missing, ProvidedInput
from reportkit.model.project import Project, RuleSetting
from reportkit.model.report import Report
from reportkit.model.review import Decisions
from reportkit.model.sections import AUTHORED
from reportkit.model.sections.billing_overview import BillingOverview
from reportkit.model.sections.clinical_context import ClinicalContext
from reportkit.model.sections.coding_specifications import CodingSpecifications
from reportkit.model.sections.summary import Summary
from reportkit.model.signoff import Signature, Signoff
from reportkit.model.waivers import HouseWaiver, HouseWaivers, Waiver, Waivers
from reportkit.source.load import Loaded

M = TypeVar("M", bound=BaseModel)


class Unreadable(Unavailable):
    """A file that is needed is not there or does not have its form."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def lacking(absent: Unavailable) -> str:
    """What is not there, in words: a file, or a value in one."""
    match absent:
        case Unreadable(key=key):
            return f"{key}.yaml"
        case Withheld(field=field):
            return f"the value of `{field}`"
        case _:
            return "a value"


def recorded(loaded: Loaded[Any]) -> tuple[Missing, ...]:
    """The records of an input's ledger of missing data that can be read."""
    return whole(given(loaded.sound, "missing", ()))


def settings_of(loaded: Loaded[Any]) -> Mapping[str, RuleSetting]:
    """The settings of rules that can be read of a project.yaml."""
    settings: dict[str, RuleSetting] = given(loaded.sound, "rules", {})
    return {name: setting for name, setting in settings.items() if whole((setting,))}


@dataclass(frozen=True, eq=False)
class Publication:
    """The files of one code, by key: `project`, `report`, `input`, each section's id,
    `house-waivers`, `imported`, `accepted`, `waivers`, `signoff`, `review` and `editions` if there
    are any, and `texts/<name>` for each house text that they refer to. `words` and `texts` stand
    for what cannot be read of the house.

    The properties give models. They raise Unavailable when the file cannot be read, and so does
    a model that is asked for a field whose value is at fault; the engine then says that the
    rule was skipped and why.
    """

    code: str
    files: Mapping[str, Loaded[Any]]
    previous: Publication | None = None
    """The edition before, where one to compare with was named."""
    fonts: FontCoverage | None = field(default_factory=shipped_coverage)
    """What the fonts it is set in cover; None where a project's own cannot be read."""
    words: frozenset[str] | None = frozenset()
    """Words of the house that are spelled right, in small letters; None where report/words.txt
    cannot be read."""
    house_texts: frozenset[str] = frozenset()
    """Names of the house texts that there are: report/texts/."""
    frozen: frozenset[str] = frozenset()
    """Versions of which a folder lies in editions/<code>/."""

    @property
    def is_readable(self) -> bool:
        """Whether every one of its files has its form."""
        return all(loaded.model is not None for loaded in self.files.values())

    @property
    def project(self) -> Project:
        """House settings."""
        return self._model("project", Project)

    @property
    def report(self) -> Report:
        """What the publication is and promises."""
        return self._model("report", Report)

    @property
    def input(self) -> ProvidedInput:
        """What was provided."""
        return self._model("input", ProvidedInput)

    @property
    def summary(self) -> Summary:
        """The summary as written."""
        return self._model("summary", Summary)

    @property
    def billing(self) -> BillingOverview:
        """The billing overview as written."""
        return self._model("billing-overview", BillingOverview)

    @property
    def clinical(self) -> ClinicalContext:
        """The clinical context as written."""
        return self._model("clinical-context", ClinicalContext)

    @property
    def coding(self) -> CodingSpecifications:
        """The coding specifications as written."""
        return self._model("coding-specifications", CodingSpecifications)

    @property
    def imported(self) -> Imported:
        """What an import left to be settled; nothing if there is no imported.yaml."""
        if "imported" not in self.files:
            return Imported(reportkit="imported/1")
        return self._model("imported", Imported)

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The signatures given; none if there is no signoff.yaml."""
        return self._model("signoff", Signoff).signatures if "signoff" in self.files else ()

    @property
    def accepted(self) -> tuple[Acceptance, ...]:
        """The sentences accepted by persons; none if there is no accepted.yaml."""
        return self._model("accepted", Accepted).accepted if "accepted" in self.files else ()

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers as written; none if there is no waivers.yaml."""
        return self._model("waivers", Waivers).waivers if "waivers" in self.files else ()

    @property
    def house_waivers(self) -> tuple[HouseWaiver, ...]:
        """The waivers of the house; none if there is no such file."""
        if "house-waivers" not in self.files:
            return ()
        return self._model("house-waivers", HouseWaivers).waivers

    @property
    def decisions(self) -> Decisions:
        """What reviewers decided; nothing if there is no review.yaml."""
        if "review" not in self.files:
            return Decisions(reportkit="review/1")
        return self._model("review", Decisions)

    @property
    def editions(self) -> Editions:
        """The editions released so far; none if there is no editions.yaml."""
        if "editions" not in self.files:
            return Editions(reportkit="editions/1", released=())
        return self._model("editions", Editions)

    @property
    def gaps(self) -> tuple[Missing, ...]:
        """The ledger of missing data as far as it can be read, and what it leaves out.

        Readers are told of a kind of data that nobody has declared missing yet as well.
        """
        try:
            named = undeclared_gaps(self.input, self.report.sections)
        except Unavailable:
            named = ()
        return (*recorded(self.files["input"]), *named) if "input" in self.files else ()

    @property
    def settings(self) -> Mapping[str, RuleSetting]:
        """How the project sets rules, as far as it can be read."""
        return settings_of(self.files["project"])

    @property
    def unwritten(self) -> tuple[str, ...]:
        """Sections that have no file, as the ledger of gaps says."""
        return tuple(section for section in AUTHORED if not self.is_written(section))

    def is_written(self, section: str) -> bool:
        """False for a section that has no file and is left to the ledger of gaps."""
        return section in self.files

    def models(self) -> Iterator[tuple[str, BaseModel]]:
        """Every file that has its form, by key, in reading order, as far as each is sound."""
        for key, loaded in self.files.items():
            if loaded.sound is not None:
                yield key, loaded.sound

    def model_of(self, key: str) -> BaseModel | None:
        """The model of a file; None if there is no such file or it has not its form."""
        loaded = self.files.get(key)
        return loaded.model if loaded else None

    def model(self, key: str) -> BaseModel:
        """What is sound of a file; raises Unreadable if nothing is."""
        return self._model(key, BaseModel)

    def place_of(self, withheld: Withheld) -> tuple[str, Route]:
        """Key of the file and route of a field that was asked for and is withheld."""
        editions = (self, self.previous) if self.previous else (self,)
        for key, loaded in chain.from_iterable(edition.files.items() for edition in editions):
            for route, record in loaded.withheld.items():
                # Equal, not the same: what was made of a like publication is remembered.
                if record == withheld.record and route[-1] == withheld.field:
                    return key, route
        raise withheld

    def _model(self, key: str, kind: type[M]) -> M:
        loaded = self.files.get(key)
        sound = loaded.sound if loaded else None
        if not isinstance(sound, kind):
            raise Unreadable(key)
        return sound
