"""Older files become files of today's form, and all that people wrote in them stays.

`tests/forms/` keeps a file of every form there was, `<key>-<number>….yaml`, beside what becomes
of it, `….today.yaml`. A change of a form adds a step to `provide/forms.py` and a pair here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.example import specimen
from reportkit.model.datasets import DATASETS
from reportkit.model.files import MODELS
from reportkit.provide.forms import STEPS, Step, lifted, todays_number
from reportkit.provide.migrate import migrated
from reportkit.source.file import SourceFile, decode
from reportkit.source.load import load
from reportkit.source.rewrite import RewriteRefused, read_mapping, replace_keys
from reportkit.source.values import plain

FORMS = Path(__file__).resolve().parent.parent / "forms"
OLDER = sorted(path for path in FORMS.glob("*.yaml") if not path.name.endswith(".today.yaml"))
OLD_INPUT = (FORMS / "input-1-with-fewer-keys.yaml").read_text("utf-8")


def source(text: str | bytes, path: str = "x.yaml") -> SourceFile:
    return decode(path, text if isinstance(text, bytes) else text.encode())[0]


def files(**texts: str | bytes) -> dict[str, SourceFile]:
    """The files of the specimen, some of them with other texts."""
    usual = {key: loaded.file for key, loaded in specimen({}).files.items()}
    return usual | {key: source(text) for key, text in texts.items()}


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)
def test_an_older_file_becomes_one_of_todays_form(path: Path) -> None:
    found = re.match(r"(.+?)-\d", path.name)
    assert found
    after = migrated(files(**{found[1]: path.read_text("utf-8")})).contents[found[1]].decode()
    assert after == path.with_suffix(".today.yaml").read_text("utf-8")
    loaded = load(source(after), MODELS[found[1]])
    assert loaded.problems == ()
    assert loaded.model is not None


def test_every_form_there_was_has_a_step_and_a_fixture() -> None:
    wanted = [(key, number) for key in MODELS for number in range(1, todays_number(key))]
    assert sorted((step.key, step.before) for step in STEPS) == sorted(wanted)
    for key, number in wanted:
        assert list(FORMS.glob(f"{key}-{number}*.today.yaml")), f"tests/forms/{key}-{number}.yaml"


def test_what_has_todays_form_stays_byte_for_byte() -> None:
    found = migrated(files())
    assert (dict(found.contents), found.declared, dict(found.refused)) == ({}, (), {})


def report_of(content: bytes) -> str:
    """The report of the specimen, written from an input."""
    text = specimen({}).files["report"].file.text
    digest = hashlib.sha256(content).hexdigest()
    return re.sub(r"input_sha256: \w+", f"input_sha256: '{digest}'", text)


@pytest.mark.parametrize(
    "content",
    [
        OLD_INPUT.encode(),
        b"\xef\xbb\xbf" + OLD_INPUT.encode(),
        OLD_INPUT.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "with a byte order mark", "with line ends of Windows"],
)
def test_the_hash_of_the_input_is_renewed_and_bytes_stay_as_they_were(content: bytes) -> None:
    found = migrated(files(input=content, report=report_of(content)))
    after = found.contents["input"]
    assert found.contents["report"].decode() == report_of(after)
    assert after.startswith(content[:3])
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    assert found.declared == ("asc", "diagnoses", "policy_updates")


def test_a_hash_that_was_of_another_input_stays() -> None:
    report = report_of(b"another")
    assert "report" not in migrated(files(input=OLD_INPUT, report=report)).contents


def test_a_file_with_a_fault_stays_and_it_is_said_why() -> None:
    faulty = OLD_INPUT.replace("as_of: 2026-11-01\n", "as_of: soon\n", 1)
    found = migrated(files(input=faulty, summary="a: [\n"))
    assert dict(found.contents) == {}
    assert found.refused["input"].startswith("a value in it is not what it should be")
    assert found.refused["summary"].startswith("line 2: ")


def rename(text: str) -> str:
    """A change as forms see it: `sort` is called `kind`."""
    return text.replace("sort:", "kind:")


def split(text: str) -> str:
    """Another: the length of `kind` gets a key of its own."""
    value = plain(read_mapping(text))["kind"]
    return replace_keys(text, {"size": len(value)}, ("kind", "size"))


TWO = (Step("input", 2, split), Step("input", 1, rename), Step("report", 1, str.upper))


def test_steps_are_taken_one_after_the_other() -> None:
    old = "reportkit: input/1 # older\nsort: long # as said\nrest: 1\n"
    new = "reportkit: input/3 # older\nkind: long # as said\nsize: 4\nrest: 1\n"
    assert lifted(old, "input", 3, TWO) == new
    assert lifted(new, "input", 3, TWO) == new
    assert lifted(lifted(old, "input", 2, TWO), "input", 3, TWO) == new


@given(st.integers(3, 9))
def test_a_file_of_a_newer_form_or_another_kind_is_left_alone(number: int) -> None:
    for form in (f"input/{number}", "summary/1", "input", "7"):
        text = f"reportkit: {form}\nsort: long\n"
        assert lifted(text, "input", 3, TWO) == text


def test_a_form_that_nothing_lifts_is_refused_by_its_name() -> None:
    with pytest.raises(RewriteRefused, match="nothing is known that lifts input/0"):
        lifted("reportkit: input/0\n", "input", 1, ())


@given(st.sets(st.sampled_from(DATASETS)), st.booleans())
def test_any_keys_may_be_absent(absent: set[str], recorded: bool) -> None:
    """The keys come back in their order, each with one record, and comments stay."""
    lines = [f"{key}: null # {key} was looked for\n" for key in DATASETS if key not in absent]
    since = "reason: pending, needed_from: us, effect: None., since: 2026-11-01"
    named = sorted(absent) if recorded else []
    records = [f"  - {{field: {key}, section: summary, {since}}}\n" for key in named]
    missing = f"missing:\n{''.join(records)}" if records else "missing: []\n"
    head = OLD_INPUT[: OLD_INPUT.index("provenance:")] + "provenance: {}\n"
    text = head + "".join(lines) + missing
    after = migrated(files(input=text)).contents.get("input", text.encode()).decode()
    model = load(source(after), MODELS["input"]).model
    assert model is not None
    assert set(DATASETS) <= model.model_fields_set
    assert [key for key in plain(read_mapping(after)) if key in DATASETS] == list(DATASETS)
    assert all(line in after for line in lines)
    assert sorted(record.field for record in vars(model)["missing"]) == sorted(absent)
    assert migrated(files(input=after)).contents == {}
