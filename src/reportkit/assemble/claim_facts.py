"""Say in words which days a global period covers and how firm a limit on units is."""

from __future__ import annotations

from typing import Final

from reportkit.assemble.edition import Edition
from reportkit.model.indicators import ADJUDICATION
from reportkit.model.messages import N_
from reportkit.workspace.statements.statement import lower_first


def global_period(edition: Edition, days: str) -> str:
    """Which days a global period of the fee schedule covers; empty for one that has no days."""
    known = _PERIODS.get(days)
    return edition.say(known) if known else ""


def limit_meaning(edition: Edition, mai: str) -> str:
    """How firm a limit on units is, by its adjudication indicator; empty for an unknown one."""
    known = ADJUDICATION.values.get(mai)
    if known is None:
        return ""
    meaning = edition.say(known.meaning)
    return f"{meaning}; {lower_first(edition.say(known.effect))}" if known.effect else meaning


_PERIODS: Final = {
    "000": N_("The day of the procedure only"),
    "010": N_("The day of the procedure and the 10 days after"),
    "090": N_("The day before, the day of the procedure, and 90 days after"),
}
