"""Answer what a drafting program asks of a project, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportkit.assemble.sayings import sayings
from reportkit.cannot_run import CannotRun
from reportkit.challenge.challenge import challenge, shares
from reportkit.check.findings import Findings
from reportkit.check.grounds import Entry, ledger
from reportkit.check.rule import Rule
from reportkit.findings.meant import closest
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.report.json import as_data
from reportkit.report.rule_page import rule_page
from reportkit.workspace.publication import Publication, lacking
from reportkit.workspace.select import all_codes, select_codes
from reportkit.workspace.workspace import Workspace, read_workspace

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DraftedProject:
    """A project folder, read anew for each question, as its files may change between two."""

    root: Path
    judge: Callable[[Workspace], Findings]
    """What `reportkit check` says of publications."""
    rules: Callable[[Workspace], tuple[Rule, ...]]
    today: Callable[[], date]
    """The day that waivers count from."""

    def check(self, codes: Sequence[str]) -> Data:
        """The findings in publications, of all if none is named, as `check --format json`."""
        chosen = select_codes(self.root, codes, self.root)
        return as_data(self.judge(read_workspace(self.root, chosen)))

    def explain(self, rule: str) -> str:
        """The page of a rule, as Markdown; raises CannotRun if there is none of the name."""
        workspace = read_workspace(self.root, all_codes(self.root)[:1])
        known = {one.name: one for one in self.rules(workspace)}
        if rule not in known:
            close = closest(rule, known)
            hint = f"did you mean {close}?" if close else "findings name their rules"
            raise CannotRun(f"no rule is named {rule}", hint)
        return rule_page(known[rule])

    def statements(self, code: str) -> Data:
        """What can be said from the data, and what each sentence on a subject stands on."""
        with self._publication(code) as (_, publication):
            return {
                "sayable": [
                    {
                        "reference": f"{{{{ say.{saying.name} }}}}",
                        "sentence": saying.sentence,
                        "reason": saying.reason,
                    }
                    for saying in sayings(publication)
                ],
                "sentences": [_entry(entry) for entry in ledger(publication)],
            }

    def challenge(self, code: str) -> Data:
        """The changes of facts that no rule notices, and how many of each kind were noticed."""
        with self._publication(code) as (workspace, publication):
            tried = challenge(publication, self.rules(workspace), self.today())
        return {
            "not_noticed": [
                {
                    "kind": change.kind,
                    "file": change.place.file,
                    "line": change.place.line,
                    "old": change.old,
                    "new": change.new,
                }
                for change in tried
                if not change.noticed_by
            ],
            "shares": [
                {"kind": share.kind, "noticed": share.noticed, "tried": share.tried}
                for share in shares(tried)
            ],
        }

    def gaps(self, codes: Sequence[str]) -> Data:
        """What is missing in publications and who has to supply it; of all if none is named."""
        chosen = select_codes(self.root, codes, self.root)
        return {
            "gaps": [
                {"publication": publication.code, **record.model_dump(mode="json")}
                for publication in read_workspace(self.root, chosen).publications
                for record in publication.gaps
            ]
        }

    @contextmanager
    def _publication(self, code: str) -> Iterator[tuple[Workspace, Publication]]:
        """A publication by its code; raises CannotRun if there is none, or it cannot be read."""
        (chosen,) = select_codes(self.root, [code], self.root)
        workspace = read_workspace(self.root, [chosen])
        try:
            yield workspace, workspace.publications[0]
        except Unavailable as absent:
            raise CannotRun(
                f"{lacking(absent)} of {code} cannot be read", "`check` says why"
            ) from absent


def _entry(entry: Entry) -> Data:
    ground = entry.ground
    return {
        "file": entry.text.key,
        "path": route_text(entry.text.route),
        "sentence": entry.words,
        "subject": entry.subject,
        "ground": None if ground is None else {"kind": ground.kind, "what": ground.what},
    }
