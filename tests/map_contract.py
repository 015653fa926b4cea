"""Hold the imports of the code against the map in docs/architecture.md, arrow by arrow.

A contract for import-linter. Each row of the map names what a package imports of ours and of
others; an import that the map does not name breaks it, and so does a name that nothing imports.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "reportkit"
EVERYTHING = "all of ours"
"""What the map says of a package that stands above all others."""

Arrows = Mapping[str, frozenset[str]]
"""Package of ours to all that it imports: packages of ours, and libraries."""


class MapContract(Contract):
    """Every arrow of the code is on the map, and every arrow of the map is in the code."""

    map = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Compare the two; the metadata lists what differs."""
        drawn = drawn_arrows(Path(str(self.map)).read_text("utf-8"))
        faults = [*differences(drawn, real_arrows(graph))]
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say each difference on its line."""
        for fault in check.metadata["faults"]:
            output.print_error(fault)


_ROW = re.compile(r"^\| `(\w+)(?:/|\.py)` \|.*\| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)


def drawn_arrows(text: str) -> Arrows:
    """The arrows that the rows of the map draw."""
    rows = _ROW.findall(text)
    packages = frozenset(name for name, _, _ in rows)
    arrows = {}
    for name, ours, others in rows:
        named = packages - {name} if ours == EVERYTHING else frozenset(_names(ours))
        arrows[name] = named | frozenset(_names(others))
    return arrows


def _names(cell: str) -> list[str]:
    return [] if cell.strip() in ("", "—") else [name.strip() for name in cell.split(",")]


def real_arrows(graph: ImportGraph) -> Arrows:
    """The arrows between packages, and from them to libraries, that the code has."""
    arrows: dict[str, set[str]] = defaultdict(set)
    for module in graph.modules:
        if module.startswith(f"{ROOT}."):
            package = module.split(".")[1]
            imported = graph.find_modules_directly_imported_by(module)
            arrows[package] |= {_target(name) for name in imported} - {package, ""}
    return {package: frozenset(targets) for package, targets in arrows.items()}


def _target(module: str) -> str:
    """The package of ours, or the library; nothing for the root and the standard library."""
    first, _, rest = module.partition(".")
    if first == ROOT:
        return rest.partition(".")[0]
    return "" if first in sys.stdlib_module_names else first


def differences(drawn: Arrows, real: Arrows) -> Iterator[str]:
    """What to change in the code, or on the map."""
    for package in sorted(drawn.keys() | real.keys()):
        if package not in drawn:
            yield f"{package} is not on the map"
            continue
        there = real.get(package, frozenset())
        for target in sorted(there - drawn[package]):
            yield f"{package} imports {target}, and the map does not say so"
        if drawn[package] >= drawn.keys() - {package}:
            continue
        for target in sorted(drawn[package] - there):
            yield f"the map says that {package} imports {target}, and it does not"
