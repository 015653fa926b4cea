"""How many pages a dense publication takes here, and set plainly in typst.

The same Document is set by both: the one with tags, sources, gaps and room for a margin column,
the other as plain text and tables in the same fonts, small and close. The goal is 1.5 times
typst's pages.

    python benchmarks/typst_pages.py
"""

from __future__ import annotations

import gettext
import random
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfReader

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Codes,
    Document,
    Facts,
    Gap,
    KeyFacts,
    Markup,
    Paragraph,
    Plain,
    Plot,
    Section,
    Steps,
    Table,
)
from reportkit.check.example import read_example, specimen
from reportkit.render.rendition import paper
from reportkit.render.theme import load_theme

FONTS = Path(__file__).resolve().parents[1] / "templates" / "fonts"
MOST = 1.5


def main() -> None:
    """Print a line for each publication; the exit code is 1 if one takes more than the goal."""
    worst = 0.0
    for name, pairs, rates in (("225 pairs, 38 rates", 225, 38), ("349 rates", 0, 349)):
        document = publication(pairs, rates)
        ours = pages(paper(document, load_theme(), datetime(2026, 1, 1, tzinfo=UTC), ()))
        theirs = pages(plainly_set(document))
        worst = max(worst, ours / theirs)
        sys.stdout.write(
            f"{name}: {ours} pages here, {theirs} in typst, {ours / theirs:.2f} times as many\n"
        )
    raise SystemExit(1 if worst > MOST else 0)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def publication(pairs: int, rates: int) -> Document:
    """A made-up publication with so many pair edits and so many rates."""
    dice = random.Random(4)  # noqa: S311 -- made-up amounts, the same every time
    lines = [
        "mpfs: {release: RVU26D, status: A, global_days: '010', preoperative: 0.1,",
        "  intraoperative: 0.8, postoperative: 0.1, multiple_procedure: '2', bilateral: '0',",
        "  assistant_surgeon: '1', co_surgeon: '0', team_surgery: '0', pc_tc: '0',",
        "  work_rvu: 1.95, nonfacility_pe_rvu: 3.66, facility_pe_rvu: 2.17, mp_rvu: 0.33,",
        "  nonfacility_total: 5.94, facility_total: 4.45, nonfacility_na: false,",
        "  facility_na: false, conversion_factor: 32.3465, nonfacility_payment: 192.14,",
        "  facility_payment: 143.94}",
    ]
    if pairs:
        lines.append("ncci:\n  - {quarter: 2026Q4, setting: practitioner, pairs: [")
        lines += [f"    {pair}," for pair in _pairs(dice, pairs)]
        lines.append("  ]}")
    lines.append("rates:")
    lines += [f"  - {rate}" for rate in _rates(dice, rates)]
    example = (
        "# report\nsections: [summary, coding-specifications, code-parameters, "
        "medicare-payment, related-codes, rate-benchmarks]\n# input\n"
    )
    publication = specimen(read_example(example + "\n".join(lines) + "\n"))
    return assemble(publication, gettext.NullTranslations())


def _pairs(dice: random.Random, number: int) -> Iterator[str]:
    reasons = (
        "Standards of medical practice",
        "Misuse of a code",
        "Separate procedure",
        "Mutually exclusive",
        "Manual instruction",
    )
    for code in sorted(dice.sample(range(10000, 99999), number)):
        yield (
            f'{{column_1: "57511", column_2: "{code}", indicator: "{dice.choice("01")}", '
            f"deleted: null, rationale: {dice.choice(reasons)}}}"
        )


def _rates(dice: random.Random, number: int) -> Iterator[str]:
    """Rates in six groups, as files of payers and hospitals give them."""
    groups = [
        (by, setting, billing)
        for by in ("payer", "hospital")
        for setting, billing in (
            ("outpatient", "professional"),
            ("both", "professional"),
            ("outpatient", "institutional"),
        )
    ]
    for index in range(number):
        by, setting, billing = groups[index % len(groups)]
        middle = dice.uniform(90, 800)
        spread = [round(middle * share, 2) for share in (0.7, 0.85, 1, 1.2, 1.4)]
        keys = zip(("p10", "p25", "p50", "p75", "p90"), spread, strict=True)
        amounts = ", ".join(f"{key}: {amount:.2f}" for key, amount in keys)
        yield (
            f"{{published_by: {by}, payer: aetna, plan: Plan {index}, setting: {setting}, "
            f"billing_class: {billing}, modifiers: [], negotiated_type: negotiated, "
            f"period: 2026-10, n: {dice.randint(11, 400)}, {amounts}}}"
        )


def plainly_set(document: Document) -> bytes:
    """The document by typst: all its words and tables, close together."""
    body = [f"#text(22pt)[{words(document.identity.title)}]", *_blocks(document.opening)]
    for section in document.sections:
        body += _section(section, 1)
    body += _blocks((document.control,))
    source = "\n\n".join([SETTING, *body])
    pdf: bytes = typst.compile(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return pdf


SETTING = """
#set page(paper: "us-letter", margin: (x: 0.8in, top: 0.9in, bottom: 0.8in))
#set text(font: "Source Serif 4", size: 9.6pt)
#set par(leading: 0.6em)
#show heading.where(level: 1): set text(font: "Source Sans 3", size: 13pt)
#show heading.where(level: 2): set text(font: "Source Sans 3", size: 10.5pt)
#show table: set text(font: "Source Sans 3", size: 8.4pt)
#set table(stroke: (x, y) => (bottom: 0.3pt + luma(200)), inset: (x: 4pt, y: 3pt))
"""


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'=' * level} {words(section.title)}"
    yield from _blocks(section.blocks)
    for inner in section.subsections:
        yield from _section(inner, level + 1)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:  # noqa: C901 -- a case a kind
    for block in blocks:
        match block:
            case Paragraph(text):
                yield cell(text)
            case Bullets(items) | Steps(items):
                yield "\n".join(f"- {cell(item)}" for item in items)
            case Facts(pairs=pairs):
                yield "\n".join(f"/ {words(label)}: {cell(value)}" for label, value in pairs)
            case KeyFacts(facts=facts):
                boxes = (
                    f"[{words(fact.label)} \\ *{cell(fact.value)}* \\ {cell(fact.note)}]"
                    for fact in facts
                )
                yield f"#grid(columns: 3, gutter: 8pt, {', '.join(boxes)})"
            case Table():
                yield _table(block)
            case Chart(caption=caption):
                yield f"{words(caption)} #box(width: 100%, height: 160pt)"
            case Gap(field=field, effect=effect, reason=reason):
                yield f"*{words(field)}*: {words(effect)} {words(reason)}."
            case Callout(blocks=inner):
                yield from _blocks(inner)


def _table(table: Table) -> str:
    widths = ["auto"] * len(table.columns)
    widths[-1] = "1fr"
    head = ", ".join(f"[*{words(column.title)}*]" for column in table.columns)
    cells = ", ".join(f"[{cell(value)}]" for row in table.rows for value in row.cells)
    return (
        f"*{words(table.caption)}*\n\n#table(columns: ({', '.join(widths)}), "
        f"table.header({head}), {cells})\n{words(table.source or '')}"
    )


def cell(value: Cell) -> str:
    """A text of the document in typst's markup."""
    match value:
        case Plain(text):
            return words(text)
        case Markup(markdown):
            return words(re.sub(r"\[@[^\]]+\]|\(#?[^)\s]*\)(?<=\))", "", markdown))
        case Codes(codes):
            return words(", ".join(codes))
        case Plot():
            return "#box(width: 60pt, height: 6pt, fill: luma(200))"


def words(text: str) -> str:
    """Text in which nothing acts as markup."""
    return re.sub(r"([\\#$*_@<>`\[\]=/~])", r"\\\1", text)


if __name__ == "__main__":
    main()
