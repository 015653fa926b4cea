"""Make the n-th step that changes the disk fail or be the last one, in a process of its own."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Literal, NoReturn

from reportkit.cannot_run import CannotRun
from reportkit.files import whole

Fault = Literal["killed", "failed once", "disk full"]
"""What happens at the n-th step: the process ends, the step fails, it and all later ones fail."""
FAULTS: tuple[Fault, ...] = ("killed", "failed once", "disk full")

_STEPS = ("write", "fsync", "rename", "replace", "link", "mkdir", "open", "unlink", "rmdir")
_FREES = ("unlink", "rmdir")
"""What a full disk still does."""
_KILLED = 137


def survives(act: Callable[[], object], fault: Fault, step: int) -> bool:
    """Run `act` in another process with a fault at its `step`-th step, from 0.

    True if it came to its end before it made so many steps.
    """
    child = os.fork()
    if child == 0:
        _run(act, fault, step)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, _TOLD, _KILLED), f"{fault} at step {step}: exit {status}"
    return status == 0


def faults(
    act: Callable[[], object], restore: Callable[[], object], most: int | None = None
) -> Iterator[tuple[Fault, int]]:
    """Let every fault happen at every step of `act`, from a state that is made anew each time.

    Yields after each, for the state to be looked at. Of more than `most` some are chosen.
    """
    restore()
    steps = _steps(act)
    every = [(fault, step) for fault in FAULTS for step in range(steps)]
    apart = 1 if most is None else max(1, len(every) // most)
    chosen = every[apart // 2 :: apart]
    for fault, step in chosen:
        restore()
        assert not survives(act, fault, step), f"{fault} at step {step} did not come up"
        yield fault, step


def _steps(act: Callable[[], object]) -> int:
    """How many steps `act` makes that change the disk."""
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        _silence()
        made = _arm("killed", sys.maxsize)
        with suppress(SystemExit):
            act()
        os.write(writable, str(made()).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writable)
    with os.fdopen(readable) as stream:
        return int(stream.read())


def leftovers(folder: Path) -> list[str]:
    """Paths of what a write has left behind, from `folder`."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.name.startswith((".reportkit-", ".writing-"))
        or (path.parent.name == ".writing" and path.name != "lock")
    )


_TOLD = 3


def _run(act: Callable[[], object], fault: Fault, step: int) -> NoReturn:
    """The child: exit 0 if no fault came up, 3 if it was told as one message, 137 if killed."""
    _silence()
    made = _arm(fault, step)
    code = 1
    try:
        act()
        code = _TOLD if made() > step else 0
    except (CannotRun, SystemExit):
        code = _TOLD if made() > step else 1
    finally:
        os._exit(code)


def _silence() -> None:
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 -- ends with the process


def _arm(fault: Fault, step: int) -> Callable[[], int]:
    """Put the fault in place; the function returned tells how many steps were made."""
    made = 0

    def happens(name: str) -> None:
        nonlocal made
        made += 1
        if made - 1 == step and fault == "killed":
            os._exit(_KILLED)
        full = fault == "disk full" and made > step and name not in _FREES
        if full or (fault == "failed once" and made - 1 == step):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def armed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def step_of(*arguments: Any, **named: Any) -> Any:
            flags = arguments[1] if name == "open" and len(arguments) > 1 else 0
            if name != "open" or flags & os.O_CREAT:
                happens(name)
            return call(*arguments, **named)

        return step_of

    for name in _STEPS:
        setattr(os, name, armed(name, getattr(os, name)))
    whole.exchange = armed("exchange", whole.exchange)  # type: ignore[attr-defined]
    return lambda: made
