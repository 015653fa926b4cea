"""The local server shows what a build writes, takes nothing from strangers and no path at all."""

from __future__ import annotations

import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.cli.needed import needed_library
from reportkit.cli.serve import bench
from reportkit.desk.apart import Apart, Failed
from reportkit.desk.changes import Edited
from reportkit.desk.paper import set_paper
from reportkit.desk.serve import MOST_CONNECTIONS
from reportkit.desk.shelf import Shelf
from reportkit.publish.evidence import embed
from reportkit.render.theme import load_theme
from reportkit.workspace.workspace import read_workspace
from served import Served, served, started
from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = copy_project(tmp_path_factory.mktemp("served"), "57513")
    with served(folder) as running:
        yield running


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    root = copy_project(tmp_path)
    return Shelf(bench(root, None, "untrusted"))


def test_the_page_is_that_of_the_build_but_for_its_evidence(shelf: Shelf) -> None:
    (publication,) = (workspace := read_workspace(shelf.root, ["57511"])).publications
    job = pipeline.Job((), load_theme(workspace.files), "error", "edition", date(2026, 11, 26))
    evidence = pipeline.gather_evidence(publication, workspace, job)
    page = shelf.page("57511")
    assert page is not None
    assert embed(page, evidence) == pipeline.produce(publication, workspace, job).rendition.html


def test_a_server_of_several_publications_lists_them(server: Served) -> None:
    assert server.address.endswith(f":{server.port}/")
    page = server.ask("/").text
    assert re.findall(r'href="/(\d+)"', page) == ["57511", "57513"]
    assert "ready to publish: yes" in server.ask("/57513").text
    assert "freezing of tissue" in server.ask("/57513/page").text
    assert "Nothing was found" not in server.ask("/57513/panel").text


@pytest.mark.parametrize("host", ["reports.example", "127.0.0.1", "127.0.0.1:1", "192.0.2.1", ""])
@pytest.mark.parametrize("path", ["/", "/57511", "/57511/page", "/desk.js"])
def test_a_foreign_host_is_refused(server: Served, path: str, host: str) -> None:
    answer = server.ask(path, {"Host": host})
    assert (answer.status, answer.text) == (403, "this name is not served here")


def test_a_foreign_origin_is_refused(server: Served) -> None:
    for origin in ("https://reports.example", f"http://localhost:{server.port + 1}", "null"):
        answer = server.ask("/57511", {"Origin": origin})
        assert (answer.status, answer.text) == (403, "another site may not ask this")
    foreign = raw(
        server, f"Origin: http://localhost:{server.port}", "Origin: http://reports.example"
    )
    assert foreign.startswith(b"HTTP/1.1 403 ")
    own = {"Host": f"localhost:{server.port}", "Origin": f"http://localhost:{server.port}"}
    assert server.ask("/57511", own).status == 200


@pytest.mark.parametrize(
    "path",
    ["/57512", "/..%2f..%2fetc%2fpasswd/page", "/report/57511/input.yaml", "/%00/page",
     "/57511/../../report/project.yaml", "/57511%2finput.yaml/page", "/57511/input.yaml"],
)  # fmt: skip
def test_nothing_but_what_is_served_is_found(server: Served, path: str) -> None:
    assert server.ask(path).status == 404


def test_every_answer_is_hardened(server: Served) -> None:
    policy = server.ask("/57511").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    page = server.ask("/57511/page").headers["content-security-policy"]
    assert page.startswith("sandbox allow-same-origin; default-src 'none'")
    assert "script-src" not in page
    for path in ("/", "/57511/panel", "/desk.css", "/none"):
        headers = server.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"


def test_nothing_can_be_sent_to_it(server: Served) -> None:
    for path in ("/", "/57511", "/57511/page"):
        assert server.ask(path, method="POST", body="{}").status == 405


def raw(server: Served, *headers: str, body: bytes = b"") -> bytes:
    """What is answered to a decision with these headers, of which all of `body` is sent."""
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=20)) as connection:
        first = ("POST /57511/decisions HTTP/1.1", f"Host: 127.0.0.1:{server.port}")
        connection.sendall("\r\n".join((*first, *headers, "", "")).encode() + body)
        return connection.recv(10_000)


def test_a_body_that_is_no_decisions_is_refused_before_it_is_read(server: Served) -> None:
    for header in ("Content-Length: 400000000", f"Content-Length: {'9' * 15}",
                   "Transfer-Encoding: chunked"):  # fmt: skip
        assert raw(server, header).startswith(b"HTTP/1.1 413 ")


def test_more_connections_than_it_can_hold_are_told_to_ask_again(tmp_path: Path) -> None:
    with served(copy_project(tmp_path)) as server, ExitStack() as listening:
        connections: list[socket.socket] = []
        for _ in range(MOST_CONNECTIONS + 20):
            connection = socket.create_connection(("127.0.0.1", server.port), timeout=20)
            listening.enter_context(closing(connection))
            request = f"GET /57511/news HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
            connection.sendall(request.encode())
            connections.append(connection)
        # The system may hand them over in another order than they were made in.
        answers = [connection.recv(12) for connection in connections]
        assert answers.count(b"HTTP/1.1 200") <= MOST_CONNECTIONS
        assert answers.count(b"HTTP/1.1 503") >= 20
        listening.close()
        assert _asked_until(server, 200)
        assert "Traceback" not in server.errors.read_text("utf-8")


def _asked_until(server: Served, status: int) -> bool:
    """Whether a page is answered so within a while: connections end one after the other."""
    for _ in range(100):
        if server.ask("/desk.js").status == status:
            return True
        time.sleep(0.1)
    return False


def test_only_this_machine_reaches_it(server: Served) -> None:
    listening = Path("/proc/net/tcp").read_text("utf-8")
    own = [line.split()[1] for line in listening.splitlines() if f":{server.port:04X} " in line]
    assert f"0100007F:{server.port:04X}" in own
    assert f"00000000:{server.port:04X}" not in own


def test_the_pdf_is_set_on_demand(server: Served) -> None:
    answer = server.ask("/57511/paper.pdf")
    assert (answer.status, answer.body[:5]) == (200, b"%PDF-")
    assert answer.headers["content-type"] == "application/pdf"


def test_the_pdf_of_one_section_is_set_by_itself(server: Served) -> None:
    answer = server.ask("/57511/paper.pdf?section=summary")
    told = " ".join(PdfReader(BytesIO(answer.body)).pages[-1].extract_text().split())
    assert answer.headers["content-type"] == "application/pdf"
    assert "Document control" in told
    assert "Coding specifications" not in told
    refused = server.ask("/57511/paper.pdf?section=../summary")
    assert (refused.status, refused.text) == (
        409,
        "the PDF cannot be set: the publication has no section `../summary`",
    )


def test_a_pdf_that_takes_too_long_or_cannot_be_set_is_said(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / SUMMARY).write_text("reportkit: summary/1\n", "utf-8")
    assert set_paper(root, "57511") == "the value of `definition` cannot be read"
    with closing(Apart(set_paper, longest=0.01)) as hurried:
        assert hurried.call(root, "57511") == Failed("it took more than 0.01 seconds")


def test_the_finding_leads_to_the_line_and_to_the_words(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    edit(root / SUMMARY, "nothing is cut out.", "nothing is cut out, see TBD.")
    with served(root) as running:
        assert running.address.endswith("/57511")
        panel = running.ask("/57511/panel").text
    found = next(part for part in panel.split("<li ") if "TBD" in part and "placeholder" in part)
    assert f'href="vscode://file{root}/{SUMMARY}:5:' in found
    assert f"<code>{SUMMARY}:5</code>" in found
    assert 'data-section="summary" data-words="CPT 57511 reports the freezing of tissue' in found


def test_a_broken_file_keeps_the_last_good_page(shelf: Shelf) -> None:
    before = shelf.page("57511")
    path = shelf.root / SUMMARY
    text = path.read_text("utf-8")
    path.write_text(text.replace("relevance:", "relevance"), "utf-8")
    shelf.outdate(Edited(frozenset({"57511"})))
    broken = shelf.snapshot("57511")
    assert (broken.html, broken.is_current) == (before, False)
    assert broken.faults == ("the page cannot be set: summary.yaml cannot be read",)
    assert broken.review is not None
    assert {item.finding.rule for item in broken.review.items} >= {"invalid-yaml"}
    path.write_text(text.replace("nothing is cut out", "nothing is removed"), "utf-8")
    shelf.outdate(Edited(frozenset({"57511"})))
    mended = shelf.snapshot("57511")
    assert (mended.is_current, mended.faults) == (True, ())
    assert "nothing is removed" in (mended.html or "")


def test_a_broken_theme_keeps_the_last_good_page(shelf: Shelf) -> None:
    before = shelf.page("57511")
    sheet = shelf.root / "templates/house.css"
    sheet.parent.mkdir()
    sheet.write_text('@import "https://elsewhere.example/a.css";', "utf-8")
    shelf.outdate(Edited(frozenset(), is_shared=True))
    broken = shelf.snapshot("57511")
    assert broken.html == before
    assert broken.faults[0].startswith("the page cannot be set: templates/house.css:1: ")
    sheet.write_text("body { color: #123456; }", "utf-8")
    shelf.outdate(Edited(frozenset(), is_shared=True))
    assert "#123456" in (shelf.snapshot("57511").html or "")


def test_only_what_an_edit_concerns_is_made_anew(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    kept = Shelf(bench(root, None, "untrusted"))
    one, other = kept.snapshot("57511"), kept.snapshot("57513")
    kept.outdate(Edited(frozenset({"57511"})))
    assert kept.snapshot("57511") is not one
    assert kept.snapshot("57513") is other
    kept.outdate(Edited(frozenset(), is_shared=True))
    assert kept.snapshot("57513") is not other


def test_the_shelf_keeps_the_publications_that_were_looked_at_last(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    kept = Shelf(bench(root, None, "untrusted"), most=1)
    one = kept.snapshot("57511")
    other = kept.snapshot("57513")
    assert kept.snapshot("57513") is other
    assert kept.snapshot("57511") is not one


def test_a_page_that_was_edited_unseen_is_not_shown_as_it_was(shelf: Shelf) -> None:
    assert "nothing is cut out" in (shelf.page("57511") or "")
    edit(shelf.root / SUMMARY, "nothing is cut out", "nothing is taken")
    shelf.outdate(Edited(frozenset({"57511"})))
    assert "nothing is taken" in (shelf.page("57511") or "")


def test_a_server_ends_when_it_is_told_to_though_a_page_listens(tmp_path: Path) -> None:
    with served(copy_project(tmp_path)) as running:
        listener = socket.create_connection(("127.0.0.1", running.port))
        asked = f"GET /57511/news HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n"
        listener.sendall(asked.encode())
        assert b"text/event-stream" in listener.recv(1000)
        begun = time.monotonic()
        assert running.end(signal.SIGINT) == 0
        assert time.monotonic() - begun < 10


def test_a_port_that_is_taken_is_one_message(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        outcome = run(copy_project(tmp_path), "serve", "--port", str(port))
    assert (outcome.returncode, outcome.stderr.splitlines()) == (
        2,
        [
            f"reportkit: port {port} is taken by another program",
            "  = help: leave --port out, or name another one",
        ],
    )


def test_a_library_that_is_not_installed_is_one_message() -> None:
    with pytest.raises(CannotRun) as stopped:
        needed_library("no_such_library", "no-such-library")
    assert stopped.value.message == "the package no-such-library is not installed"
    assert stopped.value.hint == "pip install no-such-library, where reportkit is installed"


def test_check_watches_and_says_again_what_was_saved(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    with started(root, "check", "--watch") as watching:
        lines = iter(watching.printed.readline, "")
        assert next(line for line in lines if line.startswith("all ready to publish"))
        edit(root / SUMMARY, "nothing is cut out.", "nothing is cut out, see TBD.")
        assert next(line for line in lines if "[placeholder-text]" in line)
        assert next(line for line in lines if line.startswith("all ready to publish: no"))
        assert watching.end(signal.SIGINT) == 0


def test_watching_compares_with_nothing(tmp_path: Path) -> None:
    outcome = run(copy_project(tmp_path), "check", "--watch", "--against", ".")
    assert (outcome.returncode, "--watch compares with nothing" in outcome.stderr) == (2, True)
