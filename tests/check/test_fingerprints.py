"""A finding keeps its fingerprint when lines shift."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from defects import findings_of, write_defects
from reportkit.check.findings import Findings
from reportkit.source.parse import parse
from reportkit.source.values import plain

FILES = [
    f"sections/57511/{name}.yaml"
    for name in ("summary", "billing-overview", "clinical-context", "coding-specifications")
]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    return fingerprints(findings_of(write_defects(tmp_path_factory.mktemp("defects"))))


def fingerprints(findings: Findings) -> Counter[str]:
    return Counter(finding.fingerprint for finding in findings.findings)


def test_no_two_findings_share_a_fingerprint(before: Counter[str]) -> None:
    assert max(before.values()) == 1


@settings(max_examples=25)
@given(
    file=st.sampled_from(FILES),
    inserts=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(["", "# a remark", "    # further in", "   "])),
        min_size=1,
        max_size=6,
    ),
)
def test_blank_lines_and_comments_anywhere_change_no_fingerprint(
    before: Counter[str], file: str, inserts: list[tuple[float, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_defects(Path(folder)) / file
        lines = path.read_text("utf-8").split("\n")
        for share, insert in inserts:
            changed = lines.copy()
            changed.insert(int(share * (len(lines) - 1)), insert)
            if same_data("\n".join(lines), "\n".join(changed)):
                lines = changed
        path.write_text("\n".join(lines), "utf-8")
        assert fingerprints(findings_of(Path(folder))) == before


def same_data(old: str, new: str) -> bool:
    """True if the insert is layout: inside a text of several lines it would be content."""
    one, other = parse(old), parse(new)
    if one.root is None or other.root is None or other.problems:
        return False
    return bool(plain(one.root) == plain(other.root))
