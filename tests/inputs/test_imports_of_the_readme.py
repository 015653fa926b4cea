"""Every import that the README shows is run as it stands there, on files of those names."""

from __future__ import annotations

import gzip
import re
import shlex
from pathlib import Path

from sound_tables import SOUND
from test_policies import ARTICLES, CODES, DIAGNOSES, packed

from small_project import ROOT, copy_project, run

DATA = ROOT / "tests/inputs/data"
FILES = {
    "icd10cm_tabular_2027.xml": (DATA / "icd10cm_tabular_2027.xml").read_bytes(),
    "icd10cm_order_2027.txt": (DATA / "icd10cm_order_2027.txt").read_bytes(),
    "hospital.csv": (DATA / "rates_hospital_wide.csv").read_bytes(),
    "payer.json.gz": gzip.compress((DATA / "rates_in_network.json").read_bytes()),
    "old.html": (ROOT / "tests/legacy/families/patient-leaflet.html").read_bytes(),
    **{sound.name: sound.content for sound in SOUND},
    "current_article.zip": packed(
        {
            "article.csv": ARTICLES.encode("latin-1"),
            "article_x_hcpc_code.csv": CODES.encode(),
            "article_x_icd10_covered.csv": DIAGNOSES.encode(),
        }
    ),
}


def test_the_imports_of_the_readme_run(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    for name, content in FILES.items():
        (project / name).write_bytes(content)
    text = (ROOT / "README.md").read_text("utf-8")
    lines = re.findall(r"^reportkit (import .*?)(?: +#.*)?$", text, re.MULTILINE)
    assert len(lines) > 20
    for words in lines:
        outcome = run(project, *shlex.split(words))
        assert outcome.returncode == 0, (words, outcome.stderr)
