"""Write the editions of publications as text or JSON: what each is, and why one was recalled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportkit.model.editions import Edition, Editions
from reportkit.report.frame import printable
from reportkit.report.palette import Palette
from reportkit.workspace.editions import folder_of, recall_of, state_on

FORM = "reportkit/editions/1"


@dataclass(frozen=True, slots=True)
class Listing:
    """The editions of one code that are listed, of all that it has."""

    code: str
    editions: Editions
    listed: tuple[Edition, ...]


def editions_text(listings: Sequence[Listing], day: date, palette: Palette) -> str:
    """Every listed edition in a line, with what it is on a day."""
    return "".join(f"{line}\n" for listing in listings for line in _lines(listing, day, palette))


def editions_json(listings: Sequence[Listing], day: date) -> str:
    """The same as JSON."""
    data = {
        "form": FORM,
        "day": day.isoformat(),
        "editions": [
            edition_data(listing.code, listing.editions, edition, day)
            for listing in listings
            for edition in listing.listed
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def edition_data(code: str, editions: Editions, edition: Edition, day: date) -> dict[str, Any]:
    """One edition as plain data, with what it is on a day."""
    recall = recall_of(editions, edition)
    return {
        "code": code,
        "state": state_on(editions, edition, day),
        "folder": folder_of(code, edition.version),
        **edition.model_dump(mode="json"),
        "recall": recall and recall.model_dump(mode="json"),
    }


def _lines(listing: Listing, day: date, palette: Palette) -> Iterator[str]:
    for edition in listing.listed:
        state = state_on(listing.editions, edition, day)
        role = "error" if state == "recalled" else "good" if state == "in force" else "faint"
        name = palette.paint("strong", f"{listing.code} {printable(edition.version)}")
        yield (
            f"{name}  for service from {edition.effective}, released "
            f"{edition.released.date()}: {palette.paint(role, state)}"
        )
        recall = recall_of(listing.editions, edition)
        if recall is not None:
            yield (
                f"  recalled {recall.recalled.date()} by {printable(recall.by)}: "
                f"{printable(recall.reason)}"
            )
