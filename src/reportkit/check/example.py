"""An example of a rule in, its findings out: how `Bad:` and `Good:` are run as tests.

An example names files by their key (`# summary`) and gives keys that replace those of the
specimen, at any depth (see `variation`). A word in brackets says otherwise: `(whole)` gives the
whole file, `(latin-1)` the whole file in that encoding, `(absent)` takes the file away,
`(unwritten)` leaves it to the ledger of gaps, and `(crlf)` replaces keys and ends all lines as
Windows does; `(before)` replaces keys in the edition before, which is the specimen too, and
`(beside)` in the report of another code: 57513, or each of those that `# code (beside)` names.
`# code` and a code below it make the specimen the report of that code, and `# texts/name` gives it
a text of the house.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any, Literal, cast

from reportkit.check.agreement import agree
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.check.rule import CheckAgreement, CheckOutcome, Rule
from reportkit.check.variation import BadExample, vary
from reportkit.files.project_files import CarriedFiles
from reportkit.model.files import model_of, place_of, text_name
from reportkit.model.project import Project
from reportkit.model.sections import AUTHORED
from reportkit.source.file import decode
from reportkit.source.load import Loaded, load
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace, missing

_NOTHING = CarriedFiles({})
OPTIONAL = {
    "house-waivers": "reportkit: waivers/1\n",
    **{
        name: f"reportkit: {name}/1\n"
        for name in ("imported", "accepted", "waivers", "signoff", "review", "editions")
    },
}
"""Files the specimen has only where an example names them, and what they start with."""
CODE = "code"
"""Stands before the code an example is of, where it is not OF_CODE."""
OF_CODE = "57511"
KEYS = ("project", "report", "input", *AUTHORED, *OPTIONAL)
EXAMPLE_DAY = date(2026, 11, 2)
"""The day on which examples are run."""

Form = Literal["keys", "whole", "latin-1", "absent", "unwritten", "crlf", "before", "beside"]
BEFORE = " (before)"
"""Follows the key of a file of the edition before."""
BESIDE = " (beside)"
"""Follows the key of a file of another publication."""
CODE_BESIDE = "57513"
"""The code of that publication, unless an example names others."""

_HEADER = re.compile(
    r"^# ([a-z-]+(?:/[a-z][a-z0-9_]*)?)"
    r"(?: \((whole|latin-1|absent|unwritten|crlf|before|beside)\))?[ \t]*$\n?",
    re.MULTILINE,
)


def run_example(rule: Rule, example: str, known: Sequence[Rule] = ()) -> Findings:
    """Run one rule on the specimen varied by an example, on EXAMPLE_DAY.

    A rule that reads the outcome needs the `known` rules to be run before it.
    """
    publication = specimen(read_example(example))
    loaded: Loaded[Project] = publication.files["project"]
    workspace = Workspace(_NOTHING, loaded, (publication,))
    if isinstance(rule.check, CheckAgreement):
        publications = (publication, *_beside(read_example(example)))
        return agree(Workspace(_NOTHING, loaded, publications), [rule], EXAMPLE_DAY)
    if not isinstance(rule.check, CheckOutcome):
        return check(workspace, [rule], EXAMPLE_DAY)
    others = [other for other in known if other.name != rule.name]
    outcome = check(workspace, [*others, rule], EXAMPLE_DAY)
    return replace(
        outcome,
        findings=tuple(finding for finding in outcome.findings if finding.rule == rule.name),
        skipped=tuple(skipped for skipped in outcome.skipped if skipped.rule == rule.name),
    )


def read_example(example: str) -> dict[str, tuple[str, Form]]:
    """File key, with BEFORE or BESIDE behind it, to its text and how that is to be taken."""
    parts = _HEADER.split(example.strip("\n") + "\n")
    read = {}
    for key, form, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if key not in (CODE, *KEYS) and text_name(key) is None:
            raise BadExample(f"`# {key}` names no file; known: {', '.join(KEYS)}, texts/NAME")
        named = f"{key} ({form})" if form in ("before", "beside") else key
        read[named] = (text, cast("Form", form or "keys"))
    if not read or parts[0].strip():
        raise BadExample("an example starts with a line `# key` that names a file")
    return read


def specimen(changes: dict[str, tuple[str, Form]]) -> Publication:
    """The specimen publication with some of its files varied, and those of the edition before."""
    then = {
        key.removesuffix(BEFORE): change
        for key, change in changes.items()
        if key.endswith(BEFORE) or key == CODE
    }
    now = _edition(changes)
    return replace(now, previous=_edition(then)) if then.keys() - {CODE} else now


def _beside(changes: dict[str, tuple[str, Form]]) -> Iterator[Publication]:
    """The publications beside the specimen that an example speaks of."""
    own = {
        key.removesuffix(BESIDE): change for key, change in changes.items() if key.endswith(BESIDE)
    }
    codes, _ = own.pop(CODE, (CODE_BESIDE, "keys"))
    for code in codes.split() if own else ():
        yield _edition({**own, CODE: (code, "keys")})


def _edition(changes: dict[str, tuple[str, Form]]) -> Publication:
    code = changes.get(CODE, (OF_CODE, "keys"))[0].strip()
    contents: dict[str, bytes | None] = {}
    for key in (*KEYS, *(key for key in changes if text_name(key) and " (" not in key)):
        if key in OPTIONAL and key not in changes:
            continue
        if changes.get(key, ("", "keys"))[1] == "unwritten":
            continue
        base = _base(key).replace(OF_CODE, code)
        contents[key] = _content(base, *changes.get(key, ("", "keys")))
    digest = hashlib.sha256(contents["input"] or b"").hexdigest()
    report = contents["report"]
    contents["report"] = report and report.replace(b"HASH_OF_INPUT", digest.encode())
    return Publication(
        code,
        {key: _load(place_of(key, code), key, content) for key, content in contents.items()},
        house_texts=frozenset(filter(None, map(text_name, contents))),
    )


def _base(key: str) -> str:
    if text_name(key) is not None:
        return "reportkit: text/1\n"
    if key in OPTIONAL:
        return OPTIONAL[key]
    return files("reportkit.check.specimen").joinpath(f"{key}.yaml").read_text("utf-8")


def _content(base: str, text: str, form: Form) -> bytes | None:
    match form:
        case "keys" | "before" | "beside":
            return vary(base, text).encode("utf-8", "surrogateescape")
        case "crlf":
            return vary(base, text).replace("\n", "\r\n").encode()
        case "whole":
            return text.encode("utf-8", "surrogateescape")
        case "latin-1":
            return text.encode("latin-1")
        case "absent" | "unwritten":
            return None


def _load(path: str, key: str, content: bytes | None) -> Loaded[Any]:
    if content is None:
        return missing(path)
    file, problems = decode(path, content)
    return load(file, model_of(key), problems)
