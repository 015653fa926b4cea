"""Rule: provided data of which nobody says where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.findings.meant import closest
from reportkit.model.base import given
from reportkit.model.datasets import KINDS
from reportkit.model.history import QUALIFYING, origin_keys
from reportkit.model.paths import Steps
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def unsourced_input(publication: Publication) -> Iterator[Issue]:
    """A provided part of the input has no entry under `provenance:`.

    Why:
        Data without a source and a date cannot be checked, and the publication prints both
        beside every table.

    Bad:
        # input
        service_line: Gynecology

    Good:
        # input
        service_line: null
    """
    data = publication.input
    known = set(KINDS)
    for name in KINDS:
        value = given(data, name, None)
        if value is None:
            continue
        for key, route in origin_keys(name, value):
            known.add(key)
            if key not in data.provenance:
                yield Issue(
                    _place(route),
                    f"{_told(key)} is provided without its source",
                    f"add `{key}: {{source: …, as_of: …}}` under `provenance:`",
                    related=((at_key("input", "provenance"), "the sources of the data"),),
                )
    for name in data.provenance:
        if name not in known:
            close = closest(name, known)
            yield Issue(
                at_key("input", "provenance", name),
                f"`{name}` is not a part of the input",
                f"did you mean `{close}`?" if close else "write the name of a provided part",
            )


def _place(route: Steps) -> At:
    """The key of a dataset or of its second factor, the name of an earlier release."""
    name = KINDS[str(route[0])].release
    if isinstance(route[-1], int) and name is not None:
        return at("input", *route, name)
    return at_key("input", *route)


def _told(key: str) -> str:
    """What an origin is of: a dataset, a release of it, or its second conversion factor."""
    name, _, release = key.removesuffix(QUALIFYING).partition(".history.")
    what = "the payment" if name in ("mpfs", "asc") else f"`{name}`"
    told = f"{what} of {release}" if release else f"`{name}`"
    return f"the second conversion factor of {told}" if key.endswith(QUALIFYING) else told
