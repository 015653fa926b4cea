"""Load WeasyPrint without a program run and without a look at the fonts of the system.

To find its native libraries, WeasyPrint asks Python for names of other systems first, for which
Python runs `ldconfig`, the compiler and the linker; and it loads the system's fonts, only to warn
where there are none. Relies on the file names that the dynamic loader knows being among the
names `weasyprint.text.ffi` tries, and on fontconfig reading FONTCONFIG_FILE while
`weasyprint.text.fonts` is loaded.
"""

from __future__ import annotations

import ctypes.util
import importlib
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final


def load_weasyprint() -> None:
    """Import WeasyPrint, so that whoever imports it later meets it loaded."""
    with ExitStack() as conditions:
        if sys.platform.startswith("linux"):
            conditions.enter_context(_no_search())
        conditions.enter_context(_no_fonts())
        native = importlib.import_module("weasyprint.text.ffi")
        native.ffi.cdef("int FcInit (void);")
        native.fontconfig.FcInit()  # Pango asks for fontconfig's current configuration: this one
        importlib.import_module("weasyprint")


_EMPTY: Final = Path(__file__).with_name("no-fonts.conf")


@contextmanager
def _no_search() -> Iterator[None]:
    """Let Python find no library by a bare name."""
    search = ctypes.util.find_library
    ctypes.util.find_library = _found_nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _found_nowhere(name: str) -> str | None:  # noqa: ARG001 -- as the function it stands for
    return None


@contextmanager
def _no_fonts() -> Iterator[None]:
    """Let fontconfig read a configuration that names no folder, and nobody be warned of it."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(_EMPTY)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
            yield
    finally:
        del os.environ[_VARIABLE]
        if before is not None:
            os.environ[_VARIABLE] = before


_VARIABLE: Final = "FONTCONFIG_FILE"
