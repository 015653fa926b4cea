"""The contract that holds the imports to the map says what differs, whichever side has more."""

from __future__ import annotations

from map_contract import differences, drawn_arrows

MAP = """\
| package | holds | imports of ours | of others |
|---|---|---|---|
| `model/` | what is written | — | pydantic |
| `source/` | bytes → model | model | ruamel |
| `cli/` | commands | all of ours | click |
| `start.py` | the way | source | — |
"""
DRAWN = drawn_arrows(MAP)
REAL = {
    "model": frozenset({"pydantic"}),
    "source": frozenset({"model", "ruamel"}),
    "cli": frozenset({"source", "click"}),
    "start": frozenset({"source"}),
}


def test_a_map_that_is_true_is_kept() -> None:
    assert [*differences(DRAWN, REAL)] == []


def test_an_arrow_that_is_not_drawn_is_named() -> None:
    real = REAL | {"model": frozenset({"pydantic", "source", "click"}), "new": frozenset[str]()}
    assert [*differences(DRAWN, real)] == [
        "model imports click, and the map does not say so",
        "model imports source, and the map does not say so",
        "new is not on the map",
    ]


def test_an_arrow_that_nothing_has_is_named() -> None:
    real = REAL | {"source": frozenset({"model"}), "start": frozenset[str]()}
    assert [*differences(DRAWN, real)] == [
        "the map says that source imports ruamel, and it does not",
        "the map says that start imports source, and it does not",
    ]
