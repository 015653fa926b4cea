"""Rule: a figure printed with more places than the data has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import rule
from reportkit.source.references import Filter, Reference
from reportkit.workspace.passages import Passage, passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve


@rule("warning", "provided data")
def false_precision(publication: Publication) -> Iterator[Issue]:
    """A reference states a rounding finer than the value was provided with.

    Why:
        Places that were never measured read as if they had been. A rounding in a reference
        may take places away, and never adds any.

    Bad:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvu | round(4) }}.

    Good:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvu | round(1) }}.
    """
    for passage in passages(publication):
        for reference in passage.references:
            if not isinstance(reference, Reference):
                continue
            value = resolve(reference, publication)
            if not isinstance(value, int | Decimal):
                continue
            for rounding in reference.filters:
                stated, held = _stated(rounding), _places(value, rounding)
                if stated > held:
                    yield Issue(
                        At(passage.key, passage.route, reference.span),
                        f"`{rounding.name}({stated})` prints {stated} places, and {reference.text} "
                        f"was provided as {value}",
                        f"write `{rounding.name}({held})`, or leave the filter out to print all "
                        "of it",
                        fix=_fix(passage, reference, rounding, held),
                    )


def _fix(passage: Passage, reference: Reference, rounding: Filter, held: int) -> Fix | None:
    """The reference with as many places as the value has, where it is written in the usual way."""
    written = passage.text[reference.span.start : reference.span.end]
    stated = f"{rounding.name}({_stated(rounding)})"
    usual = written.count(stated) == 1 and not set(written) & set("\n\\\"'")
    return Fix(written.replace(stated, f"{rounding.name}({held})")) if usual else None


def _stated(rounding: Filter) -> int:
    """Places a filter prints; money has cents, whatever the data."""
    return rounding.arguments[0] if rounding.arguments and rounding.name != "money" else 0


def _places(value: int | Decimal, rounding: Filter) -> int:
    """Places a value has behind the point; as a share in percent two fewer."""
    exponent = Decimal(value).as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return max(0, places - 2) if rounding.name == "percent" else places
