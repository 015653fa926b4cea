"""One publication: its files as read, and the models rules and pages work with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from reportkit.model.accepted import Acceptance, Accepted
from reportkit.model.font_coverage import FontCoverage, shipped_coverage
from reportkit.model.input import Missing, ProvidedInput
from reportkit.model.project import Project
from reportkit.model.report import Report
from reportkit.model.sections import AUTHORED
from reportkit.model.sections.billing_overview import BillingOverview
from reportkit.model.sections.clinical_context import ClinicalContext
from reportkit.model.sections.coding_specifications import CodingSpecifications
from reportkit.model.sections.summary import Summary
from reportkit.model.signoff import Signature, Signoff
from reportkit.model.waivers import Waiver, Waivers
from reportkit.source.load import Loaded

M = TypeVar("M", bound=BaseModel)


class Unavailable(Exception):  # noqa: N818 -- a state of the file, not a fault of the caller
    """A file a rule needs could not be read as what it should be."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, eq=False)
class Publication:
    """The files of one code, by key: `project`, `report`, `input`, each section's id, and
    `accepted`, `waivers` and `signoff` if there are any.

    The properties give models; they raise Unavailable when the file is faulty, and the
    engine then says that the rule was skipped and why.
    """

    code: str
    files: Mapping[str, Loaded[Any]]
    previous: Publication | None = None
    """The edition before, where one to compare with was named."""
    fonts: FontCoverage | None = field(default_factory=shipped_coverage)
    """What the fonts it is set in cover; None where a project's own cannot be read."""
    words: frozenset[str] = frozenset()
    """Words of the house that are spelled right, in small letters: report/words.txt."""

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
    def gaps(self) -> tuple[Missing, ...]:
        """The ledger of missing data; empty if the input cannot be read."""
        loaded = self.files.get("input")
        model = cast("ProvidedInput | None", loaded.model if loaded else None)
        return model.missing if model else ()

    @property
    def unwritten(self) -> tuple[str, ...]:
        """Sections that have no file, as the ledger of gaps says."""
        return tuple(section for section in AUTHORED if not self.is_written(section))

    def is_written(self, section: str) -> bool:
        """False for a section that has no file and is left to the ledger of gaps."""
        return section in self.files

    def models(self) -> Iterator[tuple[str, BaseModel]]:
        """Every file that has its form, by key, in reading order."""
        for key, loaded in self.files.items():
            if loaded.model is not None:
                yield key, loaded.model

    def model_of(self, key: str) -> BaseModel | None:
        """The model of a file; None if there is no such file or it has not its form."""
        loaded = self.files.get(key)
        return loaded.model if loaded else None

    def model(self, key: str) -> BaseModel:
        """The model of a file; raises Unavailable if there is none."""
        return self._model(key, BaseModel)

    def _model(self, key: str, kind: type[M]) -> M:
        loaded = self.files.get(key)
        if loaded is None or not isinstance(loaded.model, kind):
            raise Unavailable(key)
        return loaded.model
