"""Refuse requests that were not made by a page of this server, and harden every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Guard:
    """The application behind the checks of Host and Origin.

    A name of another site that leads to this machine (DNS rebinding) is a foreign Host.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in NAMES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        app = self._refused(headers) or _too_large(headers) or self._app
        await app(scope, receive, hardened)

    def _refused(self, headers: Headers) -> ASGIApp | None:
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return PlainTextResponse("this name is not served here", status_code=403)
        if not {f"http://{host}" for host in self._hosts}.issuperset(headers.getlist("origin")):
            return PlainTextResponse("another site may not ask this", status_code=403)
        return None


def _too_large(headers: Headers) -> ASGIApp | None:
    """Refuse a body that is longer than a decision can be, or does not say how long it is."""
    length = headers.get("content-length", "0")
    is_length = length.isdecimal() and len(length) < 10
    if "transfer-encoding" in headers or not is_length or int(length) > LARGEST_BODY:
        return PlainTextResponse("this is larger than any decision", status_code=413)
    return None


LARGEST_BODY: Final = 200_000
"""Bytes of what a page sends: a comment, a reason or a meaning, and what it is about."""


NAMES: Final = ("127.0.0.1", "localhost")
"""How a browser on this machine names the server."""
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "font-src data:; img-src data:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer carries, unless it has a policy of its own."""
