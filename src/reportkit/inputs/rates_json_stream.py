"""The bytes of a JSON file in, its events out: one at a time, in flat memory.

ijson's C parser turns each chunk into events; readers pull them. A reader that is handed
the first event of a value has to take the whole value, by `value`, `skip`, `members` or
`elements`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain

import ijson  # type: ignore[import-untyped]
from ijson.common import JSONError  # type: ignore[import-untyped]

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_source import BUFFER, PriceSource

Scalar = str | int | Decimal | bool | None
Json = Scalar | list["Json"] | dict[str, "Json"]
Event = tuple[str, Scalar]

LONGEST_TOKEN = 1 << 24
"""Bytes of one string or number, or of white space, before the file is refused."""

LARGEST_VALUE = 200_000
"""Events of a value that is read whole."""

_OPENS = frozenset({"start_map", "start_array"})
_CLOSES = frozenset({"end_map", "end_array"})
_NAMES = {"start_map": "an object", "start_array": "a list", "null": "null"}


class JsonEvents:
    """The events of one JSON file; every way to read on raises LayoutError if it is broken."""

    def __init__(self, source: PriceSource) -> None:
        self._source = source
        self._done = 0
        self._lines = 1
        self._events: Iterator[Event] = chain.from_iterable(self._batches())

    def first(self) -> Event:
        """First event of the file's one value."""
        return next(self._events)

    def finish(self) -> None:
        """Read to the end, so that a file cut off or with more behind it is refused."""
        for _ in self._events:
            raise AssertionError("the parser ends with the value")

    def members(self, first: Event, where: str) -> Iterator[tuple[str, Event]]:
        """Key and first event of each member of an object."""
        self._require(first, "start_map", where)
        for event, key in self._events:
            if event == "end_map":
                return
            yield str(key), next(self._events)

    def elements(self, first: Event, where: str) -> Iterator[Event]:
        """First event of each element of a list."""
        self._require(first, "start_array", where)
        for event in self._events:
            if event[0] == "end_array":
                return
            yield event

    def skip(self, first: Event) -> None:
        """Pass over a value."""
        if first[0] not in _OPENS:
            return
        depth = 1
        for event, _ in self._events:
            if event in _OPENS:
                depth += 1
            elif event in _CLOSES:
                depth -= 1
                if not depth:
                    return

    def record(self, first: Event, where: str) -> dict[str, Json]:
        """A whole object, of bounded size."""
        self._require(first, "start_map", where)
        value = self.value(first, where)
        return value if isinstance(value, dict) else {}

    def value(self, first: Event, where: str) -> Json:
        """A whole value, of bounded size."""
        if first[0] not in _OPENS:
            return first[1]
        top: Json = {} if first[0] == "start_map" else []
        open_values: list[tuple[Json, str]] = [(top, "")]
        key = ""
        for _, (event, scalar) in zip(range(LARGEST_VALUE), self._events, strict=False):
            if event == "map_key":
                key = str(scalar)
            elif event in _CLOSES:
                key = open_values.pop()[1]
                if not open_values:
                    return top
            else:
                new: Json = scalar if event not in _OPENS else {} if event == "start_map" else []
                holder = open_values[-1][0]
                if isinstance(holder, dict):
                    holder[key] = new
                elif isinstance(holder, list):
                    holder.append(new)
                if event in _OPENS:
                    open_values.append((new, key))
        raise self.refuse(where, "a value of ordinary size", f"more than {LARGEST_VALUE} parts")

    def refuse(self, where: str, expected: str, found: str, hint: str | None = None) -> LayoutError:
        """The error for a value that is not what its place asks for."""
        at = f" at {where}" if where else ""
        return LayoutError(
            self._source.file, None, expected + at, f"{found} after byte {self._done}", hint
        )

    def _require(self, first: Event, opening: str, where: str) -> None:
        if first[0] != opening:
            found = _NAMES.get(first[0]) or f"a {first[0]}"
            raise self.refuse(where, _NAMES[opening], found)

    def _batches(self) -> Iterator[list[Event]]:
        events: list[Event] = ijson.sendable_list()
        parser = ijson.basic_parse_coro(events)
        silent = 0
        while chunk := self._source.read(BUFFER):
            self._feed(parser.send, chunk)
            silent = 0 if events else silent + len(chunk)
            if silent > LONGEST_TOKEN:
                found = f"one value of more than {LONGEST_TOKEN} bytes"
                raise self.refuse("", "a price file in JSON", found)
            yield events
            events.clear()
            self._done += len(chunk)
            self._lines += chunk.count(b"\n")
        self._feed(lambda _: parser.close(), b"")
        yield events

    def _feed(self, send: Callable[[bytes], object], chunk: bytes) -> None:
        try:
            send(chunk)
        except (JSONError, UnicodeDecodeError) as error:
            raise self._broken(str(error), chunk) from None
        except (SystemError, ArithmeticError, ValueError):
            # CPython reads no integer of more than 4,300 digits, decimal no such exponent.
            raise self._broken("a number too large to read", chunk) from None

    def _broken(self, message: str, chunk: bytes) -> LayoutError:
        offset, hint = 0, None
        if not chunk:
            found, hint = "the end of the file inside a value", "fetch the file again"
        elif "UTF8" in message or "utf-8" in message:
            found, hint = "text that is not UTF-8", "save the file as UTF-8"
            offset = _not_utf8(chunk)
        else:
            found, offset = message.partition("\n")[0], _offset(message, chunk)
        line = self._lines + chunk.count(b"\n", 0, offset)
        found = f"{found} near byte {self._done + offset}"
        return LayoutError(self._source.file, line, "JSON", found, hint)


def _not_utf8(chunk: bytes) -> int:
    """Offset of the first byte that is not UTF-8; up to 3 bytes may belong to a character
    that began in the chunk before.
    """
    start = next((i for i in range(min(4, len(chunk))) if chunk[i] & 0xC0 != 0x80), 0)
    try:
        chunk[start:].decode()
    except UnicodeDecodeError as error:
        return start + error.start
    return 0


def _offset(message: str, chunk: bytes) -> int:
    """Where in the chunk the parser stopped, told from the text that its message quotes.

    The message quotes up to thirty bytes on each side, line ends as blanks, and marks the
    place with an arrow below. The start of the chunk is the answer if that is not found.
    """
    lines = message.split("\n")
    if len(lines) < 3 or "^" not in lines[2]:
        return 0
    arrow = lines[2].index("^")
    quoted = lines[1].encode("utf-8", "replace")
    before = quoted[:arrow].lstrip(b" ")
    text = chunk.replace(b"\n", b" ").replace(b"\r", b" ")
    at = text.find(before + quoted[arrow:].rstrip(b" ")) if before or quoted.strip() else -1
    return at + len(before) if at >= 0 else 0
