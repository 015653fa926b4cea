"""Rule: a version without its line in the revision history, or a history out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.findings.meant import closest
from reportkit.model.sections import AUTHORED, FROM_DATA, GENERATED
from reportkit.model.version import same_number
from reportkit.model.whole_numbers import whole_number
from reportkit.reading.dates import called_first, replaced_versions
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "document control")
def missing_revision(publication: Publication) -> Iterator[Issue]:
    """The version has no entry in the revision history, the history does not rise, or an entry
    names a section or an edition before it that is none.

    Why:
        Readers who hold an older copy need to know what changed. A version without an entry
        is a change that nobody explained, and they look for an edition in vain that never was.

    Bad:
        # report
        version: "1.1"

    Good:
        # report
        version: "1.0"
    """
    report = publication.report
    versions = [revision.version for revision in report.revisions]
    if report.version not in versions:
        yield Issue(
            at("report", "version"),
            f"version {report.version} has no entry in `revisions:`; "
            f"the history holds {', '.join(versions) or 'none'}",
            "add an entry that says what changed and why",
        )
    elif versions[-1] != report.version:
        yield Issue(
            at("report", "version"),
            f"version {report.version} is not the last of the history, which is {versions[-1]}",
            "set `version:` to the last entry, or move the entry to the end",
        )
    for index, (before, after) in enumerate(pairwise(report.revisions), start=1):
        if _rank(after.version) < _rank(before.version) or after.date < before.date:
            yield Issue(
                at("report", "revisions", index, "version"),
                f"version {after.version} of {after.date} follows "
                f"{before.version} of {before.date}",
                "order the history from the oldest to the newest",
                related=((at("report", "revisions", index - 1, "version"), "the entry before"),),
            )
    known = (*AUTHORED, *FROM_DATA, *GENERATED, "all")
    for index, revision in enumerate(report.revisions):
        for place, section in enumerate(revision.sections):
            if section not in known:
                close = closest(section, known)
                yield Issue(
                    at("report", "revisions", index, "sections", place),
                    f"`{section}` is not a section",
                    f"did you mean {close}?" if close else f"known: {', '.join(known)}",
                )
    for text in worded_texts_but(publication, {"sources"}):
        yield from _on_editions(publication, text, versions)


def _on_editions(publication: Publication, text: Text, versions: list[str]) -> Iterator[Issue]:
    """Editions that a text says its own came after, and that the history does not have."""
    match text.key, text.route:
        case "report", ("revisions", int(place), *_):
            own, earlier = versions[place], versions[:place]
        case _:
            own, earlier = publication.report.version, versions[:-1]
    released = [edition.version for edition in publication.editions.released]
    before = [version for version in (*earlier, *released) if _rank(version) < _rank(own)]
    for mention in replaced_versions(text):
        known = any(same_number(mention.version, version) for version in before)
        if not known and (before or _rank(mention.version) >= _rank(own)):
            yield Issue(
                text.at(mention.start, mention.end),
                f"version {own} is said to come after {mention.version}, and the editions before "
                f"it are {', '.join(dict.fromkeys(before)) or 'none'}",
                "name the edition before, or add its entry to `revisions:`",
                related=((at("report", "revisions"), "the history"),),
            )
    first = called_first(text) if text.key == "report" and earlier else None
    if first is not None and text.route[-1] == "change":
        yield Issue(
            text.at(*first),
            f"version {own} is called the first edition, and {earlier[0]} stands before it",
            "say what changed since the edition before",
            related=((at("report", "revisions", 0, "version"), "the first of the history"),),
        )


def _rank(version: str) -> list[int]:
    return [whole_number(part) or 0 for part in re.findall(r"\d+", version)]
