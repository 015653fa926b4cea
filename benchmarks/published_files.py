"""Do imports of the published files leave an error, and does impact count what a file changes?

Begins drafts of codes from all over the fee schedule, runs every importer whose file is at hand
over all of them, and counts the errors that `check` finds. Then brings in addendum AA of a quarter,
asks `impact` about a later one, and holds its counts to a plain comparison of the two files.

    python benchmarks/published_files.py [--drafts 200] [--impact 400]

The files are looked for where the tests look for them: in `data` of the folder `shared` beside the
repository, or of the one that REPORTKIT_SHARED names.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportkit.inputs.asc import AscAaRow, read_asc_aa
from reportkit.inputs.pfs import read_pfs, whole_service
from reportkit.provide.refresh import code_ref

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "tests/small/report/project.yaml"
DATA = Path(os.environ.get("REPORTKIT_SHARED") or ROOT.parent / "shared") / "data"
FEES = "cms/PPRRVU2025_Oct.csv"
IMPORTS: tuple[tuple[str, ...], ...] = (
    ("asc", "cms/ASC_AA_2025Q4.csv", "--ff", "cms/ASC_FF_2025Q4.csv"),
    ("opps", "public/opps/508 version of October 2025 Web Addendum B.10.31.25.csv"),
    ("clfs", "public/clfs/CLFS 2025 Q1V1.csv"),
    ("asp", "public/asp/section 508 version of Oct 2025 ASP Pricing File 091725.csv"),
    ("dmepos", "public/dmepos/DMEPOS_JAN.csv"),
    ("anesthesia", "public/anes/ANES2025.csv"),
    ("telehealth", "public/telehealth/cy2026_list_508.excerpt.redacted.txt"),
    ("ncci", "--mue", "cms/mue_practitioner_2024-07-01.csv"),
    ("ncci", "--ptp", "cms/ptp_practitioner_57400-57800_2024-07-01.csv"),
    ("pfs", "public/pfs/PPRRVU23_JAN.csv"),
)
"""Each import after that of the fee schedule, files below the folder of data."""
QUARTERS = (
    ("public/asc/AA_2026Q1.csv", "cms/ASC_AA_2026Q3.csv"),
    ("cms/ASC_AA_2025Q4.csv", "cms/ASC_AA_2026Q3.csv"),
)


def main() -> None:
    """Run both and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--impact", type=int, default=400)
    given = parser.parse_args()
    if not DATA.exists():
        print(f"no published files in {DATA}")
        return
    with tempfile.TemporaryDirectory() as folder:
        _drafts(Path(folder), given.drafts)
    for earlier, later in QUARTERS:
        with tempfile.TemporaryDirectory() as folder:
            _impact(Path(folder), earlier, later, given.impact)


def _drafts(project: Path, number: int) -> None:
    _begin(project)
    fees = read_pfs(FEES, (DATA / FEES).read_bytes())
    whole = [code for code, rows in fees.by_code().items() if whole_service(rows) is not None]
    covered = [code for code in whole if code_ref(code) is not None]
    codes = covered[:: max(1, len(covered) // number)]
    _run(project, "import", "pfs", str(DATA / FEES), *codes)
    for words in IMPORTS:
        _run(project, "import", *(_path(word) for word in words))
    found = Counter(re.findall(r"error\[([a-z-]+)\]", _run(project, "check")))
    print(f"{len(codes)} drafts, errors: {dict(found) or 'none'}")


def _impact(project: Path, earlier: str, later: str, number: int) -> None:
    """So many codes of each grade of change, from all over the file."""
    _begin(project)
    before, after = (
        read_asc_aa(name, (DATA / name).read_bytes()).rows for name in (earlier, later)
    )
    known = [code for code in sorted(before) if code_ref(code) is not None]
    by_grade: dict[str, list[str]] = {}
    for code in known:
        by_grade.setdefault(_grade(code, before, after), []).append(code)
    print(f"{later}: {len(known)} codes,", {name: len(held) for name, held in by_grade.items()})
    codes = [code for held in by_grade.values() for code in held[:: 1 + len(held) // number]]
    _run(project, "import", "asc", str(DATA / earlier), *codes)
    print("\n".join(_run(project, "impact", str(DATA / later)).splitlines()[-3:]))
    print("compared:", dict(Counter(_grade(code, before, after) for code in codes)))


def _grade(code: str, before: Mapping[str, AscAaRow], after: Mapping[str, AscAaRow]) -> str:
    """What becomes of a row, by the gravest change."""
    old, new = before[code], after.get(code)
    if new is None:
        return "code gone"
    if (old.payment_indicator, old.multiple_procedure_discount) != (
        new.payment_indicator,
        new.multiple_procedure_discount,
    ):
        return "indicator"
    return "unchanged" if old.payment_rate == new.payment_rate else "amount"


def _begin(project: Path) -> None:
    (project / "report").mkdir()
    shutil.copy(SETTINGS, project / "report/project.yaml")


def _path(word: str) -> str:
    return str(DATA / word) if "/" in word else word


def _run(project: Path, *words: str) -> str:
    """Run a command in the project, print how long it took, and give what it said."""
    start = time.perf_counter()
    command = [sys.executable, "-c", "from reportkit.cli import main; main()", *words]
    done = subprocess.run(
        [*command, "--project", str(project)], capture_output=True, text=True, check=False
    )
    last: Sequence[str] = (done.stdout or done.stderr).splitlines()[-1:]
    print(f"{time.perf_counter() - start:6.1f} s  {' '.join(words[:2])}: {''.join(last)}")
    return done.stdout


if __name__ == "__main__":
    main()
