"""Publication and findings in, Evidence out: what a publication carries of its own making.

A PDF carries it as attachments, a web page as one JSON block: every source file, the
findings, and a manifest with hashes, versions and the ledger of gaps. From either the
sources can be taken out again and built to the same bytes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from reportkit.render.metadata import allow_block

FORM: Final = "reportkit/manifest/1"
MANIFEST: Final = "manifest.json"
FINDINGS: Final = "findings.json"
LARGEST: Final = 50_000_000
"""Bytes of evidence that are read from a file at most."""


class NoEvidence(Exception):  # noqa: N818 -- says what the file lacks
    """A file that carries no evidence, or evidence that does not hold together."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a publication was made from; `files` maps paths of the project to bytes."""

    manifest: Mapping[str, Any]
    findings: bytes
    files: Mapping[str, bytes]


def make_evidence(
    about: Mapping[str, Any], findings: Mapping[str, Any], files: Mapping[str, bytes]
) -> Evidence:
    """Gather the evidence: `about` goes into the manifest beside the hashes."""
    said = canonical(findings)
    manifest = {
        "form": FORM,
        **about,
        "findings_sha256": _sha256(said),
        "files": [
            {"name": name, "path": path, "sha256": _sha256(files[path])}
            for name, path in attachment_names(files).items()
        ],
    }
    return Evidence(manifest, said, dict(files))


def canonical(data: Mapping[str, Any]) -> bytes:
    """Data as canonical JSON: sorted keys, no white space, UTF-8, a final line end."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{text}\n".encode()


def attachment_names(files: Mapping[str, bytes]) -> dict[str, str]:
    """A flat name for each path, as PDF readers show no folders."""
    names: dict[str, str] = {}
    for path in sorted(files):
        last = PurePosixPath(path).name
        names[path.replace("/", "-") if last in names else last] = path
    return names


def embed(html: str, evidence: Evidence) -> str:
    """The page with its evidence in one JSON block at the end of its body."""
    block = {
        "manifest": evidence.manifest,
        "findings": json.loads(evidence.findings),
        "files": {
            path: base64.b64encode(content).decode() for path, content in evidence.files.items()
        },
    }
    # Nothing in a JSON string can end the script element once `<` is written as an escape.
    text = canonical(block).decode().strip().replace("<", "\\u003c")
    script = f'<script type="application/json" id="reportkit-evidence">{text}</script>\n</body>'
    return script.join(allow_block(html, text).rsplit("</body>", 1))


def read_evidence(name: str, content: bytes) -> Evidence:
    """The evidence a published PDF or web page carries; raises NoEvidence."""
    if content.startswith(b"%PDF"):
        evidence = _from_pdf(content)
    elif re.match(rb"\s*<!doctype html", content[:200], re.IGNORECASE):
        evidence = _from_html(content)
    else:
        raise NoEvidence(f"{name} is neither a PDF nor a web page")
    try:
        _check(evidence)
    except (KeyError, TypeError, AttributeError) as fault:
        raise NoEvidence("the manifest does not have its form") from fault
    return evidence


def _from_pdf(content: bytes) -> Evidence:
    try:
        attached = PdfReader(io.BytesIO(content)).attachments
        found = {name: bodies[0] for name, bodies in attached.items()}
        manifest = json.loads(found[MANIFEST])
        files = {entry["path"]: found[entry["name"]] for entry in manifest["files"]}
        return Evidence(manifest, found[FINDINGS], files)
    except KeyError as missing:
        raise NoEvidence(f"the PDF carries no {str(missing).strip(chr(39))}") from missing
    except (PyPdfError, ValueError, TypeError, AttributeError, OSError) as fault:
        raise NoEvidence(f"the PDF's attachments cannot be read: {fault}") from fault


def _from_html(content: bytes) -> Evidence:
    found = re.search(
        rb'<script type="application/json" id="reportkit-evidence">(.*?)</script>', content
    )
    if found is None:
        raise NoEvidence("the page carries no block named reportkit-evidence")
    try:
        block = json.loads(found[1])
        files = {
            path: base64.b64decode(text, validate=True) for path, text in block["files"].items()
        }
        return Evidence(block["manifest"], canonical(block["findings"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as fault:
        raise NoEvidence(f"the page's evidence cannot be read: {fault}") from fault


def _check_path(text: str, files: Collection[str]) -> None:
    """Refuse a path that is no file of a project of its own."""
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text:
        raise NoEvidence(f"the path {text} leads out of a project")
    if not text.isprintable() or str(path) != text or text == ".":
        raise NoEvidence("a path of the manifest is not the path of a file")
    if any(str(above) in files for above in path.parents):
        raise NoEvidence(f"the path {text} leads through a file")


def _check(evidence: Evidence) -> None:
    """Refuse evidence whose parts do not fit the manifest, or that would lead out of a folder."""
    if evidence.manifest.get("form") != FORM:
        raise NoEvidence(f"the manifest is not of the form {FORM}")
    if sum(map(len, evidence.files.values())) > LARGEST:
        raise NoEvidence(f"the evidence is larger than {LARGEST:,} bytes")
    if set(evidence.files) != {entry["path"] for entry in evidence.manifest["files"]}:
        raise NoEvidence("the files carried are not those the manifest names")
    for entry in evidence.manifest["files"]:
        _check_path(entry["path"], evidence.files)
        if _sha256(evidence.files[entry["path"]]) != entry["sha256"]:
            raise NoEvidence(f"{entry['path']} is not the file the manifest names: "
                             "its hash differs")  # fmt: skip
    if _sha256(evidence.findings) != evidence.manifest["findings_sha256"]:
        raise NoEvidence("the findings are not those the manifest names: their hash differs")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
