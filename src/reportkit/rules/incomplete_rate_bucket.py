"""Rule: a rate whose bucket is not fully named."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.days import day_of
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def incomplete_rate_bucket(publication: Publication) -> Iterator[Issue]:
    """A rate does not say which bucket it is of: payer, plan, type or month is empty.

    Why:
        Rates of a facility and of a surgeon, or of two months, are different prices. One
        whose bucket is not named is compared with rates it has nothing to do with.

    Bad:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: unstated, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: October, n: 40, p10: 1, p25: 2, p50: 3, p75: null, p90: 4}

    Good:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: unstated, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: 2026-10, n: 40, p10: 1, p25: 2, p50: 3, p75: null, p90: 4}
    """
    for index, rate in enumerate(publication.input.rates or ()):
        for name in ("payer", "plan", "negotiated_type"):
            if not getattr(rate, name).strip():
                yield Issue(
                    at("input", "rates", index, name),
                    f"the rate has no {name.replace('_', ' ')}",
                    "name it as the file does; write `unstated` for a plan the file leaves out",
                )
        if day_of(f"{rate.period}-01") is None:
            yield Issue(
                at("input", "rates", index, "period"),
                f"`{rate.period}` is not a month",
                "write the month of the files as YYYY-MM",
            )
