"""The rules, one a file; a file dropped in here is a rule."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from reportkit.check.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_rule(name) for name in names)


def _rule(name: str) -> Rule:
    value = getattr(import_module(f"{__name__}.{name}"), name)
    if not isinstance(value, Rule):
        raise TypeError(f"rules/{name}.py has to define the rule {name}")
    return value
