"""Take a suspect file apart: read the sources it carries, or make it again from them.

The functions here run in a process of their own. What they return is plain data, and the
faults of the file are in it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.cli.rule_set import RuleSet, rules_for
from reportkit.cli.suspect import Suspect
from reportkit.files.project_files import CarriedFiles
from reportkit.model.base import Unavailable, Withheld
from reportkit.publish.carried_paths import BadPath
from reportkit.publish.environment import Change, changes, present_environment
from reportkit.publish.evidence import (
    BrokenEvidence,
    Evidence,
    NoEvidence,
    kind_of,
    pages_end,
    read_evidence,
)
from reportkit.publish.verify import (
    Altered,
    CannotTell,
    Comparison,
    Rebuilt,
    Verdict,
    first_difference,
    verdict,
)
from reportkit.render.pdf import RenderFault
from reportkit.render.theme import Theme, ThemeError, theme_with
from reportkit.workspace.approval import approval
from reportkit.workspace.publication import Unreadable
from reportkit.workspace.seals import basis_sha256, signing_key
from reportkit.workspace.workspace import Workspace, workspace_of


def sources_of(content: bytes) -> dict[str, Any]:
    """The sources a file carries, in base64 by their path; or, as `fault`, why there are none."""
    try:
        evidence = read_evidence(content)
    except (NoEvidence, BrokenEvidence) as fault:
        return {"fault": str(fault)}
    return {
        "files": {path: base64.b64encode(body).decode() for path, body in evidence.files.items()}
    }


def examine(suspect: Suspect) -> dict[str, Any]:
    """The `verdict` on a file with its `reasons`, its `seals` and its `claims` of itself."""
    try:
        evidence = read_evidence(suspect.content)
    except NoEvidence as fault:
        return _told(CannotTell((f"it {fault}",)))
    except BrokenEvidence as fault:
        return _told(Altered(str(fault)))
    judged = _judged(suspect, evidence)
    claims = {"claims": list(_claims(evidence))}
    if not isinstance(judged, Rebuilt):
        return {**_told(judged), **claims}
    signed = _signature(suspect)
    if not isinstance(signed, dict):
        return {**_told(signed), **claims}
    return {**_told(judged), "seals": list(_seals(evidence)), "pdf": signed, **claims}


def _signature(suspect: Suspect) -> dict[str, Any] | Altered | CannotTell:
    """The signature behind the pages of a PDF, empty if there is none; or what is there instead."""
    if pages_end(suspect.content) == len(suspect.content):
        return {}
    if find_spec("pyhanko") is None:
        return CannotTell(
            (
                "it is signed behind its pages, which takes pyhanko to judge; "
                "`pip install pyHanko` brings it",
            )
        )
    from reportkit.publish.pdf_signatures import NoSignature, OtherWriter, judge_signature

    try:
        judged = judge_signature(suspect.content, suspect.roots, datetime.now(UTC))
    except OtherWriter as other:
        return CannotTell((f"its signature differs, and {other}",))
    except NoSignature as fault:
        start = pages_end(suspect.content)
        return Altered(
            f"goes on behind its pages, from byte {start:,}, with no signature of them: {fault}"
        )
    return {**asdict(judged), "signed": judged.signed.isoformat()}


def _seals(evidence: Evidence) -> Iterator[dict[str, str]]:
    """The signatures that a key made for all that the page rests on."""
    workspace = workspace_of(CarriedFiles(evidence.files), [evidence.manifest.code])
    publication = workspace.publications[0]
    basis = basis_sha256(publication, evidence.files)
    for signature in approval(publication).standing:
        key = signing_key(publication.report.code, signature)
        if key is not None and signature.basis_sha256 == basis:
            yield {
                "key": key,
                "role": signature.role,
                "name": signature.name,
                "signed": signature.signed.isoformat(),
            }


def _told(judged: Verdict) -> dict[str, Any]:
    match judged:
        case Rebuilt(harmless=harmless):
            return {"verdict": "rebuilt", "reasons": [str(change) for change in harmless]}
        case Altered(where=where):
            return {"verdict": "altered", "reasons": [f"it {where}"]}
        case CannotTell(why=why):
            return {"verdict": "cannot tell", "reasons": list(why)}


def _claims(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What the file says of itself, as label and text."""
    manifest = evidence.manifest
    yield "report", f"{manifest.report} version {manifest.version}, {manifest.status}"
    yield "created", manifest.created
    yield "theme", manifest.environment.theme_sha256[:16]
    yield "rules", f"{len(manifest.environment.rules)}"
    yield "gaps", str(len(manifest.gaps))
    for entry in manifest.files:
        yield "source", f"{entry.sha256[:16]}  {entry.path}"


def _judged(suspect: Suspect, evidence: Evidence) -> Verdict:
    own = {
        path.removeprefix("templates/"): body
        for path, body in evidence.files.items()
        if path.startswith("templates/")
    }
    if own and suspect.theme == "untrusted":
        return CannotTell(
            (
                f"it carries a theme of its own ({', '.join(sorted(own)[:5])}), which "
                "is not used; --trust-theme uses it",
            )
        )
    files = CarriedFiles(evidence.files)
    workspace = workspace_of(files, [evidence.manifest.code])
    try:
        rules = rules_for(files, workspace.project.model, suspect.rules)
        theme = theme_with(own)
    except (CannotRun, ThemeError) as fault:
        return CannotTell((str(fault),))
    present = present_environment(rules.rules, rules.packages, theme)
    different = changes(evidence.manifest.environment, present)
    try:
        return verdict(_comparison(suspect, evidence, workspace, rules, theme, different))
    except (Unavailable, RenderFault, ThemeError, BadPath, CannotRun) as fault:
        return _unpublishable(fault, different)


def _unpublishable(fault: Exception, different: tuple[Change, ...]) -> Verdict:
    """What it means that no page can be made here from the sources a file carries."""
    said = f"carries sources from which no page can be made: {_said(fault)}"
    excuses = [str(change) for change in different if change.reach != "findings"]
    return CannotTell((f"it {said}", *excuses)) if excuses else Altered(said)


def _said(fault: Exception) -> str:
    match fault:
        case Unreadable(key=key):
            return f"the file {key} cannot be read"
        case Withheld(field=field):
            return f"its {field} is missing or is not what it should be"
        case RenderFault(messages=messages):
            return "; ".join(messages[:3])
        case _:
            return str(fault)


def _comparison(
    suspect: Suspect,
    evidence: Evidence,
    workspace: Workspace,
    rules: RuleSet,
    theme: Theme,
    different: tuple[Change, ...],
) -> Comparison:
    """Make the file again, as if in the environment and with the findings it records."""
    manifest = evidence.manifest
    created = datetime.fromisoformat(manifest.created)
    job = pipeline.Job(
        rules=rules.rules,
        theme=theme,
        fail_on="error",
        purpose="draft" if manifest.draft else "edition",
        today=created.date(),
        created=created,
        rule_files=rules.files,
        packages=rules.packages,
    )
    publication = workspace.publications[0]
    here = pipeline.gather_evidence(publication, workspace, job)
    recorded = {"environment": manifest.environment, "findings_sha256": manifest.findings_sha256}
    then = Evidence(here.manifest.model_copy(update=recorded), evidence.findings, here.files)
    kind = kind_of(suspect.content)
    if kind == "pdf":
        made = pipeline.set_pdf(publication, job, then)
    else:
        made = pipeline.set_html(publication, job, then).encode()
    return Comparison(
        kind=kind,
        difference=first_difference(suspect.content[: pages_end(suspect.content)], made),
        same_findings=_compared(evidence.findings) == _compared(here.findings),
        changes=different,
        not_run=tuple(path for path in rules.untrusted if path in rules.files),
    )


def _compared(findings: bytes) -> dict[str, Any]:
    """Findings without the version of the tool, which is compared by itself."""
    data = json.loads(findings)
    return {key: value for key, value in data.items() if key != "tool"}
