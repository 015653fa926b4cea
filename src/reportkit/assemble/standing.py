"""Say whether a publication is in force, since when it is not, and what took its place."""

from __future__ import annotations

from reportkit.assemble.document import Successor
from reportkit.assemble.edition import Edition
from reportkit.model.report import Status


def banner(edition: Edition, reached: Status) -> str | None:
    """What every page says of a publication that is not in force; None for one that is."""
    ended = edition.report.ended
    match reached:
        case "published":
            return None
        case "draft":
            return edition.say("Draft: this version is not in force.")
        case "in-review":
            return edition.say("In review: this version is not in force.")
        case "approved":
            return edition.say("Approved: this version is not published yet.")
        case "superseded" if ended is not None and ended.successor is not None:
            return edition.say(
                "Superseded since {date} by {successor}.",
                date=edition.date(ended.since),
                successor=ended.successor,
            )
        case "retired" if ended is not None:
            return edition.say("Retired since {date}.", date=edition.date(ended.since))
        case "superseded":
            return edition.say("Superseded: this version is not in force.")
        case "retired":
            return edition.say("Retired: this version is not in force.")


def successor(edition: Edition) -> Successor | None:
    """What took its place, where report.yaml says so."""
    ended = edition.report.ended
    if ended is None or ended.successor is None:
        return None
    return Successor(ended.successor, ended.url)


def issue(edition: Edition, reached: Status) -> str:
    """The day a publication is of, and as what: a draft was not published."""
    return f"{issue_label(edition, reached)} {edition.date(edition.report.published)}"


def issue_label(edition: Edition, reached: Status) -> str:
    """What the day of a publication is called."""
    match reached:
        case "draft" | "in-review":
            return edition.say("Draft of")
        case "approved":
            return edition.say("To be published")
        case _:
            return edition.say("Published")
