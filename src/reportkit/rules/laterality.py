"""Rule: left and right that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.diagnoses import title_side
from reportkit.reading.case import patient_texts, step_texts
from reportkit.reading.codes import code_mentions
from reportkit.reading.sides import SideMention, bare_sides, region, sides
from reportkit.reading.text import Text
from reportkit.workspace.publication import Publication

_SIDE_BY_CHARACTER = {"1": "right", "2": "left", "3": "both"}
"""What the character of the side means in most codes of ICD-10-CM (guidelines, section I.B.13)."""


@rule("error", "clinical text")
def laterality(publication: Publication) -> Iterator[Issue]:
    """The case, or a diagnosis and the case, name different sides.

    Why:
        A claim for the wrong side is denied, and a record of the wrong side is worse. A case
        has one side, from the first complaint to the last visit.

    Bad:
        # clinical-context
        vignette.findings: The left knee is swollen.
        follow_up: The right knee is seen again after a week.

    Good:
        # clinical-context
        vignette.findings: The left knee is swollen.
        follow_up: The left knee is seen again after a week.
    """
    yield from _titles(publication)
    if not publication.is_written("clinical-context"):
        return
    found: dict[str, tuple[Text, SideMention]] = {}
    for text in patient_texts(publication):
        for mention in sides(text):
            part = region(mention.part)
            first = found.setdefault(part, (text, mention))
            if first[1].side != mention.side and "both" not in (first[1].side, mention.side):
                yield _issue(text, mention, first)
    yield from _elsewhere(publication, found)
    yield from _diagnoses(publication, found)


def _elsewhere(
    publication: Publication, found: dict[str, tuple[Text, SideMention]]
) -> Iterator[Issue]:
    """Sides without a part, steps and diagnoses that are not of the side of the case."""
    if len({mention.side for _, mention in found.values()}) != 1:
        return
    first = next(iter(found.values()))
    steps = [(text, mention) for text in step_texts(publication) for mention in sides(text)]
    of_steps = steps if len({mention.side for _, mention in steps}) == 1 else []
    bare = [(text, mention) for text in patient_texts(publication) for mention in bare_sides(text)]
    for text, mention in (*bare, *of_steps):
        if "both" not in (first[1].side, mention.side) and mention.side != first[1].side:
            yield _issue(text, mention, first)
    rows = {row.code: title_side(row.title) for row in publication.input.diagnoses or ()}
    for text in patient_texts(publication):
        for code in code_mentions(text):
            side = rows.get(code.code)
            if side in ("left", "right") and first[1].side not in (side, "both"):
                yield _issue(text, SideMention(side, "", code.start, code.end), first)


def _issue(text: Text, mention: SideMention, first: tuple[Text, SideMention]) -> Issue:
    other, earlier = first
    return Issue(
        text.at(mention.start, mention.end),
        f"`{text.plain[mention.start : mention.end]}` is not the side of the case, which is the "
        f"{earlier.side} one",
        "give the case one side",
        related=((other.at(earlier.start, earlier.end), "the side named first"),),
    )


def _titles(publication: Publication) -> Iterator[Issue]:
    """Codes whose last character says another side than their title."""
    for index, row in enumerate(publication.input.diagnoses or ()):
        side = title_side(row.title)
        said = _SIDE_BY_CHARACTER.get(_side_character(row.code))
        if side in ("left", "right") and said in ("left", "right") and side != said:
            yield Issue(
                at("input", "diagnoses", index, "title"),
                f"{row.code} is a code of the {said} side, and its title says {side}",
                "correct the code or the title",
                related=((at("input", "diagnoses", index, "code"), "the code"),),
            )


def _side_character(code: str) -> str:
    """The character that carries the side: the sixth of injuries, else the last."""
    bare = code.replace(".", "")
    return bare[5:6] if bare[:1] in "ST" and len(bare) == 7 else bare[-1:] if len(bare) > 4 else ""


def _diagnoses(
    publication: Publication, found: dict[str, tuple[Text, SideMention]]
) -> Iterator[Issue]:
    """Diagnoses of one side where the case is of the other."""
    rows = publication.input.diagnoses or ()
    named = {title_side(row.title) for row in rows}
    of_case = {mention.side for _, mention in found.values()}
    if len(named) != 1 or len(of_case) != 1:
        return
    (side,), (case,) = named, of_case
    if side in ("left", "right") and case in ("left", "right") and side != case:
        text, mention = next(iter(found.values()))
        yield Issue(
            at("input", "diagnoses", 0, "title"),
            f"{rows[0].code} is of the {side} side, and the case is of the {case} one",
            "provide the diagnosis of the side of the case, or of both",
            related=((text.at(mention.start, mention.end), "the side of the case"),),
        )
