"""`reportkit import anesthesia`: factors of localities and base units into inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.anesthesia import BaseUnits, Factors, read_base_units, read_factors
from reportkit.inputs.anesthesia import anesthesia as dataset
from reportkit.inputs.releases import begins
from reportkit.model.anesthesia import AnesthesiaFactor
from reportkit.model.code_families import families_of
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@import_codes.every_code
@click.option("--base-units", type=read.data_file, help="File of base units by code.")
@run.localities
@run.source("cms-anesthesia")
@read.stated
@run.project
@run.dry_run
def anesthesia(
    file: Path,
    codes: tuple[str, ...],
    everything: bool,
    base_units: Path | None,
    localities: tuple[str, ...],
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read the anesthesia factors (ANES) for CODEs; default: all of anesthesia in the project.

    The factors hold for every code, so codes outside of 00100 to 01999 are left as they are.
    Without --base-units there is no example of what is paid.
    """
    target = run.writing(project, dry_run=dry_run)
    given = [read.read_given(file, "anesthesia", stated.encoding)]
    with read.layouts_explained():
        factors = read_factors(given[0].name, given[0].content, stated.fee_release)
    read.stop_for_part(factors.refused, localities, factors.file)
    chosen = _chosen(factors, localities)
    table: BaseUnits | None = None
    if base_units is not None:
        given.append(read.read_given(base_units, "anesthesia FILE --base-units", stated.encoding))
        with read.layouts_explained():
            table = read_base_units(given[1].name, given[1].content)
    wanted = _wanted(target, table, codes, everything=everything)
    units: Mapping[str, Decimal] = table.units if table is not None else {}
    day = stated.as_of or begins(factors.release)
    if day is None:
        raise CannotRun(
            f"{factors.file}: no day is known from which {factors.release} holds",
            "name it with --as-of",
        )
    origin = run.provenance(source, day, factors.release, *given)

    def datasets(code: str) -> Sequence[Dataset]:
        value = dataset(factors, chosen, units.get(code))
        return (Dataset("anesthesia", value, origin),)

    run.write_inputs(target, wanted, datasets)


def _wanted(
    target: run.Writing, table: BaseUnits | None, named: tuple[str, ...], *, everything: bool
) -> tuple[str, ...]:
    """The codes to write: those named or of the project, or all that have base units."""
    if everything:
        if table is None:
            raise CannotRun(
                "--all needs the file of base units, as the factors name no codes",
                "name it with --base-units FILE",
            )
        return import_codes.every(table.units, {table.file: table.refused}, named)
    wanted = _of_anesthesia(run.chosen(target.root, named), named)
    if table is not None:
        read.stop_for_refused(table.refused, wanted, table.file)
        absent = [code for code in wanted if code not in table.units]
        read.stop_for_missing(absent, named, table.file, "check the code")
    return wanted


def _chosen(factors: Factors, named: Sequence[str]) -> tuple[AnesthesiaFactor, ...]:
    """The localities that are named, or all; raises CannotRun for one that is not in the file."""
    known = {locality.locality: locality for locality in factors.localities}
    for name in named:
        if name not in known:
            raise CannotRun(
                f"{factors.file} has no locality {name}",
                f"write contractor and locality number together, as {next(iter(known), '0111254')}",
            )
    return tuple(known[name] for name in named) if named else factors.localities


def _of_anesthesia(wanted: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    """The codes for anesthesia among those wanted; raises CannotRun for others that are named."""
    others = [code for code in wanted if "anesthesia" not in families_of(code)]
    if named and others:
        raise CannotRun(
            f"{', '.join(others)} is no code for anesthesia", "name codes from 00100 to 01999"
        )
    return tuple(code for code in wanted if code not in others)
