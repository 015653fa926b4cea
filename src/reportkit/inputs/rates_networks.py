"""Read which networks a payer's provider groups are in, in memory that hardly grows.

Most files have one network; so the first one met is kept once, and by group only the others.
"""

from __future__ import annotations

from reportkit.inputs.rates_json_stream import Event, Json, JsonEvents
from reportkit.inputs.rates_offer import UNSTATED

MOST_GROUPS = 2_000_000
"""Groups in a network other than the first that are kept; beyond it networks are not told apart."""


class Networks:
    """The network of each provider group of one file, as far as it has been read."""

    def __init__(self) -> None:
        self._first: str | None = None
        self._others: dict[Json, str] = {}
        self._names: set[str] = set()

    def read(self, events: JsonEvents, first: Event, where: str) -> None:
        """Read the list `provider_references`."""
        for index, group in enumerate(events.elements(first, where)):
            at = f"{where}[{index}]"
            number: Json = None
            name = UNSTATED
            for key, value in events.members(group, at):
                if key == "provider_group_id":
                    number = events.value(value, f"{at}.{key}")
                elif key == "network_name":
                    name = _name(events.value(value, f"{at}.{key}"))
                else:
                    events.skip(value)
            self._add(number, name)

    @property
    def several(self) -> bool:
        """Whether the groups read so far are in more than one network."""
        return bool(self._others)

    def of(self, group: Json) -> str:
        """The network of one provider group."""
        if self._first is None or not isinstance(group, int | str):
            return UNSTATED
        if len(self._others) > MOST_GROUPS:
            return self.all_names
        return self._others.get(group, self._first)

    @property
    def all_names(self) -> str:
        """Every network of the file, for prices whose groups are not told apart."""
        return " + ".join(sorted(self._names)) or UNSTATED

    def _add(self, number: Json, name: str) -> None:
        self._names.add(name)
        if self._first is None:
            self._first = name
        elif name != self._first and len(self._others) <= MOST_GROUPS:
            self._others[number if isinstance(number, int | str) else None] = name


def _name(value: Json) -> str:
    held = value if isinstance(value, list) else [value]
    names = {item.strip() for item in held if isinstance(item, str)} - {""}
    return " + ".join(sorted(names)) or UNSTATED
