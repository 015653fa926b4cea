"""Write a decision on a value into the review.yaml of its publication, alone and whole."""

from __future__ import annotations

from reportkit.decide.entry import with_entry
from reportkit.decide.judged import Judged, read, refuse_changed
from reportkit.decide.sitting import Sitting
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.review import Answer, Done, SentBack


def write_record(sitting: Sitting, judged: Judged, record: SentBack | Done | Answer) -> str:
    """Add a record to the decisions on a publication; gives the path of their file.

    Raises CannotRun if what was judged is no longer what stands there, and then nothing has
    changed.
    """
    path = f"report/{sitting.code}/review.yaml"
    with hold(sitting.root) as held:
        files = FolderFiles(sitting.root)
        refuse_changed(read(files, sitting.code), judged)
        entry = {**record.model_dump(), "decided": record.decided.isoformat()}
        write_files(held, {path: with_entry(files, path, _key(record), entry)})
    return path


def _key(record: SentBack | Done | Answer) -> str:
    match record:
        case SentBack():
            return "sent_back"
        case Done():
            return "done"
        case Answer():
            return "answers"
