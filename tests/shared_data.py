"""Find files that tests need and that may not be copied into the repository.

They are files of CMS and of payers, and an old report. The folder `shared` beside the repository
has them, or the one that REPORTKIT_SHARED names.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from small_project import ROOT

SHARED = Path(os.environ.get("REPORTKIT_SHARED") or ROOT.parent / "shared")


def needs(path: Path) -> pytest.MarkDecorator:
    """Skip a test where a file or folder is missing; tests/skips.py fails it in CI."""
    return pytest.mark.skipif(
        not path.exists(), reason=f"{path.name} is missing; REPORTKIT_SHARED names where it is"
    )
