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
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from made import DAY, make_html, make_pdf, told
from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.cli.suspect import EXAMINE, Suspect, limits
from reportkit.cli.suspect import told as told_of
from reportkit.contain import Answer, contained
from reportkit.files.project_files import CarriedFiles
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.publish.evidence import canonical
from reportkit.render.theme import ThemeError, theme_with
from reportkit.report.formats import report_as
from reportkit.report.presentation import Presentation
from reportkit.rules import all_rules
from reportkit.workspace.workspace import workspace_of
from small_project import copy_project, run, small_files

Act = Callable[[Path], list[str]]
Arrangement = Callable[[Path], object]
"""Of a copy of the small project."""
Change = Callable[[dict[str, Any]], object]
"""Of the evidence that a page carries."""

INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"
SUMMARY = "sections/57511/summary.yaml"
PROJECT = "report/project.yaml"
WAIVERS = "report/57511/waivers.yaml"
BASELINE = '{"form": "reportkit/baseline/1", "findings": [5]}'


def checked(**changed: bytes | str) -> Act:
    """A check of the small project with other content of files, named as the constants here."""

    def act(_: Path) -> list[str]:
        other = {globals()[name]: _bytes(body) for name, body in changed.items()}
        files = {**small_files(), **other}
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
        text = small_files()[globals()[name]].decode()
        assert text.count(old) == 1, old
        return checked(**{name: text.replace(old, new)})(folder)

    return act


def imported(name: str, content: bytes | str) -> Act:
    """An old report of this name and content, read and placed."""

    def act(_: Path) -> list[str]:
        draft = place(read_old_report(name, _bytes(content)), "57511", DAY)
        return [remark.message for remark in draft.remarks]

    return act


def ran(*arguments: str, arrange: Arrangement = lambda _: None, **env: str) -> Act:
    """A command in a copy of the small project, once something is arranged there."""

    def act(folder: Path) -> list[str]:
        copy_project(folder)
        arrange(folder)
        outcome = run(folder, *arguments, **env)
        said = f"{outcome.stdout}\n{outcome.stderr}"
        return [*said.splitlines(), f"exit {outcome.returncode}"]

    return act


def verified(change: Change, *, sealed: bool = True) -> Act:
    """A published page whose evidence was changed; sealed, its hashes are made to fit again."""

    def act(_: Path) -> list[str]:
        before, evidence, after = _page_in_parts()
        change(evidence)
        return judged(before + _block(evidence, sealed=sealed) + after)

    return act


def with_block(block: bytes) -> Act:
    """A published page that carries this in the place of its evidence."""

    def act(folder: Path) -> list[str]:
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
    """The verdict on a published file, with each of its reasons."""
    return _verdict(told(content))


def _verdict(found: dict[str, Any]) -> list[str]:
    return [f"{found['verdict']}: {reason}" for reason in found["reasons"]] or [found["verdict"]]


@cache
def page() -> bytes:
    """The page of the small project, as it was published."""
    return make_html(_project()).encode()


@cache
def paper() -> bytes:
    """The PDF of the small project, as it was published."""
    return make_pdf(_project())


def answer(act: Act, folder: Path) -> list[str]:
    """The lines that an act leads to; those of a command that cannot run among them."""
    try:
        return act(folder)
    except CannotRun as stop:
        return [str(stop), stop.hint]


def publisher(address: str) -> Act:
    """A check of a project whose publisher has this address."""
    name = "  name: Small Press"
    return edited("PROJECT", name, f"{name}\n  url: {json.dumps(address, ensure_ascii=False)}")


def waived(path: str) -> Act:
    """A check with a waiver at this path."""
    row = f"{{rule: stale-data, path: {json.dumps(path)}, reason: It is so., owner: Ann"
    return checked(WAIVERS=f"reportkit: waivers/1\nwaivers:\n  - {row}, expiry: 2099-01-01}}\n")


def writes(path: str, content: bytes | str) -> Arrangement:
    """A file of the project with this content."""

    def arrange(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(_bytes(content))

    return arrange


def zips(path: str, **parts: str) -> Arrangement:
    """A packed file of the project with these parts, a stroke in a name for two underscores."""

    def arrange(folder: Path) -> None:
        with zipfile.ZipFile(folder / path, "w") as packed:
            for name, part in parts.items():
                packed.writestr(f"{name.replace('__', '/')}.xml", part)

    return arrange


def links(path: str, target: str) -> Arrangement:
    """A link in the place of a file or folder of the project."""

    def arrange(folder: Path) -> None:
        place = folder / path
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.parent.mkdir(exist_ok=True)
        place.symlink_to(target)

    return arrange


def pipes(path: str) -> Arrangement:
    """A pipe in the place of a file of the project."""

    def arrange(folder: Path) -> None:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).unlink(missing_ok=True)
        os.mkfifo(folder / path)

    return arrange


def rules(code: str | None, path: str = "report/rules/x.py") -> Arrangement:
    """Settings that name a file of rules with this code; None makes it a link that leads out."""

    def arrange(folder: Path) -> None:
        settings = folder / PROJECT
        settings.write_text(f"{settings.read_text('utf-8')}python_rules: [{path}]\n", "utf-8")
        (folder / "report/rules").mkdir()
        if code is None:
            links(path, "/etc/passwd")(folder)
        elif path.startswith("report/"):
            writes(path, code)(folder)

    return arrange


def put(*route: str, value: object) -> Change:
    """A change of evidence: another value at a route."""

    def change(evidence: dict[str, Any]) -> None:
        *parents, last = route
        node = evidence
        for step in parents:
            node = node[step]
        node[last] = value

    return change


def drop(*route: str) -> Change:
    """A change of evidence: no value at a route."""

    def change(evidence: dict[str, Any]) -> None:
        *parents, last = route
        node = evidence
        for step in parents:
            node = node[step]
        del node[last]

    return change


def carrying(path: str, body: bytes | str) -> Change:
    """A change of evidence: a file more, or another content of one."""
    return put("files", path, value=_bytes(body))


def themed(name: str, body: bytes | str, *, apart: bool = False) -> Act:
    """A page that carries a file of a theme, judged for one who trusts themes.

    `apart`, it is judged in the process of its own that `verify` uses, with its limits.
    """
    return with_theme({name: body}, apart=apart)


def with_theme(files: Mapping[str, bytes | str], *, apart: bool = False) -> Act:
    """A page that carries several files of a theme, judged as by `themed`."""
    theme = {name: _bytes(body) for name, body in files.items()}

    def act(_: Path) -> list[str]:
        before, evidence, after = _page_in_parts()
        evidence["files"] |= {f"templates/{name}": body for name, body in theme.items()}
        with contextlib.suppress(ThemeError):
            evidence["manifest"]["environment"]["theme_sha256"] = theme_with(theme).digest
        content = before + _block(evidence, sealed=True) + after
        if apart:
            return _verdict(_apart(Suspect(content, theme="trusted")))
        return _verdict(told(content, theme="trusted"))

    return act


def multiplying_entities() -> str:
    """A picture whose text is 10 ** 11 letters once its entities are put in."""
    steps = (f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    entities = "".join(('<!ENTITY a0 "aaaaaaaaaa">', *steps))
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>&a10;</text></svg>'
    return f"<!DOCTYPE svg [{entities}]>{svg}"


def _apart(suspect: Suspect) -> dict[str, Any]:
    outcome = contained(EXAMINE, suspect, limits(60))
    if isinstance(outcome, Answer):
        return dict(outcome.value)
    return {"verdict": "cannot tell", "reasons": [told_of(outcome)]}


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


def moved(place: Callable[[bytes, bytes, bytes], bytes]) -> Act:
    """A published page put together anew: of what stands before its evidence, it, and the rest."""

    def act(_: Path) -> list[str]:
        start = page().index(b'<script type="application/json" id="reportkit-evidence">')
        end = page().index(b"</script>", start) + len(b"</script>")
        return judged(place(page()[:start], page()[start:end], page()[end:]))

    return act


def _block(evidence: dict[str, Any], *, sealed: bool) -> bytes:
    files = evidence["files"]
    if sealed and isinstance(files, dict):
        manifest = evidence["manifest"]
        known = {entry["path"]: entry for entry in manifest["files"]}
        manifest["files"] = [
            {
                **known.get(path, {"name": path.replace("/", "-"), "path": path}),
                "sha256": hashlib.sha256(body).hexdigest(),
            }
            for path, body in sorted(files.items())
        ]
        findings = canonical(evidence["findings"])
        manifest["findings_sha256"] = hashlib.sha256(findings).hexdigest()
    if isinstance(files, dict):
        files = {path: base64.b64encode(body).decode() for path, body in files.items()}
    text = canonical({**evidence, "files": files}).decode()
    return text.strip().replace("<", "\\u003c").encode()


def _bytes(body: bytes | str) -> bytes:
    return body.encode() if isinstance(body, str) else body


def _texts(wordings: Mapping[str, str], first: str) -> Arrangement:
    """House texts by their names, of which a summary prints the first."""

    def arrange(folder: Path) -> None:
        for name, words in wordings.items():
            text = f'reportkit: text/1\nwordings:\n  - text: "{words}"\n'
            writes(f"report/texts/{name}.yaml", text)(folder)
        words = f"It is so. {{{{ text.{first} }}}}"
        writes(SUMMARY, _summary(words))(folder)

    return arrange


ring_of_texts: Arrangement = _texts({"a": "x {{ text.b }}.", "b": "y {{ text.a }}."}, "a")
doubling_texts: Arrangement = _texts(
    {
        **{f"t{n}": f"{{{{ text.t{n + 1} }}}} {{{{ text.t{n + 1} }}}}." for n in range(25)},
        "t25": "It is so.",
    },
    "t0",
)
