"""Say what stands at an offset of a file: a value, a row of the data, a key, a finding's rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reportkit.assemble.edition import Edition
from reportkit.assemble.language import translations
from reportkit.check.findings import Findings
from reportkit.editor.names import Kind, naming_at
from reportkit.editor.spot import Spot, spot_at
from reportkit.model.base import Unavailable
from reportkit.model.files import model_of
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.pos import PLACES_OF_SERVICE
from reportkit.report.rule_page import rule_help
from reportkit.source.annotations import record_at
from reportkit.source.explanations import explanations
from reportkit.source.references import Quoting, Reference, Saying
from reportkit.source.scalar_map import source_span
from reportkit.workspace.house_texts import house_text
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import format_value, resolve, resolve_text
from reportkit.workspace.statements import said
from reportkit.workspace.ways import Unresolved


def meaning_at(findings: Findings, publication: Publication, key: str, offset: int) -> str:
    """All that is known of an offset of a file, as Markdown; empty if that is nothing."""
    parts = [*_meanings(publication, key, offset), *_pages(findings, publication, key, offset)]
    return "\n\n---\n\n".join(dict.fromkeys(parts))


def _meanings(publication: Publication, key: str, offset: int) -> Iterator[str]:
    loaded = publication.files[key]
    spot = spot_at(loaded.tree.root, offset) if loaded.tree.root else None
    if spot is None:
        return
    try:
        yield from _printed(publication, key, spot, offset)
        naming = naming_at(publication, key, offset)
        if naming and naming.kind in _ROWS:
            yield from _ROWS[naming.kind](publication, naming.name)
    except Unavailable:
        pass
    if spot.is_key:
        yield from _explained(key, spot)


def _explained(key: str, spot: Spot) -> Iterator[str]:
    """What a key means: the text below it in the model of its file."""
    record = record_at(model_of(key), spot.route[:-1])
    explained = explanations(record).get(spot.scalar.text) if record else None
    if explained:
        yield f"**{spot.scalar.text}**: {explained}"


def _printed(publication: Publication, key: str, spot: Spot, offset: int) -> Iterator[str]:
    """What a reference at the offset is printed as, or why it is not."""
    source = publication.files[key].file.text
    for passage in passages(publication):
        if (passage.key, passage.route) != (key, spot.route) or spot.is_key:
            continue
        for reference in passage.references:
            span = source_span(source, spot.scalar, reference.span.start, reference.span.end)
            if span.start <= offset <= span.end:
                match reference:
                    case Reference():
                        value = resolve(reference, publication)
                        language = publication.project.language
                        shown = (
                            value.reason
                            if isinstance(value, Unresolved)
                            else format_value(value, reference.filters, language)
                        )
                        yield f"`{reference.text}`: {shown}"
                    case Saying(name=name):
                        yield f"`say.{name}`: {_sentence(publication, name)}"
                    case Quoting(name=name):
                        yield f"`text.{name}`: {_quoted(publication, name)}"
                    case _:
                        pass


def _sentence(publication: Publication, name: str) -> str:
    """A statement of the data in the language of the publication, or why it cannot be made."""
    writer = Edition(publication, translations(publication.project.language), {})
    sentence = said(name, publication.input, writer)
    return sentence.reason if isinstance(sentence, Unresolved) else sentence


def _quoted(publication: Publication, name: str) -> str:
    """What is printed of a house text, or why nothing is."""
    text = house_text(name, publication)
    if isinstance(text, Unresolved):
        return text.reason
    writer = Edition(publication, translations(publication.project.language), {})
    return resolve_text(text.text, publication, writer).strip()


def _modifier(publication: Publication, code: str) -> Iterator[str]:
    known = MODIFIERS.get(code)
    meaning = f": {known.meaning}" if known else ""
    yield f"**modifier {code}**{meaning}{_origin(publication, 'modifiers')}"


def _payer(publication: Publication, payer_id: str) -> Iterator[str]:
    for payer in publication.input.payers or ():
        if payer.id == payer_id:
            aliases = f"\n\nalso: {', '.join(payer.aliases)}" if payer.aliases else ""
            about = f"**{payer.name}** ({payer.id}), {payer.kind}{aliases}"
            yield about + _origin(publication, "payers")


def _site(publication: Publication, site_id: str) -> Iterator[str]:
    names = {place.code: place.name for place in PLACES_OF_SERVICE}
    for site in publication.input.sites or ():
        if site.id == site_id:
            places = ", ".join(f"{code} {names.get(code, '')}".strip() for code in site.pos)
            about = f"**{site.name}** ({site.id}), {site.rank}\n\nplace of service: {places}"
            yield about + _origin(publication, "sites")


def _source(publication: Publication, source_id: str) -> Iterator[str]:
    for source in publication.report.sources:
        if source.id == source_id:
            address = f"\n\n<{source.url}>" if source.url else ""
            yield f"**{source.id}**: {source.citation}\n\naccessed {source.accessed}{address}"


def _origin(publication: Publication, dataset: str) -> str:
    """Where a kind of data came from."""
    origin = publication.input.provenance.get(dataset)
    if origin is None:
        return ""
    release = f", release {origin.release}" if origin.release else ""
    sample = ", made up as a sample" if origin.sample else ""
    return f"\n\nprovided by `{origin.source}`, as of {origin.as_of}{release}{sample}"


_ROWS: Final[dict[Kind, Callable[[Publication, str], Iterator[str]]]] = {
    "modifier": _modifier,
    "payer": _payer,
    "site": _site,
    "source": _source,
}


def _pages(findings: Findings, publication: Publication, key: str, offset: int) -> Iterator[str]:
    """The pages of the rules that found something at the offset."""
    path = publication.files[key].file.path
    rules = {rule.name: rule for rule in findings.rules}
    for finding in findings.findings:
        span = finding.place.span
        if finding.place.file == path and span.start <= offset <= span.end:
            yield f"### {finding.rule}\n\n{rule_help(rules[finding.rule])}"
