"""Let only the browser of the person who started the server send decisions.

Whoever shares the machine can ask for its pages too. So the address that the command prints has
a key, which a browser gets a cookie for; a page carries the token that decisions need only for
who brings that cookie, and no page of another site can read the one or send the other.
"""

from __future__ import annotations

import secrets
from hmac import compare_digest
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

KEY: Final = "key"
"""How the address names it."""


class Pass:
    """The key of a server on a port, and the token that its pages give for it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._key = _new_key()
        self._token = _new_key()
        # Cookies do not tell ports apart, and two servers may run.
        self._cookie = f"desk-{port}"

    @property
    def asked(self) -> str:
        """What the address of the owner asks."""
        return f"?{KEY}={self._key}"

    def admit(self, request: Request, address: str) -> Response:
        """Give a browser that brings the key its cookie, and lead it to an address without it."""
        if not compare_digest(request.query_params[KEY].encode(), self._key.encode()):
            return PlainTextResponse("this is the key of another server", status_code=403)
        response = RedirectResponse(address, status_code=303)
        response.set_cookie(self._cookie, self._key, httponly=True, samesite="strict")
        return response

    def token(self, request: Request) -> str:
        """The token for the pages of a browser; empty for one that brought no key."""
        held = request.cookies.get(self._cookie, "")
        return self._token if compare_digest(held.encode(), self._key.encode()) else ""

    def is_held(self, request: Request) -> bool:
        """Whether a request brings both, the cookie and the token of a page."""
        brought = request.headers.get("x-desk-token", "")
        return bool(self.token(request)) and compare_digest(brought.encode(), self._token.encode())


def _new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(32)
