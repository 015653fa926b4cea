"""Print how long reportkit takes for inputs of n, 2n and 4n parts, and fail where it is not linear.

Each kind of input is a way to make a file larger without end: more rows, more findings, longer
words. A doubling may take 2.6 times as long. What takes less than `NOTICEABLE` seconds even at 4n
is not judged. Usage: python benchmarks/doubling.py [part of a name]
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from growing_inputs import KINDS

MOST = 2.6
"""Times as long that twice the input may take."""
NOTICEABLE = 0.02
ROUNDS = 3
"""Each size is timed so many times, and again as often where it seems to be too slow."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds at n, 2n and 4n."""

    seconds: tuple[float, ...]

    @property
    def worst(self) -> float:
        """The largest of the two ratios."""
        return max(after / before for before, after in pairwise(self.seconds))

    @property
    def is_bounded(self) -> bool:
        """Whether no doubling took too long, or all of it is too quick to tell."""
        return self.worst <= MOST or self.seconds[-1] < NOTICEABLE


def main() -> None:
    """Time every kind, or those whose name holds the first argument."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    failed = list(_failed(wanted))
    if failed:
        sys.exit(f"not linear: {', '.join(failed)}")


def _failed(wanted: str) -> Iterator[str]:
    print(f"{'input':<44}{'n':>8}{'n':>9}{'2n':>9}{'4n':>9}{'worst':>8}")
    for kind in KINDS:
        if wanted not in kind.name:
            continue
        growth = measure(kind.prepare, kind.size)
        times = "".join(f"{seconds:>9.3f}" for seconds in growth.seconds)
        verdict = "" if growth.is_bounded else "  <-- not linear"
        print(f"{kind.name:<44}{kind.size:>8}{times}{growth.worst:>8.2f}{verdict}", flush=True)
        if not growth.is_bounded:
            yield kind.name


def measure(prepare: Callable[[int], Callable[[], object]], size: int) -> Growth:
    """The growth of one kind; `prepare` makes the input of a size and what is to be timed."""
    prepare(size)()  # what is loaded or made at first use is no part of it
    acts = [prepare(times * size) for times in (1, 2, 4)]
    best = [_seconds(act) for act in acts]
    for attempt in range(2 * ROUNDS - 1):
        if attempt >= ROUNDS - 1 and Growth(tuple(best)).is_bounded:
            break
        best = [min(known, _seconds(act)) for known, act in zip(best, acts, strict=True)]
    return Growth(tuple(best))


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    act()
    return time.process_time() - start


if __name__ == "__main__":
    main()
