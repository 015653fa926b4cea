"""Say in words what a global period covers and how firm a limit on units is."""

from __future__ import annotations

from typing import Final

from reportkit.assemble.edition import Edition
from reportkit.model.indicators import ADJUDICATION, INDICATORS
from reportkit.workspace.statements.statement import lower_first


def global_period(edition: Edition, days: str) -> str:
    """What an indicator of the global period means; empty for an unknown one."""
    known = _GLOBAL_PERIOD.values.get(days)
    return edition.say(known.meaning) if known else ""


def limit_meaning(edition: Edition, mai: str) -> str:
    """How firm a limit on units is, by its adjudication indicator; empty for an unknown one."""
    known = ADJUDICATION.values.get(mai)
    if known is None:
        return ""
    meaning = edition.say(known.meaning)
    return f"{meaning}; {lower_first(edition.say(known.effect))}" if known.effect else meaning


NO_PERIOD: Final = "XXX"
"""The indicator of services that have no global period."""
_GLOBAL_PERIOD: Final = next(known for known in INDICATORS if known.field == "global_days")
