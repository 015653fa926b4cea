"""Reading fees for equipment and nutrition, and bringing their two files together."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportkit.cli import main_group
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.layout import LayoutError
from reportkit.model.equipment import EquipmentAmount
from shared_data import SHARED, needs

FEES = (
    b'"Durable Medical Equipment,",,,,,,,,,*** Non-continental areas ***,,\n'
    b"January 2025 Fee Schedule,,,,,,,,,,,\n"
    b",,,,,,,,,,,\n"
    b"HCPCS,Mod,Mod2,JURIS,CATG,Ceiling,Floor,AL (NR),AL (R),AK (NR),AK (R),Description\n"
    b"E0776,NU,,D,IN,0.00,0.00,96.54,150.48,120.00,0.00,\n"
    b"E0776,RR,,D,IN,9.65,8.20,9.65,9.65,9.65,9.65,\n"
    b"A4221,,,D,SU,0.00,0.00,0.00,0.00,0.00,0.00,\n"
    b"A4222,longer,,D,SU,0.00,0.00,1.00,0.00,0.00,0.00,\n"
)
NUTRITION = (
    b"2025 Parenteral and Enteral Nutrition (PEN) Fee Schedule,,,,,*** Areas ***,,\n"
    b"January 2025 Fee Schedule,,,,,,,\n"
    b"HCPCS,MOD,MOD2,AL(NR),AL(R),AK(NR),AK(R),Description\n"
    b"E0776,NU,BA,96.54,150.48,96.54,0.00,\n"
)


def test_states_that_pay_alike_stand_together_and_zero_is_no_amount() -> None:
    found = read_dmepos("fees.csv", FEES)
    assert found.release == "2025Q1"
    bought, rented = found.rows["E0776"].rates
    assert (bought.modifiers, bought.category, bought.ceiling) == (("NU",), "IN", None)
    assert bought.amounts == (
        EquipmentAmount(states=("AL",), nonrural=Decimal("96.54"), rural=Decimal("150.48")),
        EquipmentAmount(states=("AK",), nonrural=Decimal("120.00"), rural=None),
    )
    assert [group.states for group in rented.amounts] == [("AK", "AL")]
    (unpriced,) = found.rows["A4221"].rates
    assert unpriced.amounts == ()
    assert [row.codes for row in found.refused] == [("A4222",)]


def test_a_table_without_states_is_refused() -> None:
    content = b"HCPCS,Mod,Mod2,JURIS\nE0776,NU,,D\nE0777,NU,,D\n"
    with pytest.raises(LayoutError, match="columns of states"):
        read_dmepos("2025Q1.csv", content)


def made(folder: Path) -> Path:
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("", "utf-8")
    (folder / "equipment.csv").write_bytes(FEES)
    (folder / "nutrition.csv").write_bytes(NUTRITION)
    (folder / "older.csv").write_bytes(FEES.replace(b"January 2025", b"October 2024"))
    return folder


def imported(project: Path, name: str, *codes: str) -> Result:
    words = ["import", "dmepos", str(project / name), *codes, "--project", str(project)]
    return CliRunner().invoke(main_group, words)


def test_both_files_and_older_quarters_give_the_same_rates_in_every_order(tmp_path: Path) -> None:
    texts = set()
    for number, names in enumerate(permutations(("equipment.csv", "nutrition.csv", "older.csv"))):
        project = made(tmp_path / str(number))
        for name in names:
            done = imported(project, name, "E0776")
            assert done.exit_code == 0, done.output
        text = (project / "report/E0776/input.yaml").read_text("utf-8")
        texts.add(text[text.index("\ndmepos:") :])
    (text,) = texts
    assert text.count('modifiers: ["NU", "BA"]') == 1
    assert text.index('  release: "2025Q1"\n') < text.index("2024Q4")


def test_all_takes_every_code_and_says_what_is_left_out(tmp_path: Path) -> None:
    project = made(tmp_path)
    done = imported(project, "equipment.csv", "--all")
    assert "2 of 2 inputs written" in done.output
    assert "left out: 1 code with a row that cannot be read" in done.output


@needs(SHARED / "data/public/dmepos")
@pytest.mark.parametrize(("name", "codes"), [("DMEPOS_JAN.csv", 149), ("DMEPEN_JAN.csv", 36)])
def test_every_row_of_the_published_fees_is_read(name: str, codes: int) -> None:
    found = read_dmepos(name, (SHARED / "data/public/dmepos" / name).read_bytes())
    assert (found.release, found.refused) == ("2025Q1", ())
    assert len(found.rows) == codes
    for fees in found.rows.values():
        for rate in fees.rates:
            states = [state for amount in rate.amounts for state in amount.states]
            assert len(states) == len(set(states)) <= 53
