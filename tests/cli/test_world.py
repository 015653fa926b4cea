"""What is wrong with the machine, the disk or the call is one line that says so."""

from __future__ import annotations

import codecs
import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing import synchronize
from pathlib import Path

import pytest

from forked import run_forked
from preloaded import MODULES
from small_project import copy_project, run

SUMMARY = "sections/57511/summary.yaml"
INPUT = "report/57511/input.yaml"
LONG = "n" * 300
NO_TEXT = os.fsdecode(b"caf\xe9")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return copy_project(tmp_path / "project")


def put(path: Path, stands: str) -> None:
    """Put something else in place of what stands at a path."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    match stands:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "file":
            path.write_text("x")
        case "loop":
            path.symlink_to(path.name)
        case _:
            path.symlink_to(stands)


PIPE = "a pipe or a device stands where the file should be"
FOLDER = "a folder stands where the file should be"
LOOP = "the file cannot be read: too many levels of symbolic links"
OUT = "the file is a link that leads out of the project"
FOUND = {
    "a pipe": (SUMMARY, "pipe", PIPE),
    "a folder": (SUMMARY, "folder", FOLDER),
    "a loop": (SUMMARY, "loop", LOOP),
    "a device": (SUMMARY, "/dev/zero", OUT),
    "a link to nothing": (SUMMARY, "nothing", "the file is a link that leads nowhere"),
    "waivers that are a pipe": ("report/57511/waivers.yaml", "pipe", PIPE),
    "signatures that are a folder": ("report/57511/signoff.yaml", "folder", FOLDER),
    "sections elsewhere": ("sections/57511", "/etc", OUT),
    "sections in a loop": ("sections/57511", "loop", LOOP),
    "words of the house in a pipe": ("report/words.txt", "pipe", PIPE),
    "words of the house elsewhere": ("report/words.txt", "/etc/hostname", OUT),
    "house texts in a pipe": ("report/texts", "pipe", "report/texts cannot be read as a folder"),
    "house texts elsewhere": ("report/texts", "/etc", "report/texts cannot be read as a folder"),
    "sections in a file": ("sections/57511", "file", "the file cannot be read: not a directory"),
}


@pytest.mark.parametrize(("path", "stands", "message"), FOUND.values(), ids=FOUND)
def test_what_stands_in_place_of_a_file_is_a_finding(
    project: Path, path: str, stands: str, message: str
) -> None:
    put(project / path, stands)
    outcome = run(project, "check", "57511")
    assert (outcome.returncode, outcome.stderr) == (1, "")
    assert f"error[missing-file] {message}\n" in outcome.stdout


NO_FILE = "it is a pipe or a device, and no file"
PFS = ("import", "pfs", "given", "57511")
SIGN = ("sign", "57511", "--role", "author", "--meaning", "Written and read again.", "--name")
NOTHING = ("x", "file")
EDITIONS = "reportkit: editions cannot be read as a folder"
WHY = ("--by", "Bo Coder", "--reason", "A column was shifted.")
TOLD: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    "settings in a pipe": ("report/project.yaml", "pipe", ("check",), "no project here"),
    "build in a file": ("build", "file", ("schema",), "build is no folder"),
    "build elsewhere": ("build", "/etc", ("schema",), "build is a link that leads out"),
    "build in a loop": ("build", "loop", ("schema",), "too many levels of symbolic links"),
    "a lock that is a folder": ("build/.writing/lock", "folder", ("schema",), "is a directory"),
    "a lock elsewhere": ("build/.writing/lock", "/etc/x", ("schema",), "too many levels"),
    "a journal of others": ("build/.writing/begun", "file", ("check",), "not what reportkit"),
    "a journal that is a pipe": ("build/.writing/begun", "pipe", ("check",), NO_FILE),
    "a theme in a file": ("templates", "file", ("theme",), "templates: this is no folder"),
    "a theme elsewhere": ("templates", "/etc", ("theme",), "templates: this is no folder"),
    "a theme in a loop": ("templates", "loop", ("review",), "templates: this is no folder"),
    "an input that is a folder": (INPUT, "folder", ("import", "asc", "given", "57511"), "given"),
    "prices from a pipe": ("given", "pipe", PFS, f"given cannot be read: {NO_FILE}"),
    "prices from a loop": ("given", "loop", PFS, "given"),
    "codes from a pipe": ("given", "pipe", ("import", "hcpcs", "given", "57511"), NO_FILE),
    "edits from a pipe": ("given", "pipe", ("import", "ncci", "--ptp", "given", "57511"), NO_FILE),
    "an old report in a pipe": ("given", "pipe", ("import", "report", "given"), NO_FILE),
    "an old report in a folder": ("given", "folder", ("import", "report", "given"), "directory"),
    "an edition in a pipe": ("given", "pipe", ("diff", "given"), "given is no folder or file"),
    "a page in a pipe": ("given", "pipe", ("verify", "given"), NO_FILE),
    "a page in a folder": ("given", "folder", ("verify", "given"), "is a directory"),
    "sources of a pipe": ("given", "pipe", ("extract", "given", "--into", "x"), NO_FILE),
    "figures of a pipe": ("given", "pipe", ("trace", "given", "--data", "given"), NO_FILE),
    "a baseline in a pipe": ("given", "pipe", ("check", "--baseline", "given"), NO_FILE),
    "data of an edition in a pipe": (
        "given",
        "pipe",
        ("editions", "--made-with", "given"),
        "nor a",
    ),
    "data of an edition in a device": (*NOTHING, ("editions", "--made-with", "/dev/zero"), "nor a"),
    "prices of a payer in a pipe": (
        "given",
        "pipe",
        ("import", "rates", "given", "57511", "--source", "x"),
        NO_FILE,
    ),
    "findings to a folder": ("given", "folder", ("check", "--format", "json=given"), "directory"),
    "findings to a full disk": (
        "given",
        "/dev/full",
        ("check", "--format", "json=given"),
        "no space left on device",
    ),
    "editions in a pipe": ("editions", "pipe", ("editions",), EDITIONS),
    "editions in a loop": ("editions", "loop", ("asof", "2026-12-01", "57511"), EDITIONS),
    "editions elsewhere": ("editions", "/etc", ("recall", "57511", "1.0", *WHY), EDITIONS),
    "house texts in a file": ("report/texts", "file", ("texts",), "texts cannot be read as a"),
    "a name of 300 letters": (*NOTHING, ("check", LONG), "no publication or file is named nnn"),
    "findings to 300 letters": (*NOTHING, ("check", "--format", f"json={LONG}"), "too long"),
    "an edition of 300 letters": (*NOTHING, ("diff", LONG), "file name too long"),
    "an old report of 300 letters": (*NOTHING, ("import", "report", LONG), "name too long"),
    "a publication in no text": (*NOTHING, ("check", NO_TEXT), "is not text in UTF-8"),
    "a signature in no text": (*NOTHING, (*SIGN, NO_TEXT), "is not text in UTF-8"),
    "a reason in no text": (*NOTHING, ("diff", ".", "--record", NO_TEXT), "not text in UTF-8"),
    "a colour for the terminal": (*NOTHING, ("explain", "\x1b[31m"), "is named \ufffd[31m"),
    "a project in a device": (*NOTHING, ("check", "--project", "/dev"), "no project here: /dev"),
}


@pytest.mark.parametrize(("path", "stands", "arguments", "message"), TOLD.values(), ids=TOLD)
def test_what_is_in_the_way_of_a_command_is_one_message(
    project: Path, path: str, stands: str, arguments: tuple[str, ...], message: str
) -> None:
    put(project / path, stands)
    outcome = run(project, *arguments)
    assert outcome.returncode == 2
    assert message in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "\x1b" not in outcome.stderr


@pytest.fixture
def reachable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project in a folder of its own: pytest closes its folders to all users but its own."""
    with tempfile.TemporaryDirectory(prefix="reportkit-test-") as folder:
        monkeypatch.setenv("XDG_STATE_HOME", f"{folder}/state")
        yield copy_project(Path(folder, "project"))


def unprivileged(project: Path) -> Callable[[], None]:
    """What makes a run one of a user that permissions hold for, as those who test may be root."""

    def become() -> None:
        # Python and its libraries may lie where root alone can read them.
        codecs.lookup("utf-8-sig")
        for module in MODULES:
            import_module(module)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setegid(65534)
            os.seteuid(65534)

    if os.geteuid() == 0:
        for path in (project.parent, *project.parent.rglob("*")):
            os.chown(path, 65534, 65534)
    return become


DENIED = {
    "a section": (SUMMARY, 0, ("check", "57511"), 1, "the file cannot be read: permission denied"),
    "sections": ("sections/57511", 0, ("check", "57511"), 1, "permission denied"),
    "a folder to write in": (".", 0o555, ("schema",), 2, "cannot be written: permission denied"),
    "a report to write": ("report/57511", 0o555, PFS, 2, "cannot be written: permission denied"),
    "a theme": ("templates", 0, ("theme",), 2, "templates: this is no folder of the project"),
}


@pytest.mark.parametrize(
    ("path", "mode", "arguments", "code", "message"), DENIED.values(), ids=DENIED
)
def test_what_permissions_forbid_is_told(
    reachable: Path, path: str, mode: int, arguments: tuple[str, ...], code: int, message: str
) -> None:
    (reachable / "templates").mkdir()
    data = Path(__file__).parents[1] / "inputs/data/PPRRVU2025_Oct.csv"
    shutil.copy(data, reachable / "given")
    become = unprivileged(reachable)
    (reachable / path).chmod(mode)
    outcome = run_forked(reachable, *arguments, first=become)
    (reachable / path).chmod(0o755)
    assert outcome.code == code, outcome.err
    assert message in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


def test_words_that_are_no_text_are_a_finding_and_raise_no_other(project: Path) -> None:
    words = project / "report/words.txt"
    section = project / SUMMARY
    section.write_text(section.read_text("utf-8").replace("freezing", "seperate"), "utf-8")
    assert "misspelled-word" in run(project, "check", "57511").stdout
    words.write_bytes(b"caf\xe9\nseperate\n")
    outcome = run(project, "check", "57511")
    assert (outcome.returncode, outcome.stderr) == (1, "")
    assert "error[not-utf8] byte 0xE9 is not UTF-8\n  --> report/words.txt:1:4\n" in outcome.stdout
    assert "misspelled-word" not in outcome.stdout
    words.write_bytes(b"seperate\n")
    assert "misspelled-word" not in run(project, "check", "57511").stdout


def without_shared_memory() -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    synchronize.SemLock.__init__ = refused  # type: ignore[method-assign]


STARTERS = (
    "concurrent.futures.process",
    "multiprocessing.popen_fork",
    "multiprocessing.popen_spawn_posix",
    "multiprocessing.resource_tracker",
)


def without_processes() -> None:
    for module in (*MODULES, *STARTERS):
        import_module(module)
    resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
    if os.getuid() == 0:
        # No limit holds for root, and the limit counts what the real user runs.
        os.setresuid(65534, 65534, 65534)


@pytest.mark.parametrize("first", [without_shared_memory, without_processes])
def test_a_machine_that_gives_no_process_to_work_in_is_told(
    reachable: Path, first: Callable[[], None]
) -> None:
    unprivileged(reachable)
    outcome = run_forked(reachable, "build", "--pdf", "none", first=first)
    assert outcome.code == 2
    assert "this machine lets reportkit start no process: " in outcome.err
    assert "Traceback" not in outcome.err


def of_shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A line for the shell in which $R is reportkit."""
    command = f"{sys.executable} -c 'from reportkit.cli import main; main()'"
    return subprocess.run(
        ["sh", "-c", line.replace("$R", command)],
        cwd=folder,
        text=True,
        capture_output=True,
        check=False,
    )


SHELL = {
    "a full output": ("$R rules >/dev/full; echo $? >&2", "no space left on device", "2"),
    "full outputs": ("$R explain nothing >/dev/full 2>/dev/full; echo $? >&2", "", "2"),
    "a closed output": ("$R rules >&-; echo $? >&2", "", "0"),
    "no streams": ("$R rules <&- >&- 2>/dev/null; echo $? >&2", "", "0"),
    "a closed pipe": ("{ $R rules; echo $? >&2; } | head -c 1", "", ""),
    "nobody to ask": (
        "$R accept 57511 --by Ann --role author <&-; echo $? >&2", "no terminal", "2"),
    "a removed folder": (
        "mkdir gone && cd gone && rmdir ../gone && $R check; echo $? >&2",
        "the folder you are in has been removed", "2"),
    "files of one block": (
        "ulimit -f 1; $R check --format json=out.json; echo $? >&2", "file too large", "2"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "message", "code"), SHELL.values(), ids=SHELL)
def test_what_is_wrong_with_streams_is_told_as_far_as_anybody_can_be(
    project: Path, line: str, message: str, code: str
) -> None:
    said = of_shell(project, line).stderr
    assert message in said
    assert said.rstrip().endswith(code)
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.parametrize("name", [NO_TEXT, "a\x1b[31m", "a\n::error::b"])
def test_a_folder_whose_name_cannot_be_printed_is_no_publication(project: Path, name: str) -> None:
    (project / "report" / name).mkdir()
    for command in (("check",), ("check", "--format", "junit"), ("agree",)):
        outcome = run(project, *command)
        assert (outcome.returncode, outcome.stderr) == (0, "")
        assert outcome.stdout.count("a\x1b") == outcome.stdout.count("::error") == 0
