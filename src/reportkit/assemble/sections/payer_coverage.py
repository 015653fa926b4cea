"""Edition in, payer coverage out: each payer's policy on the code."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import (
    Block,
    Codes,
    Column,
    Ground,
    Markup,
    Plain,
    Text,
)
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import payer_name
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.input import Coverage
from reportkit.workspace.resolve import escape_markdown


def payer_coverage(edition: Edition) -> Part:
    """The table of policies."""
    title = section_title(edition, "payer-coverage")
    blocks: tuple[Block, ...] = ()
    if edition.input.coverage is not None:
        columns = (
            Column(edition.say("Payer")),
            Column(edition.say("Policy")),
            Column(edition.say("Stance")),
            Column(edition.say("Prior authorization")),
            Column(edition.say("Criteria")),
            Column(edition.say("Effective")),
            Column(edition.say("Last review")),
            Column(edition.say("Consulted")),
        )
        rows = (
            record_row(
                "payer-coverage",
                "input.coverage",
                policy,
                Plain(payer_name(edition, policy.payer)),
                _policy(policy),
                Plain(word(edition, policy.stance)),
                Plain(word(edition, policy.prior_authorization)),
                Plain(policy.criteria or "—"),
                Plain(edition.date(policy.effective)),
                Plain(edition.date(policy.last_review) if policy.last_review else "—"),
                Plain(edition.date(policy.accessed)),
            )
            for policy in edition.input.coverage
        )
        caption = edition.say("What the policies of payers say")
        blocks = table(edition, "payer-coverage-table", caption, columns, rows, "coverage")
    gaps = gaps_of(edition, "payer-coverage")
    return Part("payer-coverage", title, (*blocks, *gaps), tuple(_diagnoses(edition)))


def _diagnoses(edition: Edition) -> Iterator[Part]:
    """The diagnoses that policies list, a row a policy; nothing if none lists any."""
    listing = [policy for policy in edition.input.coverage or () if policy.diagnoses]
    if not listing:
        return
    title = edition.say("Diagnoses that policies list as covered")
    columns = (Column(edition.say("Policy"), "code"), Column(edition.say("Diagnoses"), "code"))
    rows = (
        record_row(
            "covered",
            "input.coverage",
            policy,
            Plain(policy.policy_id),
            Codes(policy.diagnoses, _ground(policy)),
        )
        for policy in listing
    )
    caption = edition.say("Policies, and the diagnoses of each")
    made = table(edition, "covered-table", caption, columns, rows, "coverage")
    yield Part("covered-diagnoses", title, made)


def _ground(policy: Coverage) -> Ground:
    where = f"coverage[{policy.payer} {policy.policy_id}].diagnoses"
    return Ground(where, ", ".join(policy.diagnoses))


def _policy(coverage: Coverage) -> Text:
    words = f"{coverage.policy_id}: {coverage.title}"
    return (
        Plain(words)
        if coverage.url is None
        else Markup(f"[{escape_markdown(words)}](<{escape_markdown(coverage.url)}>)")
    )
