"""How the time of `reportkit check` grows with one long passage, which it is to do no faster.

Prints a line for each kind of passage: the processor time of a check with 40,000 characters of
it, as a ratio to that with 20,000. Usage: python benchmarks/long_passages.py [most]; the exit
code is 1 if a ratio is above `most`, by default 3.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import copytree

from reportkit.check.engine import check
from reportkit.check.rule import Rule
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace

ROOT = Path(__file__).resolve().parent.parent
CODE = "57511"
SECTION = f"sections/{CODE}/summary.yaml"
PASSAGES = {
    "numbers in a list": "62, ",
    "digits and commas": "1,1,",
    "one word": "word ",
    "no blank": "a",
    "sentences": "Medicare pays for it. ",
    "modifiers": "modifier 62 or ",
    "names": "Aetna, ",
    "codes": "57452 is paid beside it and ",
    "visits": "visits for ten days after two weeks are paid apart, ",
}
SHORT, LONG = 20_000, 40_000


def main() -> None:
    """Measure each passage as the relevance of the shipped report's summary, in a copy."""
    most = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    rules = all_rules()
    seconds("word " * 100, rules)
    ratios = {}
    for name, part in PASSAGES.items():
        short, long = (seconds(part * (length // len(part)), rules) for length in (SHORT, LONG))
        ratios[name] = long / short
        print(f"{name:20} {long:6.2f} s / {short:6.2f} s = {ratios[name]:.2f}", flush=True)
    sys.exit(any(ratio > most for ratio in ratios.values()))


def seconds(passage: str, rules: Sequence[Rule]) -> float:
    """Processor seconds of one check with a passage."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("report", "sections"):
            copytree(ROOT / part, folder / part)
        section = folder / SECTION
        text = section.read_text("utf-8")
        head, _, rest = text.partition("\nrelevance:")
        _, _, tail = rest.partition("\nimportance:")
        section.write_text(f"{head}\nrelevance: {passage}\n\nimportance:{tail}", "utf-8")
        workspace = read_workspace(folder, [CODE])
        start = time.process_time()
        check(workspace, rules, date(2026, 11, 23))
        return time.process_time() - start


if __name__ == "__main__":
    main()
