"""`reportkit import rates`: price files and codes in, the rates of their inputs renewed.

All files are read before the first input is written, so a file that is refused changes
nothing on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates import LeftOut, RateFile, RateImport, Unmatched, read_rates
from reportkit.inputs.rates_offer import LEFT_OUT
from reportkit.model.input import ProvidedInput, Rate
from reportkit.workspace.select import all_codes, select_codes
from reportkit.workspace.workspace import CannotRun, read_file

Refresh = Callable[[Path, str, tuple[Rate, ...], tuple[RateFile, ...]], None]
"""Writes the `rates` of one code's input.yaml, with the files they are from."""


def import_rates(root: Path, names: Sequence[str], cwd: Path, refresh: Refresh) -> str:
    """Renew the rates of the named codes from the named files; what was done, as text.

    A name that is a code of the project selects it; any other is a price file. Without a
    code, all of the project's are renewed. Raises CannotRun for a file that cannot be
    opened or is refused, and for an input that cannot be read.
    """
    known = all_codes(root)
    files = [name for name in names if name not in known]
    if not files:
        raise CannotRun("no price file is named", "name one: reportkit import rates FILE CODE")
    codes = select_codes(root, [name for name in names if name in known], cwd)
    inputs = {code: _input(root, code) for code in codes}
    found = read_for(inputs, [(name, cwd / name) for name in files])
    for code in codes:
        refresh(root, code, found.rates[code], found.files)
    return "".join(f"{line}\n" for line in summary(found))


def read_for(inputs: Mapping[str, ProvidedInput], files: Iterable[tuple[str, Path]]) -> RateImport:
    """Rates of each code for the payers of its own input, from files read once."""
    with ExitStack() as stack:
        try:
            opened = [(name, stack.enter_context(path.open("rb"))) for name, path in files]
            found = read_rates(opened, list(inputs), _payers(inputs))
        except LayoutError as error:
            hint = error.hint or "give a file in one of the layouts that CMS publishes"
            raise CannotRun(str(error), hint) from None
        except OSError as error:
            reason = (error.strerror or "unknown fault").lower()
            raise CannotRun(f"{error.filename} cannot be read: {reason}",
                            "check the file's name and permissions") from None  # fmt: skip
    rates: dict[str, tuple[Rate, ...]] = {}
    unmatched = list(found.unmatched)
    for code, buckets in found.rates.items():
        own = {payer.id for payer in inputs[code].payers or ()}
        rates[code] = tuple(each for each in buckets if each.payer in own)
        unmatched += [
            Unmatched(code, each.payer, each.n) for each in buckets if each.payer not in own
        ]
    return replace(found, rates=rates, unmatched=tuple(unmatched))


def summary(found: RateImport) -> list[str]:
    """Lines that say what was read, what is left out and which payers are not known."""
    lines = [f"{each.file}: {each.layout}, {each.period}" for each in found.files]
    for code, rates in found.rates.items():
        prices = sum(each.n for each in rates)
        lines.append(f"{code}: {prices} prices in {len(rates)} buckets")
    lines += [_left_out(each) for each in found.left_out]
    lines += [
        f"{each.code}: {each.n} of `{each.payer}`, which is no payer of the input"
        for each in found.unmatched
    ]
    return lines


def _left_out(each: LeftOut) -> str:
    return f"{each.code}: {each.n} of `{each.payer}` left out: {LEFT_OUT[each.reason]}"


def _input(root: Path, code: str) -> ProvidedInput:
    loaded = read_file(root, f"report/{code}/input.yaml", ProvidedInput)
    if not isinstance(loaded.model, ProvidedInput):
        raise CannotRun(f"report/{code}/input.yaml cannot be read as it is",
                        f"see `reportkit check {code}`")  # fmt: skip
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
