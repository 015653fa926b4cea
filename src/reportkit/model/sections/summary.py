"""Summary and overview: sections/<code>/summary.yaml.

Payers, audience and promised topics are not written here: the publication prints them
from the data and from report.yaml, so that they cannot drift.
"""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record


class Summary(Record):
    """What the code is, why it matters, what depends on coding it well."""

    reportkit: Literal["summary/1"]
    """The form of the file: `summary/1`."""
    definition: Prose
    """What the code reports, in one or two sentences of your own: never the descriptor of the code
    set.
    """
    relevance: Prose
    """What the reader can do with the report: what is paid, where, and by what that is decided."""
    importance: Prose
    """What it costs to code the service wrongly: what is denied, paid too low, or asked back."""
    notes: Notes = ()
    """For editors; never published."""
