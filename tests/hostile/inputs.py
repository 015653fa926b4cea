"""Make hostile inputs of one kind each, and say in lines what reportkit answers.

Each function gives an act: a function of an empty folder that returns the lines a user would read.
Sections, data and published pages are judged in this process; what is about the disk or the command
line is run as a command.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from made import DAY, make_html, make_pdf, told
from reportkit.check.engine import check
from reportkit.cli.suspect import EXAMINE, Suspect
from reportkit.cli.suspect import told as told_of
from reportkit.contain import Answer, Limits, contained
from reportkit.files.project_files import CarriedFiles
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.publish.evidence import canonical
from reportkit.render.theme import ThemeError, default_folder, theme_with
from reportkit.report.formats import report_as
from reportkit.report.presentation import Presentation
from reportkit.rules import all_rules
from reportkit.workspace.workspace import workspace_of
from small_project import SMALL, copy_project, run

Act = Callable[[Path], list[str]]

SUMMARY = "sections/57511/summary.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
PROJECT = "report/project.yaml"
WAIVERS = "report/57511/waivers.yaml"


def checked(**changed: bytes | str) -> Act:
    """A check of the small project with other content of files, named as the constants here."""

    def act(_: Path) -> list[str]:
        files = {**_small(), **{globals()[name]: _bytes(body) for name, body in changed.items()}}
        workspace = workspace_of(CarriedFiles(files), ["57511"])
        findings = check(workspace, all_rules(), DAY)
        return report_as("text", findings, Presentation()).splitlines()

    return act


def prose(text: str) -> Act:
    """A check of a summary whose relevance is this text."""
    return checked(SUMMARY=_summary(text))


def edited(name: str, old: str, new: str) -> Act:
    """A check of a project in which one file says something else at one place."""

    def act(folder: Path) -> list[str]:
        text = _small()[globals()[name]].decode()
        assert text.count(old) == 1, old
        return checked(**{name: text.replace(old, new)})(folder)

    return act


def imported(name: str, content: bytes | str) -> Act:
    """An old report of this name and content, read and placed."""

    def act(_: Path) -> list[str]:
        draft = place(read_old_report(name, _bytes(content)), "57511", DAY)
        return [remark.message for remark in draft.remarks]

    return act


def ran(*arguments: str, arrange: Callable[[Path], object] = lambda _: None, **env: str) -> Act:
    """A command in a copy of the small project, once something is arranged there."""

    def act(folder: Path) -> list[str]:
        copy_project(folder)
        arrange(folder)
        outcome = run(folder, *arguments, **env)
        said = f"{outcome.stdout}\n{outcome.stderr}"
        return [*said.splitlines(), f"exit {outcome.returncode}"]

    return act


def verified(change: Callable[[dict[str, Any]], object], *, sealed: bool = True) -> Act:
    """A published page whose evidence was changed; sealed, its hashes are made to fit again."""

    def act(_: Path) -> list[str]:
        before, block, after = _page_in_parts()
        evidence = json.loads(block)
        evidence["files"] = {
            path: base64.b64decode(body) for path, body in evidence["files"].items()
        }
        change(evidence)
        return judged(before + _block(evidence, sealed=sealed) + after)

    return act


def with_block(block: bytes) -> Act:
    """A published page that carries this in the place of its evidence."""

    def act(_: Path) -> list[str]:
        before, _, after = _page_in_parts()
        return judged(before + block + after)

    return act


def altered(old: bytes, new: bytes) -> Act:
    """A published page on which something else stands at one place."""

    def act(_: Path) -> list[str]:
        assert old in page(), old
        return judged(page().replace(old, new, 1))

    return act


def file_of(content: bytes | Callable[[], bytes]) -> Act:
    """A file of this content that is said to be published."""

    def act(_: Path) -> list[str]:
        return judged(content if isinstance(content, bytes) else content())

    return act


def judged(content: bytes) -> list[str]:
    """The verdict on a published file and its reasons."""
    found = told(content)
    claims = [f"{label} {text}" for label, text in found.get("claims", ())]
    return [found["verdict"], *found["reasons"], *claims]


@cache
def page() -> bytes:
    """The page of the small project, as it was published."""
    return make_html(_project()).encode()


@cache
def paper() -> bytes:
    """The PDF of the small project, as it was published."""
    return make_pdf(_project())


def put(*route: str, value: object) -> Callable[[dict[str, Any]], object]:
    """A change of evidence: another value at a route."""

    def change(evidence: dict[str, Any]) -> None:
        *parents, last = route
        node = evidence
        for step in parents:
            node = node[step]
        node[last] = value

    return change


def drop(*route: str) -> Callable[[dict[str, Any]], object]:
    """A change of evidence: no value at a route."""

    def change(evidence: dict[str, Any]) -> None:
        *parents, last = route
        node = evidence
        for step in parents:
            node = node[step]
        del node[last]

    return change


def carrying(path: str, body: bytes | str) -> Callable[[dict[str, Any]], object]:
    """A change of evidence: a file more, or another content of one."""
    return put("files", path, value=_bytes(body))


def themed(name: str, body: bytes | str) -> Act:
    """A page that carries a file of a theme, judged by one who trusts themes."""

    def act(_: Path) -> list[str]:
        before, evidence, after = _page_in_parts()
        evidence["files"][f"templates/{name}"] = _bytes(body)
        with contextlib.suppress(ThemeError):
            digest = theme_with({name: _bytes(body)}).digest
            evidence["manifest"]["environment"]["theme_sha256"] = digest
        content = before + _block(evidence, sealed=True) + after
        found = _apart(Suspect(content, theme="trusted"))
        return [found["verdict"], *found["reasons"]]

    return act


def _apart(suspect: Suspect) -> dict[str, Any]:
    """The verdict that `verify` comes to, in the process of its own that it uses."""
    outcome = contained(EXAMINE, suspect, Limits(20, 1_000, (str(default_folder()),)))
    if isinstance(outcome, Answer):
        return dict(outcome.value)
    return {"verdict": "cannot tell", "reasons": [told_of(outcome)]}


@cache
def _small() -> Mapping[str, bytes]:
    files = {path.relative_to(SMALL).as_posix(): path.read_bytes()
             for path in sorted(SMALL.rglob("*.yaml"))}  # fmt: skip
    digest = hashlib.sha256(files[INPUT]).hexdigest().encode()
    return {**files, REPORT: files[REPORT].replace(b"HASH_OF_INPUT", digest)}


@cache
def _project() -> Path:
    return copy_project(Path(tempfile.mkdtemp(prefix="reportkit-test-")))


def _summary(relevance: str) -> str:
    return (
        "reportkit: summary/1\ndefinition: CPT 57511 reports the freezing of tissue.\n"
        f"relevance: {json.dumps(relevance, ensure_ascii=False)}\nimportance: A word on it.\n"
    )


def _page_in_parts() -> tuple[bytes, dict[str, Any], bytes]:
    """What stands before the evidence, the evidence with its files unpacked, what stands behind."""
    start = page().index(_OPENING) + len(_OPENING)
    end = page().index(b"</script>", start)
    evidence = json.loads(page()[start:end])
    files = {path: base64.b64decode(body) for path, body in evidence["files"].items()}
    return page()[:start], {**evidence, "files": files}, page()[end:]


_OPENING = b'id="reportkit-evidence">'


def _block(evidence: dict[str, Any], *, sealed: bool) -> bytes:
    files = evidence["files"]
    if sealed and isinstance(files, dict):
        manifest = evidence["manifest"]
        known = {entry["path"]: entry for entry in manifest["files"]}
        manifest["files"] = [
            {**known.get(path, {"name": path.replace("/", "-"), "path": path}),
             "sha256": hashlib.sha256(body).hexdigest()}
            for path, body in sorted(files.items())
        ]  # fmt: skip
        findings = canonical(evidence["findings"])
        manifest["findings_sha256"] = hashlib.sha256(findings).hexdigest()
    if isinstance(files, dict):
        files = {path: base64.b64encode(body).decode() for path, body in files.items()}
    text = canonical({**evidence, "files": files}).decode()
    return text.strip().replace("<", "\\u003c").encode()


def _bytes(body: bytes | str) -> bytes:
    return body.encode() if isinstance(body, str) else body
