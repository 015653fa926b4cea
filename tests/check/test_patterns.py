"""The patterns of waivers name files and routes, whatever they hold, and in bounded time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.patterns import fits_file, leads_to


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("sections/57511/summary.yaml", "sections/57511/summary.yaml", True),
        ("./sections/57511/summary.yaml", "sections/57511/summary.yaml", True),
        ("sections/*/summary.yaml", "sections/57511/summary.yaml", True),
        ("sections/*.yaml", "sections/57511/summary.yaml", False),
        ("sections/**", "sections/57511/summary.yaml", True),
        ("**/summary.yaml", "summary.yaml", True),
        ("**/summary.yaml", "a/b/summary.yaml", True),
        ("**/summary.yaml", "a/b/my-summary.yaml", False),
        ("a/**/z", "a/z", True),
        ("report/5751?/input.yaml", "report/57511/input.yaml", True),
        ("report?57511/input.yaml", "report/57511/input.yaml", False),
        ("sections/[ab]/x", "sections/a/x", False),
        ("", "a", False),
        ("**a*b", "xa/yab", True),
    ],
)
def test_a_glob_names_files(glob: str, path: str, fits: bool) -> None:
    assert fits_file(glob, path) is fits


@pytest.mark.parametrize(
    ("pattern", "route", "leads"),
    [
        ("notes", "notes[3]", True),
        ("notes[*]", "notes[13]", True),
        ("notes[*]", "notes", False),
        ("note", "notes[3]", False),
        ("*", "relevance", True),
        ("patient.*", "patient.age", True),
        ("vignette.*.age", "vignette.patient.age", True),
        ("vignette.*", "vignette", False),
        ("a", "ab", False),
        ("codes", "codesets", False),
        ("relevance", "relevances", False),
        ("units", "units.most", True),
        ("a", "a[0].b", True),
        ("notes[*]", "notes[x]", False),
        ("notes[*]", "notes[]", False),
        ("*", "notes[1]", True),
        ("*.*", "notes[1]", False),
    ],
)
def test_a_route_is_at_or_below_a_pattern(pattern: str, route: str, leads: bool) -> None:
    assert leads_to(pattern, route) is leads


PIECES = st.lists(st.sampled_from(["**/", "**", "*", "?", "a", "b", "/"]), max_size=8).map("".join)
MEANT = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@given(PIECES, st.text("ab/", max_size=8))
def test_a_glob_means_what_its_regular_expression_means(glob: str, path: str) -> None:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    pattern = "".join(MEANT.get(part, re.escape(part)) for part in parts)
    assert fits_file(glob, path) is (re.fullmatch(pattern, path) is not None)


@pytest.mark.parametrize("star", ["*", "**", "**/", "*a", "?*"])
def test_forty_stars_end(star: str) -> None:
    begun = time.perf_counter()
    assert not fits_file(star * 40 + "!", "a" * 200 + "/" + "a" * 200)
    assert not leads_to("*" * 40 + "!", "a" * 200)
    assert time.perf_counter() - begun < 5
