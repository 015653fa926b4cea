"""A release of ICD-10-CM in, titles, validity and Excludes1 notes of its codes out.

The package simple-icd-10-cm reads the tabular list of the CDC (XML) and carries one release of
it. It keeps one release at a time, as this does. The list of codes that is published beside the
tabular list says which codes can stand on a claim and how they are called; the two have to agree.
"""

from __future__ import annotations

import io
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import ParseError, iterparse

from reportkit.files.whole import new_folder
from reportkit.inputs.icd10_list import HINT, Listed, read_list
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.refused import Refused
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.icd10 import FiscalRelease, excludes, exclusions, fiscal_release
from reportkit.model.whole_numbers import whole_number


def shipped_release() -> tuple[SourceText, SourceText]:
    """The tabular list and the list of codes that the installed package carries."""
    package = find_spec(_PACKAGE)
    assert package is not None and package.submodule_search_locations is not None  # noqa: S101
    folder = Path(package.submodule_search_locations[0]) / "data"
    files = (next(folder.glob(pattern)) for pattern in ("*.xml", "*.txt"))
    within = f"simple-icd-10-cm-{version('simple-icd-10-cm')}"
    tabular, codes = (SourceText(f"{within}/{file.name}", file.read_bytes()) for file in files)
    return tabular, codes


def read_icd10(tabular: SourceText, codes: SourceText, name: str | None = None) -> Release:
    """Read a release, of a `name` if the file's own does not say it; raises LayoutError."""
    fiscal = _named(tabular, name)
    read = read_list(codes.name, codes.content)
    release = Release(fiscal, _loaded(tabular, read.listed), read.listed, read.refused)
    return _agreeing(codes, release)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file of a release; `name` is its name alone, behind that of the package if it is there."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """One release of the code set."""

    fiscal: FiscalRelease
    library: ModuleType
    listed: Mapping[str, Listed]
    refused: tuple[Refused, ...]
    """Lines of the list that cannot be read, each with the codes it may be about."""

    def entry(self, code: str) -> Entry | Unusable:
        """What the release says of a code, written with its dot."""
        if not self._holds(code):
            unread = next((row.line for row in self.refused if not row.codes), None)
            but = f", but line {unread} of its list cannot be read" if unread else ""
            said = f"{code} is not in ICD-10-CM {self.fiscal.name}{but}"
            return Unusable(said, self._near(code))
        if not self.library.is_leaf(code):
            said = f"{code} is a heading in ICD-10-CM {self.fiscal.name}, not a code for a claim"
            return Unusable(said, tuple(self.library.get_children(code)))
        return Entry(self._title(code), tuple(self._excluded(code)))

    def claimable(self) -> Iterator[tuple[str, bool]]:
        """Every code without its dot, and whether it can stand on a claim."""
        for code in dict.fromkeys(self.library.get_all_codes()):
            if self.library.is_category_or_subcategory(code):
                yield code.replace(".", ""), self.library.is_leaf(code)

    def _holds(self, code: str) -> bool:
        """The package finds codes without a dot, too; a block may have the name of its code."""
        written = CODE_PATTERNS["ICD-10-CM"].fullmatch(code) is not None
        return written and bool(self.library.is_category_or_subcategory(code))

    def _near(self, code: str) -> tuple[str, ...]:
        """The code that may be meant, or those below what is left of it."""
        bare = code.strip().upper().replace(".", "")
        for length in range(len(bare), 2, -1):
            stem = bare[:length] if length == 3 else f"{bare[:3]}.{bare[3:length]}"
            if self._holds(stem):
                leaf = self.library.is_leaf(stem)
                return (stem,) if leaf else tuple(self.library.get_children(stem))
        return ()

    def _title(self, code: str) -> str:
        """As the list has it, else as the tabular list has it.

        The package ends titles of codes with a seventh character in the notes on it.
        """
        listed = self.listed.get(code.replace(".", ""))
        if listed is not None and listed.title:
            return listed.title
        title: str = self.library.get_description(code)
        if self.library.is_extended_subcategory(code):
            stem = self.library.get_parent(code)
            meaning = self.library.get_seven_chr_def(stem, True)[code[-1]].partition("/")[0]
            title = f"{self.library.get_description(stem)}, {meaning}"
        return " ".join(title.split())

    def _excluded(self, code: str) -> Iterator[str]:
        """The patterns of the code's own Excludes1 notes and of those above it."""
        notes = [
            note
            for above in (code, *self.library.get_ancestors(code))
            for note in self.library.get_excludes1(above)
        ]
        patterns = dict.fromkeys(
            self._whole(exclusion) for note in notes for exclusion in exclusions(note)
        )
        for pattern in patterns:
            wider = (other for other in patterns if other != pattern and excludes(other, pattern))
            if not any(wider) and not excludes(pattern, code):
                yield pattern

    def _whole(self, pattern: str) -> str:
        """A heading stands for all codes below it, also where the note leaves out its dash."""
        if not self._holds(pattern) or self.library.is_leaf(pattern):
            return pattern
        return f"{pattern}-" if "." in pattern else f"{pattern}.-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A code that can stand on a claim."""

    title: str
    excludes1: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a code cannot stand on a claim, and the codes that may be meant."""

    reason: str
    meant: tuple[str, ...]


def _loaded(tabular: SourceText, listed: Mapping[str, Listed]) -> ModuleType:
    """The package with a release in it; its own is there once it is imported."""
    fresh = _PACKAGE not in sys.modules
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = import_module(_PACKAGE)
    if fresh and tabular == shipped_release()[0]:
        return library
    with tempfile.TemporaryDirectory(prefix="reportkit-icd10-") as name:
        folder = Path(name) / "release"
        codes = "\n".join(listed).encode()
        new_folder(folder, {"tabular.xml": tabular.content, "codes.txt": codes})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                library.change_version(
                    all_codes_file_path=str(folder / "codes.txt"),
                    classification_data_file_path=str(folder / "tabular.xml"),
                )
            except Exception as error:
                raise LayoutError(
                    tabular.name,
                    None,
                    "the tabular list of a release",
                    f"what cannot be read as such ({type(error).__name__})",
                    HINT,
                ) from error
    return library


_PACKAGE = "simple_icd_10_cm"


def _named(tabular: SourceText, name: str | None) -> FiscalRelease:
    """The release by its name, or by the year in the tabular list and the name of the file."""
    year = _fiscal_year(tabular)
    april = " April" if "apr" in tabular.name.lower() else ""
    release = fiscal_release(name or f"FY{year}{april}")
    if release is None or release.year != year:
        raise LayoutError(
            tabular.name,
            None,
            f"the tabular list of {name}",
            f"one of FY{year}",
            f"name the release FY{year} or `FY{year} April`",
        )
    return release


def _fiscal_year(tabular: SourceText) -> int:
    """The year the tabular list names; reads no further than that."""
    try:
        for event, element in iterparse(io.BytesIO(tabular.content), ("start", "end")):  # noqa: S314
            if event == "start" and element.tag == "ICD10CM.tabular":
                continue
            if element.tag != "version":
                break
            year = whole_number((element.text or "").strip())
            if event == "end" and year is not None:
                return year
    except ParseError as error:
        raise LayoutError(
            tabular.name, error.position[0], "XML", "a text that is not", HINT
        ) from None
    except (LookupError, ValueError):
        said = "an encoding that nothing reads"
        raise LayoutError(tabular.name, 1, "XML in UTF-8", said, HINT) from None
    raise LayoutError(
        tabular.name, 1, "ICD10CM.tabular with its version first", "another root", HINT
    )


def _agreeing(codes: SourceText, release: Release) -> Release:
    """The release with the lines of its list that are damaged.

    A list that was cut off, or is of another release, differs from the tabular list by more than
    damaged lines make up for, and is refused.
    """
    tabular = dict(release.claimable())
    lost = {code: None for code, leaf in tabular.items() if leaf and code not in release.listed}
    near = _by_mask(lost)
    refused: list[Refused] = []
    differing: list[str] = []
    for code, row in release.listed.items():
        if code not in tabular:
            alike = (other for mask in _masks(code) for other in near.get(mask, ()))
            meant = min((other for other in alike if other in lost), default=None)
            if meant is None:
                differing.append(code)
                continue
            del lost[meant]
            reason = f"`{code}` is not in the tabular list"
            refused.append(Refused(row.line, reason, (meant,)))
        elif row.heading is tabular[code]:
            reason = f"the tabular list has another status of `{code}`"
            refused.append(Refused(row.line, reason, (code,)))
    for damaged in release.refused:
        for code in damaged.codes:
            lost.pop(code, None)
    unnamed = sum(not damaged.codes for damaged in release.refused)
    if len(lost) > unnamed:
        differing += lost
    if differing:
        shown = ", ".join(differing[:5]) + (" …" if len(differing) > 5 else "")
        raise LayoutError(
            codes.name,
            None,
            "the codes of the tabular list",
            f"{len(differing):,} that differ: {shown}",
            HINT,
        )
    named = (replace(row, codes=row.codes or tuple(lost)) for row in release.refused)
    return replace(release, refused=(*named, *refused))


def _by_mask(codes: Iterable[str]) -> Mapping[str, list[str]]:
    """Codes by each of their masks, so that a whole list of another release is told in no time."""
    near: dict[str, list[str]] = {}
    for code in codes:
        for mask in _masks(code):
            near.setdefault(mask, []).append(code)
    return near


def _masks(code: str) -> Iterator[str]:
    """The code with one letter left open, which codes share that are one letter apart."""
    return (f"{code[:at]}?{code[at + 1 :]}" for at in range(len(code)))
