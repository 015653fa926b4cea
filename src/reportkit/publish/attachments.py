"""Evidence in, the PDF's attachments out, each with what it is to the page."""

from __future__ import annotations

from reportkit.publish.evidence import FINDINGS, MANIFEST, Evidence, manifest_bytes
from reportkit.render.pdf import Attachment


def attachments(evidence: Evidence) -> tuple[Attachment, ...]:
    """The manifest, the findings, and every source file."""
    sources = (
        Attachment(
            entry.name,
            evidence.files[entry.path],
            _MEDIA_TYPES.get(entry.name.rpartition(".")[2], "application/octet-stream"),
            f"Source file {entry.path}",
            "Source",
        )
        for entry in evidence.manifest.files
    )
    return (
        Attachment(MANIFEST, manifest_bytes(evidence), "application/json",
                   "Manifest: hashes, versions and the ledger of data gaps", "Supplement"),
        Attachment(FINDINGS, evidence.findings, "application/json",
                   "Findings of the rule check", "Supplement"),
        *sources,
    )  # fmt: skip


_MEDIA_TYPES = {
    "yaml": "application/yaml",
    "py": "text/x-python",
    "txt": "text/plain",
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
}
