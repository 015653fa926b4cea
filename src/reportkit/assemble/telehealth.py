"""Set what Medicare's list of telehealth services says of the code."""

from __future__ import annotations

from reportkit.assemble.document import Facts, Ground, Plain, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.part import Part, provenance_line
from reportkit.model.telehealth import Telehealth


def telehealth_part(edition: Edition, telehealth: Telehealth) -> Part:
    """The year of the list and the standing of the code on it."""
    release = telehealth.release
    on_it = Plain(release, Ground("telehealth.release", release))
    pairs: list[tuple[str, Text]] = [
        (edition.say("On the list of"), on_it)
        if telehealth.listed
        else (edition.say("Not on the list of"), Plain(release))
    ]
    if telehealth.status is not None:
        pairs.append((edition.say("Standing on the list"), Plain(telehealth.status)))
    if telehealth.audio_only is not None:
        answer = edition.say("Enough") if telehealth.audio_only else edition.say("Not enough")
        pairs.append((edition.say("Sound without a picture"), Plain(answer)))
    source = provenance_line(edition, "telehealth")
    if source is not None:
        pairs.append((edition.say("Source"), Plain(source)))
    return Part("telehealth", edition.say("Telehealth"), (Facts("telehealth-facts", tuple(pairs)),))
