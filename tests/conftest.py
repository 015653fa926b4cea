"""Set up what all tests share: options, fixtures and profiles of libraries."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from web_pages import open_browser

pytest_plugins = ["sabotage", "skips"]
pytest.register_assert_rewrite("pdf_checks")
# How long a machine takes is no behaviour: timings never fail a test.
settings.register_profile("reportkit", deadline=None)
settings.load_profile("reportkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what the code says now."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write snapshots anew from what is found"
    )


@pytest.fixture
def update_snapshots(pytestconfig: pytest.Config) -> bool:
    """Whether snapshots are written anew and not only compared."""
    return bool(pytestconfig.getoption("--update-snapshots"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium for the tests of a module."""
    with open_browser() as opened:
        yield opened
