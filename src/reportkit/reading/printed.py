"""Say which texts of a publication's files are printed, and which are codes or for editors."""

from __future__ import annotations

from typing import Final

from reportkit.workspace.passages import Passage

PRINTED_SETTINGS: Final = frozenset(
    {
        ("publisher", "name"),
        ("licences", "cpt"),
        ("licences", "cdt"),
        ("licences", "ub04"),
    }
)
"""What is printed of report/project.yaml."""

_ALL_CODED: Final = frozenset({"provenance", "code_sets"})
"""Parts of a file that hold nothing but codes and names of releases."""

FOR_EDITORS: Final = frozenset({"notes", "aliases", "input_sha256", "sha256", "looked_up"})
"""Keys that editors and rules read, and no reader."""

CODED: Final = frozenset(
    {
        *(
            "reportkit",
            "id",
            "code",
            "code_system",
            "version",
            "status",
            "topics",
            "sections",
            "file",
        ),
        *("column_1", "column_2", "pos", "payer", "source", "field", "section", "url"),
        *("release", "quarter", "period", "locality", "apc", "mai", "payment_indicator", "kind"),
        *("global_days", "multiple_procedure", "bilateral", "assistant_surgeon", "co_surgeon"),
        *(
            "team_surgery",
            "pc_tc",
            "excludes1",
            "code_sets",
            "modifiers",
            "service_type",
            "purpose",
        ),
        *("evidence", "site", "sex", "appended_to", "relation", "indicator", "setting", "rank"),
        *("basis", "support", "negotiated_type", "billing_class", "published_by"),
        *("policy_id", "stance", "prior_authorization", "plan", "provenance"),
    }
)
"""Keys whose texts are codes, ids, names of files or values of a list, each with rules of its"
" own."""


def is_printed(passage: Passage) -> bool:
    """Whether readers see the text at all, as words or as a code."""
    match passage.key:
        case "project":
            return passage.route in PRINTED_SETTINGS
        case "signoff":
            return passage.route[-1] in {"name", "meaning"}
        case "imported":  # what an import set aside may be printed yet
            return passage.route[-1:] == ("text",)
        case "accepted" | "house-waivers" | "waivers" | "review" | "editions":
            return False
        case _:
            return FOR_EDITORS.isdisjoint(passage.route)


def is_worded(passage: Passage) -> bool:
    """Whether a printed text is words, so that what it says can be held against the data."""
    names = [part for part in passage.route if isinstance(part, str)]
    if names[:1] == ["abbreviations"]:
        return True
    if names[:1] == ["missing"] and names[-1] == "reason":
        return False
    return names[-1:] == [] or (names[-1] not in CODED and names[0] not in _ALL_CODED)
