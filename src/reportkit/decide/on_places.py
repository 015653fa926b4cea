"""Send a place back to its author with a comment, or be done with what was found there."""

from __future__ import annotations

from reportkit.cannot_run import CannotRun
from reportkit.decide.judged import Judged
from reportkit.decide.record import write_record
from reportkit.decide.sitting import Sitting
from reportkit.model.review import Done, SentBack


def send_back(sitting: Sitting, judged: Judged, comment: str) -> str:
    """Send back what was judged, and say what was written.

    Raises CannotRun without a comment, or if what was judged has changed.
    """
    if not comment.strip():
        raise CannotRun(
            "a place is sent back with a comment", "give --comment, and what the author is to do"
        )
    record = SentBack(
        file=judged.key,
        route=judged.route_text,
        comment=" ".join(comment.split()),
        by=sitting.reviewer.name,
        role=sitting.reviewer.role,
        decided=sitting.when,
        judged_sha256=judged.sha256,
    )
    path = write_record(sitting, judged, record)
    return f"wrote {path}: sent back {record.route or 'the whole'} of {record.file}"


def be_done(sitting: Sitting, judged: Judged, rule: str) -> str:
    """Be done with what a rule found at a place, and say what was written.

    A comment is settled when the one who sent the place back is done with it. Raises CannotRun
    if what was judged has changed.
    """
    record = Done(
        rule=rule,
        file=judged.key,
        route=judged.route_text,
        by=sitting.reviewer.name,
        role=sitting.reviewer.role,
        decided=sitting.when,
        judged_sha256=judged.sha256,
    )
    path = write_record(sitting, judged, record)
    return f"wrote {path}: done with {rule} at {record.route or 'the whole'} of {record.file}"
