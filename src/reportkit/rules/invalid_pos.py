"""Rule: place of service codes that do not exist or do not fit the site's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.check.issue import Fix, Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.model.pos import POS
from reportkit.model.sites import OPEN_SITE_WORDS, site_names
from reportkit.reading.sites import PlaceCode, SiteMention, place_codes, site_mentions
from reportkit.reading.text import Text, worded_texts
from reportkit.source.emit import flow
from reportkit.workspace.publication import Publication


@rule("error", "sites of service")
def invalid_pos(publication: Publication) -> Iterator[Issue]:
    """A site has a place of service code that does not exist or means another place.

    Why:
        The place of service code on a claim chooses the rate. Since 2016 an outpatient
        department of a hospital is 22 on its campus and 19 off it, and never another code.

    Bad:
        # input
        sites:
          - {id: hopd, name: Hospital outpatient department, pos: ["24"], rank: typical}

    Good:
        # input
        sites:
          - {id: hopd, name: Hospital outpatient department, pos: ["19", "22"], rank: typical}
    """
    for number, site in enumerate(publication.input.sites or ()):
        if not site.pos:
            yield Issue(
                at_key("input", "sites", number, "pos"),
                f"site {site.id} has no place of service code",
                "add the codes; CMS lists them in its place of service code set",
            )
        named = next(site_names(site.name), None)
        meant = named.value if named else OPEN_SITE_WORDS.get(site.name.lower())
        for index, code in enumerate(site.pos):
            place = POS.get(code)
            where = at("input", "sites", number, "pos", index)
            if place is None:
                right = code.strip().zfill(2)
                yield Issue(
                    where,
                    f"place of service {code} is not assigned",
                    f"did you mean {right}?"
                    if right in POS
                    else f"use one of the {len(POS)} assigned codes, from 01 to 99",
                    fix=Fix(flow(right)) if right in POS else None,
                )
            elif meant is not None and code not in meant:
                yield Issue(
                    where,
                    f"place of service {code} means {place.name.lower()}, "
                    f"but the site is `{site.name}`",
                    f"use {' or '.join(sorted(meant))}, or rename the site",
                    related=((at("input", "sites", number, "name"), "the site"),),
                )
    for text in worded_texts(publication):
        yield from _in_text(publication, text)


def _in_text(publication: Publication, text: Text) -> Iterator[Issue]:
    """Codes that a text gives a site beside them, or that no provided site has."""
    sites = publication.input.sites or ()
    provided = {code for site in sites for code in site.pos}
    for place in place_codes(text):
        beside = _beside(text, place, site_mentions(text, sites))
        known = POS.get(place.code)
        if known is None:
            message = f"place of service {place.code} is not assigned"
        elif beside is not None and place.code not in _codes_of(beside):
            message = (
                f"place of service {place.code} means {known.name.lower()}, not {beside.words}"
            )
        elif beside is None and place.code not in provided:
            message = f"no provided site has place of service {place.code}, {known.name.lower()}"
        else:
            continue
        yield Issue(
            text.at(place.start, place.end),
            message,
            "write the code that input.yaml gives the site",
            related=((at("input", "sites"), "the sites provided"),),
        )


def _beside(text: Text, place: PlaceCode, mentions: Iterable[SiteMention]) -> SiteMention | None:
    """The site of a code in its sentence.

    Where there are as many sites as codes, each code has its own in turn; else it is the nearest.
    """
    sentence = text.sentence(place.start)
    named = sorted(
        (mention for mention in mentions if sentence.holds(mention.start)),
        key=lambda mention: mention.start,
    )
    codes = sorted(code.start for code in place_codes(text) if sentence.holds(code.start))
    if len(codes) == len(named):
        return named[codes.index(place.start)]
    return min(named, key=lambda mention: abs(mention.start - place.start), default=None)


def _codes_of(mention: SiteMention) -> frozenset[str]:
    """The codes a site named may have: those of the input, where one provided site is meant."""
    if len(mention.sites) == 1:
        return frozenset(mention.sites[0].pos)
    return mention.codes
