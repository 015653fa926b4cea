"""`reportkit editions`: which editions were released, with what data, and whether they stand."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.released import (
    Chain,
    entry_faults,
    faults_of,
    lists_gone,
    read_chains,
    released_codes,
)
from reportkit.files.reading import check_regular
from reportkit.findings.counted import counted
from reportkit.report.editions import Listing, editions_json, editions_text
from reportkit.workspace.editions import made_with


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@options.project
@click.option(
    "--made-with",
    "data",
    metavar="HASH|FILE",
    help="List only editions made with this data file, or with a file of this SHA-256. "
    "The exit code is 1 if there is none.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Read every frozen file, and name those that are not as they were released.",
)
@options.output_format
def editions(
    codes: tuple[str, ...],
    project: Path | None,
    data: str | None,
    verify: bool,
    output_format: Literal["text", "json"],
) -> None:
    """List the editions that `reportkit release` made, and what each is today.

    From a bad data file `--made-with` leads to every edition that was made with it; each is then
    marked with `reportkit recall`. A list of editions that cannot be read is named, and the exit
    code is 1.
    """
    root = options.project_root(project)
    chains, unread = read_chains(root, released_codes(root, codes))
    lost = (*unread, *(() if codes else lists_gone(root)))
    if verify:
        _verify(root, chains, lost)
        return
    digest = None if data is None else _digest(data)
    listings = [_listing(chain, digest) for chain in chains]
    if output_format == "json":
        options.show(editions_json(listings, clock.today()))
    else:
        options.show(editions_text(listings, clock.today(), options.palette()))
    faults = [*lost, *(fault for chain in chains for fault in entry_faults(chain))]
    for fault in faults:
        click.echo(fault, err=True)
    if not any(listing.listed for listing in listings):
        click.echo(
            "no edition was released" if digest is None else f"no edition was made with {digest}",
            err=True,
        )
        raise SystemExit(1 if faults or digest is not None else 0)
    raise SystemExit(1 if faults else 0)


def _listing(chain: Chain, digest: str | None) -> Listing:
    listed = tuple(
        edition
        for edition in chain.editions.released
        if digest is None or made_with(edition, digest)
    )
    return Listing(chain.code, chain.editions, listed)


def _digest(named: str) -> str:
    """The hash that was typed, or that of the file that was named."""
    if re.fullmatch("[0-9a-f]{64}", named.lower()):
        return named.lower()
    try:
        check_regular(Path(named))
        with Path(named).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise CannotRun(
            f"{named} is neither a SHA-256 of 64 characters nor a file",
            "name the data file, or copy the hash from input.yaml",
        ) from error


def _verify(root: Path, chains: list[Chain], lost: tuple[str, ...]) -> None:
    """Say what of each code is not as it was released; exit code 1 if anything is."""
    faults = [*lost, *(fault for chain in chains for fault in faults_of(root, chain))]
    for fault in faults:
        click.echo(fault)
    if not faults:
        number = sum(len(chain.editions.released) for chain in chains)
        click.echo(f"{counted(number, 'edition')} as released")
    raise SystemExit(1 if faults else 0)
