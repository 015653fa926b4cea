"""Read from a published page what the catalogue says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from reportkit.catalogue.profile import Profile, profile_of
from reportkit.files.project_files import CarriedFiles
from reportkit.model.base import given, whole
from reportkit.model.edits import Ncci
from reportkit.model.fees import LocalityPayment
from reportkit.model.input import Payer, ProvidedInput, RelatedCode
from reportkit.model.phrases import Phrases
from reportkit.model.states import STATES
from reportkit.publish.evidence import read_evidence
from reportkit.publish.printed_figures import NoFigures, PrintedFigure, read_figures
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import workspace_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication, as lists and the index of the catalogue show it."""

    code: str
    code_system: str
    title: str
    version: str
    status: str
    published: date
    language: str
    service_type: str | None
    """None while the section that names it is not written."""
    payers: tuple[str, ...]
    """The names of the payers it speaks of."""
    states: tuple[str, ...]
    """The states that the names of its payers and localities name."""
    related: tuple[tuple[str, str], ...]
    """Codes it relates to, each with how: `family`, `pair` …"""
    revised: date
    """The day of the last entry of its revision history."""
    change: str
    """What that entry says."""
    address: str | None
    """Where it stands when it is published, if the project names an address."""
    figures: tuple[PrintedFigure, ...]
    profile: Profile
    """What is set beside that of related codes."""


def entry_of(page: bytes) -> Entry:
    """The entry of a page that reportkit published.

    Raises NoEvidence or BrokenEvidence for another file, Unavailable for sources that cannot be
    read.
    """
    evidence = read_evidence(page)
    code = evidence.manifest.code
    publication = workspace_of(CarriedFiles(evidence.files), [code]).publications[0]
    report, provided, project = publication.report, publication.input, publication.project
    named: tuple[Payer, ...] = given(provided, "payers", ()) or ()
    payers = tuple(payer.name for payer in whole(named))
    last = report.revisions[-1] if report.revisions else None
    return Entry(
        code=code,
        code_system=report.code_system,
        title=report.title,
        version=report.version,
        status=evidence.manifest.status,
        published=report.published,
        language=project.language,
        service_type=_service_type(publication),
        payers=payers,
        states=_states((*payers, *_localities(provided))),
        related=tuple(dict.fromkeys(_related(provided, code))),
        revised=report.published if last is None else last.date,
        change="" if last is None else str(last.change),
        address=project.address and project.address.replace("{code}", code),
        figures=_figures(code, page),
        profile=profile_of(publication),
    )


def _service_type(publication: Publication) -> str | None:
    if not publication.is_written("billing-overview"):
        return None
    return given(publication.billing, "service_type", None)


def _localities(provided: ProvidedInput) -> tuple[str, ...]:
    mpfs = given(provided, "mpfs", None)
    localities: tuple[LocalityPayment, ...] = given(mpfs, "localities", ()) or ()
    return tuple(locality.name for locality in whole(localities))


def _states(names: tuple[str, ...]) -> tuple[str, ...]:
    states = {state.value for name in names for state in _names_of_states().find(name)}
    return tuple(sorted(states))


@cache
def _names_of_states() -> Phrases[str]:
    return Phrases({name: name for name in STATES.values()}, {})


def _related(provided: ProvidedInput, code: str) -> list[tuple[str, str]]:
    """Every other code that the data relates to this one."""
    others: tuple[RelatedCode, ...] = given(provided, "related_codes", ()) or ()
    tables: tuple[Ncci, ...] = given(provided, "ncci", ()) or ()
    named = [(other.code, str(other.relation)) for other in whole(others)]
    for table in whole(tables):
        named += [(pair.beside(code), "pair") for pair in whole(table.pairs)]
    return named


def _figures(code: str, page: bytes) -> tuple[PrintedFigure, ...]:
    try:
        return read_figures(f"{code}.html", page).figures
    except NoFigures:
        return ()
