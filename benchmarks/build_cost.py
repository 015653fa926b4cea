"""What a build costs over WeasyPrint alone on the same page, and where the time goes.

Builds publications one after the other in one process, as a worker does that is warm, and prints
their CPU seconds each, as a ratio to those that WeasyPrint takes to print the same HTML with the
same fonts, and by stage.

    python benchmarks/build_cost.py [publications]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from catalogue import make_catalogue

STAGES = (
    ("check", "reportkit.pipeline", "check"),
    ("evidence", "reportkit.pipeline", "gather_evidence"),
    ("PDF", "reportkit.pipeline", "set_pdf"),
    ("page", "reportkit.pipeline", "set_html"),
    ("texts read back", "reportkit.pipeline", "_texts"),
    ("texts checked", "reportkit.pipeline", "check_built"),
    ("written", "reportkit.pipeline", "put"),
    ("review pages", "reportkit.cli.build_one", "review_pages"),
    ("files read", "reportkit.cli.sources", "parts_of"),
)
"""Name, module and function of each stage; what is in none of them is `the rest`."""


def main(publications: int) -> None:
    """Print the ratio, and a line for each stage."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        folder = make_catalogue(Path(name) / "project", publications + 1)
        codes = sorted(path.name for path in (folder / "sections").iterdir())
        spent: Counter[str] = Counter()
        pages: list[tuple[str, Any]] = []
        build = builder(folder, spent, pages)
        build(codes[0])  # what a worker does once
        spent.clear()
        pages.clear()
        ours = seconds(lambda: [build(code) for code in codes[1:]]) / publications
        alone = seconds(lambda: [plain(*page) for page in pages]) / publications
    print(
        f"a report takes {ours:.2f} CPU seconds, {ours / alone:.2f} times the {alone:.2f} "
        "of WeasyPrint on the same HTML"
    )
    spent["the rest"] = ours * publications - sum(spent.values())  # type: ignore[assignment]
    for stage, total in spent.most_common():
        print(f"{stage:16} {total / publications:6.3f} s {total / publications / ours:6.1%}")


def builder(folder: Path, spent: Counter[str], pages: list[Any]) -> Callable[[str], object]:
    """A function that builds a code; it adds up what each stage took, and notes what is printed."""
    from reportkit.cli.build_jobs import work_on
    from reportkit.cli.build_plan import BuildOrder
    from reportkit.render.pdf import printing

    for stage, module, function in STAGES:
        count(import_module(module), function, stage, spent)
    lay_out = printing.lay_out

    def noted(html: str, resources: Any) -> Any:
        pages.append((html, resources))
        return lay_out(html, resources)

    printing.lay_out = noted
    order = BuildOrder(
        root=folder, fail_on="error", trust="untrusted", purpose="edition", today=date(2026, 11, 26)
    )
    return work_on(order).here


def count(module: Any, function: str, stage: str, spent: Counter[str]) -> None:
    """Let a function add the CPU seconds it takes to those of its stage, and not to an outer's."""
    real = getattr(module, function)

    def counted(*arguments: Any, **named: Any) -> Any:
        before, start = sum(spent.values()), time.process_time()
        try:
            return real(*arguments, **named)
        finally:
            took, inner = time.process_time() - start, sum(spent.values()) - before
            spent[stage] += took - inner  # type: ignore[assignment]

    setattr(module, function, counted)


def plain(html: str, resources: Any) -> None:
    """Print a page as WeasyPrint does."""
    import weasyprint  # type: ignore[import-untyped]

    from reportkit.render.pdf.seam import layout
    from reportkit.render.pdf.seam.fonts import ThemeFonts

    page = weasyprint.HTML(string=html, base_url="theme:", url_fetcher=layout._Fetcher(resources))
    page.write_pdf(font_config=ThemeFonts(), pdf_variant=layout.VARIANT)


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
