"""List an example for every command, as `--help` and docs/commands.md show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "init": ("reportkit init reports", "reportkit init reports --example"),
    "new": (
        'reportkit new 11055 --title "Paring of a corn"',
        "reportkit new 11055 --from PPRRVU2026_Oct.csv ASC_AA.csv",
    ),
    "check": (
        "reportkit check",
        "reportkit check 57511 --fail-on warning",
        "reportkit check --statistics",
        "reportkit check --alike",
        "reportkit check --select stale-data,long-sentence --format concise",
        "reportkit check 57511 --watch",
    ),
    "agree": ("reportkit agree", "reportkit agree --format json=agreement.json"),
    "build": (
        "reportkit build 57511",
        "reportkit build 57511 --draft",
        "reportkit build --pdf none --scheduler tcp://10.0.0.5:8786",
    ),
    "release": ("reportkit release 57511", "reportkit release 57511 --certificate me.p12"),
    "editions": ("reportkit editions", "reportkit editions 57511"),
    "asof": ("reportkit asof 2026-03-31 57511",),
    "recall": (
        "reportkit recall 57511 1.0 --by 'Jo Press' --reason 'The amounts are of another year'",
    ),
    "decide": (
        "reportkit decide 57511 sections/57511/summary.yaml:3 --comment 'Say who pays' "
        "--by 'Bo Coder' --role coding-reviewer",
    ),
    "export": ("reportkit export 57511 --docx",),
    "comments": (
        "reportkit comments 57511.pdf",
        "reportkit comments 57511.pdf --write --by 'Bo Coder' --role coding-reviewer",
    ),
    "fix": ("reportkit fix 57511 --diff", "reportkit fix 57511", "reportkit fix --unsafe --diff"),
    "format": ("reportkit format", "reportkit format 57511 --check"),
    "migrate": ("reportkit migrate",),
    "review": (
        "reportkit review 57511",
        "reportkit review --serve --by 'Bo Coder' --role coding-reviewer",
    ),
    "site": ("reportkit site", "reportkit site --released"),
    "serve": ("reportkit serve 57511 --open",),
    "gaps": ("reportkit gaps", "reportkit gaps --by supplier --xlsx requests"),
    "import gaps": ("reportkit import gaps requests/coding-data-team.xlsx",),
    "import": ("reportkit import pfs PPRRVU2026_Oct.csv 57511",),
    "import pfs": (
        "reportkit import pfs PPRRVU2026_Oct.csv 57511",
        "reportkit import pfs PPRRVU2026_Oct.csv --all",
    ),
    "import asc": ("reportkit import asc ASC_AA.csv --ff ASC_FF.csv",),
    "import opps": ("reportkit import opps ADDENDUM_B.csv 57511",),
    "import clfs": ("reportkit import clfs CLFS.csv 83036",),
    "import asp": ("reportkit import asp ASP.csv J1885",),
    "import anesthesia": ("reportkit import anesthesia ANES2025.csv 01220 --base-units UNITS.csv",),
    "import dmepos": ("reportkit import dmepos DMEPOS.csv E0601",),
    "import addons": ("reportkit import addons AOC_V2026Q2-MCR.xlsx 22614",),
    "import telehealth": ("reportkit import telehealth TELEHEALTH.csv 99213",),
    "import utilization": ("reportkit import utilization MUP_PHY_R26_P05_V10_D24_Geo.csv 99213",),
    "import psps": ("reportkit import psps PSPS_2024.csv 57511",),
    "import coverage": ("reportkit import coverage current_article.zip 57511",),
    "import nucc": ("reportkit import nucc nucc_taxonomy_251.csv 57511 --taxonomy 207V00000X",),
    "import refresh": ("reportkit import refresh",),
    "import ncci": ("reportkit import ncci 57511 --mue MUE.csv --ptp PTP.csv",),
    "import hcpcs": ("reportkit import hcpcs HCPCS.csv G0101 --write",),
    "import icd10": (
        "reportkit import icd10 57511",
        "reportkit import icd10 --tabular TABULAR.xml --codes-file ORDER.txt",
    ),
    "import pos": ("reportkit import pos POS.csv",),
    "import rates": (
        "reportkit import rates HOSPITAL.csv PAYER.json.gz 57511 --source price-files",
    ),
    "import report": ("reportkit import report OLD.pdf",),
    "diff": (
        "reportkit diff origin/main . --code 57511",
        'reportkit diff origin/main . --record "Release of October"',
    ),
    "verify": (
        "reportkit verify build/57511/57511.pdf --signers signers",
        "reportkit verify editions/57511/1.0/57511.pdf --roots house.pem",
    ),
    "trace": ("reportkit trace build/57511/57511.pdf --data PPRRVU2026_Oct.csv",),
    "extract": ("reportkit extract 57511.pdf --into recovered",),
    "waive": (
        "reportkit waive stale-data report/57511/report.yaml --reason 'The release of January "
        "is not out yet' --owner 'Data editor' --expiry 2027-02-01",
        "reportkit waive stale-data report/57511/report.yaml --everywhere --reason 'The release "
        "of January is not out yet' --owner 'Data editor' --expiry 2027-02-01",
    ),
    "statements": ("reportkit statements 57511", "reportkit statements 57511 --ungrounded"),
    "accept": ("reportkit accept 57511 --by 'A. Writer' --role author",),
    "texts": ("reportkit texts", "reportkit texts --format json"),
    "challenge": ("reportkit challenge 57511",),
    "impact": ("reportkit impact ASC_AA_2026Q3.csv ASC_FF_2026Q3.csv",),
    "claims": ("reportkit claims 57511",),
    "sign": ("reportkit sign 57511 --role coding-reviewer --name 'A. Coder' --meaning approved",),
    "schema": ("reportkit schema", "reportkit schema --for 57511"),
    "lsp": ("reportkit lsp",),
    "mcp": ("reportkit mcp --project reports", "reportkit mcp --write"),
    "help": (
        "reportkit help references",
        "reportkit help global period",
        "reportkit help --man ~/.local/share/man",
    ),
    "dev topics": ("reportkit dev topics docs",),
    "explain": ("reportkit explain unprovided-modifier",),
    "rules": ("reportkit rules",),
    "theme": (
        "reportkit theme",
        "reportkit theme house.css --copy",
    ),
    "dev": ("reportkit dev commands",),
    "dev new-rule": ("reportkit dev new-rule unsorted-codes --topic structure",),
    "dev commands": ("reportkit dev commands",),
    "dev keys": ("reportkit dev keys", "reportkit dev keys summary"),
    "doctor": ("reportkit doctor",),
}
"""Way to a command to the lines that show it in use, each as it is typed."""
