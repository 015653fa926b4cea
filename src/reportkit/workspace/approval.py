"""Publication in, its Approval out: which signatures stand, and the state they leave it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportkit.model.person_names import name_words, one_name
from reportkit.model.report import Status
from reportkit.model.signoff import Signature
from reportkit.workspace.content import content_hashes, content_sha256
from reportkit.workspace.publication import Publication

IN_FORCE: tuple[Status, ...] = ("approved", "published")
"""States that only signatures can give."""


def approval(publication: Publication) -> Approval:
    """Sort the signatures of a publication by whether they stand for its content."""
    signatures = publication.signatures
    if not signatures:
        return Approval((), (), tuple(_lacking(())))
    current = content_sha256(publication)
    standing = tuple(signature for signature in signatures if signature.content_sha256 == current)
    renewed = {signature.role for signature in standing}
    hashes = content_hashes(publication)
    void = tuple(
        Void(index, signature, changed_since(signature, hashes))
        for index, signature in enumerate(signatures)
        if signature.content_sha256 != current and signature.role not in renewed
    )
    return Approval(standing, void, tuple(_lacking(standing)))


def state(publication: Publication) -> Status:
    """The state a publication is in: approved and published only as far as it is signed."""
    declared = publication.report.status
    if declared in IN_FORCE and approval(publication).lacking:
        return "in-review"
    return declared


@dataclass(frozen=True, slots=True)
class Approval:
    """The signatures of a publication against its content."""

    standing: tuple[Signature, ...]
    """Given for the content as it is."""
    void: tuple[Void, ...]
    """Given for other content, and not renewed by anybody in the same role."""
    lacking: tuple[str, ...]
    """What approval still needs; nothing when it is signed."""


@dataclass(frozen=True, slots=True)
class Void:
    """A signature whose content has changed."""

    index: int
    signature: Signature
    changes: tuple[str, ...]
    """`sections/57511/summary.yaml changed`, `… is new`, `… is gone`; empty if unknown."""


def changed_since(signature: Signature, hashes: Mapping[str, str]) -> tuple[str, ...]:
    """What happened to the files a signature lists; nothing if it lists none."""
    signed = signature.files
    if not signed:
        return ()
    gone = {path: "is gone" for path in signed if path not in hashes}
    new = {path: "is new" for path in hashes if path not in signed}
    edited = {path: "changed" for path, digest in hashes.items() if signed.get(path) != digest}
    return tuple(f"{path} {what}" for path, what in sorted({**edited, **new, **gone}.items()))


def same_person(one: Signature, other: Signature) -> bool:
    """Whether two signatures are of one key; where there is none, whether their names can be.

    Two keys with the very same name stand for one person, too.
    """
    if one.key is not None and other.key is not None:
        same_name = sorted(name_words(one.name)) == sorted(name_words(other.name))
        return one.key == other.key or same_name
    return one_name(one.name, other.name)


def _lacking(standing: tuple[Signature, ...]) -> Iterator[str]:
    """An author and one other person make an approval."""
    authors = [signature for signature in standing if signature.role == "author"]
    if not authors:
        yield "the author's signature"
    reviewers = [signature for signature in standing if signature.role != "author"]
    if not any(
        all(not same_person(reviewer, author) for author in authors) for reviewer in reviewers
    ):
        yield "the signature of a reviewer or publisher who is not the author"
