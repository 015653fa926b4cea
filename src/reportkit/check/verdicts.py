"""Judge claims as Medicare's edits would: paid, denied and by what, or not known for lack of data.

What is not known is no pass. Each judge looks at one thing and says what it finds of a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportkit.check.claims import Claim, claims
from reportkit.check.companions import Beside, companion_remarks
from reportkit.check.judges import JUDGES
from reportkit.check.remark import Denial, Remark
from reportkit.workspace.publication import Publication

Outcome = Literal["paid", "denied", "no data"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a claim, and why."""

    claim: Claim
    outcome: Outcome
    remarks: tuple[Remark, ...]
    """What denies it; or what it could not be held against."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each remark in words, a denial with the rule that says so at its place."""
        return tuple(map(str, self.remarks))


def verdicts(publication: Publication, beside: Beside | None = None) -> tuple[Verdict, ...]:
    """Each claim that the advice of a publication recommends, judged.

    `beside` gives the data of other codes, which a rule does not have.
    """
    return tuple(judge(claim, publication, beside) for claim in claims(publication))


def judge(claim: Claim, publication: Publication, beside: Beside | None = None) -> Verdict:
    """What becomes of a claim; a denial counts before what is not known."""
    remarks = [remark for look in JUDGES for remark in look(claim, publication)]
    remarks += companion_remarks(claim, publication, beside)
    denied = tuple(remark for remark in remarks if isinstance(remark, Denial))
    outcome: Outcome = "denied" if denied else "no data" if remarks else "paid"
    return Verdict(claim, outcome, denied or tuple(remarks))
