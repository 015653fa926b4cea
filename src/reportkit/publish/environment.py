"""Tell all beside its sources that could change a publication, and what of it is different here."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

from reportkit import __version__
from reportkit.check.rule import Rule
from reportkit.check.rule_code import code_hash, rule_hashes
from reportkit.publish.manifest import Environment
from reportkit.render.pdf import library_versions
from reportkit.render.theme import Theme


def present_environment(
    rules: Sequence[Rule], packages: Sequence[str], theme: Theme
) -> Environment:
    """What publications made here and now depend on."""
    return Environment(
        reportkit=__version__,
        code_sha256=_code_sha256(),
        libraries=dict(_libraries()),
        theme_sha256=theme.digest,
        rules=rule_hashes(rules),
        packages=tuple(packages),
    )


Reach = Literal["all", "pages", "PDF pages", "findings"]
"""What of a publication a part of its environment can change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the environment that was another when a publication was made."""

    name: str
    then: str
    now: str
    reach: Reach

    def __str__(self) -> str:
        return f"{self.name} was {self.then} and is {self.now} here"


def changes(recorded: Environment, present: Environment) -> tuple[Change, ...]:
    """What is different here from what a publication records."""
    return tuple(_changes(recorded, present))


def _changes(recorded: Environment, present: Environment) -> Iterator[Change]:
    if recorded.reportkit != present.reportkit:
        yield Change("reportkit", recorded.reportkit, present.reportkit, "all")
    elif recorded.code_sha256 != present.code_sha256:
        yield Change(
            "the code of reportkit", recorded.code_sha256[:12], present.code_sha256[:12], "all"
        )
    then, now = recorded.libraries, present.libraries
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield Change(name, then.get(name, "absent"), now.get(name, "absent"), _reach(name))
    if recorded.theme_sha256 != present.theme_sha256:
        yield Change("the theme", recorded.theme_sha256[:12], present.theme_sha256[:12], "pages")
    for name in sorted(recorded.rules.keys() | present.rules.keys()):
        before, here = recorded.rules.get(name, "absent"), present.rules.get(name, "absent")
        if before != here:
            yield Change(f"the rule {name}", before[:12], here[:12], "findings")
    if recorded.packages != present.packages:
        yield Change(
            "the packages with rules",
            ", ".join(recorded.packages) or "none",
            ", ".join(present.packages) or "none",
            "findings",
        )


def _reach(library: str) -> Reach:
    if library in _OF_DATA:
        return "all"
    return "pages" if library in _OF_PAGES else "PDF pages"


_OF_DATA: Final = (
    "python",
    "python-optimization",
    "pydantic",
    "pydantic-core",
    "ruamel.yaml",
    "ruamel.yaml.clib",
)
"""Libraries that read the sources."""
_OF_PAGES: Final = ("babel", "jinja2", "markdown-it-py", "markupsafe", "mdurl")
"""Libraries that make the page, be it for the web or for paper."""


@cache
def _libraries() -> Mapping[str, str]:
    """The versions of libraries, which stay the same while a process runs."""
    named = (*_OF_DATA[2:], *_OF_PAGES)
    return {
        **library_versions(),
        **{name: _version(name) for name in named},
        "python-optimization": str(sys.flags.optimize),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


@cache
def _code_sha256() -> str:
    """SHA-256 over reportkit's own files; of rules what they do counts and not their wording."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        if path.suffix not in _CODE or name.startswith("templates/"):
            continue
        body = path.read_bytes().replace(b"\r\n", b"\n")
        if name.startswith("rules/"):
            body = code_hash(body.decode()).encode()
        digest.update(f"{name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()


_CODE: Final = frozenset({".py", ".yaml", ".mo"})
