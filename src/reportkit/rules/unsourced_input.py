"""Rule: provided data of which nobody says where it came from."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.model.base import given
from reportkit.model.datasets import KINDS
from reportkit.model.input import history_key
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
    for name in KINDS:
        if given(data, name, None) is not None and name not in data.provenance:
            yield Issue(
                at_key("input", name),
                f"`{name}` is provided without its source",
                f"add `{name}: {{source: …, as_of: …}}` under `provenance:`",
                related=((at_key("input", "provenance"), "the sources of the data"),),
            )
    releases = [each.release for each in data.mpfs.history] if data.mpfs else []
    for index, release in enumerate(releases):
        key = history_key(release)
        if key not in data.provenance:
            yield Issue(
                at("input", "mpfs", "history", index, "release"),
                f"the payment of {release} is provided without its source",
                f"add `{key}: {{source: …, as_of: …}}` under `provenance:`",
                related=((at_key("input", "provenance"), "the sources of the data"),),
            )
    known = {*KINDS, *(history_key(release) for release in releases)}
    for name in data.provenance:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            yield Issue(
                at_key("input", "provenance", name),
                f"`{name}` is not a part of the input",
                f"did you mean `{close[0]}`?" if close else "write the name of a provided part",
            )
