"""A list of thousands of publications is searched, filtered and sorted in pages that stay small."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest

from reportkit.cli.serve import bench
from reportkit.decide.sitting import Reviewer
from reportkit.desk import pages
from reportkit.desk.catalogue import Catalogue, Known
from reportkit.desk.changes import Edited
from reportkit.desk.kept_rows import COUNTED, checked_row, kept_rows
from reportkit.desk.rows import Row, Waiting
from reportkit.desk.select import A_PAGE, Asked, asked_by, chosen, paged, sums, waiting
from small_project import copy_project, edit

BO = Reviewer("Bo Coder", "coding-reviewer")


def row(number: int) -> Row:
    """One of many made-up publications."""
    code = f"{10000 + number}"
    counts = dict.fromkeys(COUNTED, 0) | {"errors": number % 3, "warnings": number % 5, "gaps": 2}
    broken = {"stale-data": number % 5} if number % 5 else {}
    items = tuple(
        Waiting(code, kind, "new", f"What {kind} {number} says of it. " * 4, f"item-{number}")
        for kind in ("question", "error", "statement")
    )
    return Row(
        code,
        f"Procedure no. {number} of the small kind",
        ("draft", "in-review")[number % 2],
        counts["errors"] == 0,
        MappingProxyType(counts),
        broken,
        (f"Owner {number % 7}",),
        items,
    )


ROWS = tuple(row(number) for number in range(2000))


@pytest.fixture
def shown(tmp_path: Path) -> Callable[..., str]:
    """The list of two thousand publications, as an address asks for it."""
    served = bench(copy_project(tmp_path), None, "untrusted", BO)
    known = Known(ROWS, tuple(f"2{number:04}" for number in range(8000)))

    def page(**query: str) -> str:
        return pages.index(served, known, asked_by(query))

    return page


def codes(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/(\d+)">', page)


def test_no_page_is_larger_than_200_kb(shown: Callable[..., str], tmp_path: Path) -> None:
    shown()
    queries: tuple[dict[str, str], ...] = (
        {},
        {"page": "20"},
        {"q": "no. 19"},
        {"sort": "waiting"},
        {"rule": "stale-data"},
    )
    for query in queries:
        page = shown(**query)
        assert len(page.encode()) < 200_000
        assert len(codes(page)) == A_PAGE
    work = pages.waiting(bench(tmp_path, (), "untrusted", BO), Known(ROWS, ()), Asked())
    assert len(work.encode()) < 200_000
    assert "6000 found, page 1 of 60." in " ".join(work.split())


def test_every_publication_is_on_one_page(shown: Callable[..., str]) -> None:
    listed = [code for number in range(1, 21) for code in codes(shown(page=str(number)))]
    assert listed == [one.code for one in ROWS]
    assert codes(shown(page="21")) == codes(shown(page="20"))


def test_words_are_looked_for_in_code_and_title(shown: Callable[..., str]) -> None:
    assert codes(shown(q="10017")) == ["10017"]
    assert (
        codes(shown(q="PROCEDURE no. 17 "))
        == [one.code for one in ROWS if " 17" in one.title or "17" in one.code][
            : len(codes(shown(q="PROCEDURE no. 17 ")))
        ]
    )
    assert "0 found." in " ".join(shown(q="nothing of the kind").split())


def test_rules_states_and_owners_are_chosen_together(shown: Callable[..., str]) -> None:
    query = {"rule": "stale-data", "state": "in-review", "owner": "Owner 3"}
    wanted = [
        one.code for number, one in enumerate(ROWS) if number % 5 and number % 2 and number % 7 == 3
    ]
    page = shown(**query)
    assert f"{len(wanted)} found" in " ".join(page.split())
    assert codes(page) == wanted[:A_PAGE]
    assert "owner=Owner+3" in page, "the next page asks the same"


def test_sections_and_age_are_asked_for(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    edit(root / "report/57513/report.yaml", "published: 2026-11-23", "published: 2026-11-20")
    edit(root / "sections/57513/summary.yaml", "is cut out.", "is cut out, TBD.")
    served = bench(root, None, "untrusted", BO)
    rows = tuple(
        checked_row(root, code, served.check, BO, served.today()) for code in ("57511", "57513")
    )
    assert [one.published for one in chosen(rows, Asked(sort="published"))] == [
        "2026-11-20",
        "2026-11-23",
    ]
    assert [one.code for one in chosen(rows, Asked(section="summary"))] == ["57513"]
    assert sums(rows).sections["summary"] == rows[1].sections["summary"] > 0


def test_orders_are_by_count_from_the_highest_and_then_by_code() -> None:
    errors = [one.counts["errors"] for one in chosen(ROWS, Asked(sort="errors"))]
    assert errors == sorted(errors, reverse=True)
    assert [one.code for one in chosen(ROWS, Asked(sort="errors"))][:2] == ["10002", "10005"]
    assert chosen(ROWS, Asked(sort="title"))[0].title == "Procedure no. 0 of the small kind"


def test_the_counts_add_up(shown: Callable[..., str]) -> None:
    together = sums(ROWS)
    assert together.counts["errors"] == sum(one.counts["errors"] for one in ROWS)
    assert sum(together.states.values()) == sum(together.owners.values()) == 2000
    foot = shown().split("<tfoot>")[1]
    figures = [int(figure) for figure in re.findall(r">(\d+)<", foot)]
    assert figures[:3] == [2000, together.ready, together.counts["errors"]]


def test_what_waits_comes_the_gravest_first() -> None:
    found = waiting(ROWS, Asked())
    assert [one.kind for one in found[::2000]] == ["error", "statement", "question"]
    assert {one.kind for one in waiting(ROWS, Asked(kind="question"))} == {"question"}
    assert len(paged(found, 3)[0]) == A_PAGE


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({"page": "no"}, Asked()),
        ({"page": "-3"}, Asked()),
        ({"page": "99999999999"}, Asked()),
        ({"page": "\u0663"}, Asked()),
        ({"sort": "rm -rf"}, Asked()),
        ({"other": "1"}, Asked()),
        ({"q": "x" * 5000}, Asked(q="x" * 200)),
    ],
)
def test_an_address_that_asks_nonsense_asks_nothing(query: dict[str, str], asked: Asked) -> None:
    assert asked_by(query) == asked


def test_what_is_asked_is_no_markup(shown: Callable[..., str]) -> None:
    page = shown(q='"><script>alert(1)</script>', owner="<b>")
    assert "<script>alert" not in page
    assert "<b>" not in page


def test_a_catalogue_fills_and_checks_again_what_was_edited(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    with closing(Catalogue(bench(root, None, "untrusted", BO))) as catalogue:

        def filled() -> tuple[Row, ...]:
            deadline = time.monotonic() + 90
            while (known := catalogue.known()).unchecked and time.monotonic() < deadline:
                time.sleep(0.1)
            return known.rows

        one, other = filled()
        assert (one.code, one.title, one.state) == ("57511", "Freezing of the cervix", "draft")
        assert one.is_ready
        assert {found.kind for found in one.waiting} == {"question"}
        edit(root / "sections/57511/summary.yaml", "nothing is cut out.", "nothing is cut, TBD.")
        catalogue.outdate(Edited(frozenset({"57511"})))
        assert catalogue.known().unchecked == ("57511",)
        again, same = filled()
        assert same is other
        assert again.rules["placeholder-text"] == 1
        assert [found.kind for found in again.waiting][:1] == ["error"]


def test_what_was_checked_before_is_known_at_once(tmp_path: Path) -> None:
    root = copy_project(tmp_path, "57513")
    served = bench(root, None, "untrusted", BO)
    rows = {
        code: checked_row(root, code, served.check, BO, served.today())
        for code in ("57511", "57513")
    }
    with closing(Catalogue(served)) as catalogue:
        assert catalogue.known() == Known(tuple(rows.values()), ())
    assert kept_rows(bench(root, None, "untrusted", None)) == {}, "another asks for other rows"
    edit(root / "sections/57511/summary.yaml", "nothing is cut out.", "nothing is cut, TBD.")
    assert kept_rows(served) == {"57513": rows["57513"]}
    edit(root / "report/project.yaml", "reportkit: project/1", "reportkit: project/1\n# House.")
    assert kept_rows(served) == {}


def test_a_publication_that_cannot_be_read_is_a_row(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "report/57511/report.yaml").write_text("{", "utf-8")
    served = bench(root, None, "untrusted", BO)
    found = checked_row(root, "57511", served.check, BO, served.today())
    assert (found.code, found.title, found.state, found.is_ready) == ("57511", "", "", False)
    assert found.counts["errors"] > 0
