"""What an accepted sentence is held against."""

from __future__ import annotations

from reportkit.check.acceptance import data_sha256
from reportkit.check.example import specimen


def test_a_key_written_out_with_its_default_is_no_change_of_the_data() -> None:
    plain = specimen({}).input
    assert plain.mpfs is not None
    written_out = plain.mpfs.model_copy(update={"endoscopic_base": None, "history": ()})
    copy = plain.model_copy(update={"mpfs": written_out, "asc": None})
    assert data_sha256("payment", copy) == data_sha256("payment", plain)


def test_a_value_that_changes_is_a_change_of_the_data() -> None:
    plain = specimen({}).input
    assert plain.mpfs is not None
    dearer = plain.mpfs.model_copy(update={"conversion_factor": plain.mpfs.conversion_factor + 1})
    changed = plain.model_copy(update={"mpfs": dearer})
    assert data_sha256("payment", changed) != data_sha256("payment", plain)
    assert data_sha256("units", changed) == data_sha256("units", plain)
