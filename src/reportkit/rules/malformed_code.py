"""Rule: a code that does not have the shape of its code system."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import rule
from reportkit.model.codes import CODE_PATTERNS, CODE_SHAPES
from reportkit.model.dataset_kind import ANY_CODE
from reportkit.model.datasets import CODES_AT
from reportkit.model.input import ProvidedInput
from reportkit.model.paths import values_at
from reportkit.model.sections.coding_specifications import CodingSpecifications
from reportkit.source.emit import flow
from reportkit.workspace.publication import Publication

_Code = tuple[At, str, str]


@rule("error", "codes and figures")
def malformed_code(publication: Publication) -> Iterator[Issue]:
    """A code does not have the shape that codes of its system have.

    Why:
        A code with a missing digit, a small letter or no dot matches nothing when it is
        looked up, and readers copy it as it stands.

    Bad:
        # input
        modifiers: ["22", "5"]

    Good:
        # input
        modifiers: ["22", "59"]
    """
    for where, system, code in _codes(publication):
        pattern = CODE_PATTERNS[system]
        if pattern.fullmatch(code):
            continue
        better = _nearest(system, code)
        yield Issue(
            where,
            f"`{code}` does not have the shape of a {system} code",
            f"did you mean {better}?" if better else f"write {CODE_SHAPES[system]}",
            fix=Fix(flow(better)) if better else None,
        )


def _codes(publication: Publication) -> Iterator[_Code]:
    report, data = publication.report, publication.input
    yield At("report", ("code",)), report.code_system, report.code
    yield At("input", ("code",)), data.code_system, data.code
    if publication.is_written("clinical-context"):
        vignette = At("clinical-context", ("vignette", "code"))
        yield vignette, report.code_system, publication.clinical.vignette.code
    if publication.is_written("coding-specifications"):
        yield from _modifiers(publication.coding)
    yield from _provided(data)


def _modifiers(coding: CodingSpecifications) -> Iterator[_Code]:
    for index, row in enumerate(coding.modifiers):
        yield At("coding-specifications", ("modifiers", index, "code")), "modifier", row.code
    for index, left in enumerate(coding.excluded_modifiers):
        where = At("coding-specifications", ("excluded_modifiers", index, "code"))
        yield where, "modifier", left.code
    for number, service in enumerate(coding.companion_services):
        for index, code in enumerate(service.modifiers):
            route = ("companion_services", number, "modifiers", index)
            yield At("coding-specifications", route), "modifier", code


def _provided(data: ProvidedInput) -> Iterator[_Code]:
    for path, system in CODES_AT.items():
        rows = dict(values_at(data, path.rpartition(".")[0]))
        for route, code in values_at(data, path):
            yield At("input", route), _system(system, code, rows.get(route[:-1])), code


def _system(system: str, code: str, row: object) -> str:
    """The code system; the row says it where that of one kind of data differs by row."""
    if system == ANY_CODE:
        return "CPT" if code[:1].isdigit() else "HCPCS"
    return system if system in CODE_PATTERNS else str(getattr(row, system))


def _nearest(system: str, code: str) -> str | None:
    plain = code.strip().upper()
    tries = [plain, plain.strip("-‐‑–—"), re.sub("[-‐‑–—\\s]", "", plain)]
    if system == "ICD-10-CM" and "." not in plain and len(plain) > 3:
        tries.append(f"{plain[:3]}.{plain[3:]}")
    words = [word for word in plain.split() if CODE_PATTERNS[system].fullmatch(word)]
    tries += words if len(words) == 1 and system != "modifier" else []
    return next((trie for trie in tries if CODE_PATTERNS[system].fullmatch(trie)), None)
