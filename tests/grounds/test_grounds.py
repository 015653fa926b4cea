"""What each sentence of a publication stands on: the data, a source, or nothing."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.grounds import Ground, ledger, share_without_ground


def grounds(example: str) -> list[tuple[str, Ground | None]]:
    return [
        (entry.subject, entry.ground)
        for entry in ledger(specimen(read_example(example)))
        if entry.text.key == "summary"
    ]


def test_a_statement_of_the_data_is_its_own_ground() -> None:
    assert grounds("# summary\nrelevance: '{{ say.global_period }} It is short.'") == [
        ("global-period", Ground("generated", "say.global_period"))
    ]


def test_a_value_and_a_condition_bind_a_sentence() -> None:
    text = (
        "Medicare pays {{ input.mpfs.facility_payment }}. "
        "It pays {{ holds(input.mpfs.status == 'A') }}."
    )
    assert grounds(f'# summary\nrelevance: "{text}"') == [
        ("payment", Ground("bound", "input.mpfs.facility_payment")),
        ("payment", Ground("bound", "input.mpfs.status")),
    ]


@pytest.mark.parametrize(
    ("wording", "ground"),
    [
        ("when: \"input.mpfs.status == 'A'\", ", Ground("bound", "input.mpfs.status")),
        ('when: "input.mue.practitioner.units == 1", ', None),
        ("", None),
    ],
)
def test_the_condition_of_a_wording_binds_its_sentences(
    wording: str, ground: Ground | None
) -> None:
    example = (
        f"# texts/price\nwordings:\n  - {{{wording}text: Medicare pays for it.}}\n"
        "# summary\nrelevance: '{{ text.price }}'\n"
    )
    told = [
        (entry.subject, entry.ground)
        for entry in ledger(specimen(read_example(example)))
        if entry.text.key == "texts/price"
    ]
    assert told == [("payment", ground)]


def test_a_source_binds_what_it_covers_or_what_was_taken_from_it() -> None:
    sources = (
        "# report\nsources:\n"
        "  - {id: manual, citation: Specimen manual of coding, accessed: 2026-11-01}\n"
        "  - {id: rules, citation: Rules of payment, accessed: 2026-11-01, covers: [payment]}\n"
        "  - {id: other, citation: Rules of units, accessed: 2026-11-01, covers: [units]}\n"
    )
    for source, ground in (
        ("manual", Ground("cited", "manual")),
        ("rules", Ground("cited", "rules")),
        ("other", None),
    ):
        text = f"# summary\nrelevance: Medicare pays for it [@{source}].\n"
        assert ("payment", ground) in grounds(sources + text)


@pytest.mark.parametrize(
    ("sentence", "data", "gap"),
    [
        ("Medicare pays for it.", "mpfs: null\n", "mpfs"),
        ("Medicare pays for it.", "", None),
        ("Medicare pays for it [@manual].", "mpfs: null\n", None),
        ("Medicare pays the surgical center for it.", "", "asc"),
        ("Medicare accepts one unit on a day.", "mue: null\n", "mue"),
        ("Medicare accepts one unit on a day.", "", None),
    ],
)
def test_a_sentence_on_what_was_not_provided_names_the_gap(
    sentence: str, data: str, gap: str | None
) -> None:
    missing = "".join(
        f"missing[+]: {{field: {field}, section: summary, reason: not_provided, "
        "needed_from: data team, effect: nothing is shown, since: 2026-11-01}\n"
        for field in ("mpfs", "mue")
        if f"{field}: null" in data
    )
    publication = specimen(
        read_example(
            f"# summary\nrelevance: {sentence}\n# input\nas_of: 2026-11-01\n{data}{missing}"
        )
    )
    records = publication.input.missing
    told = {
        records[entry.gap].field
        for entry in ledger(publication)
        if entry.text.route == ("relevance",) and entry.gap is not None
    }
    assert told == ({gap} if gap else set())


def test_the_data_of_medicare_holds_no_sentence_on_another_payer() -> None:
    text = "Aetna pays {{ input.mpfs.facility_payment }}."
    assert ("payment", None) in grounds(f'# summary\nrelevance: "{text}"')


def test_the_share_without_a_ground_is_rounded_up() -> None:
    publication = specimen(read_example("# summary\nrelevance: Medicare pays for it."))
    entries = ledger(publication)
    assert [entry.ground is None for entry in entries].count(True) == 1
    assert share_without_ground(entries) == -(-100 // len(entries))
    assert share_without_ground(()) == 0
