"""`reportkit import rates`: price files in, the rates of the inputs renewed.

All files are read, and all new texts made, before the first input is written: a file or
an input that is refused changes nothing on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, is_zipfile

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, import_read, import_run, options
from reportkit.files.reading import FolderFiles, check_regular
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates import LeftOut, RateImport, Unmatched, read_rates
from reportkit.inputs.rates_offer import LEFT_OUT
from reportkit.model.input import Provenance, ProvidedInput
from reportkit.model.rates import AllowedAmounts, Rate
from reportkit.provide.refresh import Dataset
from reportkit.workspace.select import all_codes, select_codes
from reportkit.workspace.workspace import read_file


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE... [CODE]...")
@click.option(
    "--source",
    required=True,
    metavar="ID",
    shell_complete=completion.sources,
    help="Source in report.yaml they are of.",
)
@import_read.encoding
@import_run.project
@import_run.dry_run
def rates(
    names: tuple[str, ...], source: str, encoding: str | None, project: Path | None, dry_run: bool
) -> None:
    """Renew the rates of CODEs (of every report if none is named) from price FILEs.

    Files are hospitals' standard charges, in CMS's CSV or JSON, and payers' in-network
    rates in JSON, plain or packed with gzip, or alone in a zip archive. Rates there were before
    are replaced, so name all files at once. A code that the files have no price for keeps its
    rates. Payers' files of schema 1 do not say in which setting a price holds, so that all of
    their prices are left out: ask for the file of schema 2.
    """
    target = import_run.writing(project, dry_run=dry_run)
    prices = find_rates(target.root, names, Path.cwd(), encoding)
    options.show("".join(f"{line}\n" for line in summary(prices)))
    import_run.write_inputs(target, list(prices.rates), lambda code: datasets(prices, code, source))


def find_rates(
    root: Path, names: Sequence[str], cwd: Path, encoding: str | None = None
) -> RateImport:
    """Read the rates of the named codes from the named files.

    A name that is a code of the project selects it; any other is a price file. Raises
    CannotRun for a file that cannot be opened or is refused, and for an input that
    cannot be read.
    """
    known = all_codes(root)
    files = [name for name in names if name not in known]
    if not files:
        raise CannotRun("no price file is named", "name one: reportkit import rates FILE CODE")
    codes = select_codes(root, [name for name in names if name in known], cwd)
    inputs = {code: _input(root, code) for code in codes}
    return read_for(inputs, [(file, cwd / file) for file in files], encoding)


def datasets(prices: RateImport, code: str, source: str) -> list[Dataset]:
    """What to write into a code's input; nothing if the files have no price for it."""
    files = sorted((_file_name(file.file), file.sha256) for file in prices.files)
    origin = Provenance(
        source=source,
        as_of=min(file.updated for file in prices.files),
        file=" + ".join(name for name, _ in files),
        sha256=" + ".join(digest for _, digest in files),
    )
    held = (("rates", prices.rates[code]), ("allowed_amounts", prices.allowed[code]))
    return [Dataset(name, rows, origin) for name, rows in held if rows]


def read_for(
    inputs: Mapping[str, ProvidedInput],
    files: Iterable[tuple[str, Path]],
    encoding: str | None = None,
) -> RateImport:
    """Rates of each code for the payers of its own input, from files read once."""
    with ExitStack() as stack, import_read.layouts_explained():
        try:
            opened = [_opened(stack, name, path) for name, path in files]
            prices = read_rates(opened, list(inputs), _payers(inputs), encoding)
        except OSError as error:
            reason = (error.strerror or "unknown fault").lower()
            raise CannotRun(
                f"{error.filename or 'a price file'} cannot be read: {reason}",
                "check the file's name and permissions",
            ) from None
    own_rates: dict[str, tuple[Rate, ...]] = {}
    own_allowed: dict[str, tuple[AllowedAmounts, ...]] = {}
    unmatched = list(prices.unmatched)
    for code, buckets in prices.rates.items():
        own = {payer.id for payer in inputs[code].payers or ()}
        own_rates[code] = tuple(bucket for bucket in buckets if bucket.payer in own)
        own_allowed[code] = tuple(amount for amount in prices.allowed[code] if amount.payer in own)
        unmatched += [
            Unmatched(code, bucket.payer, bucket.n) for bucket in buckets if bucket.payer not in own
        ]
    return replace(prices, rates=own_rates, allowed=own_allowed, unmatched=tuple(unmatched))


def _opened(stack: ExitStack, name: str, path: Path) -> tuple[str, BinaryIO]:
    """A file's name and its open bytes; of an archive those of the one file inside."""
    check_regular(path)
    if not is_zipfile(path):
        return name, stack.enter_context(path.open("rb"))
    try:
        packed = stack.enter_context(ZipFile(path))
        parts = [part for part in packed.infolist() if not part.is_dir()]
        if len(parts) != 1:
            raise _not_one(name, [part.filename for part in parts])
        opened = cast("BinaryIO", stack.enter_context(packed.open(parts[0])))
    except (BadZipFile, NotImplementedError, RuntimeError) as error:
        raise LayoutError(
            name,
            None,
            "a zip archive",
            f"one that cannot be unpacked ({error})",
            "unpack it and give the price file",
        ) from None
    return f"{name}/{Path(parts[0].filename).name}", opened


def _not_one(name: str, parts: Sequence[str]) -> LayoutError:
    """What to say of an archive with several files, or none, and of a workbook, which is one."""
    if "xl/workbook.xml" in parts:
        hint = "save its sheet as CSV UTF-8"
        return LayoutError(name, None, "a price file in CSV or JSON", "a workbook", hint)
    found = ", ".join(sorted(Path(part).name for part in parts)[:12]) or "an empty one"
    hint = "unpack it and give the price files"
    return LayoutError(name, None, "an archive with one price file", found, hint)


def _file_name(name: str) -> str:
    """The name alone, behind that of the archive the file was taken from."""
    path = Path(name)
    inside = path.parent.suffix.casefold() == ".zip"
    return f"{path.parent.name}/{path.name}" if inside else path.name


def summary(prices: RateImport) -> list[str]:
    """Lines that say what was read, what is left out and which payers are not known."""
    lines = [f"{file.file}: {file.layout}, {file.updated:%Y-%m}" for file in prices.files]
    lines += [
        f"{file.file}: not read, since no payer is told from them: {', '.join(file.unread)}"
        for file in prices.files
        if file.unread
    ]
    for code, buckets in prices.rates.items():
        contracts = sum(bucket.n for bucket in buckets)
        kept = "" if buckets else "; rates stay as they are"
        lines.append(f"{code}: {contracts} contracts in {len(buckets)} buckets{kept}")
        if prices.allowed[code]:
            lines.append(f"{code}: {len(prices.allowed[code])} hospitals' own statistics")
    lines += [_left_out(left_out) for left_out in prices.left_out]
    lines += [
        f"{unmatched.code}: {unmatched.n} of `{unmatched.payer}`, which is no payer of the input"
        for unmatched in prices.unmatched
    ]
    return lines


def _left_out(each: LeftOut) -> str:
    said = f": `{each.detail}`" if each.detail else ""
    return f"{each.code}: {each.n} of `{each.payer}` left out: {LEFT_OUT[each.reason]}{said}"


def _input(root: Path, code: str) -> ProvidedInput:
    loaded = read_file(FolderFiles(root), f"report/{code}/input.yaml", ProvidedInput)
    if not isinstance(loaded.model, ProvidedInput):
        raise CannotRun(
            f"report/{code}/input.yaml cannot be read as it is", f"see `reportkit check {code}`"
        )
    return loaded.model


def _payers(inputs: Mapping[str, ProvidedInput]) -> dict[str, str]:
    """Every name of a payer to its id; a name that means two payers is refused."""
    ids: dict[str, str] = {}
    for code, provided in inputs.items():
        for payer in provided.payers or ():
            for name in (payer.name, *payer.aliases):
                if ids.setdefault(name.casefold(), payer.id) != payer.id:
                    raise CannotRun(
                        f"{name} is payer {ids[name.casefold()]} and, in {code}, {payer.id}",
                        "use one id for a payer in all inputs",
                    )
    return ids
