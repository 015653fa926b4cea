"""Say what a generated statement is: a name, its subjects, the data it needs, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from reportkit.model.input import ProvidedInput
from reportkit.model.subjects import Subject


class Writer(Protocol):
    """Writes in one language; an edition of a publication is one."""

    def say(self, message: str, **values: object) -> str:
        """A message in the language, with its values filled in."""

    def listed(self, items: Iterable[str]) -> str:
        """Items as a sentence lists them."""

    def money(self, amount: Decimal | int | None) -> str:
        """US dollars to the cent; a dash where there are none."""

    def number(self, value: Decimal) -> str:
        """A number with all its digits."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that is written from the data: `{{ say.global_period }}`."""

    name: str
    subjects: tuple[Subject, ...]
    needs: tuple[str, ...]
    """Ways through the input that may not be null for it to be said: `mpfs.global_days`."""
    write: Callable[[ProvidedInput, Writer], str]


def statement(subjects: str, needs: str) -> Callable[[Callable[..., str]], Statement]:
    """Make a statement of the function of its name; subjects and needs are lists with blanks."""

    def of(write: Callable[[ProvidedInput, Writer], str]) -> Statement:
        named = tuple(subjects.split())
        return Statement(write.__name__, named, tuple(needs.split()), write)  # type: ignore[arg-type]

    return of


def lower_first(text: str) -> str:
    """A text that starts in small letters, to stand within a sentence."""
    return text[:1].lower() + text[1:]
