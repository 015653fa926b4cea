"""A release of ICD-10-CM in, titles, validity and Excludes1 notes of its codes out.

The package simple-icd-10-cm reads the tabular list of the CDC (XML) and the list of codes that
goes with it, and carries one release of both. It keeps one release at a time, as this does.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import ParseError, iterparse

from reportkit.inputs.layout import LayoutError
from reportkit.model.icd10 import excludes, exclusions


def shipped_release() -> tuple[SourceText, SourceText]:
    """The tabular list and the list of codes the package carries; raises ImportError."""
    package = find_spec(_PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise ImportError(_PACKAGE)
    folder = Path(package.submodule_search_locations[0]) / "data"
    found = (next(folder.glob(pattern)) for pattern in ("*.xml", "*.txt"))
    tabular, codes = (SourceText(path.name, path.read_bytes()) for path in found)
    return tabular, codes


def read_icd10(tabular: SourceText, codes: SourceText) -> Release:
    """Read a release; raises LayoutError for a file that is not as published."""
    year = _fiscal_year(tabular)
    _check_codes(codes)
    april = "apr" in tabular.name.lower()
    return Release(
        name=f"FY{year} April" if april else f"FY{year}",
        start=date(year, 4, 1) if april else date(year - 1, 10, 1),
        library=_loaded(tabular, codes),
    )


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file of a release; `name` is its name alone."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """One release of the code set, which holds from `start`."""

    name: str
    """`FY2026`, or `FY2026 April` for the addition within the fiscal year."""
    start: date
    library: ModuleType

    def entry(self, code: str) -> Entry | Unusable:
        """What the release says of a code, written with its dot."""
        if not self.library.is_valid_item(code) or self.library.is_chapter_or_block(code):
            return Unusable(f"{code} is not in ICD-10-CM {self.name}", ())
        if not self.library.is_leaf(code):
            below = tuple(self.library.get_children(code))
            return Unusable(f"{code} is a heading in ICD-10-CM {self.name}, not a code for a claim",
                            below)  # fmt: skip
        return Entry(self.library.get_description(code), tuple(self._excluded(code)))

    def _excluded(self, code: str) -> Iterator[str]:
        """The patterns of the code's own Excludes1 notes and of those above it."""
        notes = [note for above in (code, *self.library.get_ancestors(code))
                 for note in self.library.get_excludes1(above)]  # fmt: skip
        found = dict.fromkeys(pattern for note in notes for pattern in exclusions(note))
        for pattern in found:
            wider = (each for each in found if each != pattern and excludes(each, pattern))
            if not any(wider) and not excludes(pattern, code):
                yield pattern


@dataclass(frozen=True, slots=True)
class Entry:
    """A code that can stand on a claim."""

    title: str
    excludes1: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a code cannot stand on a claim, and the codes below it that may be meant."""

    reason: str
    below: tuple[str, ...]


def _loaded(tabular: SourceText, codes: SourceText) -> ModuleType:
    """The package with a release in it; its own is there once it is imported."""
    fresh = _PACKAGE not in sys.modules
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = import_module(_PACKAGE)
    if fresh and (tabular, codes) == shipped_release():
        return library
    with tempfile.TemporaryDirectory(prefix="reportkit-icd10-") as name:
        paths = (Path(name) / "tabular.xml", Path(name) / "codes.txt")
        for path, source in zip(paths, (tabular, codes), strict=True):
            path.write_bytes(source.content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                library.change_version(all_codes_file_path=str(paths[1]),
                                       classification_data_file_path=str(paths[0]))  # fmt: skip
            except Exception as error:
                raise LayoutError(
                    tabular.name, None, "the tabular list and the codes of one release",
                    f"what cannot be read as such ({type(error).__name__})", _HINT,
                ) from error  # fmt: skip
    return library


_PACKAGE = "simple_icd_10_cm"
_HINT = "use the tabular XML and the code list that the CDC publishes, unpacked"


def _fiscal_year(tabular: SourceText) -> int:
    """The year the tabular list names; reads no further than that."""
    if zipfile.is_zipfile(io.BytesIO(tabular.content)):
        raise LayoutError(tabular.name, None, "the tabular XML", "a zip archive",
                          "unpack it, and name the XML inside")  # fmt: skip
    try:
        for event, element in iterparse(io.BytesIO(tabular.content), ("start", "end")):  # noqa: S314
            if event == "start" and element.tag == "ICD10CM.tabular":
                continue
            if element.tag != "version":
                break
            if event == "end" and (year := re.fullmatch(r"\s*(20\d\d)\s*", element.text or "")):
                return int(year[1])
    except ParseError as error:
        raise LayoutError(
            tabular.name, error.position[0], "XML", "a text that is not", _HINT
        ) from None
    raise LayoutError(tabular.name, 1, "ICD10CM.tabular with its version first", "another root",
                      _HINT)  # fmt: skip


def _check_codes(codes: SourceText) -> None:
    try:
        text = codes.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LayoutError(codes.name, None, "text in UTF-8", "other bytes", _HINT) from None
    for number, line in enumerate(text.splitlines(), start=1):
        first = line.partition(" ")[0].partition("\t")[0]
        if line.strip() and not all(part.isalnum() for part in first.replace("-", "").split(".")):
            raise LayoutError(codes.name, number, "a code at the start of each line",
                              f"`{first[:20]}`", _HINT)  # fmt: skip
