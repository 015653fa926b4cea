"""Say what a publication records of its own making, and refuse what has not this form."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from reportkit.model.days import moment_of

FORM: Final = "reportkit/manifest/2"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("holds a character that cannot be seen")
    return text


def _moment(text: str) -> str:
    moment = moment_of(text)
    if moment is None:
        raise ValueError("is no time")
    if not _EARLIEST <= moment <= _LATEST:
        raise ValueError("is no time a publication can be made at")
    return text


_EARLIEST: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_LATEST: Final = datetime.fromisoformat("9999-12-31T00:00:00+00:00")

_Word = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(_printable)]
_Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_Moment = Annotated[str, StringConstraints(max_length=40), AfterValidator(_moment)]


class CarriedFile(_Part):
    """A source file: its name among the attachments, its path in the project, its hash."""

    name: _Word
    path: _Word
    sha256: _Hash


class Environment(_Part):
    """All beside the sources that could change a publication's bytes or its findings."""

    reportkit: _Word
    """Version of the tool."""
    code_sha256: _Hash
    """Of the tool's own code."""
    libraries: Annotated[dict[_Word, _Word], Field(max_length=100)]
    """Version of each library, and of Python, by name."""
    theme_sha256: _Hash
    """Of all files a publication is made with, the project's own among them."""
    rules: Annotated[dict[_Word, _Word], Field(max_length=10_000)]
    """Hash of what each rule does by its name, but for those the settings declare."""
    packages: Annotated[tuple[_Word, ...], Field(max_length=1_000)]
    """The packages that brought rules, each with its version."""


class Manifest(_Part):
    """What a publication is, and the hashes of all it was made from."""

    form: Literal["reportkit/manifest/2"] = FORM
    report: str
    code: str
    code_system: str
    version: str
    status: str
    created: _Moment
    draft: bool
    gaps: tuple[dict[str, str], ...]
    environment: Environment
    files: Annotated[tuple[CarriedFile, ...], Field(max_length=2_000)]
    findings_sha256: _Hash


def read_manifest(text: bytes) -> Manifest:
    """A manifest from its JSON; raises pydantic's ValidationError, which is a ValueError."""
    return Manifest.model_validate_json(text)


def manifest_data(manifest: Manifest) -> dict[str, Any]:
    """A manifest as plain data for JSON."""
    return manifest.model_dump(mode="json")
