"""Tell the contracts of a payer's file apart: which prices each has, in bounded memory.

A contract is what the payer agreed on a code with the provider groups that an entry of
`negotiated_rates` names. Entries that name the same groups, in any order, are of one contract; an
entry that names none is one by itself.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal

from reportkit.inputs.rates_offer import Contract, Offer, refuse_many, tally

MOST_ENTRIES = 1_000_000
"""Entries of a file whose groups are kept, 12 bytes each; any further one counts as a contract."""

_MARKS = 1 << 63
_PARTS = 16
"""Contracts are put together a sixteenth at a time, so that they are never all held at once."""


class Contracts:
    """The offers of one payer's file, as far as it has been read, by their numbers."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._numbers: dict[Offer, int] = {}
        self._times: list[int] = []
        self._stated: dict[Contract, int] = {}
        self._marks = array("Q")
        self._said = array("I")
        self._others: Counter[Contract] = Counter()

    def add(self, mark: int | None, offers: Iterable[Offer]) -> None:
        """Count the offers of an entry; `mark` tells code and groups, if it names any."""
        stated = [(offer, self._number(offer, 1)) for offer in offers]
        self._count(mark, [number for offer, number in stated if _is_price(offer)])

    def take(self, code: str, other: Contracts, under: Callable[[Offer], Offer]) -> None:
        """Count what was read before its code was known; `under` makes an offer that says it."""
        known = [(under(offer), times) for offer, times in other.offers]
        numbers = [self._number(offer, times) for offer, times in known]
        if not any(_is_price(offer) for offer, _ in known):
            return
        contracts = list(other._stated)
        for mark, place in zip(other._marks, other._said, strict=True):
            self._count(mark + hash(code), [numbers[number] for number in contracts[place]])
        for contract, times in other._others.items():
            self._count(None, [numbers[number] for number in contract], times)

    @property
    def offers(self) -> Iterable[tuple[Offer, int]]:
        """Each offer with how often it stands in the file, by its number."""
        return zip(self._numbers, self._times, strict=True)

    @property
    def contracts(self) -> Counter[Contract]:
        """How many contracts have just these prices."""
        counted = self._others.copy()
        stated = list(self._stated)
        for part in range(_PARTS):
            held: dict[int, Contract] = {}
            for mark, place in zip(self._marks, self._said, strict=True):
                if mark % _PARTS == part:
                    before = held.get(mark, ())
                    held[mark] = _joined(before, stated[place]) if before else stated[place]
            counted.update(held.values())
        return counted

    def _number(self, offer: Offer, times: int) -> int:
        number = self._numbers.setdefault(offer, len(self._times))
        if number == len(self._times):
            self._times.append(0)
            refuse_many(self._file, number)
        self._times[number] += times
        return number

    def _count(self, mark: int | None, numbers: Iterable[int], times: int = 1) -> None:
        contract = _joined(numbers)
        if not contract:
            return
        if mark is None or len(self._marks) >= MOST_ENTRIES:
            tally(self._file, self._others, [contract], times)
        else:
            self._marks.append(mark % _MARKS)
            self._said.append(self._stated.setdefault(contract, len(self._stated)))
            refuse_many(self._file, len(self._stated))


def _joined(*numbers: Iterable[int]) -> Contract:
    return tuple(sorted({number for some in numbers for number in some}))


def _is_price(offer: Offer) -> bool:
    return isinstance(offer.outcome, Decimal)
