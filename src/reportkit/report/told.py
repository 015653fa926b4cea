"""Put together what is said of several publications: what was found as it comes, then the rest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from reportkit.findings.counted import counted
from reportkit.report.palette import COLOUR, Palette, in_palette


@dataclass(frozen=True, slots=True)
class Told:
    """What text says of the check of one publication, or of several, in pieces and in colour."""

    found: str
    """Every open finding, an empty line between two."""
    waived: tuple[str, ...]
    """Every waived finding, with who accepted it and why."""
    fixed: tuple[str, ...]
    """What the baseline knows and is there no more, a line each."""
    unchecked: tuple[str, ...]
    """What did not run, a line each."""
    verdicts: tuple[str, ...]
    """A line for each publication."""
    counts: Mapping[str, int]
    ready: bool
    compared: bool
    """Whether a baseline is in force."""
    idle: tuple[int, ...] = ()
    """The waivers of the house that fit nothing in it, by their index."""
    stopped: bool = False
    """Whether something kept it from being checked at all."""

    def fails(self, fail_on: str) -> bool:
        """Whether an open finding is as grave as `fail_on`: error, warning or info."""
        grave = _FROM_GRAVEST[: _FROM_GRAVEST.index(_COUNTED[fail_on]) + 1]
        return any(self.counts[name] for name in grave)


_COUNTED: Final = {"error": "errors", "warning": "warnings", "info": "notes"}
_FROM_GRAVEST: Final = ("errors", "warnings", "notes")


def unchecked(code: str, why: str) -> Told:
    """What is told of a publication that could not be checked."""
    counts = dict.fromkeys(("errors", "warnings", "notes", "waived", "known", "gaps"), 0)
    return Told(
        found="",
        waived=(),
        fixed=(),
        unchecked=(f"{COLOUR.paint('error', 'not checked')} {code}: {why}",),
        verdicts=(f"{COLOUR.paint('error', code)} ready to publish: no. It was not checked",),
        counts={**counts, "not_checked": 1},
        ready=False,
        compared=False,
        stopped=True,
    )


def as_json(told: Told) -> str:
    """What was told as JSON, to be kept."""
    return json.dumps(asdict(told), ensure_ascii=False)


def from_json(text: str | bytes) -> Told:
    """What was told, from the JSON of `as_json`."""
    data = json.loads(text)
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    return Told(**(data | lists))


class Telling:
    """Turns what comes in of one publication after the other into text, and sums it up.

    Of what is said at the end, no more is kept than the lines to be printed.
    """

    def __init__(self, palette: Palette, waived_listed: int) -> None:
        self._palette = palette
        self._listed = waived_listed
        self._waived: list[str] = []
        self._fixed: list[str] = []
        self._unchecked: list[str] = []
        self._verdicts: list[str] = []
        self._counts: Counter[str] = Counter()
        self._ready = True
        self._compared = False

    def of(self, told: Told) -> str:
        """The text of what was found; the rest is kept for the end."""
        self._waived += told.waived[: max(0, self._listed - len(self._waived))]
        self._fixed += told.fixed
        self._unchecked += told.unchecked
        self._verdicts += told.verdicts
        self._counts.update(told.counts)
        self._ready &= told.ready
        self._compared |= told.compared
        return in_palette(self._palette, f"{told.found}\n\n") if told.found else ""

    def end(self) -> str:
        """What is waived, fixed or not checked, and the verdicts."""
        blocks = [
            "\n".join(lines)
            for lines in (
                [*self._waived, *self._more()],
                [*self._fixed, *self._mending()],
                self._unchecked,
                [*self._verdicts, *self._all()],
            )
            if lines
        ]
        return in_palette(self._palette, "\n\n".join(blocks) + "\n")

    def _more(self) -> Iterator[str]:
        more = self._counts["waived"] - len(self._waived)
        if more > 0:
            note = COLOUR.paint("faint", "waived")
            yield f"{note} {more} more; --show-waived lists them"

    def _mending(self) -> Iterator[str]:
        if self._fixed:
            yield "  = help: take them out of the baseline with --write-baseline"

    def _all(self) -> Iterator[str]:
        if len(self._verdicts) > 1:
            said = verdict_line(self._counts, ready=self._ready, compared=self._compared)
            yield f"{COLOUR.paint('strong', 'all')} {said}"


def verdict_line(counts: Mapping[str, int], *, ready: bool, compared: bool) -> str:
    """One line a reviewer can read: ready or not, and the counts."""
    parts = [
        counted(counts["errors"], "error"),
        counted(counts["warnings"], "warning"),
        *([counted(counts["notes"], "note")] if counts["notes"] else []),
        f"{counts['waived']} waived",
        *([f"{counts['known']} known"] if compared else []),
        counted(counts["gaps"], "data gap"),
    ]
    return f"ready to publish: {'yes' if ready else 'no'}. {', '.join(parts)}"
