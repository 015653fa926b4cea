"""Tell apart the modifiers of notices to the patient and of denials that are expected."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import Aspect, combined, value

NOTICES: Final[dict[str, Aspect]] = {
    "notice": Aspect(
        {
            "required": value(
                "GA GU",
                *("notice required", "required notice", "mandatory notice", "abn is on file"),
                *combined(
                    "signed signs",
                    (
                        "notice",
                        "abn",
                        "advance notice",
                        "the notice",
                        "a notice",
                        "the abn",
                        "an abn",
                    ),
                ),
                *combined("notice is was", ("on file", "given and signed", "signed")),
            ),
            "by choice": value("GX", "by choice", "voluntary", "voluntarily"),
            "none": value(
                "GZ",
                *("no notice", "without notice", "no advance notice", "no abn", "no signed notice"),
                *("not signed", "notice is not on file", "notice was not given"),
            ),
        },
        is_told_of_others=True,
    ),
    "denied by": Aspect(
        {
            "statute": value("GY", "statute", "statutory", "statutorily", "excluded by law"),
            "necessity": value(
                "GA GZ",
                *("not reasonable and necessary", "not medically necessary"),
                *("reasonable and necessary", "medically necessary", "medical necessity"),
            ),
        }
    ),
}
"""Aspects of modifiers that tell of a notice or of a denial."""
