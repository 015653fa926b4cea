"""Turn what was made of a publication into an edition: its frozen files and its entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TypeVar

from reportkit.model.editions import ChangeKind, Edition, Editions, Ingredient, Recall
from reportkit.publish.evidence import FINDINGS, MANIFEST, Evidence, manifest_bytes
from reportkit.workspace.content import content_sha256
from reportkit.workspace.editions import SOURCES, entry_sha256, folder_of
from reportkit.workspace.publication import Publication

E = TypeVar("E", Edition, Recall)


def frozen_files(artefacts: Mapping[str, bytes], evidence: Evidence) -> dict[str, bytes]:
    """The files of an edition by their path in its folder: artefacts, sources, findings."""
    sources = {f"{SOURCES}/{path}": content for path, content in evidence.files.items()}
    review = {MANIFEST: manifest_bytes(evidence), FINDINGS: evidence.findings}
    return {**artefacts, **review, **sources}


def edition_of(
    publication: Publication,
    files: Mapping[str, bytes],
    change: ChangeKind | None,
    released: datetime,
) -> Edition:
    """The entry of an edition that is released with these files, at the end of the chain."""
    report = publication.report
    before = publication.editions.released
    return sealed(
        Edition(
            version=report.version,
            released=released,
            published=report.published,
            effective=report.effective,
            ended=None if report.ended is None else report.ended.since,
            change=change,
            content_sha256=content_sha256(publication),
            made_with=tuple(_ingredients(publication)),
            files={path: _sha256(content) for path, content in sorted(files.items())},
            before=before[-1].sha256 if before else None,
            sha256="",
        )
    )


def recall_entry(
    editions: Editions, edition: Edition, by: str, reason: str, recalled: datetime
) -> Recall:
    """The entry that recalls an edition, at the end of the recalls."""
    before = editions.recalled
    return sealed(
        Recall(
            version=edition.version,
            recalled=recalled,
            by=by,
            reason=reason,
            edition=edition.sha256,
            before=before[-1].sha256 if before else None,
            sha256="",
        )
    )


def sealed(entry: E) -> E:
    """An entry with its own hash."""
    return entry.model_copy(update={"sha256": entry_sha256(entry)})


Read = Callable[[str], bytes | None]
"""The bytes of a file by its path in the project; None if it cannot be read."""


def changed_files(code: str, edition: Edition, read: Read) -> Iterator[str]:
    """What became of the frozen files of an edition that are not as they were released."""
    for path, digest in edition.files.items():
        place = f"{folder_of(code, edition.version)}/{path}"
        content = read(place)
        if content is None:
            yield f"{place} is gone, or cannot be read"
        elif _sha256(content) != digest:
            yield f"{place} has changed since version {edition.version} was released"


def added_files(code: str, editions: Editions, paths: Iterator[str]) -> Iterator[str]:
    """Files below the folder of a code that no edition was released with."""
    known = {
        f"{folder_of(code, edition.version)}/{path}"
        for edition in editions.released
        for path in edition.files
    }
    for path in paths:
        if path not in known:
            yield f"{path} is of no edition that was released"


def _ingredients(publication: Publication) -> Iterator[Ingredient]:
    """The input as it lies in the project, and the files that its data was taken from."""
    given = publication.files["input"].file
    yield Ingredient(what="input", file=given.path, sha256=given.sha256)
    for key, origin in publication.input.provenance.items():
        digests = origin.sha256.split(_AND) if origin.sha256 else []
        names = origin.file.split(_AND) if origin.file else []
        for index, digest in enumerate(digests):
            name = names[index] if len(names) == len(digests) else origin.file
            yield Ingredient(what=key, file=name, sha256=digest)


_AND = " + "
"""Stands between the names, and the hashes, of files that one dataset was made of."""


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
