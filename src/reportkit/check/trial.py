"""Rules in, what is wrong with their examples out: each has to fire once and stay silent once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.check.example import run_example
from reportkit.check.rule import Rule
from reportkit.check.variation import BadExample


def trial(rule: Rule, known: Sequence[Rule]) -> Iterator[str]:
    """What does not behave: nothing if the bad example is found and the good one passes."""
    if not rule.page.summary:
        yield "has no docstring that says what it finds"
    if not rule.page.bad or not rule.page.good:
        yield "lacks a bad or a good example"
        return
    try:
        yield from _found(rule, known)
    except BadExample as bad:
        yield f"has an example that cannot be run: {bad}"


def _found(rule: Rule, known: Sequence[Rule]) -> Iterator[str]:
    if rule.fires is not None:
        if not rule.fires(rule.page.bad):
            yield "finds nothing in its bad example"
        if rule.fires(rule.page.good):
            yield "finds fault with its good example"
        return
    if not run_example(rule, rule.page.bad, known).findings:
        yield "finds nothing in its bad example"
    good = run_example(rule, rule.page.good, known)
    for finding in good.findings:
        yield f"finds fault with its good example: {finding.message}"
    for skip in good.skipped:
        yield f"does not run on its good example for want of a readable {skip.needs}"
