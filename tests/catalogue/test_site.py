"""The catalogue lists every publication, links those that belong together, and can be searched."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped]
import pytest

from forked import run_forked
from reportkit.catalogue.comparisons import comparisons
from reportkit.catalogue.entry import Entry
from reportkit.catalogue.feeds import feed, robots, site_map
from reportkit.catalogue.lists import ON_A_PAGE, lists_of, newest_first
from reportkit.catalogue.page import linked_page, shared_page
from reportkit.catalogue.profile import Profile
from reportkit.catalogue.voice import Voice
from reportkit.cli import site as site_command
from small_project import ROOT, accept_input, copy_project, edit, run
from web_pages import open_browser, violations

CODES = ("57511", "57513")
ENTRY = Entry(
    code="57511",
    code_system="CPT",
    title="Freezing & more",
    version="1.0",
    status="draft",
    published=date(2026, 11, 23),
    language="en",
    service_type="destruction",
    payers=("Aetna", "Blue Cross of Alabama"),
    states=("Alabama",),
    related=(("57513", "family"), ("57520", "pair")),
    revised=date(2026, 11, 23),
    change="First edition.",
    address=None,
    figures=(),
    profile=Profile(),
)
ENGLISH = Voice("en")


def entry(**changes: Any) -> Entry:
    return Entry(**({name: getattr(ENTRY, name) for name in ENTRY.__slots__} | changes))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two publications whose site is written, without PDFs and without a search."""
    project = copy_project(tmp_path_factory.mktemp("project"), *CODES[1:])
    relate(project)
    for code in CODES:
        assert run(project, "build", code, "--pdf", "none").returncode == 0
    outcome = run(project, "site", "--no-search")
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout == "wrote build/site/index.html: 2 publications\n"
    return project


def relate(project: Path) -> None:
    """Let the data of 57511 say that 57513 is of its family, and put a modifier elsewhere."""
    provided = project / "report/57511/input.yaml"
    edit(
        provided,
        "related_codes: null\n",
        'related_codes: [{code: "57513", code_system: CPT, relation: family, note: By laser.}]\n',
    )
    edit(provided, "payers:\n", "  related_codes: {source: client, as_of: 2026-11-23}\npayers:\n")
    text = provided.read_text("utf-8")
    start = text.index("  - field: related_codes\n")
    provided.write_text(text[:start] + text[text.index("  - field:", start + 5) :], "utf-8")
    accept_input(project)
    edit(
        project / "sections/57513/coding-specifications.yaml",
        "appended_to: column-two",
        "appended_to: procedure",
    )


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return project / "build/site"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_a_page_shares_its_fonts_and_the_one_to_be_sent_holds_them(
    project: Path, tmp_path: Path
) -> None:
    assert not (project / "build/site/57511/57511.html").exists()
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    assert run(tmp_path, "site", "--no-search", "--single-file").returncode == 0
    folder = tmp_path / "build/site"
    built = (tmp_path / "build/57511/57511.html").read_bytes()
    assert (folder / "57511/57511.html").read_bytes() == built
    shared = (folder / "57511/index.html").read_text("utf-8")
    assert "data:font" in built.decode()
    assert "data:font" not in shared
    assert '<a href="57511.html">Page in one file</a>' in shared


def test_every_link_leads_somewhere(site: Path) -> None:
    for page in pages(site):
        text = page.read_text("utf-8")
        for target in re.findall(r'(?:href|src)="([^"#:]+)(?:#[^"]*)?"', text):
            assert (page.parent / target).is_file(), (page, target)


def test_every_publication_is_found_by_code_service_and_payer(site: Path) -> None:
    index = (site / "index.html").read_text("utf-8")
    for path in (
        "codes/57.html",
        "services/destruction-of-tissue.html",
        "payers/aetna.html",
        "issued/2026-11.html",
    ):
        assert f'href="{path}"' in index
        text = (site / path).read_text("utf-8")
        assert all(f'href="../{code}/index.html"' in text for code in CODES)


def test_related_codes_are_set_side_by_side(site: Path) -> None:
    path = "compare/57511-57513.html"
    text = (site / path).read_text("utf-8")
    assert [page.name for page in (site / "compare").iterdir()] == ["57511-57513.html"]
    for row in (
        '<th scope="row">Facility</th><td>$143.94</td><td>$143.94</td>',
        '<th scope="row">Global period</th>',
        '<th scope="row">51</th><td>The second procedure</td><td>The second procedure</td>',
        '<th scope="row">59</th><td><strong>The column-two code of the pair</strong></td>'
        "<td><strong>This code</strong></td>",
    ):
        assert row in text, row
    assert f'href="../{path}">side by side</a>' in (site / "57511/index.html").read_text("utf-8")
    assert path not in (site / "57513/index.html").read_text("utf-8")


def test_codes_of_a_pair_alone_and_those_without_a_page_are_not_compared() -> None:
    known = {"57511": ENTRY, "57520": entry(code="57520", related=())}
    assert list(comparisons(known, ENGLISH)) == []


def test_what_is_not_known_of_a_code_is_a_dash_beside_the_other() -> None:
    one = entry(
        profile=Profile(
            release="RVU26D",
            payments=(Decimal("1192.14"), None),
            rvus=(Decimal("4.1"), Decimal("3.2")),
            indicators={"global_days": "010", "bilateral": "?"},
            modifiers={"59": "procedure"},
            edits={"57513": "1"},
        )
    )
    other = entry(code="57513", related=(), service_type=None)
    (found,) = comparisons({"57511": one, "57513": other}, ENGLISH)
    assert found.path == "compare/57511-57513.html"
    assert found.edit == "1: Paid together where a modifier says why"
    rows = {row.title: (row.first, row.second) for group in found.groups for row in group.rows}
    assert rows["Service type"] == ("Destruction of tissue", "–")
    assert rows["Fee schedule"] == ("RVU26D", "–")
    assert rows["Non-facility"] == ("$1,192.14", "–")
    assert rows["Facility"] == ("–", "–")
    assert rows["Total RVUs, facility"] == ("3.2", "–")
    assert rows["Bilateral procedure"] == ("?", "–")
    assert rows["59"] == ("This code", "–")


def test_the_site_of_a_spanish_house_speaks_spanish(project: Path) -> None:
    settings = project / "report/project.yaml"
    text = settings.read_text("utf-8")
    edit(settings, "language: en", "language: es")
    try:
        assert run(project, "site", "--no-search").returncode == 0
        site = project / "build/site"
        index = (site / "index.html").read_text("utf-8")
        assert '<html lang="es"' in index
        for said in ("Informes de codificación", "2 publicaciones", "Por pagador", "Qué cambió"):
            assert said in index
        assert (site / "services/destruccion-de-tejido.html").is_file()
        compared = (site / "compare/57511-57513.html").read_text("utf-8")
        assert "57511 y 57513 frente a frente" in compared
        assert "143,94\N{NO-BREAK SPACE}US$" in compared
        assert 'xml:lang="es"' in (site / "feed.xml").read_text("utf-8")
        assert ">All publications</a>" in (site / "57511/index.html").read_text("utf-8")
    finally:
        settings.write_text(text, "utf-8")
        run(project, "site", "--no-search")


def test_styles_and_fonts_lie_there_once_and_pages_are_small(site: Path) -> None:
    for page in pages(site):
        text = page.read_text("utf-8")
        assert len(text) < 100_000
        assert "base64," not in text
        assert "reportkit-evidence" not in text
    assert len(list((site / "assets").glob("*.woff2"))) == 7
    sheets = {
        sheet
        for code in CODES
        for sheet in re.findall(
            r'href="\.\./(assets/\w+\.css)"', (site / code / "index.html").read_text("utf-8")
        )
    }
    assert len(sheets) == 2


def test_what_programs_read_has_its_form(site: Path) -> None:
    data = json.loads((site / "catalogue.json").read_text("utf-8"))
    schema = json.loads((ROOT / "docs/catalogue.schema.json").read_text("utf-8"))
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    assert [each["code"] for each in data["publications"]] == list(CODES)
    assert data["publications"][0]["payers"] == ["Aetna", "Medicare"]
    with (site / "figures.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    work = [row for row in rows if row["field"] == "mpfs.work_rvu"]
    assert {(row["code"], row["raw"]) for row in work} == {("57511", "1.95"), ("57513", "1.95")}
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (site / "sitemap.xml").exists()


def test_the_feed_is_atom_with_the_newest_first() -> None:
    newer = entry(code="57513", revised=date(2026, 12, 1), version="1.1", title="<new>")
    root = ElementTree.fromstring(feed([ENTRY, newer], "Small & Sons", ENGLISH))  # noqa: S314 -- our own
    space = {"": "http://www.w3.org/2005/Atom"}
    assert root.findtext("updated", namespaces=space) == "2026-12-01T00:00:00Z"
    titles = [found.text for found in root.findall("entry/title", space)]
    assert titles == ["CPT 57513: <new>, version 1.1", "CPT 57511: Freezing & more, version 1.0"]


def test_the_map_of_the_site_has_the_addresses_there_are() -> None:
    assert site_map([ENTRY]) is None
    placed = entry(address="https://example.org/57511.html?a&b")
    assert b"<loc>https://example.org/57511.html?a&amp;b</loc>" in (site_map([placed]) or b"")
    assert robots("released") == b"User-agent: *\nAllow: /\n"


def test_a_long_list_is_parted_and_its_pages_lead_to_each_other() -> None:
    many = [entry(code=f"{10000 + number}") for number in range(ON_A_PAGE * 2 + 1)]
    _, listed = lists_of(many, ENGLISH)
    aetna = [page for page in listed if page.title == "Aetna"]
    assert [len(page.entries) for page in aetna] == [ON_A_PAGE, ON_A_PAGE, 1]
    assert [(page.path, page.earlier, page.later) for page in aetna] == [
        ("payers/aetna.html", None, "aetna_page-2.html"),
        ("payers/aetna_page-2.html", "aetna.html", "aetna_page-3.html"),
        ("payers/aetna_page-3.html", "aetna_page-2.html", None),
    ]
    assert len(newest_first(many)) == ON_A_PAGE


def test_payers_whose_names_differ_in_signs_alone_have_pages_of_their_own() -> None:
    _, listed = lists_of([entry(payers=("A & B", "A + B", "***"))], ENGLISH)
    paths = [page.path for page in listed if page.kind == "Payer"]
    assert paths == ["payers/other.html", "payers/a-b.html", "payers/a-b_2.html"]


def test_a_page_links_related_publications_that_are_there() -> None:
    page = (
        '<head></head><body><a class="skip" href="#c">Skip</a><main id="c">'
        '<span class="code">57513</span> <span class="code">57511</span> '
        '<span class="code">99999</span></main></body>'
    )
    known = {"57511": ENTRY, "57513": entry(code="57513")}
    linked = linked_page(page, ENTRY, known, {"PDF": "57511.pdf"})
    assert '<span class="code"><a href="../57513/index.html">57513</a></span>' in linked
    assert '<span class="code">57511</span> <span class="code">99999</span>' in linked
    assert (
        '<li><a href="../57513/index.html">57513</a> (Same family), '
        '<a href="../compare/57511-57513.html">side by side</a></li>'
    ) in linked
    assert "57520" not in linked
    assert linked.index("Skip") < linked.index('href="57511.pdf"') < linked.index("<main")
    assert '<meta data-pagefind-filter="state[content]" content="Alabama">' in linked


def test_a_page_whose_theme_has_no_styles_stays_as_it_is() -> None:
    assert shared_page("<p>text</p>", "../").html == "<p>text</p>"


def test_what_reportkit_did_not_publish_is_left_out(project: Path) -> None:
    kept = (project / "build/57513/57513.html").read_bytes()
    (project / "build/57513/57513.html").write_text("<!doctype html><p>mine</p>")
    try:
        outcome = run(project, "site", "--no-search")
        said = "build/57513/57513.html is left out: it carries no block named reportkit-evidence\n"
        assert (outcome.returncode, outcome.stderr) == (1, said)
        assert outcome.stdout.endswith(": 1 publication\n")
    finally:
        (project / "build/57513/57513.html").write_bytes(kept)
        run(project, "site", "--no-search")


def test_without_anything_published_the_message_says_what_to_do(tmp_path: Path) -> None:
    outcome = run(copy_project(tmp_path), "site")
    assert outcome.returncode == 2
    assert "nothing is there to show: no working publication" in outcome.stderr
    assert "run `reportkit build`" in outcome.stderr
    outcome = run(tmp_path, "site", "--released")
    assert "no released publication" in outcome.stderr


def test_without_pagefind_there_is_no_search_and_how_to_get_it_is_said(project: Path) -> None:
    def absent() -> None:
        site_command.can_index = lambda: False  # type: ignore[attr-defined]

    outcome = run_forked(project, "site", first=absent)
    assert outcome.code == 0
    assert "the site has no search: Pagefind is not installed" in outcome.err
    assert "pip install 'pagefind[bin]'" in outcome.err
    assert 'type="search"' not in (project / "build/site/index.html").read_text("utf-8")


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server that says nothing."""

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with a search is served, below a folder of the server."""
    pytest.importorskip("pagefind")
    assert run(project, "site").returncode == 0
    served = tmp_path_factory.mktemp("served")
    shutil.copytree(project / "build/site", served / "reports")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/reports"
    server.shutdown()


@pytest.mark.browser
def test_the_search_finds_a_code_a_modifier_a_payer_a_word_and_a_title(address: str) -> None:
    with open_browser() as browser:
        view = browser.new_page()
        view.goto(f"{address}/index.html")
        view.wait_for_selector("#search:not([hidden])")
        for words, number in (
            ("57513", 2),
            ("59", 2),
            ("Aetna", 2),
            ("cold probe", 2),
            ("Freezing of the cervix", 2),
            ("hysterectomy", 0),
        ):
            view.fill("#search-words", words)
            assert told(view, f"{number} found"), words
        view.fill("#search-words", "57513")
        assert told(view, "2 found")
        view.click("#search-found a")
        assert view.url == f"{address}/57513/index.html"
        assert violations(view) == []
        for page in ("index.html", "payers/aetna.html", "changes.html", "compare/57511-57513.html"):
            view.goto(f"{address}/{page}")
            assert violations(view) == [], page


THIRTY_FOUND = """
export const options = async () => {};
export const filters = async () => ({});
const one = (_, number) => ({
  data: async () => ({ url: `${number}.html`, meta: { title: `Report ${number}` }, excerpt: "" }),
});
export const search = async () => ({ results: Array.from({ length: 30 }, one) });
"""


@pytest.mark.browser
def test_the_first_of_many_results_are_listed_in_their_order(address: str) -> None:
    with open_browser() as browser:
        view = browser.new_page()
        view.route("**/pagefind.js", lambda route: route.fulfill(
            body=THIRTY_FOUND, content_type="text/javascript"))  # fmt: skip
        view.goto(f"{address}/index.html")
        view.wait_for_selector("#search:not([hidden])")
        view.fill("#search-words", "cold")
        assert told(view, "30 found, the first 20 are listed")
        view.wait_for_selector("#search-found li:nth-child(20)")
        listed = view.locator("#search-found a").all_inner_texts()
        assert listed == [f"Report {number}" for number in range(20)]


def told(view: Any, said: str) -> bool:
    """Whether the search comes to say how many it found."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if view.inner_text("#search-count") == said and (
            said == "0 found" or view.locator("#search-found a").count()
        ):
            return True
        time.sleep(0.05)
    return False


def test_the_site_of_before_stands_until_the_new_one_is_whole(project: Path) -> None:
    before = (project / "build/site/index.html").read_bytes()

    def break_off() -> None:
        def no_index(_: Path) -> None:
            raise OSError(28, "No space left on device")

        site_command.index_site = no_index  # type: ignore[attr-defined, assignment]
        site_command.can_index = lambda: True  # type: ignore[attr-defined]

    outcome = run_forked(project, "site", first=break_off)
    assert outcome.code == 2
    assert "cannot be written: no space left on device" in outcome.err
    assert (project / "build/site/index.html").read_bytes() == before
    assert (
        subprocess.run(
            ["ls", "-A", project / "build"], capture_output=True, text=True, check=True
        ).stdout.count(".reportkit-")
        == 0
    )
