"""Tell the browsers that look at a publication what has become of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from reportkit.desk.snapshot import News


class Listeners:
    """Streams of news by publication; `tell` may be called from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._queues: dict[asyncio.Queue[News | None], str] = {}

    def begin(self) -> None:
        """Take the loop that runs as the one that news are told in."""
        self._loop = asyncio.get_running_loop()

    def codes(self) -> frozenset[str]:
        """The publications that somebody looks at."""
        return frozenset(self._queues.copy().values())

    def tell(self, code: str, news: News) -> None:
        """Send news of a publication to all who look at it."""
        self._send({code}, news)

    def end(self) -> None:
        """End every stream."""
        self._send(set(self._queues.values()), None)

    async def stream(self, code: str) -> AsyncIterator[str]:
        """The news of a publication as server-sent events, until the browser goes."""
        queue: asyncio.Queue[News | None] = asyncio.Queue()
        self._queues[queue] = code
        try:
            yield ": here\n\n"
            while news := await queue.get():
                yield f"event: {news}\ndata:\n\n"
        finally:
            del self._queues[queue]

    def _send(self, codes: set[str], news: News | None) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, codes, news)

    def _put(self, codes: set[str], news: News | None) -> None:
        for queue, code in self._queues.items():
            if code in codes:
                queue.put_nowait(news)
