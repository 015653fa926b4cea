"""Name what is done to a value of the data before it is printed."""

from __future__ import annotations

from typing import Final

from reportkit.model.messages import N_

TO_THE_CENT: Final = N_("to the cent")
OF_MEDICARE: Final = N_("to the percent of Medicare's amount")
ROUNDED: Final = N_("rounded")
"""To the places that are printed."""
