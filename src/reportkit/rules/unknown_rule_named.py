"""Rule: a waiver or setting for a rule that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.mend import meant_value
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.findings.meant import closest


@outcome_rule("error", "waivers")
def unknown_rule_named(outcome: Outcome) -> Iterator[Issue]:
    """A waiver, or a setting of the project, names a rule that does not exist.

    Why:
        A misspelt name sets nothing aside and changes nothing, while its author believes it
        does. A rule of an earlier release may have another name now.

    Bad:
        # waivers
        waivers:
          - rule: long-sentense
            path: sections/57511/summary.yaml
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2027-01-31

    Good:
        # project
        rules:
          long-sentence: {severity: info, reason: Our house style allows long sentences.}
    """
    known = outcome.rules
    for applied in outcome.waivers:
        if applied.effect == "unknown-rule":
            place = at(applied.key, "waivers", applied.index, "rule")
            name = applied.waiver.rule
            yield Issue(place, *_said(name, known), fix=meant_value(name, known))
    for name in outcome.publication.project.rules:
        if name not in known:
            place = at_key("project", "rules", name)
            yield Issue(place, *_said(name, known), fix=meant_value(name, known))


def _said(name: str, known: Iterable[str]) -> tuple[str, str]:
    close = closest(name, known)
    hint = f"did you mean {close}?" if close else "`reportkit rules` lists the rules"
    return f"no rule is named `{name}`", hint
