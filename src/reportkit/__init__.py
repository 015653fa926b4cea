"""reportkit checks coding reports against the data they were given, and publishes them."""

from importlib.metadata import version

__version__ = version("reportkit")
