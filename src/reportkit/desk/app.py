"""Answer the requests of browsers: each page of a publication, and news of it.

No path is taken from a request: a publication is looked up by its code among those served.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from reportkit.cannot_run import CannotRun
from reportkit.desk import pages
from reportkit.desk.apart import Apart, Failed
from reportkit.desk.bench import Bench
from reportkit.desk.catalogue import Catalogue
from reportkit.desk.changes import Edited
from reportkit.desk.decisions import decide, wanted
from reportkit.desk.guard import Guard
from reportkit.desk.keeper import Keeper
from reportkit.desk.listeners import Listeners
from reportkit.desk.paper import set_paper
from reportkit.desk.passes import KEY, Pass
from reportkit.desk.select import asked_by
from reportkit.desk.shelf import Shelf


def application(
    bench: Bench, owner: Pass, listeners: Listeners, ready: Callable[[], None]
) -> Guard:
    """The server's pages; `ready` is called once they can be asked for.

    A browser that holds the pass of the server's owner may send decisions.
    """
    desk = _Desk(bench, Shelf(bench), listeners, owner)

    @asynccontextmanager
    async def open_hours(_: Starlette) -> AsyncIterator[None]:
        listeners.begin()
        keeper = Keeper(desk.shelf, desk.catalogue, listeners)
        with keeper, closing(desk.press), closing(desk.catalogue):
            ready()
            yield

    routes = [
        Route("/", desk.index),
        Route("/waiting", desk.waiting),
        Route("/desk.css", _style_sheet),
        Route("/desk.js", _script),
        Route("/{code}", desk.whole),
        Route("/{code}/page", desk.page),
        Route("/{code}/panel", desk.panel),
        Route("/{code}/news", desk.news),
        Route("/{code}/paper.pdf", desk.paper),
        *([Route("/{code}/decisions", desk.decide, methods=["POST"])] if bench.reviewer else []),
    ]
    return Guard(Starlette(routes=routes, lifespan=open_hours), owner.port)


class _Desk:
    """The answers; those that take time are given in threads of their own."""

    def __init__(self, bench: Bench, shelf: Shelf, listeners: Listeners, owner: Pass) -> None:
        self.shelf = shelf
        self._owner = owner
        self.press = Apart(set_paper)
        self.catalogue = Catalogue(bench)
        self._bench = bench
        self._listeners = listeners

    def index(self, request: Request) -> Response:
        codes = self._bench.codes()
        if KEY in request.query_params:
            return self._owner.admit(request, f"/{codes[0]}" if len(codes) == 1 else "/")
        known, asked = self.catalogue.known(), asked_by(request.query_params)
        return HTMLResponse(pages.index(self._bench, known, asked))

    def waiting(self, request: Request) -> Response:
        """Everything that waits for the reviewer, over the whole catalogue."""
        known, asked = self.catalogue.known(), asked_by(request.query_params)
        return HTMLResponse(pages.waiting(self._bench, known, asked))

    def whole(self, request: Request) -> Response:
        self.press.make_ready()
        snapshot = self.shelf.snapshot(self._code(request))
        return HTMLResponse(pages.whole_page(self._bench, snapshot, self._owner.token(request)))

    def page(self, request: Request) -> Response:
        html = self.shelf.page(self._code(request))
        if html is None:
            return PlainTextResponse(
                "there is no page yet: what is wrong stands beside", headers=PAGE_HEADERS
            )
        return HTMLResponse(html, headers=PAGE_HEADERS)

    def panel(self, request: Request) -> Response:
        snapshot = self.shelf.snapshot(self._code(request))
        return HTMLResponse(pages.panel(self._bench, snapshot))

    def paper(self, request: Request) -> Response:
        section = request.query_params.get("section")
        outcome = self.press.call(self._bench.root, self._code(request), section)
        if not isinstance(outcome, bytes):
            fault = outcome.why if isinstance(outcome, Failed) else outcome
            return PlainTextResponse(f"the PDF cannot be set: {fault}", status_code=409)
        return Response(outcome, media_type="application/pdf", headers=PAPER_HEADERS)

    async def decide(self, request: Request) -> Response:
        code = self._code(request)
        if not self._owner.is_held(request):
            refusal = "decisions are sent from the address that the command printed"
            return PlainTextResponse(refusal, status_code=403)
        try:
            body = await request.body()
        except ClientDisconnect:
            return PlainTextResponse("the page went before it had sent all", status_code=400)
        return await run_in_threadpool(self._decided, code, body)

    def _decided(self, code: str, body: bytes) -> Response:
        if self._bench.reviewer is None:
            raise HTTPException(404)
        try:
            sitting = self._bench.sitting(code, self._bench.reviewer)
            said = decide(self._bench, sitting, self.shelf.snapshot(code), wanted(body))
        except CannotRun as stop:
            return PlainTextResponse(f"{stop.message}; {stop.hint}", status_code=409)
        edited = Edited(frozenset({code}))
        self.shelf.outdate(edited)
        self.catalogue.outdate(edited)
        return PlainTextResponse(said)

    async def news(self, request: Request) -> Response:
        code = self._code(request)
        return StreamingResponse(self._listeners.stream(code), media_type="text/event-stream")

    def _code(self, request: Request) -> str:
        code = request.path_params["code"]
        if code not in self._bench.codes():
            raise HTTPException(404, f"no publication {code!r} is served here")
        return str(code)


PAGE_HEADERS: Final = {
    "Content-Security-Policy": "sandbox allow-same-origin; default-src 'none'; "
    "style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
}
"""A publication is looked at: no script of it runs, and it can send nothing."""
PAPER_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'"
}
"""A browser shows a PDF in a page of its own, with a style of its own, beside the findings."""


def _style_sheet(_: Request) -> Response:
    return Response(pages.style_sheet(), media_type="text/css")


def _script(_: Request) -> Response:
    return Response(pages.script(), media_type="text/javascript")
