"""Write the small publication that rules try their examples on as a project to work on."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

SECTIONS = ("summary", "billing-overview", "clinical-context", "coding-specifications")


def write_project(root: Path, *codes: str) -> Path:
    """A project with a publication of each code, all with the same words."""
    _put(root, "report/project.yaml", _specimen("project"))
    for code in codes or ("57511",):
        texts = {key: _specimen(key).replace("57511", code)
                 for key in ("report", "input", *SECTIONS)}  # fmt: skip
        digest = hashlib.sha256(texts["input"].encode()).hexdigest()
        texts["report"] = texts["report"].replace("HASH_OF_INPUT", digest)
        for key, text in texts.items():
            folder = "sections" if key in SECTIONS else "report"
            _put(root, f"{folder}/{code}/{key}.yaml", text)
    return root


def _specimen(key: str) -> str:
    return files("reportkit.check.specimen").joinpath(f"{key}.yaml").read_text("utf-8")


def _put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())
