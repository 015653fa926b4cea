"""`reportkit import coverage`: Medicare's articles on codes, and the diagnoses they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.coverage import Article, read_coverage
from reportkit.model.input import Coverage
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@click.option(
    "--payer",
    default="medicare",
    show_default=True,
    help="Id of Medicare among the payers of the reports.",
)
@run.source("cms-coverage")
@read.stated
@run.project
@run.dry_run
def coverage(
    file: Path,
    codes: tuple[str, ...],
    payer: str,
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read the articles of Medicare's coverage database for CODEs; default: all of the project.

    FILE is the archive of current articles as it is downloaded. Articles that list no diagnosis for
    a code say nothing of its coverage and are left out; rows entered by hand stay, and articles
    that a newer archive has no more go. A report whose payers do not name Medicare is left as it
    is.
    """
    target = run.writing(project, dry_run=dry_run)
    given = read.read_given(file, None, stated.encoding)
    wanted = run.chosen(target.root, codes)
    day = stated.as_of or clock.today()
    with read.layouts_explained():
        export = read_coverage(given.name, given.content, frozenset(wanted), day)
    for table, refused in export.refused.items():
        read.stop_for_refused(refused, wanted, table)
    for reason in export.left_out:
        click.echo(f"left out: {reason}", err=True)
    articles = export.articles
    _mention_bare(articles)
    absent = [code for code in wanted if not _covering(articles, code)]
    read.stop_for_missing(absent, codes, given.name, "no article lists diagnoses for it")
    origin = run.provenance(source, day, f"{day:%Y-%m}", given)

    def datasets(code: str) -> Sequence[Dataset]:
        known = run.standing(target.root, code).get("payers") or ()
        if payer not in {row.get("id") for row in known}:
            return _left_out(code, payer, named=bool(codes))
        rows = tuple(_row(article, payer, stated) for article in _covering(articles, code))
        return (Dataset("coverage", rows, origin),)

    run.write_inputs(target, [code for code in wanted if code not in absent], datasets)


def _covering(articles: Mapping[str, tuple[Article, ...]], code: str) -> list[Article]:
    return [article for article in articles.get(code, ()) if article.diagnoses]


def _mention_bare(articles: Mapping[str, tuple[Article, ...]]) -> None:
    for code, held in articles.items():
        for article in held:
            if not article.diagnoses:
                click.echo(f"{code}: article {article.number} lists no diagnosis for it", err=True)


def _left_out(code: str, payer: str, *, named: bool) -> tuple[Dataset, ...]:
    if named:
        raise CannotRun(
            f"report/{code}/input.yaml has no payer with the id {payer}",
            "add it under `payers:`, or name another with --payer",
        )
    click.echo(f"{code}: left out, as its payers do not name {payer}", err=True)
    return ()


def _row(article: Article, payer: str, stated: read.Stated) -> Coverage:
    values: dict[str, Any] = {
        "payer": payer,
        "policy_id": article.number,
        "title": article.title,
        "stance": "covered-with-criteria",
        "prior_authorization": "unknown",
        "criteria": _criteria(article),
        "effective": article.effective,
        "last_review": None,
        "url": article.url,
        "accessed": stated.as_of or clock.today(),
        "diagnoses": article.diagnoses,
    }
    return Coverage(**values)


def _criteria(article: Article) -> str:
    """What has to be true, and for whose claims."""
    said = f"The claim carries a diagnosis that version {article.version} of the article lists."
    places = article.places
    if not places.contractors:
        return said
    where = f" in {', '.join(places.states)}" if places.states else ""
    return f"{said} It holds for claims to {', '.join(places.contractors)}{where}."
