"""Read an open price file as its plain bytes: unpacked on the way, refused if it is no text.

gzip is unpacked, and another encoding turned into UTF-8, while the file is read; whatever the size,
only a buffer of it is in memory.
"""

from __future__ import annotations

import codecs
import gzip
import hashlib
import zipfile
import zlib
from io import BufferedReader, RawIOBase
from typing import BinaryIO, Protocol, cast

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.text import decoder_of, marked_decoder

BUFFER = 1 << 16

_EXPECTED = "UTF-8 text, plain or packed with gzip"
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a zip archive", "unpack it and give the file inside"),
    (b"PK\x05\x06", "an empty zip archive", "fetch the file again"),
    (b"%PDF", "a PDF", "give the machine-readable file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
)


class PriceSource:
    """The bytes of one price file, after gzip, as UTF-8 and without a byte order mark.

    `read` and `readline` raise LayoutError where the packing is damaged. `sha256` is of
    the file as it was given, once it has been read to its end.
    """

    def __init__(self, file: str, stream: BinaryIO, encoding: str | None = None) -> None:
        self.file = file
        self._hashed = _Hashed(stream)
        plain = BufferedReader(self._hashed, BUFFER)
        packed = plain.peek(2)[:2] == b"\x1f\x8b"
        self._bytes: _Readable = (
            BufferedReader(cast(RawIOBase, gzip.GzipFile(fileobj=plain)), BUFFER)
            if packed
            else plain
        )
        self._what = "gzip data" if packed else "bytes"
        self._encoding = encoding
        decoder = decoder_of(file, encoding) if encoding else marked_decoder(self.peek())
        if decoder is not None:
            self._bytes = BufferedReader(_AsUtf8(self._bytes, decoder), BUFFER)
        self._refuse_foreign()

    @property
    def sha256(self) -> str:
        """Digest of the file as given, hexadecimal."""
        return self._hashed.digest.hexdigest()

    def peek(self) -> bytes:
        """Some of the bytes to come; empty at the end only."""
        return self._guard(lambda: self._bytes.peek(1))

    def read(self, size: int) -> bytes:
        """At most `size` bytes, at least one before the end."""
        return self._guard(lambda: self._bytes.read(size))

    def readline(self, limit: int) -> bytes:
        """A line with its ending, or its first `limit` bytes."""
        return self._guard(lambda: self._bytes.readline(limit))

    def _guard(self, act: _Act) -> bytes:
        try:
            return act()
        except EOFError:
            raise self._damaged("gzip data that is cut off") from None
        except UnicodeError:
            expected = f"text in {self._encoding}"
            hint = "leave --encoding out: UTF-8, Windows-1252 and marked UTF-16 are recognised"
            raise LayoutError(self.file, None, expected, "other bytes", hint) from None
        except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as error:
            raise self._damaged(f"damaged {self._what} ({error})") from None

    def _damaged(self, found: str) -> LayoutError:
        at = f" near byte {self._hashed.count} of the packed file"
        return LayoutError(self.file, None, _EXPECTED, found + at, "fetch the file again")

    def _refuse_foreign(self) -> None:
        start = self.peek()
        for magic, found, hint in _FOREIGN:
            if start.startswith(magic):
                raise LayoutError(self.file, None, _EXPECTED, found, hint)
        if b"\x00" in start[:4]:
            hint = "if it is text, add --encoding utf-16-le or utf-16-be"
            found = "UTF-16 or UTF-32 text, or no text"
            raise LayoutError(self.file, None, _EXPECTED, found, hint)
        if start.startswith(codecs.BOM_UTF8):
            self.read(len(codecs.BOM_UTF8))


class _Act(Protocol):
    def __call__(self) -> bytes: ...


class _Readable(Protocol):
    def peek(self, size: int, /) -> bytes: ...
    def read(self, size: int, /) -> bytes: ...
    def readline(self, limit: int, /) -> bytes: ...


class _AsUtf8(RawIOBase):
    """Turns what is read in another encoding into UTF-8, a buffer at a time."""

    def __init__(self, stream: _Readable, decoder: codecs.IncrementalDecoder) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = decoder
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            data = self._stream.read(BUFFER)
            self._ready = self._decoder.decode(data, final=not data).encode()
            if not data:
                break
        given, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


class _Hashed(RawIOBase):
    """Hashes what passes through."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.digest = hashlib.sha256()
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.digest.update(data)
        self.count += len(data)
        return len(data)
