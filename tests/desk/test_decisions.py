"""A page decides as a command does: with its token, and on nothing but what was shown."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import pytest

from reportkit.workspace.workspace import read_workspace
from served import Answered, Served, served
from small_project import copy_project, edit, run

CODER = ("review", "--serve", "--by", " Bo  Coder", "--role", "coding-reviewer")
NURSE = ("review", "--serve", "--by", "Cy Nurse", "--role", "clinical-reviewer")
SUMMARY, REVIEW = "sections/57511/summary.yaml", "report/57511/review.yaml"


@dataclass(frozen=True)
class Desk:
    """A browser of a reviewer, without a screen."""

    server: Served
    cookie: str

    def page(self) -> str:
        """The page on the publication."""
        return self.server.ask("/57511", {"Cookie": self.cookie}).text

    def form(self, kind: str, about: str) -> dict[str, str]:
        """What a form of a kind sends that stands in the entry which says something."""
        entries = [part for part in self.page().split("<li ")[1:] if about in part]
        form = rf'data-kind="{kind}" data-case="([^"]*)" data-shown="([^"]*)"'
        found = next(filter(None, (re.search(form, entry) for entry in entries)), None)
        assert found, (kind, about)
        return {"kind": kind, "case": found[1], "shown": found[2]}

    def send(self, form: dict[str, str], **more: str) -> Answered:
        """Send a decision."""
        token = re.search(r'data-token="([^"]*)"', self.page())
        headers = {"Cookie": self.cookie, "X-Desk-Token": token[1] if token else ""}
        return self.server.ask("/57511/decisions", headers, "POST", json.dumps(form | more))

    def waits(self) -> tuple[int, ...]:
        """How much is new, changed, fallen and decided."""
        said = re.search(r'<p id="waiting">(.*?)</p>', self.page())
        return tuple(map(int, re.findall(r"\d+", said[1])[1:])) if said else ()


def desk(server: Served) -> Desk:
    """The desk of the reviewer who started a server and opened its address."""
    opened = server.ask("/" + server.address.split("/")[3])
    return Desk(server, opened.headers["set-cookie"].partition(";")[0])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("desk"))
    edit(root / SUMMARY, "  day is denied [@cms-pfs].", "  day is denied by many payers, see TBD.")
    return root


@pytest.fixture(scope="module")
def coder(project: Path) -> Iterator[Desk]:
    with served(project, *CODER) as server:
        yield desk(server)


def test_only_the_browser_of_the_printed_address_can_decide(coder: Desk) -> None:
    form = coder.form("send-back", "TBD") | {"comment": "Say which."}
    body = json.dumps(form)
    stranger = coder.server.ask("/57511").text
    assert 'data-token=""' in stranger
    assert "open the address that the command printed" in stranger
    token = re.search(r'data-token="([^"]+)"', coder.page())
    assert token
    cookie, brought = {"Cookie": coder.cookie}, {"X-Desk-Token": token[1]}
    for headers in ({}, cookie, brought, cookie | {"X-Desk-Token": token[1][:-1]}):
        assert coder.server.ask("/57511/decisions", headers, "POST", body).status == 403
    foreign = cookie | brought | {"Origin": "https://reports.example"}
    assert coder.server.ask("/57511/decisions", foreign, "POST", body).status == 403
    assert coder.server.ask("/?key=guessed").status == 403


def test_a_page_without_a_reviewer_takes_no_decision(project: Path) -> None:
    with served(project) as server:
        assert server.ask("/57511/decisions", method="POST", body="{}").status == 404
        assert 'class="decide"' not in server.ask("/57511").text


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"kind": "delete"}', '{"kind": "done", "case": 1, "shown": ""}',
             '{"kind": "done", "case": "", "shown": "", "path": "/etc/passwd"}']
)  # fmt: skip
def test_what_is_no_decision_is_refused(coder: Desk, body: str) -> None:
    token = re.search(r'data-token="([^"]+)"', coder.page())
    headers = {"Cookie": coder.cookie, "X-Desk-Token": token[1] if token else ""}
    answer = coder.server.ask("/57511/decisions", headers, "POST", body)
    assert (answer.status, answer.text) == (409, "the page sent no decision; load the page again")


def test_a_page_that_goes_before_it_has_sent_all_is_no_fault(coder: Desk) -> None:
    token = re.search(r'data-token="([^"]*)"', coder.page())
    assert token
    head = f"Cookie: {coder.cookie}\r\nX-Desk-Token: {token[1]}\r\nContent-Length: 100\r\n"
    host = f"Host: 127.0.0.1:{coder.server.port}\r\n"
    with closing(socket.create_connection(("127.0.0.1", coder.server.port))) as connection:
        connection.sendall(f"POST /57511/decisions HTTP/1.1\r\n{host}{head}\r\n{{".encode())
    assert coder.page()
    assert "Traceback" not in coder.server.errors.read_text("utf-8")


def test_who_decides_is_shown(coder: Desk) -> None:
    assert "Bo Coder, Coding reviewer" in coder.page()


def test_every_kind_of_decision_is_written_and_waits_no_more(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    edit(root / SUMMARY, "  day is denied [@cms-pfs].", "  day is denied.")
    context = root / "sections/57511/clinical-context.yaml"
    edit(context, "follow_up: >\n", "follow_up: >\n  The XKZ is told of it.\n")
    edit(context, "indications: >\n", "indications: >\n  The WQJ is told of it.\n")
    with served(root, *CODER) as server:
        bo = desk(server)
        new, *others = bo.waits()
        assert others == [0, 0, 0]
        steps: tuple[tuple[dict[str, str], dict[str, str], str], ...] = (
            (bo.form("accept", "A second unit"), {},
             "wrote report/57511/accepted.yaml: 1 statement accepted by Bo Coder"),
            (bo.form("done", "XKZ</code> is not introduced"), {},
             f"wrote {REVIEW}: done with unintroduced-abbreviation at follow_up of "
             "clinical-context"),
            (bo.form("waive", "WQJ</code> is not introduced"),
             {"reason": "It comes in May.", "owner": "Bo Coder", "expiry": "2099-01-31"},
             "wrote report/57511/waivers.yaml: 1 finding of unintroduced-abbreviation "
             "accepted until 2099-01-31"),
            (bo.form("answer", "new to the code"), {"answer": "yes", "comment": ""},
             f"wrote {REVIEW}: new-reader: yes"),
            (bo.form("answer", "case clinically sound"), {"answer": "not-applicable"},
             f"wrote {REVIEW}: sound-case: not-applicable"),
        )  # fmt: skip
        for form, more, said in steps:
            sent = bo.send(form, **more)
            assert (sent.status, sent.text) == (200, said)
        # The sentence that was accepted was a finding as well.
        assert bo.waits() == (new - 6, 0, 0, 4)
        sign = re.search(r'data-kind="sign" data-case="" data-shown="(\w+)"', bo.page())
        assert sign
        form = {"kind": "sign", "case": "", "shown": sign[1]}
        assert bo.send(form, meaning="Reviewed for coding accuracy.").text == (
            "recorded, not signed: report/57511/signoff.yaml as coding-reviewer"
        )
        assert 'data-kind="sign"' not in bo.page()
    (publication,) = read_workspace(root, ["57511"]).publications
    assert [one.name for one in publication.signatures] == ["Bo Coder"]
    assert [one.sentence[:13] for one in publication.accepted] == ["A second unit"]
    assert run(root, "check").returncode == 0


def test_what_changed_since_it_was_shown_is_not_decided(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    edit(root / SUMMARY, "  day is denied [@cms-pfs].", "  day is denied.")
    with served(root, *CODER) as server:
        bo = desk(server)
        accept, send = bo.form("accept", "A second unit"), bo.form("send-back", "A second unit")
        answer = bo.form("answer", "new to the code")
        edit(root / SUMMARY, "  day is denied.", "  week is denied.")
        refused = [bo.send(accept), bo.send(send, comment="Why?"), bo.send(answer, answer="yes")]
        assert [one.status for one in refused] == [409, 409, 409]
        assert not (root / REVIEW).exists()
        assert not (root / "report/57511/accepted.yaml").exists()


def test_a_waiver_without_words_and_a_comment_without_words_are_refused(coder: Desk) -> None:
    form = coder.form("waive", "TBD</code> is not introduced")
    said = {"reason": "tbd", "owner": "Bo", "expiry": "2099-01-31"}
    assert "says nothing as reason or owner" in coder.send(form, **said).text
    assert coder.send(form, **(said | {"reason": "Later.", "expiry": "soon"})).status == 409
    assert coder.send(coder.form("send-back", "TBD"), comment=" ").status == 409


def test_two_reviewers_at_once_lose_no_word_of_each_other(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    with served(root, *CODER) as one, served(root, *NURSE) as other:
        bo, cy = desk(one), desk(other)
        questions = ["own-words", "current-policy", "sound-case", "guidelines", "new-reader"]
        forms = {
            who: [who.form("answer", f"item-{name}") for name in questions] for who in (bo, cy)
        }

        def answer_all(who: Desk) -> None:
            for form in forms[who]:
                assert who.send(form, answer="yes", comment=f"{form['case']} seen").status == 200

        threads = [threading.Thread(target=answer_all, args=(who,)) for who in (bo, cy)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert bo.waits()[3] == cy.waits()[3] == 5
    (publication,) = read_workspace(root, ["57511"]).publications
    written = [(answer.by, answer.question) for answer in publication.decisions.answers]
    assert sorted(written) == sorted(
        (name, question) for name in ("Bo Coder", "Cy Nurse") for question in questions
    )


MOMENTS = (0.0, 0.005, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.1, 0.14)
"""Seconds after the first decision was accepted."""


@pytest.mark.long
def test_a_server_killed_at_ten_moments_loses_nothing_that_it_has_accepted(
    tmp_path: Path,
) -> None:
    root = copy_project(tmp_path)
    kept: list[tuple[str, str]] = []
    for number, moment in enumerate(MOMENTS):
        with served(root, *CODER) as server:
            kept += answered_until_killed(server, f"round {number}", moment)
        (publication,) = read_workspace(root, ["57511"]).publications
        written = [(one.question, one.comment) for one in publication.decisions.answers]
        assert set(kept) <= set(written)
        assert len(kept) > number
    assert run(root, "check").returncode == 0
    assert not list(root.rglob("*.reportkit-*"))


def answered_until_killed(server: Served, comment: str, moment: float) -> list[tuple[str, str]]:
    """What a server has accepted before it was killed."""
    bo = desk(server)
    forms = [bo.form("answer", f"item-{name}") for name in ("own-words", "sources", "sound-case")]
    accepted: list[tuple[str, str]] = []

    def answer_all() -> None:
        for form in forms:
            with suppress(OSError, HTTPException):
                if bo.send(form, answer="yes", comment=comment).status == 200:
                    accepted.append((form["case"], comment))

    sending = threading.Thread(target=answer_all)
    sending.start()
    while not accepted and sending.is_alive():
        time.sleep(0.005)
    time.sleep(moment)
    server.process.kill()
    sending.join()
    return accepted
