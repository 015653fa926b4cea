"""A command that needs a library says which, and how it is got."""

from __future__ import annotations

import pytest

from reportkit.cannot_run import CannotRun
from reportkit.cli.needed import needed_libraries, needed_library


def test_a_library_that_is_not_there_is_named() -> None:
    with pytest.raises(CannotRun) as stop:
        needed_library("no_such_library", "no-such-library")
    assert stop.value.message == "the package no-such-library is not installed"
    assert stop.value.hint == "pip install no-such-library, where reportkit is installed"


def test_a_library_that_is_there_is_enough() -> None:
    needed_library("pygls", "pygls")


def test_all_that_are_not_there_are_named_at_once() -> None:
    with pytest.raises(CannotRun) as stop:
        needed_libraries({"no_such": "no-such", "pygls": "pygls", "nor_this": "nor-this"})
    assert stop.value.message == "the packages no-such, nor-this are not installed"
    assert stop.value.hint == "pip install no-such nor-this, where reportkit is installed"
