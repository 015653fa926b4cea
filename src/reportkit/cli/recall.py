"""Give back what a command said of publications when nothing that was judged has changed.

What is said is a function of the files, the rules, the program, the day and the options, so it
is kept under the hash of them all. A hit imports no model and runs no rule.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from reportkit.report.told import Told, as_json, from_json
from reportkit.store.parts import Parts, hash_of, program
from reportkit.store.store import Store, key_of


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit code."""

    text: str
    code: int


def told_key(house: str, own: Sequence[Parts], options: Sequence[str]) -> str:
    """The key of what is said of publications: `house` is the hash of the parts they share."""
    return key_of("told", hash_of(program()), house, *map(hash_of, own), "\0", *options)


def recall(store: Store, key: str) -> Told | None:
    """What was told of a publication under this key, if anything."""
    kept = store.read(key)
    return None if kept is None else from_json(kept)


def remember(store: Store, key: str, told: Told) -> None:
    """Keep what was told of a publication."""
    store.keep(key, as_json(told).encode())


def recall_all(store: Store, key: str) -> Said | None:
    """What was said of all publications of a run at once."""
    kept = store.read(key)
    return None if kept is None else Said(**json.loads(kept))


def remember_all(store: Store, key: str, said: Said) -> None:
    """Keep what was said of all publications of a run at once."""
    store.keep(key, json.dumps({"text": said.text, "code": said.code}).encode())
