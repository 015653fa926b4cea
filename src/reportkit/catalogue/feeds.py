"""Turn entries into what programs read: catalogue.json, figures.csv, feed, map of the site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reportkit.catalogue.entry import Entry
from reportkit.catalogue.lists import newest_first
from reportkit.catalogue.voice import Voice

FORM: Final = "reportkit/catalogue/1"
"""The form of catalogue.json, as docs/catalogue.schema.json describes it."""


def catalogue_json(entries: Sequence[Entry], of: str) -> bytes:
    """Every publication with what the lists are made from; `of` is `working` or `released`."""
    listed = []
    for entry in entries:
        fields = asdict(entry)
        del fields["figures"], fields["profile"]
        fields |= {
            "published": entry.published.isoformat(),
            "revised": entry.revised.isoformat(),
            "related": [{"code": code, "relation": how} for code, how in entry.related],
            "page": f"{entry.code}/index.html",
        }
        listed.append(fields)
    data = {"form": FORM, "of": of, "publications": listed}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def figures_csv(entries: Iterable[Entry]) -> bytes:
    """Every figure of every publication: its code, field, raw value, and how it is printed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "version", "field", "raw", "shown"))
    for entry in entries:
        writer.writerows(
            (entry.code, entry.version, figure.field, figure.raw, figure.shown)
            for figure in entry.figures
        )
    return text.getvalue().encode()


def feed(entries: Sequence[Entry], publisher: str, voice: Voice) -> bytes:
    """The publications revised last, as an Atom feed (RFC 4287); links are from its own place."""
    newest = newest_first(entries)
    title = voice.say("{publisher}: coding reports", publisher=publisher)
    updated = max((entry.revised for entry in newest), default=None)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{voice.language}">',
        f"<title>{escape(title)}</title>",
        f"<id>urn:reportkit:catalogue:{escape(_name(publisher))}</id>",
        f"<updated>{updated or '1970-01-01'}T00:00:00Z</updated>",
        f"<author><name>{escape(publisher)}</name></author>",
        '<link rel="self" href="feed.xml"/>',
        *(_feed_entry(entry, voice) for entry in newest),
        "</feed>",
    ]
    return "\n".join([*lines, ""]).encode()


def site_map(entries: Iterable[Entry]) -> bytes | None:
    """The addresses of the publications (sitemaps.org); None if the project names none."""
    places = [
        f"<url><loc>{escape(entry.address)}</loc><lastmod>{entry.revised}</lastmod></url>"
        for entry in entries
        if entry.address is not None
    ]
    if not places:
        return None
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return "\n".join([f'{head}<urlset xmlns="{space}">', *places, "</urlset>", ""]).encode()


def robots(of: str) -> bytes:
    """What search engines may look at: the catalogue of what was released, and no draft."""
    rule = "Allow: /" if of == "released" else "Disallow: /"
    return f"User-agent: *\n{rule}\n".encode()


def _feed_entry(entry: Entry, voice: Voice) -> str:
    version = voice.say("version {version}", version=entry.version)
    name = f"{entry.code_system} {entry.code}: {entry.title}, {version}"
    return (
        f"<entry><title>{escape(name)}</title>"
        f"<id>urn:reportkit:{escape(_name(entry.code))}:{escape(_name(entry.version))}</id>"
        f"<updated>{entry.revised}T00:00:00Z</updated>"
        f"<link href={quoteattr(f'{entry.code}/index.html')}/>"
        f"<summary>{escape(entry.change)}</summary></entry>"
    )


def _name(text: str) -> str:
    return "-".join(text.split())
