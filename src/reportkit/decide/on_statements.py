"""Stand for sentences that no data and no source holds."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.cannot_run import CannotRun
from reportkit.check.acceptance import data_sha256, standing
from reportkit.check.grounds import Entry, ledger
from reportkit.decide.entry import with_entry
from reportkit.decide.sitting import Sitting
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.counted import counted
from reportkit.model.accepted import Acceptance
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import workspace_of


def acceptable(publication: Publication) -> tuple[Entry, ...]:
    """The sentences that can be accepted; raises Unavailable if there is no telling.

    Not one that is written from the data, stands on a gap, or is accepted already.
    """
    return tuple(entry for entry in ledger(publication) if _is_acceptable(entry, publication))


def acceptance(sitting: Sitting, entry: Entry, publication: Publication) -> Acceptance:
    """The record by which a person stands for a sentence, with the data as it was read."""
    return Acceptance(
        sentence=entry.words,
        subject=entry.subject,
        name=sitting.reviewer.name,
        role=sitting.reviewer.role,
        accepted=sitting.today,
        data_sha256=data_sha256(entry.subject, publication.input),
    )


def accept(sitting: Sitting, records: Sequence[Acceptance]) -> str:
    """Write acceptances, and say what was written.

    Raises CannotRun if a sentence or the data of its subject has changed since it was read, or
    the sentence was accepted meanwhile; Unavailable if the files cannot be read any more.
    """
    path = f"report/{sitting.code}/accepted.yaml"
    with hold(sitting.root) as held:
        files = FolderFiles(sitting.root)
        (now,) = workspace_of(files, [sitting.code]).publications
        _refuse_changed(sitting, records, now)
        values = (record.model_dump() for record in records)
        write_files(held, {path: with_entry(files, path, "accepted", *values)})
    number = counted(len(records), "statement")
    return f"wrote {path}: {number} accepted by {sitting.reviewer.name}"


def _is_acceptable(entry: Entry, publication: Publication) -> bool:
    if entry.gap is not None or (entry.ground and entry.ground.kind == "generated"):
        return False
    return standing(publication.accepted, entry.words, entry.subject, publication.input) is None


def _refuse_changed(sitting: Sitting, records: Sequence[Acceptance], now: Publication) -> None:
    """While a person reads, others may write: what was accepted is what is there still."""
    standing_now = [acceptance(sitting, entry, now) for entry in acceptable(now)]
    if any(record not in standing_now for record in records):
        raise CannotRun(f"{now.code} has changed since its sentences were read", "read them again")
