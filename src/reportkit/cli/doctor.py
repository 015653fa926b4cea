"""`reportkit doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version

import click

from reportkit.cli import options


@dataclass(frozen=True, slots=True)
class Need:
    """Something reportkit uses: how it is found, and how it is got."""

    name: str
    purpose: str
    find: Callable[[], str | None]
    """The version or file found; None if it is missing."""
    remedy: str


@click.command()
def doctor() -> None:
    """Say what reportkit needs, what is there, and how to get the rest.

    The exit code is 1 if something is missing.
    """
    palette, missing, lines = options.palette(), 0, []
    for need in needs():
        installed = need.find()
        if installed is None:
            missing += 1
            lines.append(f"{palette.paint('error', 'missing')}  {need.name}: {need.purpose}")
            lines.append(f"         = help: {need.remedy}")
        else:
            lines.append(f"{palette.paint('good', 'found')}    {need.name} {installed}")
    lines.append(f"{missing} missing" if missing else "everything is here")
    options.show("\n".join(lines) + "\n")
    raise SystemExit(1 if missing else 0)


def needs() -> Iterator[Need]:
    """Everything reportkit needs on this machine, in the order to get it."""
    yield Need("Python 3.11 or newer", "runs reportkit", _python, "apt-get install python3")
    for package in ("pydantic", "ruamel.yaml", "ruamel.yaml.clib", "jinja2", "weasyprint"):
        yield Need(
            package, "used by every build", partial(_package, package), f"pip install {package}"
        )
    for library, purpose, debian in _LIBRARIES:
        yield Need(
            library,
            purpose,
            partial(ctypes.util.find_library, library),
            f"on Debian and Ubuntu: apt-get install {debian}; "
            "on macOS: brew install pango harfbuzz",
        )


_LIBRARIES = (
    ("pango-1.0", "sets text in the PDF", "libpango-1.0-0"),
    ("pangoft2-1.0", "loads fonts for the PDF", "libpangoft2-1.0-0"),
    ("harfbuzz-subset", "makes the fonts in the PDF small", "libharfbuzz-subset0"),
)


def _python() -> str | None:
    running = sys.version_info
    return f"({running.major}.{running.minor}.{running.micro})" if running >= (3, 11) else None


def _package(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
