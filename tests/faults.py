"""Make the n-th step that changes the disk fail or be the last one, in a process of its own."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any, Literal, NoReturn

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

    False if it came to its end before it made so many steps.
    """
    child = os.fork()
    if child == 0:
        _run(act, fault, step)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, _TOLD, _KILLED), f"{fault} at step {step}: exit {status}"
    return status != 0


def faults(act: Callable[[], object], restore: Callable[[], object]) -> Iterator[tuple[Fault, int]]:
    """Let every fault happen at every step of `act`; `restore` makes the state before it anew.

    Yields after each, for the state to be looked at.
    """
    for fault in FAULTS:
        for step in count():
            restore()
            if not survives(act, fault, step):
                break
            yield fault, step


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
    from reportkit.cannot_run import CannotRun

    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 -- ends with the process
    made = _arm(fault, step)
    code = 1
    try:
        act()
        code = _TOLD if made() > step else 0
    except CannotRun:
        code = _TOLD
    except SystemExit as stop:
        code = _TOLD if made() > step else int(stop.code or 0)
    finally:
        os._exit(code)


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
