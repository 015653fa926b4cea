"""Rule: a site of service that the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.input import Site
from reportkit.model.sites import site_names
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication


@rule("error", "provided data", waivable=False)
def unprovided_site(publication: Publication) -> Iterator[Issue]:
    """A text or the vignette names a site of service that the input does not list.

    Why:
        The site decides which of two rates is paid. A site nobody provided, or a word that
        could be several sites, sends the reader to the wrong one.

    Bad:
        # clinical-context
        follow_up: The patient is seen in the emergency department if bleeding does not stop.

    Good:
        # clinical-context
        follow_up: The patient is seen in the office if bleeding does not stop.
    """
    sites = publication.input.sites
    ids = [site.id for site in sites or ()]
    listed = "the input provides " + (", ".join(ids) or "no sites")
    related = ((at("input", "sites"), "the sites provided"),)
    if publication.is_written("clinical-context"):
        site = publication.clinical.vignette.site
        if site not in ids:
            yield Issue(
                at("clinical-context", "vignette", "site"),
                f"`{site}` is not the id of a provided site; {listed}",
                "write the id of a provided site",
                related=related,
            )
    for passage in passages(publication):
        if passage.key == "report":
            continue
        for named in site_names(passage.plain):
            span, codes = Span(named.start, named.end), named.value
            name = " ".join(passage.plain[span.start : span.end].split())
            meant = _meant(name, codes, sites or ())
            where = At(passage.key, passage.route, span)
            if not meant:
                yield Issue(
                    where,
                    f"`{name}` is not a provided site; {listed}",
                    "name a provided site, or have this one added to input.yaml",
                    related=related,
                )
            elif len(codes) > 2 and len(meant) > 1:
                yield Issue(
                    where,
                    f"`{name}` leaves the site open; it may mean {' or '.join(meant)}",
                    "name the site as input.yaml does",
                    related=related,
                )


def _meant(name: str, codes: frozenset[str], sites: tuple[Site, ...]) -> list[str]:
    """Ids of the provided sites that a name may stand for."""
    low = name.lower()
    named = [
        site.id for site in sites if low in {word.lower() for word in (site.name, *site.aliases)}
    ]
    return named or [site.id for site in sites if codes & set(site.pos)]
