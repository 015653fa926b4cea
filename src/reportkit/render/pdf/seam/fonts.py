"""Give WeasyPrint the fonts of the page and no others, and keep the clock out of fonts."""

from __future__ import annotations

import platform
import zlib
from importlib.metadata import version
from io import BytesIO
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.text import ffi as native  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from reportkit.render.pdf.faults import RenderFault
from reportkit.render.pdf.seam.objects import object_at


def library_versions() -> dict[str, str]:
    """The version of everything that can change the bytes of a PDF, by name.

    Relies on `weasyprint.text.ffi` naming the native libraries it has loaded, with a
    `harfbuzz_subset` that is None where the system has none.
    """
    pango = native.pango.pango_version()
    fontconfig = native.fontconfig.FcGetVersion()
    return {
        "python": platform.python_version().rpartition(".")[0],
        **{name: version(name) for name in _PACKAGES},
        "pango": f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz": native.ffi.string(native.harfbuzz.hb_version_string()).decode(),
        "harfbuzz-subset": "present" if native.harfbuzz_subset else "absent",
        "fontconfig": f"{fontconfig // 10000}.{fontconfig // 100 % 100}.{fontconfig % 100}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def date_fonts(pdf: Any) -> None:
    """Date each embedded font by the day it was made, where fontTools has put the present.

    WeasyPrint saves fonts by fontTools where HarfBuzz cannot make a subset and where a font is
    variable, and fontTools stamps what it saves. Relies on the file of a font being the one
    entry of the stream that its descriptor names.
    """
    for entry in list(pdf.objects):
        if not isinstance(entry, pydyf.Dictionary) or entry.get("Type") != "/FontDescriptor":
            continue
        reference = entry.get("FontFile2") or entry.get("FontFile3")
        if reference is None:
            continue
        stream = object_at(pdf, reference)
        font = TTFont(BytesIO(stream.stream[0]), lazy=True, recalcTimestamp=False)
        head = font["head"]
        if head.modified == head.created:
            continue
        head.modified = head.created
        font.save(dated := BytesIO(), reorderTables=None)
        stream.stream = [dated.getvalue()]
        if "Length1" in stream.extra:
            stream.extra["Length1"] = len(stream.stream[0])


class ThemeFonts(FontConfiguration):  # type: ignore[misc]
    """A font configuration that knows the fonts of the page, and none of the system's.

    A missing character is then the same fault on every machine. Relies on `FontConfiguration`
    needing no more than `_config`, `font_map`, `strut_layouts` and `font_features`, of which its
    `__init__` makes the first two from the system's fonts, and a `_folder` that is None.
    """

    def __init__(self) -> None:
        # The parent's __init__ loads the system's fonts, so it is not called.
        self._config = native.fontconfig.FcConfigCreate()
        self._map = native.ffi.gc(
            native.pangoft2.pango_ft2_font_map_new(), native.gobject.g_object_unref
        )
        native.pangoft2.pango_fc_font_map_set_config(
            native.ffi.cast("PangoFcFontMap *", self._map), self._config
        )
        native.fontconfig.FcConfigDestroy(self._config)  # the font map keeps its own reference
        self.strut_layouts: dict[Any, Any] = {}
        self.font_features: dict[Any, Any] = {}

    @property
    def font_map(self) -> Any:
        """Pango's font map; Pango would crash the process if it were empty."""
        fonts = native.fontconfig.FcConfigGetFonts(self._config, native.fontconfig.FcSetApplication)
        if fonts == native.ffi.NULL or not fonts.nfont:
            msg = "no font, name one in the stylesheet with @font-face and src: url(theme:…)"
            raise RenderFault((msg,))
        return self._map


_PACKAGES: Final = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
)

# Functions WeasyPrint does not call; declaring one again with the same words is no error.
native.ffi.cdef("""
    FcConfig * FcConfigCreate (void);
    int FcGetVersion (void);
    const char * hb_version_string (void);
""")
