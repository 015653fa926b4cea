"""reportkit checks coding reports against the data they were given, and publishes them."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """`reportkit.__version__`, read when it is asked for: `check` does not need it."""
    if name == "__version__":
        from importlib.metadata import version

        return version("reportkit")
    raise AttributeError(name)
