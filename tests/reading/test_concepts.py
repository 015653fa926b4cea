"""What sentences claim by the concepts they hold, in any voice and order."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.model.base import Prose
from reportkit.reading.concepts import PHRASES_OF, concepts
from reportkit.reading.counts import all_numbers
from reportkit.reading.framed import framed
from reportkit.reading.pairs import pair_claim
from reportkit.reading.periods import billed_visits
from reportkit.reading.positions import approval
from reportkit.reading.shares import fee_shares
from reportkit.reading.text import Text
from reportkit.reading.unit_basis import unit_bases
from reportkit.workspace.passages import Passage


def text_of(words: str) -> Text:
    return Text(Passage("summary", ("relevance",), Prose(words)))


def test_no_phrase_stands_for_two_concepts() -> None:
    phrases = Counter(phrase for phrases in PHRASES_OF.values() for phrase in phrases)
    assert not [phrase for phrase, count in phrases.items() if count > 1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Of an assistant's fee Medicare pays a part.", [("assistant paid", True)]),
        ("Payment for an assistant is ruled out.", [("assistant paid", False)]),
        ("Unless the note tells why, no assistant is paid.", []),
        ("Where two surgeons share the work, each is paid.", [("co-surgeons paid", True)]),
        ("A surgery center goes without a facility fee.", [("priced in a center", False)]),
        ("No reduction is taken off a second procedure.", [("reduced beside others", False)]),
        ("The payment of an assistant is not shown in this report.", []),
        ("Nobody waits for long.", []),
    ],
)
def test_a_topic_is_told_by_its_concepts(words: str, said: list[tuple[str, bool]]) -> None:
    assert [(topic, says) for topic, says, _, _ in framed(text_of(words))] == said


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("CPT 11720 can be had on top with a modifier.", "modifier permitted"),
        ("Nothing you append will bring CPT 11720 a payment.", "no modifier permitted"),
        ("CPT 11720 may be unbundled by a good note.", "modifier permitted"),
        ("CPT 11720 is done with a blade.", None),
    ],
)
def test_what_opens_a_pair(words: str, claim: str | None) -> None:
    text = text_of(words)
    said = pair_claim(text, text.sentences[0])
    assert (said and said.claim) == claim


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("The cheaper procedure is cut by a quarter.", ("second procedure", "0.75")),
        ("A second procedure is paid at half.", ("second procedure", "0.5")),
        ("Both knees are paid at one and a half times the fee.", ("both sides", "1.5")),
        ("Both knees are paid in full.", ("both sides", "2")),
        ("The aftercare is worth 13 percent of the fee.", ("aftercare", "0.13")),
    ],
)
def test_shares_of_a_fee(words: str, share: tuple[str, str]) -> None:
    (mention,) = fee_shares(text_of(words))
    assert (mention.whose, mention.share) == (share[0], Decimal(share[1]))


@pytest.mark.parametrize(
    "words",
    [
        "No share of the fee is paid twice.",
        "Both knees hurt.",
        "A quarter of the patients are paid.",
    ],
)
def test_no_share_of_a_fee(words: str) -> None:
    assert fee_shares(text_of(words)) == ()


def test_visits_that_are_billed_in_any_words() -> None:
    assert billed_visits(text_of("Bill the suture removal as an office visit."))
    assert billed_visits(text_of("No follow-up at all is built into the fee."))
    assert not billed_visits(text_of("The visits after it are built into the fee."))
    assert not billed_visits(text_of("An unrelated visit is billed by itself."))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("The plan wants to approve it beforehand.", True),
        ("It is scheduled without asking the plan first.", False),
        ("The patient is asked before the operation.", None),
    ],
)
def test_leave_that_is_asked_for(words: str, says: bool | None) -> None:
    text = text_of(words)
    said = approval(text, text.sentences[0])
    assert (said and said.says) == says


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Bill by the vial.", "thing"),
        ("Each finger that was numb is a unit.", "thing"),
        ("Every quarter of an hour adds a unit.", "length of time"),
        ("A unit cannot be claimed until the full quarter of an hour is up.", "full time"),
        ("With less than eight minutes a unit is billed.", "too little time"),
        ("It is billed once a day, however long it takes.", "once however long"),
    ],
)
def test_what_units_are_counted_by(words: str, basis: str) -> None:
    assert [said.basis for said in unit_bases(text_of(words))] == [basis]


def test_numbers_by_their_place_in_a_row() -> None:
    assert [*all_numbers("from the twelfth to the twenty-first of 40")] == [12, 21, 40]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz .,'-", max_size=80))
def test_concepts_stand_in_the_text_in_order(words: str) -> None:
    text = text_of(words or "a")
    starts = [concept.start for concept in concepts(text)]
    assert starts == sorted(starts)
    assert all(0 <= c.start < c.end <= len(text.plain) for c in concepts(text))
