"""Summary and overview: sections/<code>/summary.yaml.

Payers, audience and promised topics are not written here: the publication prints them
from the data and from report.yaml, so that they cannot drift.
"""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record


class Summary(Record):
    """What the code is, why it matters, what depends on coding it well."""

    reportkit: Literal["summary/1"]
    definition: Prose
    relevance: Prose
    importance: Prose
    notes: Notes = ()
