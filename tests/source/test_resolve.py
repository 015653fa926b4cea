"""Values in prose: exact, rounded as asked, and never markup."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from reportkit.check.example import read_example, specimen
from reportkit.render.markdown import Targets, inline_html
from reportkit.source.references import Filter
from reportkit.workspace.figures import money
from reportkit.workspace.resolve import escape_markdown, format_value, resolve_text


class Plain:
    """Writes messages as they are."""

    def say(self, message: str, **values: object) -> str:
        return message.format(**values)

    def listed(self, items: Iterable[str]) -> str:
        return ", ".join(items)

    def money(self, amount: Decimal | int | None) -> str:
        return money(amount or 0)

    def number(self, value: Decimal) -> str:
        return str(value)


@pytest.mark.parametrize(
    ("value", "filters", "printed"),
    [
        (Decimal("1.50"), (), "1.50"),
        (Decimal("1.50"), (Filter("round", (1,)),), "1.5"),
        (Decimal("2.5"), (Filter("round", ()),), "3"),
        (Decimal("-2.5"), (Filter("round", ()),), "-3"),
        (3, (Filter("round", (2,)),), "3.00"),
        (Decimal("192.14"), (Filter("money", ()),), "$192.14"),
        (Decimal("1192.145"), (Filter("money", ()),), "$1,192.15"),
        (1000000, (Filter("money", ()),), "$1,000,000.00"),
        (Decimal(-3), (Filter("money", ()),), "-$3.00"),
        (Decimal("9" * 30), (Filter("money", ()),), "$" + ",".join(["999"] * 10) + ".00"),
        (Decimal("0.125"), (Filter("percent", ()),), "13%"),
        (Decimal("0.125"), (Filter("percent", (1,)),), "12.5%"),
        ("010", (), "010"),
    ],
)
def test_a_value_is_printed_exactly_or_as_its_filter_says(
    value: Decimal | int | str, filters: tuple[Filter, ...], printed: str
) -> None:
    assert format_value(value, filters) == printed


def test_a_statement_is_written_from_the_data_and_a_condition_prints_nothing() -> None:
    publication = specimen(read_example("# summary\nrelevance: x"))
    text = (
        "{{ say.unit_limit }} It holds {{ holds(input.mue.practitioner.units == 1) }}. "
        "{{ say.edits }}"
    )
    printed = resolve_text(text, publication, Plain())
    assert printed.startswith(
        r"For a practitioner Medicare expects no more than 1 unit a day\. It holds. "
    )
    assert r"say\.edits" in printed


def test_values_stand_in_the_text_and_what_fails_stays_as_written() -> None:
    publication = specimen(read_example("# summary\nrelevance: x"))
    text = "Paid {{ input.mpfs.nonfacility_payment | money }}, not {{ input.asc.payment_rate }}."
    printed = resolve_text(text, publication, Plain())
    assert printed.startswith(r"Paid $192\.14, not ")
    assert r"input\.asc\.payment\_rate" in printed


@given(
    st.text("ab *_`[]()<>#+-.!|~&\\{}0123@:/", max_size=30).map(
        lambda value: " ".join(value.split())
    )
)
def test_an_escaped_value_is_read_back_as_itself(value: str) -> None:
    text = f"x{value}x"
    shown = inline_html(escape_markdown(text), Targets({}, frozenset(), "{number}"))
    assert shown == escape(text)
