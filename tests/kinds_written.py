"""Write nine reports whole: what imports brought, lists that people provide, and their sections."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner

from kinds_of_codes import made_by_imports
from reportkit.cli import main_group
from reportkit.model.absence import gap
from reportkit.source import emit
from reportkit.source.rewrite import read_mapping, replace_keys
from reportkit.source.values import plain
from small_project import ROOT

KINDS = ROOT / "tests" / "kinds"
"""A file a code: its title, what people provide, and the sections they write."""
DAY: Final = "2025-11-03"
HOUSE: Final = {"source": "house", "as_of": "2025-10-20"}
SOURCES: Final[dict[str, dict[str, Any]]] = {
    "house": {"id": "house", "citation": "Lists kept by the coding desk"},
    "manual": {
        "id": "manual",
        "citation": "Centers for Medicare & Medicaid Services, Medicare Claims Processing Manual",
        "covers": ["payment", "units", "modifiers"],
    },
}
PAIRS = "ptp_practitioner_2025-10-01.csv"
EDITS = (
    ("45378", "36000", "1", "Standards of medical/surgical practice"),
    ("45378", "45330", "0", "More extensive procedure"),
    ("45378", "45340", "1", "Misuse of Column Two code with Column One code"),
    ("45378", "99202", "1", "CPT Manual or CMS manual coding instruction"),
    ("45380", "45378", "0", "More extensive procedure"),
    ("70553", "70551", "1", "More extensive procedure"),
    ("70553", "36000", "1", "Standards of medical/surgical practice"),
    ("70553", "70552", "1", "More extensive procedure"),
)
"""Column one, column two, whether a modifier opens the pair, and why they are one."""
CENTERS = "ASC_AA_2025Q4.csv"
CENTER_RATES = (
    "Addendum AA -- ASC Covered Surgical Procedures for CY 2025,,,,,,\n"
    "HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,"
    "October 2025 Payment Indicator,October 2025 Payment Weight,October 2025 Payment Rate\n"
    "45378,,,Y,A2,8.5,$466.10\n"
)


def written_whole(folder: Path) -> Path:
    """The project of `made_by_imports`, of which every publication is written to its end."""
    made_by_imports(folder)
    _import(folder, "ncci", "45378", "70553", "--ptp", _file(folder, PAIRS, pairs_file()))
    _import(folder, "asc", _file(folder, CENTERS, CENTER_RATES), "45378")
    for path in sorted(KINDS.glob("*.yaml")):
        _write(folder, path.stem, plain(read_mapping(path.read_text("utf-8"))))
    return folder


def pairs_file() -> str:
    rows = [f"{one},Comprehensive,{two},9999-12-31,{opens},{why}" for one, two, opens, why in EDITS]
    head = "hcpcs_code,ptp_type,ptp_complement,ptp_deleted,ptp_mod,ptp_rationale"
    return "\n".join([head, *rows, ""])


def _file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def _import(folder: Path, *words: str) -> None:
    done = CliRunner().invoke(main_group, ["import", *words, "--project", str(folder)])
    assert done.exit_code == 0, (words, done.output, done.exception)


def _write(folder: Path, code: str, kind: dict[str, Any]) -> None:
    place = folder / "report" / code
    text = (place / "input.yaml").read_text("utf-8")
    data = plain(read_mapping(text))
    written = {*kind["provided"], *kind["sections"]}
    records = [record for record in data["missing"] if record["field"] not in written]
    records.append(gap("clinical-context.guidelines", date.fromisoformat(DAY)).model_dump())
    origins = data["provenance"] | dict.fromkeys(kind["provided"], HOUSE)
    text = replace_keys(text, kind["provided"] | {"provenance": origins, "missing": records})
    (place / "input.yaml").write_text(text, "utf-8")
    sections = folder / "sections" / code
    sections.mkdir(parents=True)
    for name, section in kind["sections"].items():
        whole = emit.document({"reportkit": f"{name}/1", **section})
        (sections / f"{name}.yaml").write_text(whole, "utf-8")
    cited = ["house", *(["manual"] if "[@manual]" in str(kind["sections"]) else [])]
    _report(place / "report.yaml", kind["title"], text, cited)


def _report(path: Path, title: str, data: str, cited: Sequence[str]) -> None:
    text = path.read_text("utf-8")
    report = plain(read_mapping(text))
    read = {"accessed": "2025-10-20"}
    known = [{**source, **read} for source in report["sources"]]
    named = [{**source, **read} for name, source in SOURCES.items() if name in cited]
    path.write_text(replace_keys(text, {
        "title": title, "version": "1.0", "published": DAY, "effective": DAY,
        "next_review": "2026-02-03", "audience": ["billers", "coders"],
        "sources": known + named,
        "input_sha256": hashlib.sha256(data.encode()).hexdigest(),
        "revisions": [{"version": "1.0", "date": DAY, "sections": ["all"],
                       "change": "First edition.", "reason": "New publication."}],
    }), "utf-8")  # fmt: skip
