"""Gather what a publication carries of its own making, and read it from a file that is not trusted.

A PDF carries it as attachments, a web page as one JSON block: every source file in its
published form, the findings, and a manifest with hashes, versions and the ledger of gaps. From
either the sources can be taken out again and built to the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final, Literal

from pydantic import ValidationError
from pypdf.errors import PyPdfError

from reportkit.publish.attached import attached
from reportkit.publish.carried_paths import BadPath, check_paths
from reportkit.publish.manifest import FORM, Environment, Manifest, manifest_data, read_manifest
from reportkit.render.metadata import allow_block

MANIFEST: Final = "manifest.json"
FINDINGS: Final = "findings.json"
LARGEST: Final = 50_000_000
"""Bytes of evidence that are read from a file at most."""


class NoEvidence(Exception):  # noqa: N818 -- says what the file lacks
    """A file that carries no evidence, or evidence of an unknown form; says it of the file."""


class BrokenEvidence(Exception):  # noqa: N818 -- says what became of the evidence
    """Evidence that does not hold together, as in no publication that left the house."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a publication was made from; `files` maps paths of the project to bytes."""

    manifest: Manifest
    findings: bytes
    files: Mapping[str, bytes]


def make_evidence(
    about: Mapping[str, Any],
    environment: Environment,
    findings: bytes,
    files: Mapping[str, bytes],
) -> Evidence:
    """Gather the evidence: `about` goes into the manifest beside the hashes.

    `findings` are canonical JSON. Raises BadPath for a file that could not be taken out again.
    """
    check_paths(files)
    manifest = Manifest.model_validate(
        {
            **about,
            "environment": environment,
            "findings_sha256": _sha256(findings),
            "files": tuple(
                {"name": name, "path": path, "sha256": _sha256(files[path])}
                for name, path in attachment_names(files).items()
            ),
        }
    )
    return Evidence(manifest, findings, dict(files))


def canonical(data: Mapping[str, Any]) -> bytes:
    """Data as canonical JSON: sorted keys, no white space, UTF-8, a final line end."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{text}\n".encode()


def manifest_bytes(evidence: Evidence) -> bytes:
    """The manifest as it is attached."""
    return canonical(manifest_data(evidence.manifest))


def attachment_names(files: Mapping[str, bytes]) -> dict[str, str]:
    """A flat name for each path, as PDF readers show no folders."""
    names: dict[str, str] = {}
    for path in sorted(files):
        last = PurePosixPath(path).name
        taken = last in names or last in (MANIFEST, FINDINGS)
        names[path.replace("/", "-") if taken else last] = path
    return names


def embed(html: str, evidence: Evidence) -> str:
    """The page with its evidence in one JSON block at the end of its body."""
    block = {
        "manifest": manifest_data(evidence.manifest),
        "findings": json.loads(evidence.findings),
        "files": {
            path: base64.b64encode(content).decode() for path, content in evidence.files.items()
        },
    }
    # Nothing in a JSON string can end the script element once `<` is written as an escape.
    text = canonical(block).decode().strip().replace("<", "\\u003c")
    script = f'<script type="application/json" id="reportkit-evidence">{text}</script>\n</body>'
    return script.join(allow_block(html, text).rsplit("</body>", 1))


def read_evidence(content: bytes) -> Evidence:
    """The evidence a published PDF or web page carries, whatever the file is called.

    Raises NoEvidence or BrokenEvidence. What the bytes of a hostile file make the readers of
    PDF and JSON do is bounded by the process this runs in alone.
    """
    evidence = _from_pdf(content) if kind_of(content) == "pdf" else _from_html(content)
    _check(evidence)
    return evidence


Kind = Literal["pdf", "html"]


def kind_of(content: bytes) -> Kind:
    """What a file is by its first bytes; raises NoEvidence for what is neither."""
    if content.startswith(b"%PDF"):
        return "pdf"
    if _DOCTYPE.match(content[:200]):
        return "html"
    raise NoEvidence("is neither a PDF nor a web page")


_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<!doctype html", re.IGNORECASE)
_BLOCK = re.compile(
    rb'<script type="application/json" id="reportkit-evidence">(.*?)</script>', re.DOTALL
)


def pages_end(content: bytes) -> int:
    """Where a published file ends and a signature may begin, in a PDF (ISO 32000-1, 7.5.5)."""
    mark = _END.search(content) if content.startswith(b"%PDF") else None
    return len(content) if mark is None else mark.end()


_END = re.compile(rb"startxref\n\d+\n%%EOF\n")


def _from_pdf(content: bytes) -> Evidence:
    try:
        files = attached(content[: pages_end(content)])
        if MANIFEST not in files:
            raise NoEvidence(f"carries no {MANIFEST} among its attachments")
        manifest = _manifest(files[MANIFEST].content)
        for name in (FINDINGS, *(entry.name for entry in manifest.files)):
            if name not in files:
                raise BrokenEvidence(f"lacks the attachment {name}")
        bodies = {entry.path: files[entry.name].content for entry in manifest.files}
        return Evidence(manifest, files[FINDINGS].content, bodies)
    except (PyPdfError, *_UNREADABLE) as fault:
        raise BrokenEvidence("has attachments that cannot be read") from fault


def _from_html(content: bytes) -> Evidence:
    block = _BLOCK.search(content)
    if block is None:
        raise NoEvidence("carries no block named reportkit-evidence")
    try:
        data = json.loads(block[1])
        manifest = _manifest(canonical(data["manifest"]))
        files = {
            path: base64.b64decode(text, validate=True) for path, text in data["files"].items()
        }
        return Evidence(manifest, canonical(data["findings"]), files)
    except _UNREADABLE as fault:
        raise BrokenEvidence("has evidence that cannot be read") from fault


_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError,
               IndexError, ArithmeticError, AssertionError, NotImplementedError)  # fmt: skip
"""What readers of PDF and JSON raise for bytes that are neither."""


def _json(text: bytes) -> object:
    """What a text says as JSON; None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _manifest(text: bytes) -> Manifest:
    data = _json(text)
    if not isinstance(data, dict):
        raise BrokenEvidence("has a manifest that cannot be read")
    form = data.get("form")
    if form != FORM:
        raise NoEvidence(f"has a manifest of the form {str(form)[:60]}, not {FORM}")
    try:
        return read_manifest(text)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        why = first["msg"].removeprefix("Value error, ")
        raise BrokenEvidence(f"has a manifest that is faulty at {place}: {why}") from fault


def _check(evidence: Evidence) -> None:
    """Refuse evidence whose parts do not fit the manifest, or that would lead out of a folder."""
    if sum(map(len, evidence.files.values())) > LARGEST:
        raise BrokenEvidence(f"carries sources of more than {LARGEST:,} bytes")
    try:
        check_paths([entry.path for entry in evidence.manifest.files])
        check_paths(evidence.files)
    except BadPath as bad:
        raise BrokenEvidence(f"carries a file that no project has: {bad}") from bad
    if set(evidence.files) != {entry.path for entry in evidence.manifest.files}:
        raise BrokenEvidence("carries other files than its manifest names")
    for entry in evidence.manifest.files:
        if _sha256(evidence.files[entry.path]) != entry.sha256:
            raise BrokenEvidence(
                f"carries another {entry.path} than its manifest names: its hash differs"
            )
    if _sha256(evidence.findings) != evidence.manifest.findings_sha256:
        raise BrokenEvidence("carries other findings than its manifest names: their hash differs")
    if not isinstance(_json(evidence.findings), dict):
        raise BrokenEvidence("carries findings that are no mapping of keys to values")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
