"""Make up texts of what means something to reportkit, and change bytes at a few places."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import strategies as st

_WRITTEN = r"""
{{ }} {% %} {# #} ( ) [ ] < > * ** _ ` ``` ~ | # - + = : ; , . .. ... ! ? & &amp; &#50; \ / // " '
[@cms-pfs] [@ input.mpfs.work_rvu input.code report.title say.global_period holds( ==
!= and round(2) money null true ~ 57511 00100 0596T 25 -25 22 59 $192.14 $ 1.95 2026-11-23 10% N87.1
GA modifier Medicare Aetna Cigna Dr. e.g. TO-DO TBD office facility units global paid bundled
not no never https:// mailto:a@b.c
javascript: <script> </p> <td> <tr> <ul> <li> <h1> %PDF-1.7 HCPCS MOD
STATUS CODE 1e999 NaN -1 999999999999999999999999999999 "" ,,,, 00000000 20241301 [[ {{}} \ud800
"""
_UNSEEN = "\n \n\n \t \r\n \0 \x0b \x1b[2J \xa0 \u0301 \u200b \u202e \u2028 \ufeff \u5b57 \u0130"
_PIECE = st.sampled_from([*_WRITTEN.split(), *_UNSEEN.split(" "), " ", "\n  "])
PIECES = st.lists(_PIECE | st.text(max_size=8), max_size=60).map("".join)
"""Texts of what means something to reportkit, in any order."""
REPEATED = st.builds(
    lambda unit, times: unit * times, PIECES.filter(lambda text: len(text) < 40), st.integers(1, 60)
)
TEXTS = PIECES | REPEATED | st.text(max_size=200)


def utf8(text: str) -> bytes:
    """The bytes of a text, those of a half character among them."""
    return text.encode("utf-8", "surrogatepass")


_OTHERS = (
    _PIECE.map(utf8) | TEXTS.map(utf8) | st.binary(max_size=20) | st.none() | st.integers(1, 255)
)
_CHANGES = st.lists(
    st.tuples(st.integers(0, 2**20), st.integers(0, 40), _OTHERS), min_size=4, max_size=12
)


def changed(content: bytes) -> st.SearchStrategy[tuple[bytes, ...]]:
    """Some bytes after each of a few changes, each of which stands for one input more."""
    return _CHANGES.map(lambda changes: (*accumulate(changes, _change, initial=content),)[1:])


def _change(content: bytes, change: tuple[int, int, bytes | int | None]) -> bytes:
    """Another stretch in the place of one; None doubles it, a number turns bits of its first."""
    place, length, other = change
    start = place % (len(content) + 1)
    stretch = content[start : start + length]
    match other:
        case None:
            put = stretch * 2
        case int():
            put = bytes(byte ^ other for byte in stretch[:1]) + stretch[1:]
        case _:
            put = other
    return content[:start] + put + content[start + length :]
