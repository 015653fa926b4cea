"""`reportkit verify`: say whether a published file is what its sources produce."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from reportkit.cli import options, reports
from reportkit.cli.suspect import EXAMINE, Suspect, content_of, limits, told
from reportkit.contain import Answer, Exceeded, Raised, contained
from reportkit.report.frame import printable

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@reports.trust
@click.option("--trust-theme", "theme", flag_value="trusted", default="untrusted",
              help="Use templates that FILE carries; they are not used without it.")  # fmt: skip
@click.option("--seconds", type=click.IntRange(1, 3600), default=60, show_default=True,
              help="How long it may take.")  # fmt: skip
def verify(file: Path, trust: Trust, theme: Trust, seconds: int) -> None:
    """Say whether FILE, a published PDF or web page, is what its sources produce.

    The sources it carries are built again and the bytes compared. `altered` (exit code 1) is
    said where nothing here can be the reason for a difference; `cannot tell here` (exit code 2)
    where something can, and what. That a file agrees with itself says nothing of who made it:
    such a file is `unsigned`.
    """
    suspect = Suspect(content_of(file), trust, theme)
    outcome = contained(EXAMINE, suspect, limits(seconds))
    found = outcome.value if isinstance(outcome, Answer) else _stopped(outcome)
    options.show("".join(f"{line}\n" for line in _lines(file.name, found)))
    raise SystemExit(_EXIT[found["verdict"]])


def _stopped(outcome: Exceeded | Raised) -> dict[str, Any]:
    return {"verdict": "cannot tell", "reasons": [f"making it again was stopped: {told(outcome)}"]}


def _lines(name: str, found: Mapping[str, Any]) -> Iterator[str]:
    """The verdict, why, and what the file says of itself; nothing reaches the terminal raw."""
    role, said = _SAID[found["verdict"]]
    yield f"{printable(name)} {options.palette().paint(role, said)}"
    harmless = ", which made no difference" if found["verdict"] == "rebuilt" else ""
    for reason in found["reasons"]:
        yield f"  {printable(reason)}{harmless}"
    claims = found.get("claims", ())
    if claims:
        yield "  it says of itself:"
    for label, text in claims:
        yield f"    {label:<9}  {printable(text)[:300]}"


_SAID: Final = {
    "rebuilt": ("good", "unsigned: unaltered, as the sources it carries produce these very bytes; "
                        "no key says who made it"),
    "altered": ("error", "altered"),
    "cannot tell": ("warning", "cannot tell here"),
}  # fmt: skip
_EXIT: Final = {"rebuilt": 0, "altered": 1, "cannot tell": 2}
