"""Say the media type of a file by the end of its name."""

from __future__ import annotations

from typing import Final

MEDIA_TYPES: Final[dict[str, str]] = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "otf": "font/otf",
    "png": "image/png",
    "py": "text/x-python",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain",
    "woff2": "font/woff2",
    "yaml": "application/yaml",
}
"""End of a name to media type, as registered with IANA."""


def media_type(name: str) -> str:
    """The media type of a file's name; that of any bytes for an end that is not known."""
    return MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
