"""Count up what came of a build: what was written, what was not and why, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.cli import options
from reportkit.cli.build_plan import Done, Record

if TYPE_CHECKING:
    from reportkit.check.findings import Findings


@dataclass(slots=True)
class Tally:
    """What came of the publications counted so far; it grows while they are built."""

    fail_on: str
    findings: list[Findings] = field(default_factory=list)
    """Those that are wanted themselves."""
    records: dict[str, Record] = field(default_factory=dict)
    """What is to be known at the next build, by code."""
    faults: list[str] = field(default_factory=list)
    """Why publications are not published, where no finding says so."""
    _written: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _unwritten: int = 0
    _fails: bool = False
    _stops: bool = False

    def count(self, done: Done) -> None:
        """Add what came of one publication."""
        if done.findings is not None:
            self.findings.append(done.findings)
        if done.record is not None:
            self.records[done.code] = done.record
        if done.written:
            self._written[done.code] = done.written
        self._unwritten += not (done.written or (done.record and done.record.written))
        self.faults += [
            f"{done.code} is not published: {fault}" for fault in (*done.faults, *done.stops)
        ]
        self._fails |= done.told.fails(self.fail_on) or bool(done.faults)
        self._stops |= bool(done.stops)

    def lines(self, root: Path) -> Iterator[str]:
        """What was written, file by file, or that nothing was to be."""
        for code, names in self._written.items():
            for name in names:
                yield f"wrote {options.shown(root / 'build' / code / name)}"
        if self._written:
            yield "these are working copies; `reportkit release CODE` makes an edition that stays"

    @property
    def troubles(self) -> Iterator[str]:
        """What was not written, and why."""
        yield from self.faults
        if self._unwritten:
            plural = "publication was" if self._unwritten == 1 else "publications were"
            yield (
                f"{self._unwritten} {plural} not written; what stood in build/ before is untouched"
            )

    @property
    def exit_code(self) -> int:
        """2 if the environment stopped a publication, 1 if a finding or fault did, else 0."""
        return 2 if self._stops else int(self._fails)
